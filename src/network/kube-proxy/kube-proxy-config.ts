import { KubeProxyMode } from './kube-proxy-mode';
import { KubeProxyProps } from './kube-proxy-props';
import { mergeWire, Wire, compact } from '../../private/wire';
import { yamlText } from '../../private/yaml/yaml-text';
import { ApiServerAddress } from '../api-server-address';
import { apiServerUrl } from '../private/api-server';
import { requireCidr } from '../private/cidr';
import { LOOPBACK } from '../private/reachable-metrics';

export const CONFIG_DIRECTORY = '/var/lib/kube-proxy';
export const KUBECONFIG = `${CONFIG_DIRECTORY}/kubeconfig.conf`;
const CREDENTIALS = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What the configuration follows from, with defaults filled in. */
export interface ProxySettings extends KubeProxyProps {
  readonly mode: KubeProxyMode;
  readonly metricsPort: number;
  readonly healthPort: number;
  readonly metricsOnEveryAddress: boolean;
}

/** The KubeProxyConfiguration. */
export function proxyConfig(settings: ProxySettings): string {
  const { mode, strictArp, clusterCidrs = [], nodePortAddresses, extraConfig = {} } = settings;
  const ranges = clusterCidrs.map(range => requireCidr(range, 'the addresses of pods'));
  nodePortAddresses?.forEach(range => requireCidr(range, 'addresses of node ports'));
  // a cluster of IPv6 alone has no address to bind 0.0.0.0 on
  const everyAddress = ranges[0]?.isIpv6 ? '[::]' : '0.0.0.0';
  const typed = compact({
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    clientConnection: { kubeconfig: KUBECONFIG },
    clusterCIDR: ranges.length === 0 ? undefined : ranges.map(({ text }) => text).join(','),
    healthzBindAddress: `${everyAddress}:${settings.healthPort}`,
    ipvs: strictArp === undefined ? undefined : { strictARP: strictArp },
    metricsBindAddress: `${settings.metricsOnEveryAddress ? everyAddress : LOOPBACK}:${settings.metricsPort}`,
    mode,
    nodePortAddresses,
  });
  return yamlText(mergeWire(typed, extraConfig) as Wire);
}

/** The kubeconfig: the address, and the token of the pod, which is read again when the kubelet renews it. */
export function proxyKubeconfig(apiServer: ApiServerAddress): string {
  const name = 'default';
  return yamlText({
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name, cluster: { 'certificate-authority': `${CREDENTIALS}/ca.crt`, 'server': apiServerUrl(apiServer) } }],
    'contexts': [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
    'users': [{ name, user: { tokenFile: `${CREDENTIALS}/token` } }],
  });
}
