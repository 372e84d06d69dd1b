import { App, Chart, Duration, Lazy, Testing } from 'cdk8s';
import {
  AgentNamespace, AgentNetworkPolicy, AgentPlan, ApiGrant, CsiDriver, CsiNodePlugin, EnvValue, HostPath, ImageReference, KubernetesVersion,
  LogAgent,
  LogDestination, MetricsExporter, NodeAgent, NodeAgentProps, NodeCoverage, Port, SecretKey, TargetCluster,
} from '../../../src/index';
import { errorsOf, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { refusalsAt, wrongWith } from '../../support/refused';
import { makeAgent, messageOf } from '../make-agent';

const image = 'example.com/agent:1.0.0';

/** What plain JavaScript passes, and what is wrong with it. */
const foundIn = (props: object | null) => refusalsAt(new NodeAgent(testChart(), 'agent', (props && { image, ...props }) as NodeAgentProps));
const facts = (props: object | null) => foundIn(props).map(({ code, option, given }) => [code, option, given]);
const unset = process.env.NO_SUCH_VARIABLE!;

describe('a name that no option has is reported', () => {
  test.each([
    ['hostPath', 'hostPaths'], ['hostpaths', 'hostPaths'], ['tollerations', undefined], ['enviroment', undefined], ['evn', 'env'],
    ['securitycontext', 'securityContext'],
    ['serviceAcount', 'serviceAccount'], ['constructor', undefined], ['toString', undefined],
  ])('%s, and what was meant is proposed', (name, meant) => {
    expect(foundIn({ [name]: [] })).toEqual([expect.objectContaining({ code: 'unknown-option', option: name, given: `'${name}'` })]);
    expect(foundIn({ [name]: [] })[0].allowed).toBe(meant && `'${meant}'`);
  });

  test('also where a parser of JSON made it one that every object has', () => {
    expect(facts(JSON.parse('{"__proto__": []}'))).toEqual([['unknown-option', '__proto__', "'__proto__'"]]);
    expect(facts({ podOverrides: JSON.parse('{"a": {"__proto__": {}}}') })).toEqual([
      ['wrong-option', 'podOverrides.a.__proto__', 'an object with nothing in it'],
    ]);
    expect(facts({ sidecars: [JSON.parse(`{"name": "a", "image": "${image}", "__proto__": 1}`)] })).toEqual([
      ['unknown-option', 'sidecars[0].__proto__', "'__proto__'"],
    ]);
  });

  test('in a container beside the agent, whoever adds it', () => {
    const container = { name: 'other', image, volumeMount: [] };
    for (const list of ['containers', 'initContainers', 'sidecars']) {
      expect(facts({ [list]: [container] })).toEqual([['unknown-option', `${list}[0].volumeMount`, "'volumeMount'"]]);
    }
    expect(facts({ features: [{ contribute: (plan: AgentPlan) => plan.addContainer(container) }] })).toEqual([
      ['unknown-option', 'volumeMount', "'volumeMount'"],
    ]);
  });

  test('as a whole message', () => {
    expect(messageOf(() => makeAgent({ hostPath: [] } as object))).toEqual(
      refusal('unknown-option', { at: 'test/agent', given: "'hostPath'", allowed: "'hostPaths'", names: ['hostPath', 'NodeAgent'] }));
    expect(messageOf(() => makeAgent({ env: { A: 'b' } } as object))).toEqual(
      refusal('wrong-option', { at: 'test/agent', given: "'b'", allowed: 'an EnvValue', names: ['env.A', 'NodeAgent'] }));
    expect(messageOf(() => makeAgent({ env: { A: EnvValue.of(unset) } }))).toEqual(
      refusal('unset-value', { at: 'test/agent', given: 'undefined', allowed: 'a text', names: ['env.A.text', 'EnvValue.of'] }));
  });
});

describe('a value of another type is reported with the option that it was given as', () => {
  test.each<[object, Array<[string, string, string]>]>([
    [{ hostPaths: ['/var/log'] }, [['wrong-option', 'hostPaths[0]', "'/var/log'"]]],
    [{ hostPaths: '/var/log' }, [['wrong-option', 'hostPaths', "'/var/log'"]]],
    [{ env: { A: 'b', C: 1 } }, [['wrong-option', 'env.A', "'b'"], ['wrong-option', 'env.C', '1']]],
    [{ env: 'A=b' }, [['wrong-option', 'env', "'A=b'"]]],
    [{ env: [{ name: 'A', value: 'b' }] }, [['wrong-option', 'env', 'a list']]],
    [{ env: new Map([['A', EnvValue.of('b')]]) }, [['wrong-option', 'env', 'a Map']]],
    [{ ports: [8080] }, [['wrong-option', 'ports[0]', '8080']]],
    [{ args: ['-a', 8080] }, [['wrong-option', 'args[1]', '8080']]],
    [{ args: [unset] }, [['unset-value', 'args[0]', 'undefined']]],
    [{ args: '--a' }, [['wrong-option', 'args', "'--a'"]]],
    [{ terminationGracePeriod: 30 }, [['wrong-option', 'terminationGracePeriod', '30']]],
    [{ resources: { requests: {}, limits: {} } }, [['wrong-option', 'resources', 'an object with requests, limits']]],
    [{ nodes: Duration.seconds(1) }, [['wrong-option', 'nodes', 'a Duration']]],
    [{ nodes: HostPath.readOnly('/var/log') }, [['wrong-option', 'nodes', 'a HostPath']]],
    [{ features: [{}] }, [['wrong-option', 'features[0]', 'an object with nothing in it']]],
    [{ sidecars: ['proxy'] }, [['wrong-option', 'sidecars[0]', "'proxy'"]]],
    [{ sidecars: [{ name: 'proxy', image, ports: [[]] }] }, [['wrong-option', 'sidecars[0].ports[0]', 'a list']]],
    [{ apiAccess: 'no' }, [['wrong-option', 'apiAccess', "'no'"]]],
    [{ labels: { a: 1 } }, [['wrong-option', 'labels.a', '1']]],
    [{ labels: { 'a.b/c': unset } }, [['unset-value', "labels['a.b/c']", 'undefined']]],
    [{ podLabels: new Map([['a', 'b']]) }, [['wrong-option', 'podLabels', 'a Map']]],
    [{ podOverrides: { a: 1n } }, [['wrong-option', 'podOverrides.a', '1n']]],
    [{ podOverrides: { a: [{ b: () => 1 }] } }, [['wrong-option', 'podOverrides.a[0].b', 'a function']]],
    [{ podOverrides: { a: new Set() } }, [['wrong-option', 'podOverrides.a', 'a Set']]],
    [{ podOverrides: { a: [unset] } }, [['unset-value', 'podOverrides.a[0]', 'undefined']]],
    [{ podOverrides: { topologySpreadConstraints: [{ labelSelector: { matchLabels: { team: unset } } }] } },
      [['unset-value', 'podOverrides.topologySpreadConstraints[0].labelSelector.matchLabels.team', 'undefined']]],
    [{ podOverrides: { tolerations: [Port.container('a', 1)] } }, [['wrong-option', 'podOverrides.tolerations[0]', 'a Port']]],
    [{ image: unset }, [['unset-value', 'image', 'undefined']]],
    [{ imagePullPolicy: 'always' }, [['wrong-option', 'imagePullPolicy', "'always'"]]],
  ])('%j', (props, expected) => {
    expect(facts(props)).toEqual(expected);
  });

  test('also one that holds itself', () => {
    const cyclic: { [name: string]: unknown } = {};
    cyclic.self = [cyclic];
    expect(facts({ overrides: cyclic })).toEqual([['wrong-option', 'overrides.self[0].self', 'a list']]);
  });

  test('but what is not given is not', () => {
    expect(facts({
      hostPath: undefined, args: null, env: {}, ports: [], podOverrides: { nodeName: undefined, hostname: null },
    })).toEqual([]);
    expect(facts(null)).toEqual([['unset-value', 'image', 'undefined']]);
    expect(refusalsAt(new MetricsExporter(testChart(), 'agent', null as any))).toEqual([]);
    expect(wrongWith(HostPath.readOnly('/var/log', { mountPath: null } as any))).toEqual([]);
    expect(wrongWith(HostPath.readOnly('/var/log', null as any))).toEqual([]);
  });

  test('and a second copy of the package has values of the same classes', () => {
    jest.isolateModules(() => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const copy = require('../../../src/index') as typeof import('../../../src/index');
      expect(copy.Port).not.toBe(Port);
      expect(facts({ ports: [copy.Port.container('http', 1)], nodes: copy.NodeCoverage.linux() })).toEqual([]);
      expect(facts({ hostPaths: [copy.HostPath.readOnly(unset)] })).toEqual([['unset-value', 'hostPaths[0].path', 'undefined']]);
    });
  });

  test('and subclasses have options of their own', () => {
    class Own extends NodeAgent {
      public constructor(scope: Chart, id: string, props: NodeAgentProps & { readonly team: string }) {
        super(scope, id, props);
      }
    }
    expect(refusalsAt(new Own(testChart(), 'agent', { image, team: 'a' }))).toEqual([]);
    expect(refusalsAt(new Own(testChart(), 'agent', { image, team: 'a', ports: [1] } as any)).map(({ option }) => option)).toEqual([
      'ports[0]',
    ]);
  });
});

describe('nothing unset opens anything', () => {
  test.each<[string, () => unknown]>([
    ['a namespace selector', () => AgentNetworkPolicy.of({ ingressPorts: [], ingressNamespaceLabels: { team: unset } })],
    ['a pod selector', () => AgentNetworkPolicy.of({ ingressPorts: [], ingressPodLabels: { app: unset } })],
    ['the peers of egress', () => AgentNetworkPolicy.of({ egress: [{ to: [{ namespaceSelector: { matchLabels: { team: unset } } }] }] })],
    ['the ports of egress', () => AgentNetworkPolicy.of({ egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: undefined }] })],
    ['a rule of egress', () => AgentNetworkPolicy.of({ egress: [undefined] })],
    ['an object of a grant', () => ApiGrant.clusterWide(['secrets'], ['get'], { resourceNames: [unset] })],
    ['an empty object of a grant', () => ApiGrant.clusterWide(['secrets'], ['get'], { resourceNames: [''] })],
    ['the labels of nodes', () => NodeCoverage.labelled({ pool: unset })],
  ])('%s', (_, make) => {
    expect(wrongWith(make()).map(({ code }) => code)).toEqual([expect.stringMatching(/^(unset-value|empty-grant)$/)]);
  });

  test('late labels are looked at when they are known', () => {
    const late = (value: unknown) => Lazy.any({ produce: () => value }) as string;
    const found = (props: Partial<NodeAgentProps>) => {
      const chart = testChart();
      makeAgent(props, chart);
      return errorsOf(chart).map(line => line.replace(/^\[test\/agent\] ([a-z-]+):.*?given: ([^;]*);.*$/, '$1 $2'));
    };
    expect(found({ labels: { a: late('b c') } })).toEqual(["invalid-label 'b c'"]);
    expect(found({ podLabels: { a: late('b c') } })).toEqual(["invalid-label 'b c'"]);
    expect(found({ podLabels: { a: late(undefined) } })).toEqual(['unset-value undefined']);
    expect(found({ annotations: { a: late(undefined) } })).toEqual(['unset-value undefined']);
    expect(found({
      networkPolicies: [AgentNetworkPolicy.of({ ingressPorts: [], ingressNamespaceLabels: { team: late(undefined) } })],
    })).toEqual(['unset-value undefined']);
    expect(found({ labels: { a: late('b') }, podLabels: { a: late('b') }, annotations: { a: late('b c') } })).toEqual([]);
  });
});

describe('names that every object has are names like others', () => {
  test('of labels, variables and containers', () => {
    const chart = testChart();
    makeAgent({
      podLabels: { toString: 'x', constructor: 'y' } as any, labels: { valueOf: 'x' } as any,
      env: { constructor: EnvValue.of('a'), hasOwnProperty: EnvValue.of('b') } as any,
      containers: [{ name: 'constructor', image }],
    }, chart);
    const { metadata, spec } = objectOf(chart, 'DaemonSet').spec.template;
    expect(metadata.labels).toMatchObject({ toString: 'x', constructor: 'y' });
    expect(spec.containers[0].env.map(({ name }: any) => name)).toEqual(['constructor', 'hasOwnProperty']);
  });
});

test('everything that is wrong in an app is reported in one run, at its construct, and nothing is written', () => {
  const app = new App({ outdir: '/nonexistent/never-written' });
  TargetCluster.configure(app, { kubernetesVersion: '1.30' } as any);
  const chart = new Chart(app, 'chart', { namespace: 'agents' });
  new AgentNamespace(chart, 'namespace', { labels: { a: 1 } } as any);
  const agent = makeAgent({ name: 'A b', hostPaths: [HostPath.readOnly('var/log')] }, chart, 'first');
  agent.container.addEnv('A', EnvValue.of(unset));
  agent.container.addHostPaths(HostPath.readOnly('/var/log'), HostPath.readOnly(unset));
  agent.plan.addContainer({ name: 'A b', image }).addArgs('--still-a-container');
  agent.plan.addPodLabel('a b', 'c');
  makeAgent(
    { nodes: NodeCoverage.named(['Node_1']), containers: [{ name: 'x', image: 'a:latest' }] }, chart, 'second',
  ).plan.addService(undefined as any);
  const logs = new LogAgent(chart, 'logs', { port: 0, destinations: [LogDestination.loki({ url: 'https://loki', auth: unset as any })] });
  logs.addDestination(LogDestination.http({ url: 'loki' }));
  new MetricsExporter(chart, 'metrics', { port: 70000, name: 'B c' });
  new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.of({ name: 'A b', image }) });
  makeAgent({}, chart, 'sound');
  const lines = linesOf(() => app.synth());
  expect(lines).toEqual([
    '[] wrong-option kubernetesVersion', '[chart/namespace] wrong-option labels.a', '[chart/first] invalid-path hostPaths[0]',
    '[chart/first] invalid-name name',
    '[chart/first] unset-value value.text', '[chart/first] unset-value hostPaths[1].path', '[chart/first] invalid-name',
    '[chart/first] invalid-label',
    '[chart/second] invalid-name nodes', '[chart/second] mutable-image containers[0]', '[chart/second] unset-value service',
    '[chart/logs] invalid-port', '[chart/logs] invalid-destination destination', '[chart/metrics] invalid-port',
    '[chart/metrics] invalid-name name',
    '[chart/csi] invalid-name driver',
  ]);
  expect(linesOf(() => Testing.synth(chart))).toEqual(lines);
  expect(linesOf(() => app.synthYaml())).toEqual(lines);
  process.env.NODE_AGENTS_CHECKS = 'off';
  expect(linesOf(() => app.synth())).toEqual(lines);
  delete process.env.NODE_AGENTS_CHECKS;
});

/** The path, the code and the option of each error of a synth. */
function linesOf(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map(line => line.trim().replace(
      /^(\[[^\]]*\] [a-z-]+): (?:([\w[\].]+): )?.*$/, (_, start, option) => (option ? `${start} ${option}` : start),
    ));
  }
}

test('a refused value fails for whoever reads it, and names a later use in vain', () => {
  const refused = ImageReference.parse(unset);
  expect(refused).toBeInstanceOf(ImageReference);
  expect(() => refused.text).toThrow(/^unset-value: text: /);
  expect(() => 'text' in refused).toThrow(/^unset-value/);
  expect(() => JSON.stringify(refused)).toThrow(/^unset-value/);
  expect(() => KubernetesVersion.of(unset).atLeast(KubernetesVersion.V1_30)).toThrow(/^unset-value/);
  expect(wrongWith(LogDestination.loki({ url: 'https://a', secretHeaders: { a: SecretKey.of('s', unset) } }))).toEqual([
    expect.objectContaining({ option: 'secretHeaders.a.key' }),
  ]);
});
