/**
 * Puts configurations of KubeProxy before the decoder and the validation of kube-proxy 1.36 itself:
 *
 *     npm run network:kube-proxy
 *
 * Fails where one is refused, and where a broken one is not. It needs Go on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { buildProgram, requireGo } from '../../../scripts/conformance/go';
import { KubeProxy, KubeProxyMode, KubeProxyProps, KubernetesVersion, TargetCluster } from '../../../src';

const RUNS = 500;

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
  extraConfig: fc.constantFrom<{ [field: string]: any }>({ conntrack: { maxPerCore: 0 } }, { detectLocalMode: 'ClusterCIDR' }, { iptables: { minSyncPeriod: '2s' } }),
}, { requiredKeys: [] }).filter(({ metricsPort = 10249, healthPort = 10256 }) => metricsPort !== healthPort);

const BROKEN = [
  'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nmode: userspace\n',
  'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nmoode: iptables\n',
  'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nnodePortAddresses: [everywhere]\n',
];

function configurationOf(props: KubeProxyProps): string {
  const chart = new Chart(new App(), 'chart');
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_36 });
  new KubeProxy(chart, 'kube-proxy', { apiServer: { host: 'api.example.com' }, ...props });
  return chart.toJson().find(({ kind }) => kind === 'ConfigMap').data['config.conf'];
}

async function main(): Promise<void> {
  requireGo();
  const judge = await buildProgram('proxyconfig');
  const folder = mkdtempSync(join(tmpdir(), 'kube-proxy-'));
  const problemsOf = (texts: readonly string[]): string[] => {
    const files = texts.map((text, at) => {
      const file = join(folder, `${at}.yaml`);
      writeFileSync(file, text);
      return file;
    });
    const lines = execFileSync(judge, files, { encoding: 'utf8', maxBuffer: 100_000_000 }).trim().split('\n');
    return lines.map((line, at) => ({ problem: JSON.parse(line).problem as string | undefined, text: texts[at] }))
      .flatMap(({ problem, text }) => (problem === undefined ? [] : [`${problem}\n${text}`]));
  };
  try {
    const blind = BROKEN.length - problemsOf(BROKEN).length;
    const problems = problemsOf([configurationOf({}), ...fc.sample(settings, RUNS).map(configurationOf)]);
    problems.slice(0, 5).forEach(problem => console.error(problem));
    console.log(`${RUNS + 1 - problems.length} of ${RUNS + 1} configurations are accepted by kube-proxy, ${BROKEN.length - blind} of ${BROKEN.length} broken ones are refused`);
    process.exitCode = problems.length + blind === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
