import * as fc from 'fast-check';
import { objectsOf, textOf } from './manifest';
import { problemsFrom, tryInputs } from './trial';
import { buildProgram } from '../../../scripts/conformance/go';
import { KubeProxy, KubeProxyMode, KubeProxyProps } from '../../../src';

const port = fc.integer({ min: 1, max: 65535 });
const ranges = fc.constantFrom<string[]>([], ['10.244.0.0/16'], ['fd00:10:244::/56'], ['10.244.0.0/16', 'fd00:10:244::/56']);
const settings: fc.Arbitrary<KubeProxyProps> = fc.record({
  mode: fc.constantFrom(...Object.values(KubeProxyMode)),
  clusterCidrs: ranges,
  nodePortAddresses: fc.constantFrom<string[]>(['192.0.2.0/24'], ['2001:db8::/32', '198.51.100.0/24']),
  strictArp: fc.boolean(),
  metricsPort: port,
  metricsOnEveryAddress: fc.boolean(),
  healthPort: port,
  extraConfig: fc.constantFrom<{
    [field: string]: any;
  }>({ conntrack: { maxPerCore: 0 } }, { detectLocalMode: 'ClusterCIDR' }, { iptables: { minSyncPeriod: '2s' } }),
}, { requiredKeys: [] }).filter(({ metricsPort = 10249, healthPort = 10256 }) => metricsPort !== healthPort);

const BROKEN = [
  'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nmode: userspace\n',
  'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nmoode: iptables\n',
  'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nnodePortAddresses: [everywhere]\n',
];

function configurationOf(props: KubeProxyProps): string {
  const all = { apiServer: { host: 'api.example.com' }, ...props };
  return textOf(objectsOf(chart => new KubeProxy(chart, 'kube-proxy', all)), 'config.conf');
}

/** Puts configurations of KubeProxy before the decoder and the validation of kube-proxy itself. Returns what is wrong. */
export async function judgeKubeProxy(runs: number): Promise<string[]> {
  const program = await buildProgram('proxyconfig');
  return tryInputs({
    program: 'kube-proxy 1.36', inputs: 'configurations', broken: BROKEN,
    written: [configurationOf({}), ...fc.sample(settings, runs).map(configurationOf)],
    problemsOf: texts => problemsFrom(program, texts),
  });
}
