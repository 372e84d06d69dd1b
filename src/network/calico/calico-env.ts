import { CalicoDataplane } from './calico-dataplane';
import { CalicoEncapsulation } from './calico-encapsulation';
import { CalicoOptions } from './calico-options';
import { felixVariables } from './felix';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { fail } from '../../private/agent-error';
import { isWholeNumber } from '../../private/whole-number';
import { compact } from '../../private/wire';
import { requireCidr } from '../private/cidr';

/** What the options say, with defaults filled in. */
export interface CalicoSettings extends CalicoOptions {
  readonly encapsulation: CalicoEncapsulation;
  readonly dataplane: CalicoDataplane;
  readonly mtu: number;
}

/**
 * The variables of calico-node.
 *
 * @param typha the Service of Typha and its namespace, where there is one
 */
export function nodeVariables(
  settings: CalicoSettings, typha?: { readonly service: string; readonly namespace: string },
): { [name: string]: EnvValue } {
  const { encapsulation, dataplane, mtu, ipv6PodCidr, addressDetection, natOutgoing, metricsPort } = settings;
  const pools = compact({
    CALICO_IPV4POOL_CIDR: podRange(settings.podCidr, false),
    CALICO_IPV4POOL_BLOCK_SIZE: text(settings.blockSize),
    CALICO_IPV4POOL_NAT_OUTGOING: text(natOutgoing),
    CALICO_IPV6POOL_CIDR: podRange(ipv6PodCidr, true),
    CALICO_IPV6POOL_NAT_OUTGOING: ipv6PodCidr === undefined ? undefined : text(natOutgoing),
    IP6: ipv6PodCidr === undefined ? undefined : 'autodetect',
    IP_AUTODETECTION_METHOD: addressDetection?.method,
  });
  const felix = compact({
    FELIX_BPFENABLED: dataplane === CalicoDataplane.EBPF ? 'true' : undefined,
    FELIX_NFTABLESMODE: dataplane === CalicoDataplane.NFTABLES ? 'Enabled' : undefined,
    FELIX_WIREGUARDENABLED: text(settings.wireguard),
    FELIX_WIREGUARDENABLEDV6: ipv6PodCidr === undefined ? undefined : text(settings.wireguard),
    FELIX_PROMETHEUSMETRICSENABLED: metricsPort === undefined ? undefined : 'true',
    FELIX_PROMETHEUSMETRICSPORT: text(metricsPort),
    FELIX_TYPHAK8SSERVICENAME: typha?.service,
    FELIX_TYPHAK8SNAMESPACE: typha?.namespace === 'kube-system' ? undefined : typha?.namespace,
  });
  return {
    ...values({
      DATASTORE_TYPE: 'kubernetes',
      WAIT_FOR_DATASTORE: 'true',
      CALICO_NETWORKING_BACKEND: backendOf(settings),
      CLUSTER_TYPE: 'k8s,bgp',
      IP: 'autodetect',
      CALICO_IPV4POOL_IPIP: encapsulation._ipip,
      CALICO_IPV4POOL_VXLAN: encapsulation._vxlan,
      CALICO_IPV6POOL_VXLAN: encapsulation._vxlan,
      CALICO_DISABLE_FILE_LOGGING: 'true',
      FELIX_DEFAULTENDPOINTTOHOSTACTION: 'ACCEPT',
      FELIX_HEALTHENABLED: 'true',
      FELIX_IPINIPMTU: String(mtu),
      FELIX_IPV6SUPPORT: String(ipv6PodCidr !== undefined),
      FELIX_VXLANMTU: String(mtu),
      FELIX_WIREGUARDMTU: String(mtu),
      ...pools,
      ...felix,
    }),
    ...felixVariables(settings.felix ?? {}),
    NODENAME: EnvValue.field(PodField.NODE_NAME),
  };
}

/** Which program tells the nodes of each other's routes. */
export function backendOf({ encapsulation }: CalicoSettings): string {
  return encapsulation._usesBgp ? 'bird' : 'vxlan';
}

/**
 * The configuration of CNI, in which the installer of Calico replaces the places between underscores.
 */
export function cniConfiguration({ ipv6PodCidr }: CalicoOptions): string {
  const configuration = {
    name: 'k8s-pod-network',
    cniVersion: '0.3.1',
    plugins: [
      {
        type: 'calico',
        log_level: 'info',
        log_file_path: '/var/log/calico/cni/cni.log',
        datastore_type: 'kubernetes',
        nodename: '__KUBERNETES_NODE_NAME__',
        mtu: '__CNI_MTU__',
        ipam: { type: 'calico-ipam', ...ipv6PodCidr !== undefined && { assign_ipv4: 'true', assign_ipv6: 'true' } },
        policy: { type: 'k8s' },
        kubernetes: { kubeconfig: '__KUBECONFIG_FILEPATH__' },
      },
      { type: 'portmap', snat: true, capabilities: { portMappings: true } },
    ],
  };
  // the installer puts a number here, which takes no quotes
  return JSON.stringify(configuration, undefined, 2).replace('"__CNI_MTU__"', '__CNI_MTU__');
}

/** @throws invalid-network-option */
export function requireCalico({ blockSize, mtu, metricsPort, typhaReplicas, encapsulation, dataplane }: CalicoOptions): void {
  const ranges: ReadonlyArray<[name: string, value: number | undefined, least: number, most: number]> = [
    ['blockSize', blockSize, 20, 32], ['mtu', mtu, 1280, 65535], ['metricsPort', metricsPort, 1, 65535], ['typhaReplicas', typhaReplicas, 0, 1000],
  ];
  for (const [name, value, least, most] of ranges) {
    if (value !== undefined && !isWholeNumber(value, least, most)) {
      fail({
        code: 'invalid-network-option', what: `\`${name}\` of Calico cannot be this`, given: String(value), allowed: `a whole number from ${least} to ${most}`,
        fix: 'leave it out for the default',
      });
    }
  }
  const isIpInIp = encapsulation !== undefined && encapsulation._ipip !== 'Never';
  if (isIpInIp && dataplane === CalicoDataplane.EBPF) {
    fail({
      code: 'invalid-network-option', what: 'the eBPF data plane carries no packets in IP packets', given: `CalicoEncapsulation.${encapsulation.kind}()`,
      allowed: 'CalicoEncapsulation.vxlan(), vxlanAcrossSubnets(), none()', fix: 'leave `encapsulation` out, which is VXLAN there',
    });
  }
}

function podRange(range: string | undefined, isIpv6: boolean): string | undefined {
  if (range === undefined) {return undefined;}
  const cidr = requireCidr(range, 'the addresses of pods');
  if (cidr.isIpv6 !== isIpv6) {
    fail({
      code: 'invalid-cidr', what: `\`${isIpv6 ? 'ipv6PodCidr' : 'podCidr'}\` is of the other IP family`, given: range, allowed: isIpv6 ? 'IPv6' : 'IPv4',
      fix: `give it as \`${isIpv6 ? 'podCidr' : 'ipv6PodCidr'}\``,
    });
  }
  return cidr.text;
}

function text(value: number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function values(texts: { readonly [name: string]: string }): { [name: string]: EnvValue } {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, EnvValue.of(value)]));
}
