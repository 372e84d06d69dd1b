import { CalicoAgentOptions } from './calico-agent-options';
import { CalicoDataplane } from './calico-dataplane';
import { requireNumber } from './calico-numbers';
import { CalicoRelease } from './calico-releases';
import { RbacRule } from '../private/rbac-rules';

/** Where a node finds Typha. */
export interface TyphaPlace {
  readonly service: string;
  readonly namespace: string;
}

/** One way in which Calico runs: as the network, or for the policies of a network of others. What both have in common is not in it. */
export interface CalicoMode {
  /** Variables of calico-node, but for those that follow from CalicoAgentOptions. */
  readonly variables: { readonly [name: string]: string };
  /** Which program tells the nodes of each other's routes: `bird`, `vxlan` or `none`. */
  readonly backend: string;
  readonly vxlanPort?: number;
  /** Whether pods have IPv6 addresses. */
  readonly isIpv6: boolean;
  /** Whether WireGuard encrypts what comes from the addresses of nodes too. */
  readonly encryptsHosts: boolean;
  /**
   * How the CNI plugin of Calico gives addresses to pods, in the words of its configuration; nothing where another plugin connects pods.
   */
  readonly ipam?: { readonly [field: string]: any };
  readonly mtu: number;
  readonly nodeRules: readonly RbacRule[];
  readonly pluginRules: readonly RbacRule[];
  /** Variables that Typha and calico-node must agree on. */
  readonly typhaVariables: { readonly [name: string]: string };
}

/** All that a Calico is made from. */
export interface CalicoSettings {
  readonly release: CalicoRelease;
  readonly repository: string;
  readonly options: CalicoAgentOptions;
  readonly mode: CalicoMode;
}

/** @throws invalid-network-option */
export function requireAgentOptions({ metricsPort, healthPort, typhaReplicas }: CalicoAgentOptions): void {
  requireNumber('metricsPort', metricsPort, 1, 65535);
  requireNumber('healthPort', healthPort, 1, 65535);
  requireNumber('typhaReplicas', typhaReplicas, 1, 1000, 'without Typha it is left out');
}

export const HEALTH_PORT = 9099;

/** The variables that follow from options which both modes have. */
export function agentVariables({ options, mode, release }: CalicoSettings, typha: TyphaPlace | undefined): { [name: string]: string } {
  const { dataplane, metricsPort, healthPort = HEALTH_PORT, wireguard } = options;
  const { isIpv6, encryptsHosts } = mode;
  return {
    DATASTORE_TYPE: 'kubernetes',
    WAIT_FOR_DATASTORE: 'true',
    CALICO_NETWORKING_BACKEND: mode.backend,
    CALICO_DISABLE_FILE_LOGGING: 'true',
    FELIX_DEFAULTENDPOINTTOHOSTACTION: 'ACCEPT',
    FELIX_HEALTHENABLED: 'true',
    FELIX_IPV6SUPPORT: String(isIpv6),
    ...dataplane === CalicoDataplane.EBPF && { FELIX_BPFENABLED: 'true' },
    ...nftablesMode(dataplane, release),
    ...healthPort !== HEALTH_PORT && { FELIX_HEALTHPORT: String(healthPort) },
    ...wireguard !== undefined && {
      FELIX_WIREGUARDENABLED: String(wireguard), ...isIpv6 && { FELIX_WIREGUARDENABLEDV6: String(wireguard) },
      ...wireguard && encryptsHosts && { FELIX_WIREGUARDHOSTENCRYPTIONENABLED: 'true' },
    },
    ...metricsPort !== undefined && { FELIX_PROMETHEUSMETRICSENABLED: 'true', FELIX_PROMETHEUSMETRICSPORT: String(metricsPort) },
    ...typha !== undefined && {
      FELIX_TYPHAK8SSERVICENAME: typha.service, ...typha.namespace !== 'kube-system' && { FELIX_TYPHAK8SNAMESPACE: typha.namespace },
    },
  };
}

/** 3.32 chooses by itself where nothing is said, 3.31 uses iptables. */
function nftablesMode(dataplane: CalicoDataplane | undefined, { minor }: CalicoRelease): { [name: string]: string } {
  if (dataplane === CalicoDataplane.NFTABLES) {return { FELIX_NFTABLESMODE: 'Enabled' };}
  return dataplane === CalicoDataplane.IPTABLES && minor !== '3.31' ? { FELIX_NFTABLESMODE: 'Disabled' } : {};
}
