import { EnvValue } from '../../agent/container/env-value';
import { hostText, isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { isDnsSubdomain } from '../../private/names';
import { isWholeNumber } from '../../private/whole-number';
import { ApiServerAddress } from '../api-server-address';
import { NETWORK_DEFAULTS } from '../defaults';

/**
 * The variables that client-go reads in place of those of the Service `kubernetes`, which does not answer before kube-proxy or its
 * replacement runs.
 *
 * @throws invalid-api-server
 */
export function apiServerEnv(address: ApiServerAddress | undefined): { [name: string]: EnvValue } {
  if (address === undefined) {return {};}
  const { host, port } = requireAddress(address);
  return { KUBERNETES_SERVICE_HOST: EnvValue.of(host), KUBERNETES_SERVICE_PORT: EnvValue.of(String(port)) };
}

/**
 * The address as a URL, as kubeconfig files spell it.
 *
 * @throws invalid-api-server
 */
export function apiServerUrl(address: ApiServerAddress): string {
  const { host, port } = requireAddress(address);
  return `https://${hostText(host)}:${port}`;
}

function requireAddress({ host, port = fixedValue(NETWORK_DEFAULTS.apiServerPort) }: ApiServerAddress): Required<ApiServerAddress> {
  if (!isAddress(host) && !isDnsSubdomain(host)) {
    fail({
      code: 'invalid-api-server',
      what: 'the API server cannot have this address',
      given: quote(host),
      allowed: 'a host name or an IP address, without scheme, port and brackets',
      fix: "write host: '192.0.2.10', and the port as `port`",
    });
  }
  if (!isWholeNumber(port, 1, 65535)) {
    fail({
      code: 'invalid-api-server', what: 'the API server cannot listen on this port', given: String(port),
      allowed: 'a whole number from 1 to 65535', fix: 'use the port in the kubeconfig of a node',
    });
  }
  return { host, port };
}
