import { daemonSet, deployment } from '../../../src/checks/example';
import { specFindings } from '../../../src/checks/refused/spec-findings';
import { entriesOf } from '../../../src/private/entry';
import { workloadOf } from '../../../src/cluster/inventory/workload';
import type { Wire } from '../../../src/private/wire';

const POD = 'spec.template.spec';
const FIRST = `${POD}.containers[0]`;
const find = (object: Wire) => specFindings(workloadOf(entriesOf(object)[0])!);
const places = (object: Wire): string[] => find(object).map(({ code, path }) => `${code} ${path}`);
const affinity = (term: Wire): Wire => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } } });

// the place of a problem is told by its words: these fail when the words change
test.each([
  ['selector', daemonSet({}, {}, { selector: { matchLabels: { app: 'other' } } }), 'selector-mismatch spec.selector'],
  ['strategy', daemonSet({}, {}, { updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }), 'invalid-rollout spec.updateStrategy'],
  ['number of the spec', daemonSet({}, {}, { minReadySeconds: -1 }), 'invalid-field spec.minReadySeconds'],
  ['labels of the pods', daemonSet({}, {}, { template: { metadata: { labels: { 'app': 'agent', 'a b': 'c' } } } }), 'invalid-label spec.template.metadata.labels'],
  ['annotations of the pods', daemonSet({}, {}, { template: { metadata: { annotations: { 'a b': 'c' } } } }), 'invalid-label spec.template.metadata.annotations'],
  ['image', daemonSet({}, { image: '' }), `invalid-image ${FIRST}.image`],
  ['port', daemonSet({}, { ports: [{ containerPort: 70000 }] }), `invalid-port ${FIRST}.ports`],
  ['name of a port', daemonSet({}, { ports: [{ containerPort: 80, name: 'Web' }] }), `invalid-name ${FIRST}.ports`],
  ['port on the host network', daemonSet({ hostNetwork: true }, { ports: [{ containerPort: 80, hostPort: 81 }] }), `conflicting-port ${FIRST}.ports`],
  ['mount', daemonSet({}, { volumeMounts: [{ name: 'a', mountPath: '/a' }] }), `unknown-volume ${FIRST}.volumeMounts`],
  ['probe', daemonSet({}, { startupProbe: {} }), `invalid-probe ${FIRST}.startupProbe`],
  ['hook', daemonSet({ terminationGracePeriodSeconds: 5 }, { lifecycle: { preStop: { sleep: { seconds: 9 } } } }), `invalid-hook ${FIRST}.lifecycle.preStop`],
  ['security', daemonSet({}, { securityContext: { privileged: true, allowPrivilegeEscalation: false } }), `privileged-without-escalation ${FIRST}.securityContext`],
  ['volume', daemonSet({ volumes: [{ name: 'a', emptyDir: {}, hostPath: { path: '/a' } }] }), `conflicting-volume ${POD}.volumes[0]`],
  ['two volumes', daemonSet({ volumes: ['a', 'a'].map(name => ({ name, emptyDir: {} })) }), `conflicting-volume ${POD}.volumes`],
  ['service account', daemonSet({ serviceAccountName: 'A' }), `invalid-name ${POD}.serviceAccountName`],
  ['priority class', daemonSet({ priorityClassName: 'A' }), `invalid-name ${POD}.priorityClassName`],
  ['runtime class', daemonSet({ runtimeClassName: 'A' }), `invalid-name ${POD}.runtimeClassName`],
  ['node', daemonSet({ nodeName: 'A' }), `invalid-name ${POD}.nodeName`],
  ['host name', daemonSet({ hostname: 'A' }), `invalid-name ${POD}.hostname`],
  ['node selector', daemonSet({ nodeSelector: { 'a b': 'c' } }), `invalid-label ${POD}.nodeSelector`],
  ['node affinity', daemonSet(affinity({})), `empty-node-term ${POD}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`],
  ['values of a node affinity', daemonSet(affinity({ matchExpressions: [{ key: 'a', operator: 'In', values: [] }] })),
    `invalid-label ${POD}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`],
  ['toleration', daemonSet({ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }), `invalid-toleration ${POD}.tolerations`],
  ['kernel parameter', daemonSet({ hostNetwork: true, securityContext: { sysctls: [{ name: 'net.a', value: '1' }] } }), `sysctl-of-host ${POD}.securityContext.sysctls`],
  ['field of pods alone', daemonSet({ activeDeadlineSeconds: 5 }), `invalid-field ${POD}.activeDeadlineSeconds`],
  ['containers', daemonSet({ containers: [] }), `invalid-field ${POD}.containers`],
  ['template of a Deployment', deployment({}, { image: '' }), `invalid-image ${FIRST}.image`],
])('tells the place of a wrong %s', (_, object, expected) => {
  expect(places(object)).toContain(expected);
});

test('names the container', () => {
  expect(find(daemonSet({}, { image: '' }))[0].container).toBe('agent');
});

test('speaks of manifests, and not of options of this library', () => {
  const wrong = [
    daemonSet({}, {}, { selector: { matchLabels: { app: 'other' } }, updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }),
    daemonSet({ hostNetwork: true }, { image: '', ports: [{ containerPort: 80, hostPort: 81 }], livenessProbe: {}, securityContext: { privileged: true, allowPrivilegeEscalation: false } }),
  ];
  for (const { fix } of wrong.flatMap(find)) {expect(fix).not.toMatch(/\b[A-Z]\w+\.\w|`\w+`|override|patch/);}
});

test('what only hurts is a warning', () => {
  expect(find(daemonSet({ terminationGracePeriodSeconds: 0 }, { lifecycle: { preStop: { exec: { command: ['a'] } } } })).map(({ code, level }) => [code, level])).toEqual([['invalid-hook', 'warning']]);
});

test('says nothing of custom resources, whose rules are their own', () => {
  expect(find({ ...daemonSet({ containers: [] }), apiVersion: 'example.com/v1' })).toEqual([]);
});
