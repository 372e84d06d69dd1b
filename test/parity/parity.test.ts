import { differences, unexplained } from './parity';
import { workloadFacts } from './workload-facts';

const OBJECTS = [
  { kind: 'ServiceAccount', metadata: { name: 'agent' }, automountServiceAccountToken: false },
  {
    kind: 'ClusterRole', metadata: {
      name: 'agent',
    }, rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list'] }, { nonResourceURLs: ['/metrics'], verbs: ['get'] }],
  },
  {
    kind: 'ClusterRoleBinding', metadata: { name: 'agent' }, roleRef: { kind: 'ClusterRole', name: 'agent' },
    subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'monitoring' }],
  },
  { kind: 'Service', metadata: { name: 'agent' }, spec: { clusterIP: 'None', ports: [{ name: 'http', port: 80, targetPort: 'http' }] } },
  {
    kind: 'DaemonSet', metadata: { name: 'agent' },
    spec: {
      template: {
        metadata: { annotations: { note: 'yes' } },
        spec: {
          serviceAccountName: 'agent', hostNetwork: true, nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [{ operator: 'Exists', effect: 'NoSchedule' }, { key: 'gpu', value: 'yes' }],
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [{ matchExpressions: [{ key: 'type', operator: 'NotIn', values: ['a', 'b'] }] }],
              },
            },
          },
          securityContext: { runAsUser: 65534 },
          volumes: [{ name: 'sys', hostPath: { path: '/sys' } }, { name: 'config', configMap: { name: 'config' } }],
          containers: [{
            name: 'agent', image: 'registry.example.com:5000/agent:v1', args: ['--quiet', '--level', 'info', '-port=80', 'serve'],
            ports: [{ name: 'http', containerPort: 80, hostPort: 80 }],
            env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }, { name: 'MODE', value: 'fast' }],
            volumeMounts: [
              { name: 'sys', mountPath: '/host/sys', readOnly: true, mountPropagation: 'HostToContainer' },
              { name: 'config', mountPath: '/etc/agent' },
            ],
            livenessProbe: { httpGet: { port: 'http' } },
            resources: { limits: { memory: '1Gi' } },
            securityContext: { capabilities: { drop: ['ALL'], add: ['SYS_TIME'] } },
          }],
        },
      },
    },
  },
];

test('what a workload asks of a cluster is written down one thing a line', () => {
  expect(workloadFacts(OBJECTS)).toMatchObject({
    'kind': 'DaemonSet',
    'strategy': 'RollingUpdate, maxUnavailable 1, maxSurge 0',
    'token': 'none',
    'hostNetwork': 'true',
    'hostPID': 'false',
    'node selector kubernetes.io/os': 'linux',
    'node term type NotIn a|b': 'required',
    'toleration any:NoSchedule': 'tolerated',
    'toleration gpu=yes:any effect': 'tolerated',
    'pod annotation note': 'yes',
    'container agent, image': 'registry.example.com:5000/agent',
    'container agent, flag --quiet': 'set',
    'container agent, flag --level': 'info',
    'container agent, flag -port': '80',
    'container agent, words': 'serve',
    'container agent, port 80/TCP': 'http, host port 80',
    'container agent, variable NODE': 'spec.nodeName',
    'container agent, variable MODE': '"fast"',
    'container agent, mount /host/sys': '/sys of the node, read-only, HostToContainer',
    'container agent, mount /etc/agent': 'configMap, writable',
    'container agent, liveness probe': 'HTTP / of 80, after 0 s, every 10 s, timeout 1 s, 3 failures',
    'container agent, limits memory': '1Gi',
    'container agent, user': '65534',
    'container agent, capability SYS_TIME added': 'yes',
    'container agent, seccomp': 'of the cluster',
    'may get nodes of core': 'in the cluster',
    'may list nodes of core': 'in the cluster',
    'may get /metrics': 'in the cluster',
    'Service port 80': 'http to http, headless',
  });
});

test('a difference without a reason is open, and a reason without a difference is stale', () => {
  const found = differences({ same: '1', other: '1', lost: '1' }, { same: '1', other: '2', added: '1' });
  expect(found).toEqual([{ thing: 'added', ours: '1' }, { thing: 'lost', upstream: '1' }, { thing: 'other', upstream: '1', ours: '2' }]);
  expect(unexplained(found, { 'it is newer': ['add*'], 'it is gone': ['lost', 'nothing'], 'it was here': ['same'] })).toEqual({
    open: [{ thing: 'other', upstream: '1', ours: '2' }], stale: ['nothing', 'same'],
  });
});

test('a manifest without the workload is no fact', () => {
  expect(() => workloadFacts(OBJECTS, 'other')).toThrow('no workload other');
});
