import { Duration } from 'cdk8s';
import { KubernetesVersion, LifecycleHook, Port, TargetCluster } from '../../../src/index';
import { testChart } from '../../support/golden';
import { containerOf, messageOf, placesOf, problemCodesOf, problemsOf } from '../make-agent';

const http = Port.container('http', 8080);

function chartFor(version: KubernetesVersion) {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: version });
  return chart;
}

test('hooks are written where they belong', () => {
  expect(containerOf({ ports: [http], postStart: LifecycleHook.exec(['/warm-up']), preStop: LifecycleHook.http('/quit', http) }).lifecycle).toEqual({
    postStart: { exec: { command: ['/warm-up'] } }, preStop: { httpGet: { path: '/quit', port: 'http' } },
  });
  expect(containerOf().lifecycle).toBeUndefined();
});

test('a pause is a field since Kubernetes 1.30', () => {
  const preStop = LifecycleHook.sleep(Duration.seconds(5));
  expect(preStop.isSleep).toBe(true);
  expect(containerOf({ preStop }, chartFor(KubernetesVersion.V1_30)).lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
  expect(problemsOf({ preStop }, chartFor(KubernetesVersion.V1_29))).toEqual([
    "field-too-new: the container 'agent' uses LifecycleHandler.sleep, which needs Kubernetes 1.30; given: kubernetesVersion 1.29; allowed: 1.30 or newer; fix: use LifecycleHook.exec with the `sleep` of the image, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there",
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
    ['for no command', () => LifecycleHook.exec([]), 'invalid-hook: a hook has no command to run; given: an empty list; fix: name the program and its arguments, each a text of its own'],
    ['for a path that is not absolute', () => LifecycleHook.http('quit', http), "invalid-hook: the path of a hook begins with /; given: 'quit'; fix: write '/quit'"],
    ['for no pause', () => LifecycleHook.sleep(Duration.seconds(0)), 'invalid-duration: a pause cannot be this long; given: 0 s; allowed: whole seconds from 1 to 2147483647; fix: round it'],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toBe(message);
  });

  test('for a pause that is longer than the pod has to stop', () => {
    const preStop = LifecycleHook.sleep(Duration.seconds(31));
    expect(problemsOf({ preStop }, chartFor(KubernetesVersion.V1_30))).toEqual([
      "invalid-hook: the pause of the container 'agent' is longer than the pod has to stop; given: 31 s, terminationGracePeriod 30 s; fix: shorten the pause, or give terminationGracePeriodSeconds more (`terminationGracePeriod`)",
    ]);
    expect(problemsOf({ preStop, terminationGracePeriod: Duration.minutes(1) }, chartFor(KubernetesVersion.V1_30))).toEqual([]);
  });

  test('for a hook before the stop of a pod that is killed at once', () => {
    const message = (name: string) =>
      `invalid-hook: the container '${name}' has a hook before its stop that never runs: the pod is killed at once; given: preStop, terminationGracePeriod 0 s; fix: leave the hook out, or give terminationGracePeriodSeconds what it takes (\`terminationGracePeriod\`)`;
    const preStop = LifecycleHook.exec(['calico-node', '-shutdown']);
    const terminationGracePeriod = Duration.seconds(0);
    expect(problemsOf({ preStop, terminationGracePeriod })).toEqual([message('agent')]);
    expect(problemsOf({ terminationGracePeriod, containers: [{ name: 'other', image: 'a:1', preStop }] })).toEqual([message('other')]);
    expect(problemsOf({ preStop, podOverrides: { terminationGracePeriodSeconds: 0 } })).toEqual([message('agent')]);
    expect(problemsOf({ terminationGracePeriod, postStart: preStop })).toEqual([]);
  });

  test('for a hook of an init container', () => {
    expect(problemsOf({ initContainers: [{ name: 'init', image: 'a:1', preStop: LifecycleHook.exec(['a']), postStart: LifecycleHook.exec(['a']) }] })).toEqual([
      "probe-on-init-container: the container 'init' runs to its end before the others start, so nothing can be asked of it; given: preStop, postStart; fix: leave them out, or make it a sidecar",
    ]);
  });

  test('for a port that the container does not have', () => {
    const props = { preStop: LifecycleHook.http('/quit', http) };
    expect(problemCodesOf(props)).toEqual(['probe-port-undeclared']);
    expect(placesOf('probe-port-undeclared', props)).toEqual(['agent spec.template.spec.containers[0].lifecycle.preStop.httpGet.port']);
  });
});
