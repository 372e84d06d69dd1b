import { App, Chart, Duration, Size } from 'cdk8s';
import * as fc from 'fast-check';
import { assembleContainer, containerNames, containerParts, existing, HostPathKind, Surroundings } from './random/container';
import { exactCoverage, randomCoverage, randomToleration } from './random/coverage';
import { randomDevicePluginProps, randomFeatureDiscoveryProps } from './random/devices';
import { randomKubeStateProps } from './random/kube-state';
import {
  randomCniProps, randomDnsCacheProps, randomKubeProxyProps, randomKubeVipProps, randomMetalLbProps, randomMultusProps,
} from './random/network';
import { randomDetectorProps, randomTuningProps } from './random/node-services';
import { replicatedOptions } from './random/replicated';
import { randomCsiControllerProps, randomCsiPluginProps } from './random/storage';
import { label, labelKey, labels, labelValue, maybe, some, subdomain, text } from './random/values';
import {
  AgentIdentity, AgentNetworkPolicy, AgentObject, AgentService, AgentServiceAccount, ClusterAgent, ClusterAgentProps, CniPlugin,
  ContainerProps, CsiController, CsiNodePlugin, DevicePlugin, Dns, EnvValue, HostNamespace, HostPathType, IAgentFeature, KubeProxy,
  KubernetesVersion, KubeStateMetrics, KubeVip, MetalLb, Multus, NodeAgent,
  NodeAgentProps, NodeFeatureDiscovery, NodeLocalDns, NodeProblemDetector, NodeTuning, OperatingSystem, PodSecurityContext, Port, Priority,
  PrometheusMonitor, Protocol, Rollout, SecurityProfile, TargetCluster, Volume,
} from '../../src';

/** A construct that the library must take, and the oldest cluster that it is for. */
export interface RandomConstruct {
  readonly minor: number;
  readonly id: string;
  readonly props: object;
  readonly kind: typeof NodeAgent | typeof ClusterAgent | typeof KubeStateMetrics | typeof NodeProblemDetector | typeof NodeTuning
    | typeof DevicePlugin | typeof NodeFeatureDiscovery | typeof CniPlugin | typeof KubeProxy | typeof Multus | typeof NodeLocalDns
    | typeof MetalLb | typeof KubeVip | typeof CsiNodePlugin | typeof CsiController;
}

/** An agent in full. */
export interface RandomAgent extends RandomConstruct {
  readonly props: NodeAgentProps | ClusterAgentProps;
}

/** Makes it. */
export function place(chart: Chart, { kind: Agent, id, props }: RandomConstruct): void {
  new Agent(chart, id, props as any);
}

/** A chart, in an app of its own, with this agent and nothing else. */
export function chartWith(agent: RandomConstruct): Chart {
  const app = new App();
  TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.of(`1.${agent.minor}`) });
  const chart = new Chart(app, 'random', { namespace: 'node-agents' });
  place(chart, agent);
  return chart;
}

const WHY = 'for a random test';

const path = fc.oneof(
  fc.constantFrom(
    '/', '/var/log', '/etc/machine-id', '/dev/kmsg', '/proc', '/var/lib/kubelet', '/run/xtables.lock', '/var/lib/agent', '/lib/modules',
  ),
  fc.array(fc.stringMatching(/^[A-Za-z0-9._ -]{1,9}$/).filter(part => !/^\.\.?$/.test(part)), { minLength: 1, maxLength: 3 }).map(
    parts => `/srv/${parts.join('/')}`,
  ),
);
const kinds: HostPathKind[] = ['readOnly', 'readWrite', 'state', 'socket', 'device', 'file'];
const hostPaths = fc.uniqueArray(fc.tuple(path, fc.constantFrom(...kinds), maybe(fc.constantFrom(...Object.values(HostPathType)))),
  { maxLength: 3, selector: ([each]) => each });

const volumeSources: Array<(name: string) => Volume> = [
  name => Volume.emptyDir(name),
  name => Volume.emptyDir(name, { inMemory: true, sizeLimit: Size.mebibytes(1024) }),
  name => Volume.configMap(name, 'settings', { items: { 'b.conf': 'sub/b.conf', 'a.conf': 'a.conf' }, defaultMode: 0o444, optional: true }),
  name => Volume.secret(name, 'credentials', { defaultMode: 0o755, optional: false }),
  name => Volume.persistentVolumeClaim(name, { name: 'claim' } as any),
  name => Volume.raw(name, { nfs: { server: 'nfs.example.com', path: '/', readOnly: false } }),
  name => Volume.raw(name, { csi: { driver: 'example.com', volumeAttributes: {} } }),
  name => Volume.raw(name, { emptyDir: { sizeLimit: '1024Mi' } }),
];
const volumes = fc.uniqueArray(fc.tuple(label, fc.constantFrom(...volumeSources)), { maxLength: 3, selector: ([name]) => name })
  .map(pairs => pairs.map(([name, make]) => make(name)));

const ports = fc.uniqueArray(fc.record({
  name: fc.stringMatching(/^[a-z]([a-z0-9]{0,12}[a-z0-9])?$/), number: fc.integer({ min: 1, max: 65535 }),
  kind: fc.constantFrom('container', 'host', 'mapped', 'undeclared'), protocol: fc.constantFrom(undefined, ...Object.values(Protocol)),
}), { maxLength: 5, selector: port => port.name, comparator: 'SameValue' })
  .map(list => list.filter((port, index) => list.findIndex(other => other.number === port.number) === index));

const dnsOptions = fc.record({
  nameservers: maybe(some('10.0.0.10', 'fd00::10')), searches: maybe(some('example.com', 'svc.example.com')),
  options: maybe(fc.constant({ ndots: '2', edns0: '' })),
});

const pod = fc.record({
  minor: fc.integer({ min: 28, max: 36 }),
  windows: fc.constantFrom('no', 'no', 'no', 'no', 'yes', 'hostProcess'),
  // constructs itself looks children up among what every object has
  id: label.filter(name => name !== 'constructor'),
  name: maybe(label),
  containerName: maybe(fc.constant('main')),
  identity: fc.constantFrom(undefined, AgentIdentity.standard('fluent-bit'), AgentIdentity.labels({ app: 'agent' })),
  nodes: fc.boolean().chain(exactly => exactly ? fc.record({ linux: exactCoverage, windows: randomCoverage(OperatingSystem.WINDOWS) })
    : fc.record({ linux: maybe(randomCoverage(OperatingSystem.LINUX)), windows: randomCoverage(OperatingSystem.WINDOWS) })),
  priority: fc.oneof(fc.constantFrom(undefined, Priority.none(), Priority.systemNodeCritical(), Priority.named('important')),
    fc.tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.boolean())
      .map(([value, preempts]) => (preempts ? Priority.dedicated(value) : Priority.dedicatedWithoutPreemption(value)))),
  shares: some('network', 'pid', 'ipc'),
  podSecurity: fc.constantFrom('default', 'none', 'given'),
  sysctls: maybe(fc.constant({ 'net.core.somaxconn': '1024', 'kernel.shm_rmid_forced': '1' })),
  account: fc.constantFrom(undefined, AgentServiceAccount.whenNeeded(), AgentServiceAccount.managed({
    'eks.amazonaws.com/role-arn': 'arn',
  }),
  AgentServiceAccount.named('existing'), AgentServiceAccount.clusterDefault()),
  dns: fc.oneof(fc.constant(undefined), dnsOptions.map(each => Dns.cluster(each)), dnsOptions.map(each => Dns.node(each)),
    dnsOptions.map(each => Dns.custom({ ...each, nameservers: ['10.0.0.10'] }))),
  grace: maybe(fc.integer({ min: 5, max: 600 })),
  labels: maybe(labels),
  annotations: maybe(fc.dictionary(labelKey, text, { maxKeys: 2 })),
  podLabels: maybe(labels),
  podAnnotations: maybe(fc.dictionary(labelKey, text, { maxKeys: 2 })),
  rollOnFileChange: maybe(fc.boolean()),
  imagePullSecrets: maybe(some('registry', 'other.registry')),
  runtimeClassName: maybe(subdomain),
  shareProcessNamespace: maybe(fc.boolean()),
  enableServiceLinks: maybe(fc.boolean()),
  hostUsers: maybe(fc.boolean()),
  annotateReasons: maybe(fc.boolean()),
  rollout: fc.record({
    how: fc.constantFrom('default', 'percent', 'count', 'surgePercent', 'surgeCount', 'onDelete', 'clusterDefault'),
    amount: fc.integer({ min: 1, max: 100 }),
    minReady: maybe(fc.integer({ min: 0, max: 60 })), revisionHistoryLimit: maybe(fc.nat({ max: 20 })),
  }),
  hostPaths,
  volumes,
  ports,
  containers: fc.array(fc.tuple(fc.constantFrom('container', 'init', 'sidecar'), containerParts), { minLength: 0, maxLength: 3 }),
  own: containerParts,
  names: containerNames,
  services: some('headless', 'nodeLocal', 'clusterIp'),
  monitors: some('podMonitor', 'serviceMonitor'),
  policy: fc.constantFrom(undefined, 'closed', 'ports', 'egress'),
  feature: fc.record({
    toleration: maybe(randomToleration), label: maybe(fc.tuple(labelKey, labelValue)), env: maybe(text), object: fc.boolean(),
  }),
  podOverrides: fc.constantFrom<Array<{ [field: string]: any }
    | undefined>>(undefined, {}, { hostNetwork: false, nodeName: '' }, { schedulerName: 'other' },
    { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a.example.com'] }] },
    { topologySpreadConstraints: [], readinessGates: [{ conditionType: 'example.com/ready' }] }),
  specOverrides: fc.constantFrom<Array<{ [field: string]: any } | undefined>>(undefined, {}, { minReadySeconds: 0 }, {
    template: { metadata: { annotations: { by: 'hand' } } },
  }),
});

/** Any agent that the library must take, on each node or with a number of replicas. */
export const randomAgent: fc.Arbitrary<RandomAgent> = fc.tuple(
  pod, fc.option(replicatedOptions, { freq: 2 }),
).map(([parts, replicated]): RandomAgent => {
  const { minor, id } = parts;
  const { rollout, ...props } = assemble(parts);
  if (replicated === null) {return { minor, id, kind: NodeAgent, props: { ...props, rollout } };}
  const fits = replicated.workload?.kind === 'StatefulSet' ? revisionName : (name: string) => name;
  const name = props.name === undefined ? undefined : fits(props.name);
  return { minor, id: fits(id), kind: ClusterAgent, props: { ...props, ...replicated, name } };
});

/** Revisions of a StatefulSet are labels of its pods, of 63 characters at most, with a hash behind the name. */
const revisionName = (name: string): string => name.slice(0, 52).replace(/-+$/, '');

/** Any construct that the library must take. */
export const randomConstruct: fc.Arbitrary<RandomConstruct> = fc.oneof({ weight: 9, arbitrary: randomAgent }, {
  weight: 1,
  arbitrary: fc.oneof(
    ofPreset('kube-state-metrics', KubeStateMetrics, randomKubeStateProps),
    ofPreset('node-problem-detector', NodeProblemDetector, randomDetectorProps),
    ofPreset('node-tuning', NodeTuning, randomTuningProps), ofPreset('devices', DevicePlugin, randomDevicePluginProps),
    ofPreset('features', NodeFeatureDiscovery, randomFeatureDiscoveryProps), ofPreset('network', CniPlugin, randomCniProps, 30),
    ofPreset('kube-proxy', KubeProxy, randomKubeProxyProps), ofPreset('node-local-dns', NodeLocalDns, randomDnsCacheProps),
    ofPreset('multus', Multus, randomMultusProps),
    ofPreset('metallb', MetalLb, randomMetalLbProps), ofPreset('kube-vip', KubeVip, randomKubeVipProps),
    ofPreset('storage', CsiNodePlugin, randomCsiPluginProps), ofPreset('storage-controller', CsiController, randomCsiControllerProps),
  ),
});

/**
 * Agents of the network are all in kube-system, so their names differ. Older servers have no field for AppArmor, and newer ones warn of
 * what stood in its place.
 */
function ofPreset(
  id: string, kind: RandomConstruct['kind'], props: fc.Arbitrary<object>, oldest: number = 28,
): fc.Arbitrary<RandomConstruct> {
  const ids = fc.integer({ min: 0, max: 0xffffff }).map(number => `${id}-${number.toString(16)}`);
  return fc.record({ minor: fc.integer({ min: oldest, max: 36 }), id: ids, kind: fc.constant(kind), props });
}

type Parts = typeof pod extends fc.Arbitrary<infer T> ? T : never;

/** The parts, without those that contradict others. */
function assemble(parts: Parts): NodeAgentProps {
  const windows = parts.windows !== 'no';
  const hostProcess = parts.windows === 'hostProcess';
  const shared = windows ? hostProcess ? ['network'] : [] : parts.shares;
  const network = shared.includes('network');
  const containers = parts.containers.filter(([role]) => role !== 'sidecar' || parts.minor >= 29);
  const isAllRoot = [parts.own, ...containers.map(([, each]) => each)].every(({ security }) => security === 'root');
  const around: Surroundings = {
    minor: parts.minor, windows, hostProcess, volumes: parts.volumes,
    hostPaths: windows ? [['C:\\logs', 'readOnly', undefined]]
      : parts.hostPaths.map(([where, kind, type]) => [where, kind, isAllRoot ? type : existing(kind, type)]),
  };
  const allPorts = parts.ports.map(port => portOf(port, network, parts.ports));
  const portsOf = (index: number) => allPorts.filter((_, position) => position % (containers.length + 1) === index);
  const others = (wanted: string) => containers.flatMap(([role, each], index): ContainerProps[] => role !== wanted ? []
    : [{ name: parts.names[index], ...assembleContainer(each, portsOf(index + 1), role === 'init', around) }]);
  const own = assembleContainer(parts.own, portsOf(0), false, around);
  const answers = (index: number) => index % (containers.length + 1) === 0 || containers[index % (containers.length + 1) - 1][0] !== 'init';
  const declared = allPorts.filter((port, index) => port.isDeclared && answers(index));
  const services = declared.length === 0 ? [] : parts.services.map((kind, index) =>
    AgentService[kind as 'headless'](declared, { name: index === 0 ? undefined : `service-${kind.toLowerCase()}`, annotations: { kind } }));
  const hasGrants = [parts.own, ...containers.map(([, each]) => each)].some(each => each.grants.length > 0);
  const props = {
    ...own,
    initContainers: others('init'),
    sidecars: others('sidecar'),
    containers: others('container'),
  };
  const claims = network || parts.hostPaths.some(([, kind]) => kind === 'state') || allPorts.some(port => port.hostPort !== undefined);
  const hostUsers = windows || (parts.minor < 33) || (parts.hostUsers === false && shared.length > 0) ? undefined : parts.hostUsers;
  return {
    ...props,
    name: parts.name,
    containerName: parts.containerName,
    identity: parts.identity,
    nodes: windows ? parts.nodes.windows : parts.nodes.linux,
    priority: parts.priority,
    hostNamespaces: shared.map(each => HostNamespace[each as 'network'](WHY)),
    podSecurityContext: windows ? undefined : podSecurityOf(parts, shared),
    serviceAccount: hasGrants && parts.account?.kind === 'default' ? undefined : parts.account,
    dns: parts.dns,
    terminationGracePeriod: parts.grace === undefined ? undefined : Duration.seconds(parts.grace),
    labels: parts.labels,
    annotations: parts.annotations,
    podLabels: parts.podLabels,
    podAnnotations: parts.podAnnotations,
    rollOnFileChange: parts.rollOnFileChange,
    imagePullSecrets: parts.imagePullSecrets,
    runtimeClassName: parts.runtimeClassName,
    shareProcessNamespace: windows || shared.includes('pid') ? undefined : parts.shareProcessNamespace,
    enableServiceLinks: parts.enableServiceLinks,
    hostUsers,
    annotateReasons: parts.annotateReasons,
    rollout: rolloutOf(parts.rollout, claims),
    services,
    monitors: declared.length === 0 ? [] : parts.monitors.filter(kind => kind === 'podMonitor' || services.length > 0)
      .map(kind => PrometheusMonitor[kind as 'podMonitor'](declared[0], { interval: Duration.seconds(30) })),
    networkPolicies: network || parts.policy === undefined ? [] : [policyOf(parts.policy, declared)],
    features: [featureOf(parts.feature)],
    podOverrides: network ? undefined : parts.podOverrides,
    specOverrides: parts.specOverrides,
  };
}

function portOf({ name, number, kind, protocol }: Parts['ports'][0], hostNetwork: boolean, all: Parts['ports']): Port {
  switch (kind) {
    case 'host': return Port.host(name, number, { protocol });
    case 'undeclared': return Port.undeclared(name, number, 'localhost', { protocol });
    case 'mapped': {
      // another number, unless someone else has it; on the host network there is no other
      const other = 65536 - number;
      const hostPort = hostNetwork || all.some(each => each.number === other) ? number : other;
      return Port.host(name, number, { protocol, hostPort, hostIp: '127.0.0.1' });
    }
    default: return Port.container(name, number, { protocol });
  }
}

function podSecurityOf({ podSecurity, sysctls }: Parts, shared: readonly string[]): PodSecurityContext | undefined {
  if (podSecurity === 'none') {return PodSecurityContext.none();}
  return podSecurity === 'default' ? undefined : PodSecurityContext.of({
    seccomp: SecurityProfile.localhost('profiles/agent.json'),
    fsGroup: 0,
    supplementalGroups: [4, 0],
    sysctls: shared.some(each => each !== 'pid') ? undefined : sysctls,
  });
}

function rolloutOf({ how, amount, minReady, revisionHistoryLimit }: Parts['rollout'], claims: boolean): Rollout | undefined {
  const options = { minReady: minReady === undefined ? undefined : Duration.seconds(minReady), revisionHistoryLimit };
  switch (how) {
    case 'default': return undefined;
    case 'onDelete': return Rollout.onDelete(options);
    case 'clusterDefault': return Rollout.clusterDefault(options);
    case 'count': return Rollout.count(amount, options);
    case 'surgePercent': return claims ? undefined : Rollout.surgePercent(amount, options);
    case 'surgeCount': return claims ? undefined : Rollout.surgeCount(amount, options);
    default: return Rollout.percent(amount, options);
  }
}

function policyOf(policy: string, declared: Port[]): AgentNetworkPolicy {
  switch (policy) {
    case 'closed': return AgentNetworkPolicy.of({ ingressPorts: [], egress: [] });
    case 'egress': return AgentNetworkPolicy.of({ egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }, {}] });
    default: return AgentNetworkPolicy.of({ ingressPorts: declared, ingressNamespaceLabels: {}, ingressPodLabels: { app: 'prometheus' } });
  }
}

function featureOf({ toleration, label: podLabel, env, object }: Parts['feature']): IAgentFeature {
  return {
    contribute: plan => {
      if (toleration) {plan.addToleration(toleration);}
      if (podLabel) {plan.addPodLabel(...podLabel);}
      if (env !== undefined) {plan.container.addEnv('OF_A_FEATURE', EnvValue.of(env));}
      if (object) {
        plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'of-a-feature', fields: { data: { key: env ?? '' } } }));
      }
    },
  };
}
