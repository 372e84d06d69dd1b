import * as fc from 'fast-check';
import type { Wire } from '../../../src/private/wire';

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const rarely = <T>(value: T): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, undefined, undefined, value);

const user = fc.constantFrom(0, 1000, 9999, 10_000, 10_001, 65_534);
const capability = fc.constantFrom(
  'ALL', 'CAP_NET_RAW', 'CAP_SYS_ADMIN', 'CHOWN', 'NET_ADMIN', 'NET_BIND_SERVICE', 'NET_RAW', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_PTRACE',
);
const seccompProfile = fc.constantFrom(
  'RuntimeDefault', 'Localhost', 'Unconfined',
).map(type => ({ type, ...type === 'Localhost' && { localhostProfile: 'agent.json' } }));
const windowsOptions = rarely({ hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' });

const securityContext = fc.record({
  privileged: rarely(true),
  allowPrivilegeEscalation: maybe(fc.boolean()),
  readOnlyRootFilesystem: maybe(fc.boolean()),
  runAsNonRoot: maybe(fc.boolean()),
  runAsUser: maybe(user),
  runAsGroup: maybe(user),
  capabilities: maybe(fc.record({
    add: maybe(fc.uniqueArray(capability, { maxLength: 3 })),
    drop: maybe(fc.uniqueArray(fc.constantFrom('ALL', 'all', 'NET_RAW', 'CAP_NET_RAW', 'CHOWN'), { maxLength: 2 })),
  })),
  seccompProfile: maybe(seccompProfile),
  windowsOptions,
});

const port = fc.constantFrom<string | number>(9100, 9101, 'http', 'health');
const probe = maybe(fc.oneof(
  fc.record({ path: fc.constantFrom('/', '/healthz'), port }).map(httpGet => ({ httpGet })),
  fc.record({ port }).map(tcpSocket => ({ tcpSocket })),
  fc.constant({ grpc: { port: 9100 } }),
  fc.constantFrom(['true'], ['cat', '/ready']).map(command => ({ exec: { command } }))));

const amounts = maybe(fc.record({
  'cpu': maybe(fc.constantFrom('50m', '0', '1')), 'memory': maybe(fc.constantFrom('64Mi', '0')),
  'ephemeral-storage': maybe(fc.constant('1Gi')),
}));

const container = fc.record({
  image: fc.constantFrom(
    'example.com/agent:1.0.0', 'example.com/agent', 'example.com/agent:latest', 'registry:5000/agent', 'agent',
    'registry:5000/team/agent:2',
    `example.com/agent@sha256:${'a'.repeat(64)}`, `example.com/agent:1.0.0@sha256:${'b'.repeat(64)}`),
  imagePullPolicy: maybe(fc.constantFrom('Always', 'IfNotPresent')),
  resources: maybe(fc.record({ requests: amounts, limits: amounts })),
  securityContext: maybe(securityContext),
  ports: maybe(fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('http', 'other'), containerPort: fc.constantFrom(9100, 9101), hostPort: maybe(fc.constantFrom(9100, 9101)),
    }),
    { maxLength: 2, selector: ({ name }) => name })),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  volumeMounts: maybe(fc.uniqueArray(fc.record({ name: fc.constantFrom('v0', 'v1', 'v2'), readOnly: maybe(fc.boolean()) }), {
    maxLength: 3, selector: ({ name }) => name,
  })
    .map(mounts => mounts.map(mount => ({ ...mount, mountPath: `/host/${mount.name}` })))),
});

const hostPath = fc.constantFrom(
  '/', '/boot', '/dev', '/dev/kmsg', '/etc', '/proc', '/run/containerd/containerd.sock', '/sys', '/usr', '/var/lib/agent',
  '/var/lib/docker', '/var/log', '/var/run',
  '/var/run/containerd/containerd.sock', '/var/run/cri-dockerd.sock', '/var/run/crio/crio.sock', '/var/run/docker.sock');

const podSpec = fc.record({
  containers: fc.array(container, { minLength: 1, maxLength: 2 }),
  initContainers: maybe(fc.array(container, { minLength: 1, maxLength: 1 })),
  hostNetwork: maybe(fc.boolean()),
  hostPID: rarely(true),
  hostIPC: rarely(true),
  hostUsers: rarely(false),
  securityContext: maybe(fc.record({
    runAsNonRoot: maybe(fc.boolean()),
    runAsUser: maybe(user),
    runAsGroup: maybe(user),
    fsGroup: rarely(0),
    supplementalGroups: rarely([0]),
    seccompProfile: maybe(seccompProfile),
    windowsOptions,
  })),
  volumes: fc.array(hostPath, {
    minLength: 3, maxLength: 3,
  }).map(paths => paths.map((path, at) => ({ name: `v${at}`, hostPath: { path } }))),
}).map(({ containers, initContainers, ...pod }) => plain({
  ...pod,
  containers: containers.map((each, at) => ({ name: `main-${at}`, ...each })),
  initContainers: initContainers?.map((each, at) => ({ name: `init-${at}`, ...each })),
}));

const kindAndSpec = fc.tuple(fc.constantFrom('CronJob', 'DaemonSet', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'StatefulSet'), podSpec);

/** Workloads with every combination of what the tables of tools look at: more than an API server would take. */
export const randomWorkload: fc.Arbitrary<Wire> = kindAndSpec.map(([kind, spec]) => workload(kind, 'agent', spec));

/** Always the same ones, each with a name and labels of its own. */
export function sampleWorkloads(count: number, seed: number): Wire[] {
  return fc.sample(kindAndSpec, { numRuns: count, seed }).map(([kind, spec], index) => workload(kind, `random-${index}`, spec));
}

/** An object of a kind that makes pods of this spec, or is one. */
export function workload(kind: string, name: string, spec: Wire): Wire {
  const metadata = { name, namespace: 'node-agents', labels: { app: name } };
  const template = { metadata: { labels: { app: name } }, spec };
  switch (kind) {
    case 'Pod': return { apiVersion: 'v1', kind, metadata, spec };
    case 'Job': return { apiVersion: 'batch/v1', kind, metadata, spec: { template } };
    case 'CronJob': return { apiVersion: 'batch/v1', kind, metadata, spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template } } } };
    default: return { apiVersion: 'apps/v1', kind, metadata, spec: { selector: { matchLabels: { app: name } }, template } };
  }
}

/** Without fields that are not there. */
function plain(value: Wire): Wire {
  return JSON.parse(JSON.stringify(value));
}
