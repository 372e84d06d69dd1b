import { ApiObject, Chart } from 'cdk8s';
import {
  ContainerSecurity,
  Checks, HostNamespace, HostPath, NodeAgentProps, NodeCoverage, NodeExpression, OperatingSystem, Port, Protocol,
} from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';
import { makeAgent, WHY } from '../make-agent';

const ROOT = ContainerSecurity.root('writes its own state');

function errorsFor(...agents: Array<Partial<NodeAgentProps>>): string[] {
  const chart = testChart();
  agents.forEach((props, index) => makeAgent(props, chart, `agent-${index}`));
  return errorsOf(chart);
}

describe('host ports', () => {
  const port = (number: number = 9100, options: object = {}) => ({ ports: [Port.host('metrics', number, options)] });
  const conflict = (first: number, second: number) =>
    expect.stringMatching(new RegExp(`^\\[test/agent-${second}\\] host-port-conflict: .*9100/TCP.*DaemonSet node-agents/agent-${first}`));

  test('one port of nodes that two agents share is an error', () => {
    expect(errorsFor(port(), port())).toEqual([conflict(0, 1)]);
  });

  test('of many agents on one port, each but the first is shown the first', () => {
    expect(errorsFor(port(), port(), port())).toEqual([conflict(0, 1), conflict(0, 2)]);
  });

  test('a port of the pod on the host network counts, and so does one that is not declared', () => {
    const hostNamespaces = [HostNamespace.network(WHY)];
    expect(errorsFor(port(), { hostNamespaces, ports: [Port.container('metrics', 9100)] })).toEqual([conflict(0, 1)]);
    expect(errorsFor(port(), { hostNamespaces, ports: [Port.undeclared('metrics', 9100, '0.0.0.0')] })).toEqual([conflict(0, 1)]);
    expect(errorsFor(port(), { ports: [Port.undeclared('metrics', 9100, '0.0.0.0')] })).toEqual([]);
  });

  test.each([
    ['another port', port(9101)], ['another protocol', port(9100, { protocol: Protocol.UDP })],
    ['a port of the pod', { ports: [Port.container('metrics', 9100)] }],
    ['Windows nodes', { ...port(), nodes: NodeCoverage.windows() }],
  ])('%s is no conflict', (_, other) => {
    expect(errorsFor(port(), other)).toEqual([]);
  });

  test('two addresses of a node have a port each; every address has them all', () => {
    const at = (hostIp: string) => port(9100, { hostIp });
    expect(errorsFor(at('127.0.0.1'), at('10.0.0.1'))).toEqual([]);
    for (const every of ['0.0.0.0', '::']) {expect(errorsFor(at('127.0.0.1'), at(every))).toEqual([conflict(0, 1)]);}
    expect(errorsFor(at('127.0.0.1'), at('127.0.0.1'))).toEqual([conflict(0, 1)]);
  });

  test('a DaemonSet of someone else counts, whichever comes first; what two others do is not our business', () => {
    const foreign = (chart: Chart, id: string, hostPort: number) => new ApiObject(chart, id, {
      apiVersion: 'apps/v1', kind: 'DaemonSet',
      spec: { template: { spec: { containers: [{ name: 'x', ports: [{ containerPort: 1, hostPort }] }] } } },
    });
    for (const first of [true, false]) {
      const chart = testChart();
      if (first) {foreign(chart, 'raw', 9100);}
      makeAgent(port(), chart);
      if (!first) {foreign(chart, 'raw', 9100);}
      foreign(chart, 'other', 80);
      foreign(chart, 'another', 80);
      expect(errorsOf(chart)).toEqual([expect.stringMatching(/^\[test\/agent\] host-port-conflict: .*9100\/TCP.*DaemonSet/)]);
    }
  });

  test('two others on one port do not hide that an agent takes it too', () => {
    const foreign = (chart: Chart, id: string, nodeSelector: object) => new ApiObject(chart, id, {
      apiVersion: 'apps/v1', kind: 'DaemonSet',
      spec: { template: { spec: { nodeSelector, containers: [{ name: 'x', ports: [{ containerPort: 1, hostPort: 9100 }] }] } } },
    });
    const chart = testChart();
    foreign(chart, 'a', { zone: 'a' });
    foreign(chart, 'b', {});
    makeAgent({ ...port(), nodes: NodeCoverage.labelled({ zone: 'b' }) }, chart);
    expect(codesOf(chart)).toEqual(['[test/agent] host-port-conflict']);
  });

  const pool = (name: string) => NodeCoverage.labelled({ pool: name });

  test.each<[string, NodeCoverage, NodeCoverage, boolean]>([
    ['two pools', pool('a'), pool('b'), false],
    ['one pool', pool('a'), pool('a'), true],
    ['a pool and everything', pool('a'), NodeCoverage.linux(), true],
    ['a pool and another label, which a node can have both of', pool('a'), NodeCoverage.labelled({ gpu: 'true' }), true],
    ['workers and control plane', NodeCoverage.workers(), NodeCoverage.controlPlane(), false],
    ['nodes by two names', NodeCoverage.named(['a']), NodeCoverage.named(['b']), false],
    ['nodes by a name in common', NodeCoverage.named(['a', 'b']), NodeCoverage.named(['b']), true],
    ['a pool and the rest by expression', NodeCoverage.matching([
      NodeExpression.oneOf('pool', ['a', 'b']),
    ]), NodeCoverage.matching([NodeExpression.noneOf('pool', ['a', 'b'])]), false],
    ['a pool by label and by expression', pool('a'), NodeCoverage.matching([NodeExpression.oneOf('pool', ['b', 'a'])]), true],
    ['two architectures', NodeCoverage.linux({ architectures: ['amd64'] }), NodeCoverage.linux({ architectures: ['arm64'] }), false],
    ['two systems', NodeCoverage.linux(), NodeCoverage.labelled({ a: 'b' }, { operatingSystem: OperatingSystem.WINDOWS }), false],
    ['more than and less than', NodeCoverage.matching([
      NodeExpression.greaterThan('cores', 8),
    ]), NodeCoverage.matching([NodeExpression.lessThan('cores', 9)]), false],
  ])('%s: whether a node can be in both decides', (_, one, other, shared) => {
    expect(errorsFor({ ...port(), nodes: one }, { ...port(), nodes: other })).toEqual(shared ? [conflict(0, 1)] : []);
    expect(errorsFor({ ...port(), nodes: other }, { ...port(), nodes: one })).toEqual(shared ? [conflict(0, 1)] : []);
  });
});

describe('state directories', () => {
  const state = (path: string = '/var/lib/agent') => ({
    ...path.startsWith('/') && { securityContext: ROOT }, hostPaths: [HostPath.state(path)],
  });
  /** One finding about the second agent, which names the first and what both keep. */
  const conflict = (...paths: string[]) =>
    [expect.stringMatching(new RegExp(
      `^\\[test/agent-1\\] host-state-conflict: .*DaemonSet node-agents/agent-0.*${paths.join('.*').replaceAll('\\', '.')}`,
    ))];

  test('one directory of nodes that two agents share is an error, however it is spelled', () => {
    expect(errorsFor(state(), state('/var//lib/agent/'))).toEqual(conflict('/var/lib/agent'));
  });

  test.each([
    ['another directory', state('/var/lib/other')], ['a directory that is read', { hostPaths: [HostPath.readOnly('/var/lib/agent')] }],
    ['other nodes', { ...state('C:\\var\\lib\\agent'), nodes: NodeCoverage.windows() }],
  ])('%s is no conflict', (_, other) => {
    expect(errorsFor(state(), other)).toEqual([]);
  });

  test('a directory of other nodes is no conflict', () => {
    const pool = (name: string) => ({ ...state(), nodes: NodeCoverage.labelled({ pool: name }) });
    expect(errorsFor(pool('a'), pool('b'))).toEqual([]);
  });

  test.each([
    ['/var/lib/a', '/var/lib/a/b'], ['/var/lib/a/b/c', '/var/lib/a'],
  ])('%s and %s hold each other, which is an error', (one, other) => {
    expect(errorsFor(state(one), state(other))).toEqual(conflict(other, one));
  });

  test('directories of one agent may hold each other, and names that begin alike are two', () => {
    expect(errorsFor({ securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/a'), HostPath.state('/var/lib/a/b')] })).toEqual([]);
    expect(errorsFor(state('/var/lib/a'), state('/var/lib/ab'))).toEqual([]);
  });

  test('/var/run is a link to /run, so both spellings are one directory', () => {
    expect(errorsFor(state('/run/x'), state('/var/run/x'))).toEqual(conflict('/run/x'));
    expect(errorsFor(state('/var/run/x/y'), state('/run/x'))).toEqual(conflict('/run/x', '/run/x/y'));
    expect(errorsFor(state('/var/run'), state('/run'))).toEqual(conflict('/run'));
    expect(errorsFor(state('/var/runs/x'), state('/runs/x'))).toEqual([]);
  });

  test('directories of Windows hold each other too', () => {
    const nodes = NodeCoverage.windows();
    expect(errorsFor({ ...state('C:\\a'), nodes }, { ...state('C:\\a\\b'), nodes })).toEqual(conflict('C:\\a\\b', 'C:\\a'));
  });

  test('two containers of one agent may share theirs', () => {
    expect(errorsFor({ ...state(), containers: [{ name: 'other', image: 'a:1', ...state() }] })).toEqual([]);
  });

  test('the whole directory counts where a part of it is mounted, and any directory that an agent calls its state', () => {
    const part = (subPath: string) => ({ securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent', { subPath })] });
    expect(errorsFor(part('a'), part('b'))).toEqual(conflict('/var/lib/agent'));
    expect(errorsFor(state('/data'), state('/data'))).toEqual(conflict('/data'));
  });

  test('each directory is reported, and an error is not hidden by a warning of another one', () => {
    const foreign = (chart: Chart) => new ApiObject(chart, 'foreign', {
      apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'foreign', namespace: 'other' }, spec: {
        selector: { matchLabels: { app: 'foreign' } },
        template: {
          metadata: { labels: { app: 'foreign' } },
          spec: {
            containers: [{ name: 'a', image: 'b:1', volumeMounts: [{ name: 'x', mountPath: '/x' }] }],
            volumes: [{ name: 'x', hostPath: { path: '/var/lib/x' } }],
          },
        },
      },
    });
    for (const isFirst of [true, false]) {
      const chart = testChart();
      if (isFirst) {foreign(chart);}
      const props = { securityContext: ROOT, hostPaths: ['/var/lib/x', '/var/lib/y'].map(path => HostPath.state(path)) };
      ['agent-0', 'agent-1'].forEach(id => makeAgent(props, chart, id));
      if (!isFirst) {foreign(chart);}
      expect(codesOf(chart)).toEqual(['[test/agent-1] host-state-conflict', '[test/agent-1] host-state-conflict']);
      const found = Checks.of(chart).findings.filter(({ code }) => code === 'host-state-conflict');
      expect(found.map(({ constructPath, level }) => [constructPath, level])).toEqual([
        ['test/agent-1', 'error'], ['test/agent-1', 'error'], ['test/agent-0', 'warning'],
      ]);
    }
  });
});
