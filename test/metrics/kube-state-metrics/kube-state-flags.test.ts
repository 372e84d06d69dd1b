import { KubeStateMetrics, KubeStateMetricsProps, KubeStateSharding } from '../../../src';
import { kubeStateFlags } from '../../../src/metrics/kube-state-metrics/kube-state-flags';
import { errorsOf, objectOf, testChart } from '../../support/golden';

const isKnown = (flag: string, minor: number) => {
  const found = kubeStateFlags([2, minor]).find(flag);
  return found !== undefined && found.missing === undefined;
};

/** As `pkg/options/options.go` of each release has them. */
test.each<[string, number]>([
  ['track-unscheduled-pods', 14],
  ['auth-filter', 16],
  ['object-limit', 16],
  ['continue-without-config', 17],
  ['continue-without-custom-resource-state-config-file', 17],
  ['legacy_stderr_threshold_behavior', 19],
  ['alsologtostderrthreshold', 19],
])('--%s comes with 2.%i', (flag, minor) => {
  expect([isKnown(flag, minor - 1), isKnown(flag, minor)]).toEqual([false, true]);
});

test('a release that is newer than the table may have flags that are not in it', () => {
  expect([isKnown('of-tomorrow', 20), isKnown('of-tomorrow', 21)]).toEqual([false, true]);
});

function errorsWith(...args: string[]): string[] {
  return errorsWithProps({ args });
}

function errorsWithProps(props: KubeStateMetricsProps): string[] {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', props);
  return errorsOf(chart).map(line => line.replace('[test/ksm] ', ''));
}

test('arguments of the user are laid over those that are written here', () => {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', { args: ['--v=4', '--server-read-timeout=30s', '--use-apiserver-cache'] });
  const args: string[] = objectOf(chart, 'Deployment').spec.template.spec.containers[0].args;
  expect(args.filter(arg => !arg.startsWith('--resources='))).toEqual([
    '--port=8080', '--server-read-timeout=30s', '--telemetry-port=8081', '--use-apiserver-cache', '--v=4',
  ]);
});

test.each<[string, string]>([
  ['--resuorces=pods', "'resources'|did you mean"],
  ['--server-read-timeout=30', '--server-read-timeout of kube-state-metrics cannot have this value'],
  ['--auto-gomemlimit-ratio=most', '--auto-gomemlimit-ratio of kube-state-metrics cannot have this value'],
  ['--no-use-apiserver-cache', 'no-use-apiserver-cache'],
])('%s is refused', (arg, text) => {
  expect(errorsWith(arg)).toEqual([expect.stringMatching(new RegExp(`^unknown-flag: .*(${text})`))]);
});

test.each(['--resources=pods', '--namespaces=a', '--port=1', '--telemetry-port=1', '--shard=1', '--total-shards=2', '--node=a', '--pod=a',
  '--host=::1',
  '--metric-allowlist=a', '--metric-labels-allowlist=pods=[a]', '--tls-config=/a'])('%s has a property of its own', arg => {
  expect(errorsWith(arg)).toHaveLength(1);
});

test('what is wrong with arguments is said once, however many workloads get them', () => {
  expect(errorsWithProps({ args: ['--v=much'], sharding: KubeStateSharding.perNode() })).toHaveLength(1);
});
