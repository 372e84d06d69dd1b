import { ApiGrant } from '../../agent/companions/api-grant';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { Port } from '../../agent/container/port';
import { Dns } from '../../agent/dns';
import { HostNamespace } from '../../agent/host-namespace';
import { AzureCloudConfig } from '../azure-cloud-config';
import { AzureCsiDriverOptions } from '../azure-csi-driver-options';
import { CsiGrant } from '../csi-grant';
import { CsiHostAccess } from '../csi-host-access';
import { CsiPodOptions } from '../csi-pod-options';

/** What gives a program the settings of the cloud. */
export interface CloudAccess {
  readonly args: string[];
  readonly env: { [name: string]: EnvValue };
  readonly hostAccess: CsiHostAccess[];
  readonly grants: CsiGrant[];
  /** The file belongs to root, and nobody else may read it. */
  readonly securityContext?: ContainerSecurity;
}

/** The variable by which the drivers find the file. */
const FILE_VARIABLE = 'AZURE_CREDENTIAL_FILE';

export function cloudAccess({ cloudConfig = AzureCloudConfig.nodeFile() }: AzureCsiDriverOptions, os: 'linux'
  | 'windows' = 'linux'): CloudAccess {
  const { _file: file, _secret: secret } = cloudConfig;
  if (secret !== undefined) {
    return {
      args: [`--cloud-config-secret-name=${secret.name}`, `--cloud-config-secret-namespace=${secret.namespace}`], env: {}, hostAccess: [],
      grants: [CsiGrant.of([ApiGrant.inNamespace(secret.namespace, ['secrets'], ['get'], { resourceNames: [secret.name] })])],
    };
  }
  const { path, windowsPath } = file!;
  return {
    args: [], grants: [],
    env: { [FILE_VARIABLE]: EnvValue.of(os === 'windows' ? windowsPath : path) },
    hostAccess: os === 'windows' ? [] : [CsiHostAccess.of([HostPath.file(path)])],
    securityContext: ContainerSecurity.root('reads the cloud config of the node, which is open to root alone'),
  };
}

/** The network of the controller, and of the names that it looks up. */
export function controllerNetwork({ controllerOnHostNetwork = true }: AzureCsiDriverOptions): Pick<CsiPodOptions, 'hostNamespaces'
  | 'dns'> {
  return controllerOnHostNetwork
    ? { hostNamespaces: [HostNamespace.network('managed identities of the node are asked for on its network')], dns: Dns.node() }
    : {};
}

/** The metrics of a program, where someone asked for them. */
export function metricsOn(port: number, { metrics = false }: AzureCsiDriverOptions): { readonly args: string[]; readonly ports?: Port[] } {
  return metrics ? { args: [`--metrics-address=0.0.0.0:${port}`], ports: [Port.container('metrics', port)] } : { args: [] };
}
