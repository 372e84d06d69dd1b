import { workloadOfSpec } from '../../../src/cluster/inventory/workload';
import { refusalsIn } from '../../../src/cluster/refusals';
import { errorLine } from '../../../src/private/agent-error';
import { refusal } from '../../support/refusal';

type Fields = { [field: string]: any };

const agent = (fields: Fields = {}): Fields => ({ name: 'agent', image: 'a:1', ...fields });
const specWith = (pod: Fields, spec: Fields = {}): Fields => ({
  selector: { matchLabels: { app: 'a' } },
  template: { metadata: { labels: { app: 'a', more: 'x' } }, spec: { containers: [agent()], ...pod } }, ...spec,
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
      securityContext: { privileged: true }, ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }],
      livenessProbe: { exec: { command: ['a'] } },
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
  [{ maxUnavailable: '10%' }], [{ maxUnavailable: 5 }], [{ maxUnavailable: '100%', maxSurge: 0 }], [{ maxSurge: 1, maxUnavailable: 0 }],
  [{ maxSurge: '5%', maxUnavailable: '0%' }],
])('a rollout can proceed by %p', rollingUpdate => {
  expect(linesOf(specWith({}, { updateStrategy: { rollingUpdate } }))).toEqual([]);
});

describe('fails', () => {
  test.each([
    [{ maxSurge: 1 }, 'maxUnavailable: 1, maxSurge: 1'], [{ maxUnavailable: '1' }, 'maxUnavailable: 1, maxSurge: 0'],
    [{ maxUnavailable: -1 }, 'maxUnavailable: -1, maxSurge: 0'], [{ maxUnavailable: '200%' }, 'maxUnavailable: 200%, maxSurge: 0'],
    [{ maxUnavailable: 0.5 }, 'maxUnavailable: 0.5, maxSurge: 0'],
  ])('for a rollout by %p', (rollingUpdate, given) => {
    expect(linesOf(specWith({}, { updateStrategy: { type: 'RollingUpdate', rollingUpdate } }))).toEqual([
      refusal('invalid-rollout', { given, names: ['0', '1', '1', '100'] }),
    ]);
  });

  test('for a selector that the pods do not meet', () => {
    expect(linesOf(specWith({}, { selector: { matchLabels: { app: 'b' } } }))).toEqual([
      refusal('selector-mismatch', { given: 'app: b in the selector, app: a on the pods' }),
    ]);
    expect(linesOf({ selector: { matchLabels: { app: 'a' } } }).slice(0, 1)).toEqual([
      refusal('selector-mismatch', { given: 'app: a in the selector, no such label on the pods' }),
    ]);
  });

  test('for a selector whose expressions the pods do not meet, and for none', () => {
    const selecting = (...matchExpressions: Fields[]) =>
      linesOf(specWith({}, { selector: { matchLabels: { app: 'a' }, matchExpressions } }));
    expect(selecting(
      { key: 'more', operator: 'In', values: ['x', 'y'] }, { key: 'app', operator: 'Exists' }, { key: 'b', operator: 'DoesNotExist' },
      { key: 'b', operator: 'NotIn', values: ['x'] },
    )).toEqual([]);
    expect(selecting({ key: 'app', operator: 'In', values: ['b', 'c'] })).toEqual([
      refusal('selector-mismatch', { given: 'app: a, app In b|c' }),
    ]);
    expect(selecting({ key: 'b', operator: 'Exists' })).toEqual([
      refusal('selector-mismatch', { given: 'app: a, b Exists' }),
    ]);
    expect(linesOf(specWith({}, { selector: {} }))).toEqual([refusal('selector-mismatch', { given: '{}' })]);
  });

  test('for containers of one name, init containers among them', () => {
    expect(linesOf(specWith({ initContainers: [agent()], containers: [agent()] }))).toEqual([
      refusal('duplicate-container', { given: "'agent'", names: ['agent'] }),
    ]);
  });

  test('for volumes of one name, and for volumes of several sources', () => {
    expect(linesOf(specWith({
      volumes: [{ name: 'v', emptyDir: {} }, { name: 'v', emptyDir: {} }, { name: 'w', emptyDir: {}, hostPath: { path: '/' } }],
    }))).toEqual([
      refusal('conflicting-volume', { given: "'v'", names: ['v'] }),
      refusal('conflicting-volume', { given: 'emptyDir, hostPath', allowed: 'one source', names: ['w'] }),
    ]);
  });

  test('for two mounts at one path', () => {
    expect(inContainer({ volumeMounts: [{ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/a', readOnly: true }] }, {
      volumes: [{ name: 'v' }],
    })).toEqual([
      refusal('conflicting-mount', { given: "'/a'", names: ['agent'] }),
    ]);
  });

  test('for a mount of no volume', () => {
    expect(inContainer({ volumeMounts: [{ name: 'v', mountPath: '/a' }] })).toEqual([
      refusal('unknown-volume', { given: "'v'", names: ['agent'] }),
    ]);
    expect(inContainer({ volumeMounts: [{ name: 'v', mountPath: '/a' }] }, { volumes: [{ name: 'w' }, { name: 'x' }] })[0]).toContain(
      "given: 'v'; allowed: w, x; fix",
    );
  });

  test.each([
    [{ livenessProbe: { periodSeconds: 5 } }, 'livenessProbe', 'no handler'],
    [{ readinessProbe: { exec: {}, grpc: {} } }, 'readinessProbe', 'exec, grpc'],
    [{ startupProbe: { tcpSocket: {}, httpGet: {} } }, 'startupProbe', 'httpGet, tcpSocket'],
  ])('for the probe %p', (fields, role, given) => {
    expect(inContainer(fields)).toEqual([
      refusal('invalid-probe', { given, names: [role, 'agent', 'httpGet', 'tcpSocket'] }),
    ]);
  });

  test('for another port of the node on the host network', () => {
    const ports = [{ containerPort: 80, hostPort: 8080 }];
    expect(inContainer({ ports })).toEqual([]);
    expect(inContainer({ ports }, { hostNetwork: true })).toEqual([
      refusal('conflicting-port', { given: 'containerPort 80, hostPort 8080', names: ['agent'] }),
    ]);
  });
});
