import { daemonSet, deployment } from '../../../src/checks/example';
import { workloadOf } from '../../../src/cluster/inventory/workload';
import { refusalsIn } from '../../../src/cluster/refusals';
import { entriesOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';

const POD = 'spec.template.spec';
const FIRST = `${POD}.containers[0]`;
const find = (object: Wire) => [...refusalsIn(workloadOf(entriesOf(object)[0])!)];
const places = (object: Wire): string[] => find(object).map(({ code, path }) => `${code} ${path}`);
const affinity = (term: Wire): Wire => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } },
});

test.each([
  ['selector', daemonSet({}, {}, { selector: { matchLabels: { app: 'other' } } }), 'selector-mismatch spec.selector'],
  ['strategy', daemonSet({}, {}, { updateStrategy: { rollingUpdate: { maxSurge: 1 } } }), 'invalid-rollout spec.updateStrategy'],
  ['number of the spec', daemonSet({}, {}, { minReadySeconds: -1 }), 'invalid-field spec.minReadySeconds'],
  ['labels of the pods', daemonSet({}, {}, {
    template: { metadata: { labels: { 'app': 'agent', 'a b': 'c' } } },
  }), "invalid-label spec.template.metadata.labels['a b']"],
  ['annotations of the pods', daemonSet({}, {}, {
    template: { metadata: { annotations: { 'a b': 'c' } } },
  }), "invalid-label spec.template.metadata.annotations['a b']"],
  ['image', daemonSet({}, { image: '' }), `invalid-image ${FIRST}.image`],
  ['port', daemonSet({}, { ports: [{ containerPort: 70000 }] }), `invalid-port ${FIRST}.ports[0].containerPort`],
  ['name of a port', daemonSet({}, { ports: [{ containerPort: 80, name: 'Web' }] }), `invalid-name ${FIRST}.ports[0].name`],
  ['port on the host network', daemonSet({ hostNetwork: true }, {
    ports: [{ containerPort: 80, hostPort: 81 }],
  }), `conflicting-port ${FIRST}.ports[0].hostPort`],
  ['mount', daemonSet({}, { volumeMounts: [{ name: 'a', mountPath: '/a' }] }), `unknown-volume ${FIRST}.volumeMounts[0].name`],
  ['probe', daemonSet({}, { startupProbe: {} }), `invalid-probe ${FIRST}.startupProbe`],
  ['hook', daemonSet({ terminationGracePeriodSeconds: 5 }, {
    lifecycle: { preStop: { sleep: { seconds: 9 } } },
  }), `invalid-hook ${FIRST}.lifecycle.preStop`],
  ['volume', daemonSet({ volumes: [{ name: 'a', emptyDir: {}, hostPath: { path: '/a' } }] }), `conflicting-volume ${POD}.volumes[0]`],
  ['two volumes', daemonSet({ volumes: ['a', 'a'].map(name => ({ name, emptyDir: {} })) }), `conflicting-volume ${POD}.volumes[1]`],
  ['service account', daemonSet({ serviceAccountName: 'A' }), `invalid-name ${POD}.serviceAccountName`],
  ['priority class', daemonSet({ priorityClassName: 'A' }), `invalid-name ${POD}.priorityClassName`],
  ['runtime class', daemonSet({ runtimeClassName: 'A' }), `invalid-name ${POD}.runtimeClassName`],
  ['node', daemonSet({ nodeName: 'A' }), `invalid-name ${POD}.nodeName`],
  ['host name', daemonSet({ hostname: 'A' }), `invalid-name ${POD}.hostname`],
  ['node selector', daemonSet({ nodeSelector: { 'a b': 'c' } }), `invalid-label ${POD}.nodeSelector['a b']`],
  ['node affinity', daemonSet(affinity({})), `empty-node-term ${POD}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`],
  ['values of a node affinity', daemonSet(affinity({ matchExpressions: [{ key: 'a', operator: 'In', values: [] }] })),
    'invalid-label '
      + `${POD}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values`],
  ['toleration', daemonSet({ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }), `invalid-toleration ${POD}.tolerations[0]`],
  ['kernel parameter', daemonSet({
    hostNetwork: true, securityContext: { sysctls: [{ name: 'net.a', value: '1' }] },
  }), `sysctl-of-host ${POD}.securityContext.sysctls`],
  ['field of pods alone', daemonSet({ activeDeadlineSeconds: 5 }), `invalid-field ${POD}.activeDeadlineSeconds`],
  ['containers', daemonSet({ containers: [] }), `invalid-field ${POD}.containers`],
  ['template of a Deployment', deployment({}, { image: '' }), `invalid-image ${FIRST}.image`],
])('tells the place of a wrong %s', (_, object, expected) => {
  expect(places(object)).toContain(expected);
});

test('names the container', () => {
  expect(find(daemonSet({}, { image: '' }))[0].container).toBe('agent');
});

test('a hook of a pod without a grace period runs: the kubelet grants a second', () => {
  expect(find(daemonSet({ terminationGracePeriodSeconds: 0 }, { lifecycle: { preStop: { exec: { command: ['a'] } } } }))).toEqual([]);
});
