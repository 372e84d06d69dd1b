import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { byteRange, cpuRange, inherited, label, labelKey, maybe, some, subdomain, text } from './values';
import {
  AgentFile, ApiGrant, Capability, ContainerOptions, ContainerSecurity, EnvSource, EnvValue, HostPath, HostPathType, ImagePullPolicy,
  LifecycleHook,
  MountPropagation, PodField, Port, Probe, Resources, SecurityProfile, Volume, VolumeMount,
} from '../../../src';

/** What the containers of a pod share, so that they agree on it. */
export interface Surroundings {
  readonly minor: number;
  readonly windows: boolean;
  readonly hostProcess: boolean;
  readonly hostPaths: ReadonlyArray<readonly [path: string, kind: HostPathKind, type: HostPathType | undefined]>;
  readonly volumes: readonly Volume[];
}

export type HostPathKind = 'readOnly' | 'readWrite' | 'state' | 'socket' | 'device' | 'file';

/** Everything about a container that does not depend on the pod around it. */
export type ContainerParts = typeof containerParts extends fc.Arbitrary<infer T> ? T : never;

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const images = fc.constantFrom(
  'ghcr.io/your-org/agent:1.0.0', 'agent:v1', 'localhost:5000/a/b_c:1.2', `images.example.com/agent@${digest}`,
  `fluent/fluent-bit:5.1.1@${digest}`,
);

const envName = fc.oneof({ weight: 9, arbitrary: fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/) }, {
  weight: 1, arbitrary: fc.oneof(inherited, fc.constant('__proto__')),
});

/** Texts that may refer to a variable before them: what comes later stays as it is written. */
const envSource = fc.oneof(
  fc.tuple(text, maybe(fc.nat()), text).map(parts => ({ parts })),
  fc.oneof(
    fc.constantFrom(...Object.values(PodField).filter(field => field !== PodField.HOST_IPS)).map(field => EnvValue.field(field)),
    labelKey.map(key => EnvValue.podLabel(key)),
    labelKey.map(key => EnvValue.podAnnotation(key)),
    fc.constantFrom(EnvValue.resource('limits.memory', '1Mi'), EnvValue.resource('requests.cpu'), EnvValue.resource('limits.cpu', '1m')),
    fc.tuple(subdomain, maybe(fc.boolean())).map(([name, optional]) => EnvValue.secret(name, 'key', { optional })),
    fc.tuple(subdomain, maybe(fc.boolean())).map(([name, optional]) => EnvValue.configMap(name, 'key', { optional })),
  ).map(value => ({ value })),
);

const seconds = (least: number) => fc.integer({ min: least, max: 300 }).map(amount => Duration.seconds(amount));
const probeTiming = fc.record({
  initialDelay: maybe(seconds(0)), period: maybe(seconds(1)), timeout: maybe(seconds(1)),
  failureThreshold: maybe(fc.integer({ min: 1, max: 9 })),
});

const fileName = fc.stringMatching(/^[a-z][a-z0-9._-]{0,8}$/);
const modes = fc.constantFrom(undefined, 0o444, 0o755, 0o777);
const directories = fc.constantFrom('/etc/agent', '/conf', '/conf/deep.er/dir');
const files = fc.array(fc.tuple(directories, fileName, modes, fc.boolean(), fc.oneof(
  text.map(content => (path: string, options: object) => AgentFile.text(path, content, options)),
  fc.base64String({ maxLength: 16 }).map(bytes => (path: string, options: object) => AgentFile.binary(path, bytes, options)),
  fc.tuple(
    subdomain, fc.boolean(),
  ).map(([name, optional]) => (path: string, options: object) => AgentFile.secret(path, name, 'key', { ...options, optional })),
  subdomain.map(name => (path: string, options: object) => AgentFile.configMap(path, name, 'some.key', options)),
)).map(([directory, name, mode, single, make]) => make(`${directory}/${name}`, { mode, single })), { maxLength: 4 });

const grants = fc.array(fc.constantFrom(
  ApiGrant.readPods(), ApiGrant.watchPods(), ApiGrant.readNodes(), ApiGrant.readNamespaces(), ...ApiGrant.reviewAccess(),
  ApiGrant.inOwnNamespace(['leases'], ['create', 'get', 'update'], { apiGroup: 'coordination.k8s.io' }),
  ApiGrant.inOwnNamespace(['configmaps'], ['get', 'watch'], { resourceNames: ['b', 'a'] }),
  ApiGrant.inNamespace('kube-system', ['configmaps', 'secrets'], ['get']),
  ApiGrant.nonResource(['/metrics', '/healthz/*'], ['get']),
  ApiGrant.clusterRole('system:auth-delegator'), ApiGrant.clusterRoleInNamespace('view', 'kube-public'),
), { maxLength: 3 });

/** Written in the spelling of the Kubernetes API, canonical or not. */
const overrides = fc.constantFrom<Array<{ [field: string]: any } | undefined>>(
  undefined, {}, { tty: false, stdin: true }, { terminationMessagePolicy: 'FallbackToLogsOnError', terminationMessagePath: '/dev/other' },
  { resources: { limits: { memory: '8192Gi' } } }, { volumeDevices: [], lifecycle: null }, { workingDir: '' },
);

const program = fc.stringMatching(/^\/[a-z]{1,8}$/);
const words = text.filter(word => !word.includes('$'));

export const containerParts = fc.record({
  image: images,
  command: maybe(fc.tuple(program, fc.array(words, { maxLength: 2 })).map(([first, others]) => [first, ...others])),
  args: maybe(fc.array(words, { maxLength: 3 })),
  workingDir: maybe(fc.constant('/work')),
  env: fc.uniqueArray(fc.tuple(envName, envSource), { maxLength: 4, selector: ([name]) => name }),
  envFrom: maybe(fc.array(fc.oneof(
    fc.constantFrom('secret', 'other.secret').map(name => EnvSource.secret(name)),
    fc.record({ optional: fc.boolean(), prefix: fc.constantFrom('', 'A_', 'a.b-c') }).map(options => EnvSource.configMap(
      'settings', options,
    )),
  ), { maxLength: 3 })),
  cpu: maybe(cpuRange),
  memory: maybe(byteRange),
  storage: maybe(byteRange),
  devices: fc.integer({ min: 0, max: 4 }),
  resources: fc.constantFrom('default', 'none', 'given'),
  security: fc.constantFrom('default', 'least', 'nonRoot', 'root', 'privileged', 'exact', 'none'),
  capabilities: some('NET_ADMIN', 'SYS_PTRACE', 'DAC_READ_SEARCH'),
  writable: fc.boolean(),
  appArmor: fc.boolean(),
  probes: fc.record({ liveness: maybe(probeTiming), readiness: maybe(probeTiming), startup: maybe(probeTiming), how: fc.nat() }),
  hook: fc.constantFrom(undefined, 'exec', 'http', 'sleep'),
  imagePullPolicy: fc.constantFrom(undefined, ...Object.values(ImagePullPolicy)),
  apiAccess: maybe(fc.boolean()),
  grants,
  files,
  mounted: fc.array(fc.record({
    which: fc.nat(), elsewhere: fc.boolean(), recursive: fc.boolean(),
    propagation: fc.constantFrom(undefined, ...Object.values(MountPropagation)),
    subPath: fc.constantFrom(undefined, undefined, 'below/it'), readOnly: maybe(fc.boolean()),
  }), { maxLength: 4 }),
  overrides,
});

/** A container of the parts that are allowed where it stands. */
export function assembleContainer(
  parts: ContainerParts, ports: readonly Port[], isInit: boolean, around: Surroundings,
): ContainerOptions & { image: string } {
  const security = securityOf(parts, around);
  const { liveness, readiness, startup, how } = parts.probes;
  const probe = (timing: typeof liveness) => timing && !isInit ? probeOf(how, ports, timing) : undefined;
  return {
    image: parts.image,
    command: parts.command,
    args: parts.args,
    workingDir: parts.workingDir,
    env: envOf(parts),
    envFrom: parts.envFrom,
    ports: [...ports],
    resources: resourcesOf(parts),
    securityContext: security,
    livenessProbe: probe(liveness),
    readinessProbe: probe(readiness),
    startupProbe: probe(startup),
    preStop: isInit ? undefined : hookOf(parts.hook, ports, around),
    imagePullPolicy: parts.imagePullPolicy,
    apiAccess: parts.apiAccess,
    grants: parts.apiAccess === false ? [] : parts.grants,
    files: parts.files.filter((file, index) => parts.files.findIndex(other => other.path === file.path) === index),
    hostPaths: hostPathsOf(parts, security, around),
    volumeMounts: mountsOf(parts, security, around),
    overrides: parts.overrides,
  };
}

function envOf({ env }: ContainerParts): { [name: string]: EnvValue } {
  const earlier = (which: number | undefined, at: number) => which === undefined || at === 0 ? '' : `$(${env[which % at][0]})`;
  return Object.fromEntries(env.map(([name, source], at) => [
    name, 'value' in source ? source.value : EnvValue.of(source.parts[0] + earlier(source.parts[1], at) + source.parts[2]),
  ]));
}

function resourcesOf({ resources, cpu, memory, storage, devices }: ContainerParts): Resources | undefined {
  switch (resources) {
    case 'default': return undefined;
    case 'none': return Resources.none();
    default: return Resources.of({
      cpu: cpu?.[0],
      cpuLimit: cpu?.[1],
      memory: memory?.[0],
      memoryLimit: memory?.[1],
      ephemeralStorage: storage?.[0],
      ephemeralStorageLimit: storage?.[1],
      extended: devices === 0 ? undefined : { 'example.com/device': String(devices) },
    });
  }
}

function securityOf(parts: ContainerParts, around: Surroundings): ContainerSecurity | undefined {
  const why = 'for a random test';
  if (around.hostProcess) {return ContainerSecurity.windowsHostProcess('NT AUTHORITY\\SYSTEM', why);}
  if (around.windows) {return windowsSecurityOf(parts);}
  const appArmor = parts.appArmor && around.minor >= 30 ? SecurityProfile.runtimeDefault() : undefined;
  const options = { writableRootFilesystem: parts.writable, appArmor };
  const capabilities = parts.capabilities.map(name => Capability.add(name, why));
  switch (parts.security) {
    case 'least': return ContainerSecurity.leastPrivilege({
      ...options, seccomp: SecurityProfile.unconfined(), seLinux: { type: 'spc_t' },
    });
    case 'nonRoot': return ContainerSecurity.nonRoot(65534, { ...options, group: 0 });
    case 'root': return ContainerSecurity.root(why, { ...options, capabilities });
    case 'privileged': return ContainerSecurity.privileged(why, { readOnlyRootFilesystem: !parts.writable });
    case 'exact': return ContainerSecurity.of({
      readOnlyRootFilesystem: parts.writable, user: 7, dropCapabilities: ['NET_RAW'], seccomp: SecurityProfile.localhost('a/b.json'),
    });
    case 'none': return ContainerSecurity.none();
    default: return undefined;
  }
}

function windowsSecurityOf({ security }: ContainerParts): ContainerSecurity | undefined {
  switch (security) {
    case 'none': return ContainerSecurity.none();
    case 'root': return ContainerSecurity.windowsUser('ContainerUser');
    default: return undefined;
  }
}

function probeOf(how: number, ports: readonly Port[], timing: object): Probe {
  const port = ports[how % Math.max(1, ports.length)];
  if (port === undefined) {return Probe.exec(['/healthy', '--quick'], timing);}
  switch (how % 4) {
    case 0: return Probe.http('/healthz', port, { ...timing, host: 'localhost', https: true, headers: { 'X-B': '1', 'X-A': '' } });
    case 1: return Probe.tcp(port, timing);
    case 2: return Probe.grpc(port, { ...timing, service: 'health' });
    default: return Probe.none();
  }
}

function hookOf(hook: ContainerParts['hook'], ports: readonly Port[], { minor }: Surroundings): LifecycleHook | undefined {
  switch (hook) {
    case 'sleep': return minor >= 30 ? LifecycleHook.sleep(Duration.seconds(5)) : undefined;
    case 'http': return ports.length > 0 ? LifecycleHook.http('/quit', ports[0]) : undefined;
    case 'exec': return LifecycleHook.exec(['/flush']);
    default: return undefined;
  }
}

/** Only a privileged container passes mounts on. */
function allowed(propagation: MountPropagation | undefined, security: ContainerSecurity | undefined): MountPropagation | undefined {
  return propagation === MountPropagation.BIDIRECTIONAL && !security?.isPrivileged ? MountPropagation.HOST_TO_CONTAINER : propagation;
}

/** What holds the program of the image, so that the path of the host goes elsewhere. */
const hides = /^\/(|bin|etc|lib|lib64|sbin|usr)$/;

function hostPathsOf(parts: ContainerParts, security: ContainerSecurity | undefined, around: Surroundings): HostPath[] {
  if (around.hostPaths.length === 0) {return [];}
  const mounts = parts.mounted.map(mount => ({ ...mount, of: around.hostPaths[mount.which % around.hostPaths.length] }));
  return mounts.filter(({ of }, index) => mounts.findIndex(other => other.of === of) === index).map(({
    of: [
      path, kind, type,
    ], ...mount
  }) => {
    const propagation = around.windows ? undefined : allowed(mount.propagation, security);
    const stays = (propagation ?? MountPropagation.NONE) === MountPropagation.NONE && !around.windows;
    const readOnly = kind === 'readOnly' || kind === 'file';
    return HostPath[kind](path, {
      type,
      mountPath: around.windows ? undefined : mount.elsewhere || hides.test(path) ? `/host${path}` : undefined,
      propagation,
      subPath: kind === 'readOnly' ? mount.subPath : undefined,
      recursiveReadOnly: mount.recursive && readOnly && stays && around.minor >= 31,
    });
  });
}

/** What the kubelet makes belongs to root, and other users cannot write it. */
export function existing(kind: HostPathKind, type: HostPathType | undefined): HostPathType | undefined {
  if (type === HostPathType.FILE_OR_CREATE) {return HostPathType.FILE;}
  return type === HostPathType.DIRECTORY_OR_CREATE || kind === 'state' && type === undefined ? HostPathType.DIRECTORY : type;
}

function mountsOf(parts: ContainerParts, security: ContainerSecurity | undefined, around: Surroundings): VolumeMount[] {
  if (around.volumes.length === 0) {return [];}
  const volumes = [...new Set(parts.mounted.map(mount => around.volumes[mount.which % around.volumes.length]))];
  return volumes.map((volume, index) => {
    const { subPath, readOnly, propagation } = parts.mounted[index];
    return VolumeMount.of(volume, `/vol/${volume.name}`, { subPath, readOnly, propagation: allowed(propagation, security) });
  });
}

/** Names for the containers beside the agent's own. */
export const containerNames = fc.uniqueArray(label.filter(name => name !== 'agent'), { minLength: 4, maxLength: 4 });
