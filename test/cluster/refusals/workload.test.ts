import { workloadOfSpec } from '../../../src/cluster/inventory/workload';
import { refusalsIn } from '../../../src/cluster/refusals';
import { errorLine } from '../../../src/private/agent-error';

type Fields = { [field: string]: any };

const agent = (fields: Fields = {}): Fields => ({ name: 'agent', image: 'a:1', ...fields });
const specWith = (pod: Fields, spec: Fields = {}): Fields => ({
  selector: { matchLabels: { app: 'a' } }, template: { metadata: { labels: { app: 'a', more: 'x' } }, spec: { containers: [agent()], ...pod } }, ...spec,
});
const linesOf = (spec: Fields): string[] => [...refusalsIn(workloadOfSpec('DaemonSet', spec))].map(found => errorLine(found));
const inContainer = (fields: Fields, pod: Fields = {}): string[] => linesOf(specWith({ containers: [agent(fields)], ...pod }));

test.each<[string, Fields]>([
  ['a pod of one container', specWith({})],
  ['a pod with everything in order', specWith({
    hostNetwork: true,
    initContainers: [{ name: 'init', image: 'a:1' }],
    containers: [agent({
      volumeMounts: [{ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/b', mountPropagation: 'Bidirectional' }],
      securityContext: { privileged: true }, ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }], livenessProbe: { exec: { command: ['a'] } },
    })],
    volumes: [{ name: 'v', emptyDir: {} }],
  })],
  ['a strategy that is not written', specWith({}, { updateStrategy: {} })],
  ['a strategy without budgets', specWith({}, { updateStrategy: { type: 'OnDelete', rollingUpdate: { maxUnavailable: 0 } } })],
  ['a volume without a source, which becomes an empty directory', specWith({ volumes: [{ name: 'v' }] })],
])('%s contradicts nothing', (_, spec) => {
  expect(linesOf(spec)).toEqual([]);
});

test.each([
  [{ maxUnavailable: '10%' }], [{ maxUnavailable: 5 }], [{ maxUnavailable: '100%', maxSurge: 0 }], [{ maxSurge: 1, maxUnavailable: 0 }], [{ maxSurge: '5%', maxUnavailable: '0%' }],
])('a rollout can proceed by %p', rollingUpdate => {
  expect(linesOf(specWith({}, { updateStrategy: { rollingUpdate } }))).toEqual([]);
});

describe('fails', () => {
  test.each([
    [{ maxSurge: 1 }, 'maxUnavailable: 1, maxSurge: 1'], [{ maxUnavailable: '1' }, 'maxUnavailable: 1, maxSurge: 0'],
    [{ maxUnavailable: -1 }, 'maxUnavailable: -1, maxSurge: 0'], [{ maxUnavailable: '200%' }, 'maxUnavailable: 200%, maxSurge: 0'], [{ maxUnavailable: 0.5 }, 'maxUnavailable: 0.5, maxSurge: 0'],
  ])('for a rollout by %p', (rollingUpdate, given) => {
    expect(linesOf(specWith({}, { updateStrategy: { type: 'RollingUpdate', rollingUpdate } }))).toEqual([
      `invalid-rollout: a rollout cannot proceed by this much; given: ${given}; allowed: one of the two at 0, the other at 1 or more, or at 1% to 100%; fix: set maxUnavailable or maxSurge in spec.updateStrategy.rollingUpdate to 0, and the other one to 1 or more, or to a share such as 10% (\`Rollout.percent(10)\`)`,
    ]);
  });

  test('for a selector that the pods do not meet', () => {
    const fix = 'fix: give the pods all labels that spec.selector asks for; of an agent, set both with `identity`, and patch neither';
    expect(linesOf(specWith({}, { selector: { matchLabels: { app: 'b' } } }))).toEqual([
      `selector-mismatch: the selector does not match the labels of the pods; given: app: b in the selector, app: a on the pods; ${fix}`,
    ]);
    expect(linesOf({ selector: { matchLabels: { app: 'a' } } }).slice(0, 1)).toEqual([
      `selector-mismatch: the selector does not match the labels of the pods; given: app: a in the selector, no such label on the pods; ${fix}`,
    ]);
  });

  test('for a selector whose expressions the pods do not meet, and for none', () => {
    const fix = 'fix: give the pods all labels that spec.selector asks for; of an agent, set both with `identity`, and patch neither';
    const selecting = (...matchExpressions: Fields[]) => linesOf(specWith({}, { selector: { matchLabels: { app: 'a' }, matchExpressions } }));
    expect(selecting({ key: 'more', operator: 'In', values: ['x', 'y'] }, { key: 'app', operator: 'Exists' }, { key: 'b', operator: 'DoesNotExist' }, { key: 'b', operator: 'NotIn', values: ['x'] })).toEqual([]);
    expect(selecting({ key: 'app', operator: 'In', values: ['b', 'c'] })).toEqual([
      `selector-mismatch: the selector does not match the labels of the pods; given: app: a, app In b|c; ${fix}`,
    ]);
    expect(selecting({ key: 'b', operator: 'Exists' })).toEqual([`selector-mismatch: the selector does not match the labels of the pods; given: app: a, b Exists; ${fix}`]);
    expect(linesOf(specWith({}, { selector: {} }))).toEqual([`selector-mismatch: the workload has no selector; given: {}; ${fix}`]);
  });

  test('for containers of one name, init containers among them', () => {
    expect(linesOf(specWith({ initContainers: [agent()], containers: [agent()] }))).toEqual([
      "duplicate-container: two containers of the pod are named 'agent'; given: 'agent'; fix: rename one of them",
    ]);
  });

  test('for volumes of one name, and for volumes of several sources', () => {
    expect(linesOf(specWith({ volumes: [{ name: 'v', emptyDir: {} }, { name: 'v', emptyDir: {} }, { name: 'w', emptyDir: {}, hostPath: { path: '/' } }] }))).toEqual([
      "conflicting-volume: two volumes of the pod are named 'v'; given: 'v'; fix: rename one of them",
      "conflicting-volume: the volume 'w' has several sources; given: emptyDir, hostPath; allowed: one source; fix: keep one of them",
    ]);
  });

  test('for two mounts at one path', () => {
    expect(inContainer({ volumeMounts: [{ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/a', readOnly: true }] }, { volumes: [{ name: 'v' }] })).toEqual([
      "conflicting-mount: the container 'agent' mounts two things at one path; given: '/a'; fix: give one of them another path, or keep one",
    ]);
  });

  test('for a mount of no volume', () => {
    expect(inContainer({ volumeMounts: [{ name: 'v', mountPath: '/a' }] })).toEqual([
      "unknown-volume: the container 'agent' mounts a volume that the pod does not have; given: 'v'; allowed: the pod has no volume; fix: add the volume, or remove the mount",
    ]);
    expect(inContainer({ volumeMounts: [{ name: 'v', mountPath: '/a' }] }, { volumes: [{ name: 'w' }, { name: 'x' }] })[0]).toContain("given: 'v'; allowed: w, x; fix");
  });

  test.each([
    [{ livenessProbe: { periodSeconds: 5 } }, 'livenessProbe', 'in no way; given: no handler'],
    [{ readinessProbe: { exec: {}, grpc: {} } }, 'readinessProbe', 'in several ways; given: exec, grpc'],
    [{ startupProbe: { tcpSocket: {}, httpGet: {} } }, 'startupProbe', 'in several ways; given: httpGet, tcpSocket'],
  ])('for the probe %p', (fields, role, rest) => {
    expect(inContainer(fields)).toEqual([
      `invalid-probe: the ${role} of the container 'agent' asks ${rest}; allowed: one of exec, httpGet, tcpSocket, grpc; fix: give the probe one of exec, httpGet, tcpSocket and grpc; of an agent, set it as a whole with the typed option`,
    ]);
  });

  test('for another port of the node on the host network', () => {
    const ports = [{ containerPort: 80, hostPort: 8080 }];
    expect(inContainer({ ports })).toEqual([]);
    expect(inContainer({ ports }, { hostNetwork: true })).toEqual([
      "conflicting-port: the container 'agent' maps a port of the node to another one on the host network; given: containerPort 80, hostPort 8080; fix: use the same number for both, or do without the host network",
    ]);
  });
});
