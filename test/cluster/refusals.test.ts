import { workloadOfSpec } from '../../src/cluster/inventory/workload';
import { refusalsIn } from '../../src/cluster/refusals';
import { errorLine } from '../../src/private/agent-error';

type Fields = { [field: string]: any };

const linesOf = (spec: Fields): string[] => [...refusalsIn(workloadOfSpec('DaemonSet', spec))].map(found => errorLine(found));
const specWith = (pod: Fields = {}, metadata: Fields = {}, spec: Fields = {}): Fields => ({
  selector: { matchLabels: { app: 'a' } }, template: { metadata: { labels: { app: 'a' }, ...metadata }, spec: { containers: [{ name: 'agent', image: 'a:1' }], ...pod } }, ...spec,
});
/** Without what it says of labels that do not match: that is another matter. */
const labelled = (spec: Fields) => linesOf(spec).filter(line => !line.startsWith('selector-mismatch'));
const inPod = (pod: Fields) => linesOf(specWith(pod));
const inContainer = (container: Fields) => inPod({ containers: [{ name: 'agent', image: 'a:1', ...container }] });

const LABEL_KEY = 'at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; in front of it at will a DNS subdomain and `/`';
const LABEL_VALUE = 'nothing, or at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends';
const SUBDOMAIN = 'at most 253 lower-case letters, digits, `-` and `.`, a letter or digit at both ends and beside every `.`';
const LABEL = 'at most 63 lower-case letters, digits and `-`, a letter or digit at both ends';

// what each of these says of itself is what a real API server of Kubernetes 1.36 was seen to do
test.each<[string, Fields]>([
  ['a pod of one container', specWith()],
  ['numbers at zero', specWith({}, {}, { minReadySeconds: 0, revisionHistoryLimit: 0 })],
  ['annotations of 262144 bytes', specWith({}, { annotations: { a: 'x'.repeat(262_143) } })],
  ['a key of an annotation with capitals before the slash', specWith({}, { annotations: { 'Example.COM/a': 'b c' } })],
  ['an AppArmor profile of 4095 bytes', specWith({ securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'ä'.repeat(2047) } } })],
  ['a path with two dots inside', specWith({ volumes: [{ name: 'v', configMap: { name: 'a', items: [{ key: 'a', path: 'a/..x' }] } }] })],
  ['parameters of the kernel that belong to no namespace', specWith({ hostIPC: true, hostNetwork: true, securityContext: { sysctls: [{ name: 'vm.swappiness' }, { name: 'kernel.sem_next_id' }, { name: 'fs.file-max' }] } })],
  ['parameters of the namespace that is not shared', specWith({ hostIPC: true, securityContext: { sysctls: [{ name: 'net.core.somaxconn' }] } })],
  ['a Windows pod', specWith({ os: { name: 'windows' }, hostNetwork: true, hostPID: false, securityContext: { runAsNonRoot: true, windowsOptions: {} }, volumes: [{ name: 'v', hostPath: { path: 'C:\\a' } }, { name: 'w', hostPath: { path: '\\\\.\\pipe\\a' } }] })],
  ['options for Windows in a pod that says nothing of its system', specWith({ securityContext: { windowsOptions: {} } })],
  ['a toleration of everything', specWith({ tolerations: [{ operator: 'Exists' }, { key: 'a' }, { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 0 }] })],
  ['a Windows pod with paths from the root, of which the kubelet makes paths of drive C', specWith({ os: { name: 'windows' }, volumes: ['/', '/etc/cni/net.d', '\\var\\lib\\kubelet', 'c:/var'].map((path, index) => ({ name: `v${index}`, hostPath: { path } })) })],
  ['an affinity of which one term is empty and another is not', specWith({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }, {}] } } } })],
  ['an affinity by name', specWith({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a.b'] }] }] } } } })],
])('%s is taken', (_, spec) => {
  expect(linesOf(spec)).toEqual([]);
});

describe('fails', () => {
  test.each<[string, string[], string]>([
    ['a deadline', inPod({ activeDeadlineSeconds: 5 }), 'invalid-field: the pods of an agent cannot have activeDeadlineSeconds; given: 5; fix: leave it out: agents run until they are removed'],
    ['ephemeral containers', inPod({ ephemeralContainers: [] }), 'invalid-field: the pods of an agent cannot have ephemeralContainers; given: []; fix: leave it out: agents run until they are removed'],
    ['no container', inPod({ containers: [] }), "invalid-field: the pod has no container; given: []; allowed: at least one; fix: add a container; of an agent, leave `containers` out of overrides and patches, and change the agent's own container with `overrides`"],
    ['no list of containers', inPod({ containers: undefined }), "invalid-field: the pod has no container; given: no list of containers; allowed: at least one; fix: add a container; of an agent, leave `containers` out of overrides and patches, and change the agent's own container with `overrides`"],
    ['no image', inContainer({ image: undefined }), "invalid-image: the container 'agent' has no image; given: undefined; allowed: registry/repository:tag; fix: name the image of the container; of an agent, give it as `image`, and leave it out of overrides and patches"],
    ['an empty image', inContainer({ image: '' }), "invalid-image: the container 'agent' has no image; given: ''; allowed: registry/repository:tag; fix: name the image of the container; of an agent, give it as `image`, and leave it out of overrides and patches"],
    ['a container of no name', inContainer({ name: 'A_b' }), `invalid-name: a container is not a valid DNS label; given: 'A_b'; allowed: ${LABEL}; fix: write 'a-b'`],
    ['a volume of no name', inPod({ volumes: [{ name: 'A', emptyDir: {} }] }), `invalid-name: a volume is not a valid DNS label; given: 'A'; allowed: ${LABEL}; fix: write 'a'`],
    ['a number below zero', linesOf(specWith({}, {}, { minReadySeconds: -1 })), 'invalid-field: minReadySeconds is below zero; given: -1; allowed: a whole number from 0; fix: leave it out, or correct the number'],
    ['a history of less than nothing', linesOf(specWith({}, {}, { revisionHistoryLimit: -1 })), 'invalid-field: revisionHistoryLimit is below zero; given: -1; allowed: a whole number from 0; fix: leave it out, or correct the number'],
    ['no port', inContainer({ ports: [{ containerPort: 0 }] }), "invalid-port: a port of the container 'agent' has no such number; given: 0; allowed: 1 to 65535; fix: correct the number"],
    ['a port of no number', inContainer({ ports: [{}] }), "invalid-port: a port of the container 'agent' has no such number; given: no containerPort; allowed: 1 to 65535; fix: correct the number"],
    ['a host port beyond all', inContainer({ ports: [{ containerPort: 80, hostPort: 99999 }] }), "invalid-port: a port of the container 'agent' has no such number; given: 80, 99999; allowed: 1 to 65535; fix: correct the number"],
    ['a port of no name', inContainer({ ports: [{ containerPort: 80, name: 'A_b' }] }), "invalid-name: a port of the container 'agent' is not a valid port name; given: 'A_b'; allowed: at most 15 lower-case letters, digits and single `-` between them, at least one letter; fix: write 'a-b'"],
    ['a service account of no name', inPod({ serviceAccountName: 'A b' }), `invalid-name: the service account is not a valid DNS subdomain; given: 'A b'; allowed: ${SUBDOMAIN}; fix: write 'a-b'`],
    ['a priority class of no name', inPod({ priorityClassName: 'A b' }), `invalid-name: the priority class is not a valid DNS subdomain; given: 'A b'; allowed: ${SUBDOMAIN}; fix: write 'a-b'`],
    ['a node of no name', inPod({ nodeName: 'A b' }), `invalid-name: the name of the node is not a valid DNS subdomain; given: 'A b'; allowed: ${SUBDOMAIN}; fix: write 'a-b'`],
    ['a host name that is none', inPod({ hostname: 'A b' }), `invalid-name: the host name is not a valid DNS label; given: 'A b'; allowed: ${LABEL}; fix: write 'a-b'`],
  ])('for %s', (_, lines, message) => {
    expect(lines).toEqual([message]);
  });

  test.each<[string, string[], string]>([
    ['the key of a node selector', inPod({ nodeSelector: { 'a b': 'c' } }), `invalid-label: the node selector is not a valid label key; given: 'a b'; allowed: ${LABEL_KEY}; fix: write 'a-b'`],
    ['the value of a node selector', inPod({ nodeSelector: { a: 'b c' } }), `invalid-label: the node selector a is not a valid label value; given: 'b c'; allowed: ${LABEL_VALUE}; fix: write 'b-c'`],
    ['a label of the pods', labelled(specWith({}, { labels: { a: 'b c' } })), `invalid-label: a label of the pods a is not a valid label value; given: 'b c'; allowed: ${LABEL_VALUE}; fix: write 'b-c'`],
    ['the key of a label, which has no capitals before the slash', labelled(specWith({}, { labels: { 'Example.COM/a': 'b' } })), `invalid-label: a label of the pods is not a valid label key; given: 'Example.COM/a'; allowed: ${LABEL_KEY}; fix: write 'example.com/a'`],
    ['the key of an annotation', linesOf(specWith({}, { annotations: { 'a b': 'c' } })), `invalid-label: an annotation of the pods is not a valid label key; given: 'a b'; allowed: ${LABEL_KEY}; fix: write 'a-b'`],
    ['a label of the selector', labelled(specWith({}, {}, { selector: { matchLabels: { a: 'b c' } } })), `invalid-label: a label of the selector a is not a valid label value; given: 'b c'; allowed: ${LABEL_VALUE}; fix: write 'b-c'`],
  ])('for the spelling of %s', (_, lines, message) => {
    expect(lines).toEqual([message]);
  });

  test('for annotations of more than 256 KiB together, in whatever script', () => {
    const line = 'annotations-too-large: the annotations of the pods are more than the API server takes; given: 262145 bytes; allowed: 262144 bytes in all; fix: put large texts into a ConfigMap, or into files of the agent';
    expect(linesOf(specWith({}, { annotations: { a: 'x'.repeat(262_144) } }))).toEqual([line]);
    expect(linesOf(specWith({}, { annotations: { a: 'ä'.repeat(65_536), b: 'ä'.repeat(65_535) + 'x' } }))).toEqual([line]);
  });

  test('for an AppArmor profile of more than 4095 bytes, of the pod and of a container', () => {
    const securityContext = { appArmorProfile: { type: 'Localhost', localhostProfile: 'ä'.repeat(2048) } };
    const line = (where: string) => `invalid-path: the AppArmor profile of ${where} has too long a name; given: 4096 bytes; allowed: 4095 bytes; fix: shorten the name of the profile`;
    expect(inPod({ securityContext })).toEqual([line('the pod')]);
    expect(inContainer({ securityContext })).toEqual([line("the container 'agent'")]);
  });

  test.each<[string, Fields]>([
    ['..x', { configMap: { items: [{ path: '..x' }] } }], ['a/..', { configMap: { items: [{ path: 'a/..' }] } }], ['..x/a', { secret: { items: [{ path: '..x/a' }] } }],
    ['/a', { downwardAPI: { items: [{ path: '/a' }] } }], ['..x', { projected: { sources: [{ secret: { items: [{ path: '..x' }] } }] } }],
    ['..x', { projected: { sources: [{ serviceAccountToken: { path: '..x' } }] } }],
  ])('for the path %s of %j', (path, source) => {
    expect(inPod({ volumes: [{ name: 'v', ...source }] })).toEqual([
      `invalid-path: a file of the volume 'v' has no usable path; given: '${path}'; allowed: a relative path that does not begin with \`..\` and has no \`..\`; fix: name the file below the mounted directory`,
    ]);
  });

  test.each([
    [{ hostIPC: true }, 'kernel.shmmax'], [{ hostIPC: true }, 'kernel.shm_rmid_forced'], [{ hostIPC: true }, 'kernel.sem'], [{ hostIPC: true }, 'kernel/msgmax'], [{ hostIPC: true }, 'fs/mqueue/msg_max'],
    [{ hostNetwork: true }, 'net.core.somaxconn'], [{ hostNetwork: true }, 'net/core/somaxconn'],
  ])('with %j for %s', (shared, name) => {
    expect(inPod({ ...shared, securityContext: { sysctls: [{ name, value: '1' }] } })).toEqual([
      `sysctl-of-host: these kernel parameters belong to a namespace that is shared with the node; given: ${name}; fix: set them on the node, or do without the host namespace`,
    ]);
  });

  test.each<[string, Fields, string]>([
    ['without a key', { operator: 'Equal', value: 'a' }, 'a toleration without a key tolerates everything or nothing; given: operator Equal; allowed: operator Exists'],
    ['of presence with a value', { key: 'a', operator: 'Exists', value: 'b' }, "the toleration of 'a' asks for presence alone, and has a value; given: 'b'; allowed: no value"],
    ['that ends, of an effect that does not evict', { key: 'a', operator: 'Exists', tolerationSeconds: 5 }, "the toleration of 'a' ends after a while; given: effect ''; allowed: effect 'NoExecute'"],
  ])('for a toleration %s', (_, toleration, rest) => {
    expect(inPod({ tolerations: [toleration] })).toEqual([`invalid-toleration: ${rest}; fix: copy key and value of the taint from \`kubectl get node -o yaml\``]);
  });

  test('for a toleration whose key or value is no label', () => {
    expect(inPod({ tolerations: [{ key: 'a b', value: 'c d' }] }).map(line => line.split(';')[0])).toEqual([
      'invalid-label: a toleration is not a valid label key', 'invalid-label: a toleration a b is not a valid label value',
    ]);
  });

  const required = (nodeSelectorTerms?: Fields[]) => inPod({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } });

  test.each<[string, Fields[] | undefined, string]>([['no list of terms', undefined, 'no term'], ['no term', [], 'no term'], ['an empty term', [{ matchExpressions: [] }], 'an empty term'], ['empty terms alone', [{}, {}], 'an empty term']])('for a required affinity of %s', (_, terms, given) => {
    expect(required(terms)).toEqual([
      `empty-node-term: a required node affinity has no condition; given: ${given}; allowed: at least one term with a condition; fix: name a label, or leave the affinity out`,
    ]);
  });

  test.each<[Fields, string]>([
    [{ operator: 'In', values: ['c d'] }, "with In; given: 'c d'; allowed: at least one value of at most 63 letters, digits, `-`, `_` and `.`"],
    [{ operator: 'NotIn' }, 'with NotIn; given: []; allowed: at least one value of at most 63 letters, digits, `-`, `_` and `.`'],
    [{ operator: 'Exists', values: ['a'] }, 'with Exists; given: ["a"]; allowed: no value'],
    [{ operator: 'Gt', values: ['1', '2'] }, 'with Gt; given: ["1","2"]; allowed: one value of at most 63 letters, digits, `-`, `_` and `.`'],
  ])('for the affinity %j', (expression, rest) => {
    expect(required([{ matchExpressions: [{ key: 'a', ...expression }] }])).toEqual([
      `invalid-label: the values for the node label 'a' cannot be used ${rest}; fix: copy the values from \`kubectl get nodes --show-labels\``,
    ]);
  });

  test('for an affinity of a key that is no label', () => {
    expect(required([{ matchExpressions: [{ key: 'a b', operator: 'Exists' }] }])).toEqual([
      `invalid-label: the key of a node affinity is not a valid label key; given: 'a b'; allowed: ${LABEL_KEY}; fix: write 'a-b'`,
    ]);
  });
});
