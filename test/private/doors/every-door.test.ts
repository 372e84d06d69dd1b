import { Chart, Duration } from 'cdk8s';
import * as api from '../../../src';
import { AgentError } from '../../../src/private/agent-error';
import { API_TABLE } from '../../../src/private/doors/api-table';
import { apiType, apiTypeNames, Member, Signature, TypeText } from '../../../src/private/doors/read-table';
import { testChart } from '../../support/golden';
import { refusalsAt, wrongWith } from '../../support/refused';

/** What says that a value was looked at when it was given, and not by what became of it. */
const AT_THE_DOOR = ['wrong-option', 'unset-value', 'unknown-option'];

const cyclic: { [name: string]: unknown } = {};
cyclic.self = cyclic;

const WRONG: ReadonlyArray<readonly [name: string, value: unknown]> = [
  ['undefined', undefined], ['null', null], ['a number', 1], ['NaN', NaN], ['a boolean', true], ['a text', 'text'], ['an empty text', ''],
  ['a list', []], ['a map', {}],
  ['a Map', new Map([['a', 'b']])], ['a function', () => 'text'], ['a symbol', Symbol('text')], ['a BigInt', 1n],
  ['what holds itself', cyclic],
  ['a value of another class', api.Capability.add('CHOWN', 'for the sake of a test')], ['a value of another package', Duration.seconds(1)],
];

/** Whether a value is what a type says, by other means than those of the library. */
function fits(type: TypeText, value: unknown): boolean {
  const isMap = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (type.startsWith('[')) {return Array.isArray(value);}
  if (type.startsWith('{')) {return isMap && value !== cyclic;}
  const named = apiType(type);
  switch (named?.kind) {
    case 'enum': return named.values.has(value as string);
    case 'struct': return isMap && value !== cyclic && [...named.members.values()].every(({ isOptional }) => isOptional);
    case 'class': return value instanceof classOf(type) && (value as object).constructor === classOf(type);
    case 'interface': return false;
    default: return type === 'cdk8s.Duration' ? value instanceof Duration : fitsPlain(type, value, isMap);
  }
}

function fitsPlain(type: TypeText, value: unknown, isMap: boolean): boolean {
  switch (type) {
    case 'text': case 'late': return typeof value === 'string';
    case 'number': return typeof value === 'number' && !Number.isNaN(value);
    case 'boolean': return typeof value === 'boolean';
    // values of classes of others become something else at synth
    case 'any': return ['string', 'boolean'].includes(typeof value) || value === 1 || Array.isArray(value) || isMap && value !== cyclic
      || value instanceof Duration;
    default: return false;
  }
}

function classOf(name: string): any {
  return [api, api.testing, api.cluster].map(module => (module as { readonly [name: string]: unknown })[name]).find(
    each => each !== undefined,
  );
}

/** A value that the door lets through. Nothing ever comes of it. */
function good(type: TypeText): unknown {
  if (type.startsWith('[')) {return [];}
  if (type.startsWith('{')) {return {};}
  const named = apiType(type);
  switch (named?.kind) {
    case 'enum': return [...named.values][0];
    case 'struct': return Object.fromEntries([...named.members.values()].filter(({ isOptional }) => !isOptional).map(
      ({ name, type: of }) => [name, good(of)],
    ));
    case 'class': return REAL[type] ?? Object.create(classOf(type).prototype);
    case 'interface': return Object.fromEntries(named.methods.map(method => [method, () => 'text']));
    default: return GOOD[type];
  }
}

/** Classes from which constructors read something. */
const port = api.Port.container('http', 80);
const REAL: { readonly [name: string]: unknown } = {
  AgentNetworkPolicy: api.AgentNetworkPolicy.of({ ingressPorts: [] }), AgentService: api.AgentService.headless([port]),
  CalicoAddressDetection: api.CalicoAddressDetection.firstFound(), CalicoEncapsulation: api.CalicoEncapsulation.none(),
  CalicoForeignNetwork: api.CalicoForeignNetwork.gke(),
  CiliumCertificates: api.CiliumCertificates.none(), CiliumChaining: api.CiliumChaining.portmap(),
  CiliumEncryption: api.CiliumEncryption.wireguard(), CiliumEnvoy: api.CiliumEnvoy.embedded(),
  CiliumIpam: api.CiliumIpam.kubernetes(), CiliumPrivileges: api.CiliumPrivileges.capabilities(), CiliumRouting: api.CiliumRouting.vxlan(),
  Cni: api.Cni.flannel(), CsiDriver: api.CsiDriver.nfs(),
  AzureCloudConfig: api.AzureCloudConfig.nodeFile(), CloudIdentity: api.CloudIdentity.eksPodIdentity(), CsiLiveness: api.CsiLiveness.none(),
  CsiSidecar: api.CsiSidecar.none(), CsiSeLinux: api.CsiSeLinux.notEnforced(),
  CsiVolumeParameters: api.CsiVolumeParameters.of({}),
  CniInstallStep: api.CniInstallStep.run({ name: 'install', image: 'example.com/install:1.0.0' }),
  FlannelBackend: api.FlannelBackend.hostGateway(),
  DevicePluginDriver: api.DevicePluginDriver.amd(), GpuFeatureDiscovery: api.GpuFeatureDiscovery.none(),
  NvidiaSharing: api.NvidiaSharing.none(),
  CustomResourceMetrics: api.CustomResourceMetrics.of({
    group: 'example.com', version: 'v1', kind: 'Shop', plural: 'shops', metrics: [api.CustomResourceMetric.info('info')],
  }),
  KubeVipMode: api.KubeVipMode.arp(), MetalLbBgp: api.MetalLbBgp.native(),
  MetricsAlerts: api.MetricsAlerts.none(), KubeStateMetricFilter: api.KubeStateMetricFilter.all(),
  KubeStateProtection: api.KubeStateProtection.none(),
  KubeStateResources: api.KubeStateResources.standard(), KubeStateSharding: api.KubeStateSharding.none(),
  ClusterWorkload: api.ClusterWorkload.deployment(),
  NodePool: api.NodePool.rest(), DisruptionBudget: api.DisruptionBudget.none(), PodSpread: api.PodSpread.clusterDefault(),
  LogCondition: api.LogCondition.levelAtLeast(api.LogLevel.ERROR), LogFilter: api.LogFilter.sample(2),
  LogDestination: api.LogDestination.stdout(), LogInput: api.LogInput.containers(), LogValue: api.LogValue.nodeName(),
  PrometheusMonitor: api.PrometheusMonitor.podMonitor(port), NodeLog: api.NodeLog.journal('kubelet'),
  NodeProblemMonitor: api.NodeProblemMonitor.kernel(),
  Sysctl: api.Sysctl.maxMapCount(262144),
};

const GOOD: { readonly [type: string]: unknown } = {
  'text': 'text', 'late': 'text', 'number': 1, 'boolean': true, 'any': 'text', 'cdk8s.Duration': Duration.seconds(1),
  'cdk8s.Size': { toMebibytes: () => 1 },
  'cdk8s-plus-28.Cpu': { amount: '1' }, 'cdk8s-plus-28.EnvValue': { value: '1', valueFrom: undefined },
  'cdk8s-plus-28.ISecret': { name: 'a' },
  'cdk8s-plus-28.IConfigMap': { name: 'a' }, 'cdk8s-plus-28.IPersistentVolumeClaim': { name: 'a' },
  'cdk8s-plus-28.IServiceAccount': { name: 'a' },
};

/** Everything that a type does not allow, in the place of a value of the type or of something in it. */
function* wrong(type: TypeText, isOptional: boolean, above: readonly TypeText[] = []): Generator<readonly [where: string, value: unknown]> {
  if (type === 'pattern') {return;}
  for (const [name, value] of WRONG) {
    if (!(isOptional && (value === undefined || value === null)) && !fits(type, value)) {yield [name, value];}
  }
  const entry = type.slice(1);
  if (type.startsWith('[')) {
    for (const [where, value] of wrong(entry, false, above)) {yield [`[${where}]`, [good(entry), value]];}
  } else if (type.startsWith('{')) {
    // what is unset in a map that is written as it is was never written
    for (const [where, value] of wrong(entry, entry === 'any', above)) {yield [`{${where}}`, { a: good(entry), b: value }];}
  }
  const struct = apiType(type);
  if (struct?.kind !== 'struct' || above.includes(type)) {return;}
  yield ['an unknown option', { ...good(type) as object, noSuchOption: 1 }];
  for (const member of struct.members.values()) {
    for (const [where, value] of wrong(member.type, member.isOptional, [...above, type])) {
      yield [`${member.name}: ${where}`, { ...good(type) as object, [member.name]: value }];
    }
  }
}

/** Calls with one wrong argument each. */
function* calls(parameters: readonly Member[]): Generator<readonly [where: string, args: unknown[]]> {
  for (const [at, { name, type, isOptional, isVariadic }] of parameters.entries()) {
    for (const [where, value] of wrong(type, isOptional && !isVariadic)) {
      yield [
        `${name}: ${where}`,
        parameters.map((parameter, index) => (index === at ? value : parameter.isOptional ? undefined : good(parameter.type))),
      ];
    }
  }
}

/** What came of a call: the codes of what was refused, or what else happened. */
function outcome(act: () => unknown): readonly string[] {
  try {
    const value = act();
    const codes = wrongWith(value).map(({ code }) => code);
    return codes.length > 0 ? codes : ['accepted'];
  } catch (error) {
    return [error instanceof AgentError ? error.code : `raw ${error}`];
  }
}

const isRefused = (codes: readonly string[]) => codes.length > 0 && codes.some(code => AT_THE_DOOR.includes(code))
  && !codes.some(code => code.startsWith('raw'));

const doors = apiTypeNames().flatMap((name): Array<[string, string, Signature]> => {
  const type = apiType(name);
  return type?.kind !== 'class'
    ? []
    : type.signatures.filter(({ parameters }) => parameters.length > 0).map(signature => [name, signature.method, signature]);
});

test('the table has every factory of the public API', () => {
  const classes = [
    api, api.testing, api.cluster,
  ].flatMap(module => Object.values(module)).filter((each): each is any => typeof each === 'function' && each.prototype !== undefined);
  const missing = classes.flatMap(each => Object.getOwnPropertyNames(each).filter(method => typeof each[method] === 'function'
    && !method.startsWith('_'))
    .filter(method => !new RegExp(`^class ${each.name}\\n(?:.*\\n)*?static ${method}\\b`, 'm').test(API_TABLE)).map(
      method => `${each.name}.${method}`,
    ));
  // those that are private to a class are not in the assembly
  expect(missing.sort()).toEqual([
    'ContainerSecurity.restricted', 'LogInput.parsed', 'NodeCoverage.build', 'NodePlatform.known', 'NodeProblemMonitor.shipped',
    'NodeTaint.checked', 'Priority.ofValue', 'SimulatedNode.made',
  ]);
  expect(doors.length).toBeGreaterThan(250);
});

test.each(doors.filter(([, , { isStatic }]) => isStatic))('%s.%s refuses every value of another type', (name, method, { parameters }) => {
  const factory = classOf(name);
  const let_in = [...calls(parameters)].map(([where, args]) => [where, outcome(() => factory[method](...args))] as const).filter(
    ([, codes]) => !isRefused(codes),
  );
  expect(let_in).toEqual([]);
});

const agent = () => new api.NodeAgent(testChart(), 'agent', { image: 'example.com/agent:1.0.0' });

/** What keeps what was wrong, and how to get one. */
const KEEPERS: { readonly [name: string]: () => { readonly keeper: any; readonly owner: api.NodeAgent | api.ClusterAgent } } = {
  AgentPlan: () => {
    const owner = agent();
    return { keeper: owner.plan, owner };
  },
  AgentContainer: () => {
    const owner = agent();
    return { keeper: owner.container, owner };
  },
  NodeAgent: () => {
    const owner = agent();
    return { keeper: owner, owner };
  },
  ClusterAgent: () => {
    const owner = new api.ClusterAgent(testChart(), 'controller', { image: 'example.com/controller:1.0.0' });
    return { keeper: owner, owner };
  },
  LogAgent: () => {
    const owner = new api.LogAgent(testChart(), 'logs', { destinations: [api.LogDestination.stdout()] });
    return { keeper: owner, owner };
  },
};

test.each(doors.filter(([, , { isStatic }]) => !isStatic))('%s.%s takes no value of another type', (name, method, { parameters }) => {
  const let_in = [...calls(parameters)].map(([where, args]) => {
    const { keeper, owner } = KEEPERS[name]?.() ?? { keeper: Object.create(classOf(name).prototype), owner: undefined };
    return [where, outcome(() => {
      keeper[method](...args);
      return owner;
    })] as const;
  }).filter(([, codes]) => !isRefused(codes));
  expect(let_in).toEqual([]);
});

const CONSTRUCTS: ReadonlyArray<[string, (chart: Chart, props: any) => any]> = [
  ['NodeAgent', (chart, props) => new api.NodeAgent(chart, 'it', props)],
  ['ClusterAgent', (chart, props) => new api.ClusterAgent(chart, 'it', props)],
  ['KubeStateMetrics', (chart, props) => new api.KubeStateMetrics(chart, 'it', props)],
  ['LogAgent', (chart, props) => new api.LogAgent(chart, 'it', props)],
  ['CniPlugin', (chart, props) => new api.CniPlugin(chart, 'it', props)],
  ['KubeProxy', (chart, props) => new api.KubeProxy(chart, 'it', props)],
  ['Multus', (chart, props) => new api.Multus(chart, 'it', props)],
  ['MetalLb', (chart, props) => new api.MetalLb(chart, 'it', props)],
  ['KubeVip', (chart, props) => new api.KubeVip(chart, 'it', props)],
  ['NodeLocalDns', (chart, props) => new api.NodeLocalDns(chart, 'it', props)],
  ['MetricsExporter', (chart, props) => new api.MetricsExporter(chart, 'it', props)],
  ['CsiNodePlugin', (chart, props) => new api.CsiNodePlugin(chart, 'it', props)],
  ['CsiWindowsNodePlugin', (chart, props) => new api.CsiWindowsNodePlugin(chart, 'it', props)],
  ['CsiController', (chart, props) => new api.CsiController(chart, 'it', props)],
  ['ClusterObject', (chart, props) => new api.ClusterObject(chart, 'it', props)],
  ['CsiStorageClass', (chart, props) => new api.CsiStorageClass(chart, 'it', props)],
  ['CsiSnapshotClass', (chart, props) => new api.CsiSnapshotClass(chart, 'it', props)],
  ['DevicePlugin', (chart, props) => new api.DevicePlugin(chart, 'it', props)],
  ['NodeFeatureDiscovery', (chart, props) => new api.NodeFeatureDiscovery(chart, 'it', props)],
  ['AgentNamespace', (chart, props) => new api.AgentNamespace(chart, 'it', props)],
];

/** Constructs that need no option at all. */
const ALL_OPTIONAL = [
  'MetricsExporter', 'AgentNamespace', 'KubeProxy', 'KubeStateMetrics', 'KubeVip', 'MetalLb', 'Multus', 'NodeFeatureDiscovery',
  'NodeLocalDns', 'NodeProblemDetector',
];

test.each(CONSTRUCTS)('a %s reports every value of another type, and is made all the same', (name, make) => {
  const chart = testChart();
  let count = 0;
  // what is said of any agent is looked at by one of them
  const shared = apiType('AgentOptions');
  const isOwn = (where: string) => name === 'NodeAgent' || shared?.kind !== 'struct' || !shared.members.has(where.split(':')[0]);
  const let_in = [
    ...wrong(`${name}Props`, ALL_OPTIONAL.includes(name)),
  ].filter(([where]) => isOwn(where)).map(([where, props]) => [where, outcome(() => {
    const made = make(new Chart(chart, `c${count++}`, { namespace: 'a' }), props);
    expect(made.apiObject).toBeDefined();
    return made;
  })] as const).filter(([, codes]) => !isRefused(codes));
  expect(let_in).toEqual([]);
  expect(refusalsAt(make(testChart(), good(`${name}Props`))).filter(({ code }) => AT_THE_DOOR.includes(code))).toEqual([]);
});

test.each(CONSTRUCTS)('a %s without a place in the tree fails at once', (_, make) => {
  for (const scope of [
    undefined, null, {}, 'app', cyclic,
  ]) {expect(outcome(() => make(scope as any, {}))).toEqual([expect.stringMatching(/^(wrong-option|unset-value)$/)]);}
});
