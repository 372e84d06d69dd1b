import { Chart } from 'cdk8s';
import { AgentPlan, EnvValue, MetricsExporter, NodeAgent, NodeAgentProps } from '../../../src/index';
import { testChart } from '../../support/golden';
import { makeAgent, messageOf } from '../make-agent';

/** What plain JavaScript passes. */
const loose = (props: object) => makeAgent(props as Partial<NodeAgentProps>);
const image = 'example.com/agent:1.0.0';

describe('a name that no option has fails', () => {
  test.each([
    ['hostPath', 'hostPaths'], ['hostpaths', 'hostPaths'], ['tollerations', undefined], ['enviroment', undefined], ['evn', 'env'], ['securitycontext', 'securityContext'],
    ['serviceAcount', 'serviceAccount'], ['constructor', undefined],
  ])('%s, and what was meant is proposed', (name, meant) => {
    expect(messageOf(() => loose({ [name]: [] }))).toBe(`unknown-option: [test/agent] NodeAgent has no option of this name; given: '${name}'; ${meant === undefined
      ? 'fix: remove it; overrides reach what no option says' : `allowed: '${meant}'; fix: did you mean ${meant}?`}`);
  });

  test('in a container beside the agent, whoever adds it', () => {
    const message = "unknown-option: [test/agent] a container has no option of this name; given: 'volumeMount'; allowed: 'volumeMounts'; fix: did you mean volumeMounts?";
    const container = { name: 'other', image, volumeMount: [] };
    for (const list of ['containers', 'initContainers', 'sidecars']) {expect(messageOf(() => loose({ [list]: [container] }))).toBe(message);}
    expect(messageOf(() => loose({ features: [{ contribute: (plan: AgentPlan) => plan.addContainer(container) }] }))).toBe(message);
  });
});

describe('a value of another type fails where it is given, and the message shows how one is made', () => {
  const message = (option: string, given: string, allowed: string, fix: string) =>
    `wrong-option: [test/agent] the option \`${option}\` takes something else; given: ${given}; allowed: ${allowed}; fix: write ${fix}`;

  test.each([
    [{ hostPaths: ['/var/log'] }, message('hostPaths', "'/var/log'", 'a list of HostPath', "HostPath.readOnly('/var/log')")],
    [{ hostPaths: '/var/log' }, message('hostPaths', "'/var/log'", 'a list of HostPath', "HostPath.readOnly('/var/log')")],
    [{ env: { A: 'b' } }, message('env', "'b'", 'a map of EnvValue', "EnvValue.of('...')")],
    [{ env: 'A=b' }, message('env', "'A=b'", 'a map of EnvValue', "EnvValue.of('...')")],
    [{ env: [{ name: 'A', value: 'b' }] }, message('env', 'a list', 'a map of EnvValue', "EnvValue.of('...')")],
    [{ ports: [8080] }, message('ports', '8080', 'a list of Port', "Port.container('http', 8080)")],
    [{ args: ['-a', 8080] }, message('args', '8080', 'a list of texts', "each in quotes: '8080'")],
    [{ args: '--a' }, message('args', "'--a'", 'a list of texts', "each in quotes: '8080'")],
    [{ terminationGracePeriod: 30 }, message('terminationGracePeriod', '30', 'a Duration', 'Duration.seconds(30)')],
    [{ resources: { requests: {}, limits: {} } }, message('resources', 'an object with requests, limits', 'Resources', "Resources.of({ cpu: '50m' })")],
    [{ nodes: { nodeSelector: {} } }, message('nodes', 'an object with nodeSelector', 'a NodeCoverage', 'NodeCoverage.linux()')],
    [{ features: [{}] }, message('features', 'an object with nothing in it', 'a list of features', '{ contribute(plan) { ... } }')],
    [{ sidecars: ['proxy'] }, message('sidecars', "'proxy'", 'a list of containers', "{ name: 'other', image: '...' }")],
    [{ sidecars: [{ name: 'proxy', image, ports: [[]] }] }, message('ports', 'a list', 'a list of Port', "Port.container('http', 8080)")],
  ])('%j', (props, expected) => {
    expect(messageOf(() => loose(props))).toBe(expected);
  });

  test.each([
    ['a Map', new Map([['A', EnvValue.of('b')]])], ['a list', []], ['a list', [EnvValue.of('b')]],
  ])('%s of variables, which would vanish or get numbers for names', (given, env) => {
    expect(messageOf(() => loose({ env }))).toBe(message('env', given, 'a map of EnvValue', "EnvValue.of('...')"));
  });

  test('in a subclass too', () => {
    expect(messageOf(() => new MetricsExporter(testChart(), 'agent', { hostPaths: ['/var/log'] } as object))).toBe(
      message('hostPaths', "'/var/log'", 'a list of HostPath', "HostPath.readOnly('/var/log')"));
  });

  test('but not one of a second copy of the package, or of another language, that looks the same', () => {
    const foreign = (own: object) => Object.assign(Object.create({ _toWire: () => ({ name: 'http', containerPort: 1 }) }), own);
    expect(messageOf(() => loose({ ports: [foreign({ name: 'http', containerPort: 1 })] }))).toBeUndefined();
    expect(messageOf(() => loose({ args: null, env: {}, ports: [] }))).toBeUndefined();
  });
});

test('an option that is there with the value undefined is none', () => {
  expect(messageOf(() => loose({ hostPath: undefined }))).toBeUndefined();
});

test('subclasses have options of their own', () => {
  class Own extends NodeAgent {
    public constructor(scope: Chart, id: string, props: NodeAgentProps & { readonly team: string }) {
      super(scope, id, props);
    }
  }
  expect(messageOf(() => new Own(testChart(), 'agent', { image, team: 'a' }))).toBeUndefined();
});

test('an agent without an image says so', () => {
  expect(messageOf(() => new NodeAgent(testChart(), 'agent', {} as NodeAgentProps))).toBe(
    'invalid-image: [test/agent] there is no image; given: undefined; allowed: registry/repository:tag, registry/repository@sha256:..., or both, without a scheme, in lower case up to the tag; fix: copy the reference that `docker pull` takes');
});
