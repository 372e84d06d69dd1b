import { workloadOfSpec } from '../../src/cluster/inventory/workload';
import { refusalsIn } from '../../src/cluster/refusals';
import { errorLine } from '../../src/private/agent-error';
import { refusal } from '../support/refusal';

type Fields = { [field: string]: any };

const linesOf = (spec: Fields): string[] => [...refusalsIn(workloadOfSpec('DaemonSet', spec))].map(found => errorLine(found));
const specWith = (pod: Fields = {}, metadata: Fields = {}, spec: Fields = {}): Fields => ({
  selector: { matchLabels: { app: 'a' } },
  template: { metadata: { labels: { app: 'a' }, ...metadata }, spec: { containers: [{ name: 'agent', image: 'a:1' }], ...pod } }, ...spec,
});
/** Without what it says of labels that do not match: that is another matter. */
const labelled = (spec: Fields) => linesOf(spec).filter(line => !line.startsWith('selector-mismatch'));
const inPod = (pod: Fields) => linesOf(specWith(pod));
const inContainer = (container: Fields) => inPod({ containers: [{ name: 'agent', image: 'a:1', ...container }] });

// what each of these says of itself is what a real API server of Kubernetes 1.36 was seen to do
test.each<[string, Fields]>([
  ['a pod of one container', specWith()],
  ['numbers at zero', specWith({}, {}, { minReadySeconds: 0, revisionHistoryLimit: 0 })],
  ['annotations of 262144 bytes', specWith({}, { annotations: { a: 'x'.repeat(262_143) } })],
  ['a key of an annotation with capitals before the slash', specWith({}, { annotations: { 'Example.COM/a': 'b c' } })],
  ['an AppArmor profile of 4095 bytes', specWith({
    securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'ä'.repeat(2047) } },
  })],
  ['a path with two dots inside', specWith({ volumes: [{ name: 'v', configMap: { name: 'a', items: [{ key: 'a', path: 'a/..x' }] } }] })],
  ['parameters of the namespace that is not shared', specWith({
    hostIPC: true, securityContext: { sysctls: [{ name: 'net.core.somaxconn' }] },
  })],
  ['a Windows pod', specWith({
    os: { name: 'windows' }, hostNetwork: true, hostPID: false, securityContext: { runAsNonRoot: true, windowsOptions: {} },
    volumes: [{ name: 'v', hostPath: { path: 'C:\\a' } }, { name: 'w', hostPath: { path: '\\\\.\\pipe\\a' } }],
  })],
  ['options for Windows in a pod that says nothing of its system', specWith({ securityContext: { windowsOptions: {} } })],
  ['a toleration of everything', specWith({
    tolerations: [{ operator: 'Exists' }, { key: 'a' }, { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 0 }],
  })],
  ['a Windows pod with paths from the root, of which the kubelet makes paths of drive C', specWith({
    os: { name: 'windows' },
    volumes: ['/', '/etc/cni/net.d', '\\var\\lib\\kubelet', 'c:/var'].map((path, index) => ({ name: `v${index}`, hostPath: { path } })),
  })],
  ['an affinity of which one term is empty and another is not', specWith({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }, {}],
        },
      },
    },
  })],
  ['an affinity by name', specWith({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a.b'] }] }],
        },
      },
    },
  })],
])('%s is taken', (_, spec) => {
  expect(linesOf(spec)).toEqual([]);
});

describe('fails', () => {
  test.each<[string, string[], string]>([
    ['a deadline', inPod({ activeDeadlineSeconds: 5 }), refusal('invalid-field', { given: '5', names: ['activeDeadlineSeconds'] })],
    ['ephemeral containers', inPod({ ephemeralContainers: [] }), refusal('invalid-field', { given: '[]', names: ['ephemeralContainers'] })],
    ['no container', inPod({ containers: [] }), refusal('invalid-field', { given: '[]' })],
    ['no list of containers', inPod({
      containers: undefined,
    }), refusal('invalid-field')],
    ['no image', inContainer({
      image: undefined,
    }), refusal('invalid-image', { given: 'undefined', allowed: 'registry/repository:tag', names: ['agent'] })],
    ['an empty image', inContainer({
      image: '',
    }), refusal('invalid-image', { given: "''", allowed: 'registry/repository:tag', names: ['agent'] })],
    ['a container of no name', inContainer({
      name: 'A_b',
    }), refusal('invalid-name', { given: "'A_b'" })],
    ['a volume of no name', inPod({
      volumes: [{ name: 'A', emptyDir: {} }],
    }), refusal('invalid-name', { given: "'A'" })],
    [
      'a number below zero', linesOf(specWith({}, {}, { minReadySeconds: -1 })),
      refusal('invalid-field', { given: '-1', names: ['minReadySeconds', '0'] }),
    ],
    ['a history of less than nothing', linesOf(specWith({}, {}, { revisionHistoryLimit: -1 })),
      refusal('invalid-field', { given: '-1', names: ['revisionHistoryLimit', '0'] })],
    ['no port', inContainer({
      ports: [{ containerPort: 0 }],
    }), refusal('invalid-port', { given: '0', allowed: '1 to 65535', names: ['agent'] })],
    ['a port of no number', inContainer({ ports: [{}] }),
      refusal('invalid-port', { given: 'no containerPort', allowed: '1 to 65535', names: ['agent'] })],
    ['a host port beyond all', inContainer({
      ports: [{ containerPort: 80, hostPort: 99999 }],
    }), refusal('invalid-port', { given: '80, 99999', allowed: '1 to 65535', names: ['agent'] })],
    ['a port of no name', inContainer({
      ports: [{ containerPort: 80, name: 'A_b' }],
    }), refusal('invalid-name', { given: "'A_b'", names: ['agent', '15'] })],
    ['a service account of no name', inPod({
      serviceAccountName: 'A b',
    }), refusal('invalid-name', { given: "'A b'", names: ['service account'] })],
    ['a priority class of no name', inPod({
      priorityClassName: 'A b',
    }), refusal('invalid-name', { given: "'A b'", names: ['priority class'] })],
    ['a node of no name', inPod({
      nodeName: 'A b',
    }), refusal('invalid-name', { given: "'A b'", names: ['node'] })],
    ['a host name that is none', inPod({
      hostname: 'A b',
    }), refusal('invalid-name', { given: "'A b'", names: ['host name'] })],
  ])('for %s', (_, lines, message) => {
    expect(lines).toEqual([message]);
  });

  test.each<[string, string[], string]>([
    ['the key of a node selector', inPod({
      nodeSelector: { 'a b': 'c' },
    }), refusal('invalid-label', { given: "'a b'", names: ['node selector'] })],
    ['the value of a node selector', inPod({
      nodeSelector: { a: 'b c' },
    }), refusal('invalid-label', { given: "'b c'", names: ['node selector a'] })],
    ['a label of the pods', labelled(specWith({}, {
      labels: { a: 'b c' },
    })), refusal('invalid-label', { given: "'b c'", names: ['label of the pods a'] })],
    ['the key of a label, which has no capitals before the slash', labelled(specWith({}, {
      labels: { 'Example.COM/a': 'b' },
    })), refusal('invalid-label', { given: "'Example.COM/a'" })],
    ['the key of an annotation', linesOf(specWith({}, {
      annotations: { 'a b': 'c' },
    })), refusal('invalid-label', { given: "'a b'", names: ['annotation'] })],
    ['a label of the selector', labelled(specWith({}, {}, {
      selector: { matchLabels: { a: 'b c' } },
    })), refusal('invalid-label', { given: "'b c'", names: ['label of the selector a'] })],
  ])('for the spelling of %s', (_, lines, message) => {
    expect(lines).toEqual([message]);
  });

  test('for annotations of more than 256 KiB together, in whatever script', () => {
    const line = refusal('annotations-too-large', { given: '262145 bytes', names: ['262144'] });
    expect(linesOf(specWith({}, { annotations: { a: 'x'.repeat(262_144) } }))).toEqual([line]);
    expect(linesOf(specWith({}, { annotations: { a: 'ä'.repeat(65_536), b: 'ä'.repeat(65_535) + 'x' } }))).toEqual([line]);
  });

  test('for an AppArmor profile of more than 4095 bytes, of the pod and of a container', () => {
    const securityContext = { appArmorProfile: { type: 'Localhost', localhostProfile: 'ä'.repeat(2048) } };
    const line = (where: string) => refusal('invalid-path', {
      given: '4096 bytes', allowed: '4095 bytes', names: ['AppArmor', where],
    });
    expect(inPod({ securityContext })).toEqual([line('the pod')]);
    expect(inContainer({ securityContext })).toEqual([line("the container 'agent'")]);
  });

  test.each<[string, Fields]>([
    ['..x', { configMap: { items: [{ path: '..x' }] } }], ['a/..', { configMap: { items: [{ path: 'a/..' }] } }],
    ['..x/a', { secret: { items: [{ path: '..x/a' }] } }],
    ['/a', { downwardAPI: { items: [{ path: '/a' }] } }], ['..x', { projected: { sources: [{ secret: { items: [{ path: '..x' }] } }] } }],
    ['..x', { projected: { sources: [{ serviceAccountToken: { path: '..x' } }] } }],
  ])('for the path %s of %j', (path, source) => {
    expect(inPod({ volumes: [{ name: 'v', ...source }] })).toEqual([
      refusal('invalid-path', { given: `'${path}'`, names: ['v'] }),
    ]);
  });

  test.each([
    [{ hostIPC: true }, 'kernel.shmmax'], [{ hostIPC: true }, 'kernel.shm_rmid_forced'], [{ hostIPC: true }, 'kernel.sem'],
    [{ hostIPC: true }, 'kernel/msgmax'], [{ hostIPC: true }, 'fs/mqueue/msg_max'],
    [{ hostNetwork: true }, 'net.core.somaxconn'], [{ hostNetwork: true }, 'net/core/somaxconn'],
  ])('with %j for %s', (shared, name) => {
    expect(inPod({ ...shared, securityContext: { sysctls: [{ name, value: '1' }] } })).toEqual([
      refusal('sysctl-of-host', { given: name }),
    ]);
  });

  test.each([
    'vm.swappiness', 'kernel.sem_next_id', 'fs.file-max', 'kernel.hostname', 'vm/max_map_count',
  ])('with the parameter of the node %s', name => {
    for (const shared of [{}, { hostIPC: true, hostNetwork: true }]) {
      const found = inPod({ ...shared, securityContext: { sysctls: [{ name, value: '1' }] } });
      expect(found).toEqual([refusal('sysctl-of-host', { given: name })]);
    }
  });

  test.each<[string, Fields, string]>([
    ['without a key', {
      operator: 'Equal', value: 'a',
    }, refusal('invalid-toleration', { given: 'operator Equal', allowed: 'operator Exists' })],
    ['of presence with a value', {
      key: 'a', operator: 'Exists', value: 'b',
    }, refusal('invalid-toleration', { given: "'b'", allowed: 'no value', names: ["'a'"] })],
    ['that ends, of an effect that does not evict', {
      key: 'a', operator: 'Exists', tolerationSeconds: 5,
    }, refusal('invalid-toleration', { given: "effect ''", allowed: "effect 'NoExecute'", names: ["'a'"] })],
  ])('for a toleration %s', (_, toleration, message) => {
    expect(inPod({ tolerations: [toleration] })).toEqual([message]);
  });

  test('for a toleration whose key or value is no label', () => {
    expect(inPod({ tolerations: [{ key: 'a b', value: 'c d' }] })).toEqual([
      refusal('invalid-label', { given: "'a b'" }), refusal('invalid-label', { given: "'c d'", names: ['a b'] }),
    ]);
  });

  const required = (nodeSelectorTerms?: Fields[]) => inPod({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
  });

  test.each<[string, Fields[] | undefined, string]>([
    ['no list of terms', undefined, 'no term'], ['no term', [], 'no term'], ['an empty term', [{ matchExpressions: [] }], 'an empty term'],
    ['empty terms alone', [{}, {}], 'an empty term'],
  ])('for a required affinity of %s', (_, terms, given) => {
    expect(required(terms)).toEqual([
      refusal('empty-node-term', { given }),
    ]);
  });

  test.each<[Fields, string]>([
    [{
      operator: 'In', values: [
        'c d',
      ],
    }, "'c d'"],
    [{ operator: 'NotIn' }, '[]'],
    [{ operator: 'Exists', values: ['a'] }, '["a"]'],
    [{
      operator: 'Gt', values: [
        '1', '2',
      ],
    }, '["1","2"]'],
  ])('for the affinity %j', (expression, given) => {
    expect(required([{ matchExpressions: [{ key: 'a', ...expression }] }])).toEqual([
      refusal('invalid-label', { given, names: ["'a'", expression.operator] }),
    ]);
  });

  test('for an affinity of a key that is no label', () => {
    expect(required([{ matchExpressions: [{ key: 'a b', operator: 'Exists' }] }])).toEqual([
      refusal('invalid-label', { given: "'a b'" }),
    ]);
  });
});
