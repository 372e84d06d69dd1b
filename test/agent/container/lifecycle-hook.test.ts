import { Duration } from 'cdk8s';
import { KubernetesVersion, LifecycleHook, Port, TargetCluster } from '../../../src/index';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { containerOf, messageOf, placesOf, problemCodesOf, problemsOf } from '../make-agent';

const http = Port.container('http', 8080);

function chartFor(version: KubernetesVersion) {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: version });
  return chart;
}

test('hooks are written where they belong', () => {
  expect(
    containerOf({ ports: [http], postStart: LifecycleHook.exec(['/warm-up']), preStop: LifecycleHook.http('/quit', http) }).lifecycle,
  ).toEqual({
    postStart: { exec: { command: ['/warm-up'] } }, preStop: { httpGet: { path: '/quit', port: 'http' } },
  });
  expect(containerOf().lifecycle).toBeUndefined();
});

test('a pause is a field since Kubernetes 1.30', () => {
  const preStop = LifecycleHook.sleep(Duration.seconds(5));
  expect(preStop.isSleep).toBe(true);
  expect(containerOf({ preStop }, chartFor(KubernetesVersion.V1_30)).lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
  expect(problemsOf({ preStop }, chartFor(KubernetesVersion.V1_29))).toEqual([
    refusal('field-too-new', {
      given: 'kubernetesVersion 1.29', allowed: '1.30 or newer', names: ['agent', 'LifecycleHandler.sleep', '1.30'],
    }),
  ]);
});

test('the command is a copy', () => {
  const command = ['a'];
  const hook = LifecycleHook.exec(command);
  command.push('b');
  expect(containerOf({ preStop: hook }).lifecycle.preStop.exec.command).toEqual(['a']);
});

describe('fails', () => {
  test.each([
    [
      'for no command', () => LifecycleHook.exec([]),
      refusal('invalid-hook'),
    ],
    ['for a path that is not absolute', () => LifecycleHook.http(
      'quit', http,
    ), refusal('invalid-hook', { given: "'quit'" })],
    [
      'for no pause', () => LifecycleHook.sleep(Duration.seconds(0)),
      refusal('invalid-duration', { given: '0 s', names: ['1', '2147483647'] }),
    ],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });

  test('for a pause that is longer than the pod has to stop', () => {
    const preStop = LifecycleHook.sleep(Duration.seconds(31));
    expect(problemsOf({ preStop }, chartFor(KubernetesVersion.V1_30))).toEqual([
      refusal('invalid-hook', { given: '31 s, terminationGracePeriod 30 s', names: ['agent'] }),
    ]);
    expect(problemsOf({ preStop, terminationGracePeriod: Duration.minutes(1) }, chartFor(KubernetesVersion.V1_30))).toEqual([]);
  });

  test('and takes a hook before the stop of a pod that is killed at once: the kubelet grants a second', () => {
    const preStop = LifecycleHook.exec(['calico-node', '-shutdown']);
    expect(problemsOf({ preStop, terminationGracePeriod: Duration.seconds(0) })).toEqual([]);
  });

  test('for a hook of an init container', () => {
    expect(problemsOf({
      initContainers: [{ name: 'init', image: 'a:1', preStop: LifecycleHook.exec(['a']), postStart: LifecycleHook.exec(['a']) }],
    })).toEqual([
      refusal('probe-on-init-container', { given: 'preStop, postStart', names: ['init'] }),
    ]);
  });

  test('for a port that the container does not have', () => {
    const props = { preStop: LifecycleHook.http('/quit', http) };
    expect(problemCodesOf(props)).toEqual(['probe-port-undeclared']);
    expect(placesOf('probe-port-undeclared', props)).toEqual(['agent spec.template.spec.containers[0].lifecycle.preStop.httpGet.port']);
  });
});
