/**
 * Keys that the loader of cilium-agent refuses, laid over what `Cni.cilium()` writes. What it refuses later, when it starts, is in
 * docs/guides/cilium.md.
 */
export const BROKEN: { readonly [name: string]: { readonly [key: string]: string } } = {
  'a cluster id above 255': { 'cluster-id': '300', 'cluster-name': 'a' },
  'a cluster id without a name': { 'cluster-id': '3' },
  'a long name of the cluster': { 'cluster-name': 'a'.repeat(33) },
  'native routing that masquerades, without a range': { 'routing-mode': 'native' },
  'native routing of IPv6 that masquerades, without a range': {
    'routing-mode': 'native', 'ipv4-native-routing-cidr': '10.0.0.0/8', 'enable-ipv6': 'true',
  },
  'a range of the wrong IP family': { 'routing-mode': 'native', 'ipv4-native-routing-cidr': 'fd00::/104' },
  'routes to nodes that are skipped without routes': { 'direct-routing-skip-unreachable': 'true' },
  'an unknown way of routing': { 'routing-mode': 'mars' },
  'a small table of connections': { 'bpf-ct-global-tcp-max': '1000' },
  'an unknown place of identities': { 'identity-allocation-mode': 'mars' },
  'a number that is none': { 'bpf-lb-map-max': '5x' },
  'a truth that is none': { 'enable-ipv4': 'yes please' },
  'a duration that is none': { 'conntrack-gc-interval': 'soon' },
};
