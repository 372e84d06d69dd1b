import { Duration } from 'cdk8s';
import { Dns, IAgentFeature, ImagePullPolicy, LifecycleHook, PodSecurityContext, Priority } from '../../../src/index';
import { objectOf, testChart } from '../../support/golden';
import { containerOf, makeAgent, podOf } from '../make-agent';

const patient: IAgentFeature = {
  contribute: plan => plan.addPodDefaults({
    terminationGracePeriod: Duration.seconds(90), priority: Priority.systemNodeCritical(), dns: Dns.custom({ nameservers: ['10.0.0.10'] }),
    podSecurityContext: PodSecurityContext.of({ group: 1000 }), runtimeClassName: 'nvidia',
  }),
};

test('a feature sets for the pods what the user said nothing about', () => {
  expect(podOf({ features: [patient] })).toMatchObject({
    terminationGracePeriodSeconds: 90, priorityClassName: 'system-node-critical', dnsPolicy: 'None', securityContext: { runAsGroup: 1000 },
    runtimeClassName: 'nvidia',
  });
});

test('what the user said stays, and what an earlier feature set', () => {
  const hasty: IAgentFeature = {
    contribute: plan => plan.addPodDefaults({ terminationGracePeriod: Duration.seconds(5), runtimeClassName: 'gvisor' }),
  };
  expect(podOf({ features: [patient, hasty], terminationGracePeriod: Duration.seconds(40) })).toMatchObject({
    terminationGracePeriodSeconds: 40, runtimeClassName: 'nvidia',
  });
});

test('a priority of its own that comes late gets its class', () => {
  const chart = testChart();
  makeAgent({}, chart).addFeature({ contribute: plan => plan.addPodDefaults({ priority: Priority.dedicated(1000) }) });
  expect(objectOf(chart, 'PriorityClass').value).toBe(1000);
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.priorityClassName).toBe(objectOf(chart, 'PriorityClass').metadata.name);
});

test('a feature sets hooks, program and pull policy of a container', () => {
  const feature: IAgentFeature = {
    contribute: ({ container }) => container.addDefaults({
      preStop: LifecycleHook.exec(['/bin/leave']), postStart: LifecycleHook.exec(['/bin/enter']), command: ['/bin/agent'],
      imagePullPolicy: ImagePullPolicy.ALWAYS,
    }),
  };
  expect(containerOf({ features: [feature], command: ['/bin/mine'] })).toMatchObject({
    lifecycle: { preStop: { exec: { command: ['/bin/leave'] } }, postStart: { exec: { command: ['/bin/enter'] } } }, command: ['/bin/mine'],
    imagePullPolicy: 'Always',
  });
});
