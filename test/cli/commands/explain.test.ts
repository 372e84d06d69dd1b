import { join } from 'node:path';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

interface Pair {
  readonly agent: { readonly namespace: string; readonly name: string };
  readonly node: string;
  readonly shouldRun: boolean;
  readonly shouldContinueRunning: boolean;
  readonly reasons: readonly { readonly code: string; readonly message: string; readonly [more: string]: unknown }[];
}

const node = (name: string, more: object = {}) => ({
  apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/os': 'linux' } }, ...more,
});
const gpu = { spec: { taints: [{ key: 'gpu', value: 'true', effect: 'NoSchedule' }] } };
const full = { status: { allocatable: { cpu: '5m', memory: '1Gi', pods: '10' } } };

const nodes = files.write('nodes.json', JSON.stringify({
  apiVersion: 'v1', kind: 'NodeList', items: [node('a'), node('gpu-1', gpu), node('b'), node('gpu-2', gpu), node('small', full)],
}));
const agents = files.write(
  'agents.yaml',
  `${agentYaml('logs')}---\n${agentYaml('gpu', 'tolerations: [{key: gpu, operator: Exists}]\nnodeSelector: {kind: gpu}\n').replace('  namespace: agents\n', '')}`,
);

const json = async (...args: string[]): Promise<Pair[]> => JSON.parse(
  (await runWith(['explain', agents, '--nodes', nodes, ...args, '--format', 'json'])).out,
);

describe('as JSON', () => {
  test('each pair of agent and node is reported, in the order of the input', async () => {
    const pairs = await json();
    expect(pairs.map(({ agent, node: name }) => `${agent.namespace}/${agent.name} ${name}`)).toEqual(
      ['agents/logs', 'default/gpu'].flatMap(agent => ['a', 'gpu-1', 'b', 'gpu-2', 'small'].map(name => `${agent} ${name}`)),
    );
    expect(pairs[0]).toEqual({
      agent: { namespace: 'agents', name: 'logs' }, node: 'a', shouldRun: true, shouldContinueRunning: true, reasons: [],
    });
    expect(pairs[1]).toEqual({
      agent: { namespace: 'agents', name: 'logs' }, node: 'gpu-1', shouldRun: false, shouldContinueRunning: true,
      reasons: [{
        code: 'untolerated-taint', message: expect.stringContaining('gpu=true:NoSchedule'), stage: 'controller',
        taint: { key: 'gpu', value: 'true', effect: 'NoSchedule' }, evicts: false,
      }],
    });
    expect(pairs[4]).toMatchObject({ shouldRun: true, reasons: [{ code: 'insufficient-resource', stage: 'scheduler' }] });
  });

  test.each([
    [['--agent', 'agents/logs', '--node', 'b'], ['agents/logs b']], [['--agent', 'gpu', '--node', 'a'], ['default/gpu a']],
  ])('%j asks for less', async (args, expected) => {
    expect((await json(...args)).map(({ agent, node: name }) => `${agent.namespace}/${agent.name} ${name}`)).toEqual(expected);
  });
});

describe('as text', () => {
  const text = async (args: string[] = [], columns?: number): Promise<string> => (await runWith(
    ['explain', agents, '--nodes', nodes, ...args], columns === undefined ? {} : { columns },
  )).out;

  test('agents come first, and below each its nodes by what becomes of it there', async () => {
    expect(await text(['--agent', 'logs'])).toBe(`DaemonSet agents/logs runs on 2 of 5 nodes (${agents}:1)
  2 nodes  runs         a, b
  1 node   Pending      not enough cpu: 10m wanted: small
                        the agent asks for 10m of cpu, and the node has 5m in all: ask for less, or keep the agent off such nodes
  2 nodes  no new pod   untolerated taint gpu=true:NoSchedule: gpu-1, gpu-2
                        the node has the taint gpu=true:NoSchedule, which the agent does not tolerate: add a toleration for it, or keep the agent off such nodes; a pod that is there stays

1 DaemonSet on 5 nodes; other pods were not counted: give them with --pods
`);
  });

  test('of one node, its agents are reported', async () => {
    expect(await text(['--node', 'gpu-1'])).toMatch(
      /^Node gpu-1 runs 0 of 2 DaemonSets\n {2}agents\/logs {2}no new pod {3}untolerated taint gpu=true:NoSchedule\n {28}the node has/,
    );
  });

  test('a terminal gets colours, and a table that fits', async () => {
    const out = await text([], 70);
    expect(out).toContain('\u001b[1mDaemonSet agents/logs\u001b[22m \u001b[33mruns on 2 of 5 nodes\u001b[39m');
    const table = out.slice(out.indexOf('agent     ')).split('\n').slice(0, 3);
    expect(table[1]).toMatch(/^agents\/logs +2 +1 +0 +2 {2}untolerated taint g.*…$/);
    for (const line of table.slice(1)) {expect(line.length).toBeLessThanOrEqual(70);}
  });

  test('nodes that differ in amounts alone stand together', async () => {
    const many = files.write(
      'many.json',
      JSON.stringify([3, 4, 5].map(cpu => node(`n${cpu}`, { status: { allocatable: { cpu: `${cpu}m`, memory: '1Gi', pods: '9' } } }))),
    );
    expect((await runWith(['explain', agents, '--agent', 'logs', '--nodes', many])).out).toContain(
      '  3 nodes  Pending      not enough cpu: 10m wanted: n3, n4, n5\n                        for example: ',
    );
  });

  test('nodes that differ in their taints alone stand together', async () => {
    const tainted = files.write('tainted.json', JSON.stringify(Array.from({ length: 30 }, (_, index) => node(`n${index}`, {
      spec: { taints: [{ key: `t${index}`, effect: 'NoSchedule' }] },
    }))));
    const { out } = await runWith(['explain', agents, '--agent', 'logs', '--nodes', tainted]);
    expect(out).toMatch(
      /^ {2}30 nodes {2}no new pod {3}untolerated taints t0:NoSchedule, t10:NoSchedule, t11:NoSchedule and 27 more: n0, /m,
    );
    expect(out.match(/for example: /g)).toHaveLength(1);
  });

  test('no more groups are reported than someone reads, and how many there are besides', async () => {
    const many = files.write('many.json', JSON.stringify(Array.from({ length: 32 }, (_, index) => pressed(index))));
    const { out } = await runWith(['explain', agents, '--agent', 'logs', '--nodes', many]);
    expect(out).toContain('  and 20 nodes in 20 smaller groups: ask for one of them with --node, or for all with --format json\n');
  });
});

/** A node with some of five causes for which no pod runs. */
function pressed(causes: number): object {
  const [
    isSmall, isFull, hasDiskPressure, hasProcessPressure, isDown,
  ] = [1, 2, 4, 8, 16].map(cause => Math.floor(causes / cause) % 2 === 1);
  const condition = (type: string, isTrue: boolean) => ({ type, status: isTrue ? 'True' : 'False' });
  const conditions = [
    condition('DiskPressure', hasDiskPressure), condition('PIDPressure', hasProcessPressure), condition('Ready', !isDown),
  ];
  return node(`n${causes}`, {
    status: { conditions, allocatable: { cpu: isSmall ? '1m' : '4', memory: '4Gi', pods: isFull ? '0' : '110' } },
  });
}

describe('the cluster', () => {
  test('can come in one list with the agents, pods and all', async () => {
    const pod = {
      apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'x' },
      spec: { nodeName: 'small', containers: [{ name: 'p', resources: { requests: { cpu: '5m' } } }] }, status: { phase: 'Running' },
    };
    const agent = {
      apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'd' },
      spec: { template: { spec: { containers: [{ name: 'd', resources: { requests: { cpu: '1m' } } }] } } },
    };
    const {
      out,
    } = await runWith(['explain'], { stdin: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [node('small', full), pod, agent] }) });
    expect(out).toContain('other pods leave 0 of the 5m that the node has');
    expect(out).not.toContain('were not counted');
  });

  test.each([
    ['YAML', 'apiVersion: v1\nkind: Node\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Node\nmetadata: {name: b}\n'],
    ['a bare array', '[{"metadata": {"name": "a"}}, {"metadata": {"name": "b"}}]'],
    ['a List', '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "a"}}, '
      + '{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "b"}}]}'],
    [
      'what the API answers',
      '{"kind": "NodeList", "items": [{"metadata": {"name": "a"}}, {"metadata": {"name": "b"}}], "apiVersion": "v1"}',
    ],
    ['a list of all things', '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "ConfigMap"}, {"apiVersion": '
      + '"v1", "kind": "Node", "metadata": {"name": "a"}}, {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "b"}}]}'],
  ])('can be %s', async (_, text) => {
    const pairs = JSON.parse(
      (await runWith(['explain', agents, '--agent', 'logs', '--nodes', files.write('n', text), '--format', 'json'])).out,
    ) as Pair[];
    expect(pairs.map(pair => pair.node)).toEqual(['a', 'b']);
  });

  test.each([
    [
      'pods', '{"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "a"}}]}',
      'n: there is no Node in it, but 1 Pod: `kubectl get nodes -o json` writes what is wanted',
    ],
    [
      'a wrong taint', '[{"metadata": {"name": "a"},\n"spec": {"taints": "x"}}]',
      "n:1: Node a: spec.taints is of the wrong type; given: 'x'; allowed: list of Taint",
    ],
    ['no names', '[\n{"metadata": {}}]', 'n:2: a node has no metadata.name'],
    ['one node twice', '[{"metadata": {"name": "a"}},\n{"metadata": {"name": "a"}}]', 'n:2: the node a is there twice'],
    ['another object', '{"a": 1}', 'n:1: this is no object of Kubernetes: it has no apiVersion and no kind'],
    ['nothing', '[]', 'n: there is no Kubernetes object'],
  ])('cannot be %s', async (_, text, message) => {
    expect(
      await runWith(['explain', agents, '--nodes', files.write('n', text)]),
    ).toEqual({ code: 1, out: '', err: `node-agents: ${files.directory}/${message}\n` });
  });
});

test.each([
  [['--agent', 'agents/log'], 'there is no DaemonSet agents/log: did you mean agents/logs?'],
  [['--agent', 'kube-system/other'], 'there is no DaemonSet kube-system/other, but agents/logs, default/gpu'],
  [['--node', 'gpu-3'], 'there is no node gpu-3: did you mean gpu-1?'],
  [['--node', 'quite-another'], 'there is no node quite-another among 5'],
])('%j is refused', async (args, message) => {
  const { code, err } = await runWith(['explain', agents, '--nodes', nodes, ...args]);
  expect([code, err.endsWith(`${message}\n`)]).toEqual([1, true]);
});

test('objects that are no DaemonSets are reported', async () => {
  const path = files.write('map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
  expect((await runWith(['explain', path, '--nodes', nodes])).err).toBe(
    `node-agents: ${path}: there is no DaemonSet among 1 object (ConfigMap)\n`,
  );
});

test('an agent with a wrong field is refused with file, line, object and path, and other objects do not matter', async () => {
  const wrong = `${agentYaml('logs', 'hostNetwork: "yes"\n')}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: 1}\n`;
  const path = files.write('wrong.yaml', wrong);
  expect((await runWith(['explain', path, '--nodes', nodes])).err).toBe(
    `node-agents: ${path}:1: DaemonSet agents/logs: spec.template.spec.hostNetwork is of the wrong type; given: 'yes'; allowed: boolean\n`);
  expect((await runWith(['explain', files.write('right.yaml', wrong.replace('"yes"', 'true')), '--nodes', nodes])).code).toBe(0);
});

test('the nodes of the example show what becomes of agents in a cluster', async () => {
  const platform = join(__dirname, '..', '..', '..', 'examples', 'platform');
  const { code, out } = await runWith(['explain', join(platform, 'expected'), '--nodes', join(platform, 'nodes.json'), '--format', 'json']);
  const pairs = JSON.parse(out) as Pair[];
  expect([code, pairs.length]).toEqual([0, 4 * 12]);
  const codes = new Set(pairs.flatMap(({ reasons }) => reasons.map(reason => reason.code)));
  expect([...codes].sort()).toEqual(['node-affinity-mismatch', 'node-not-ready', 'node-pressure', 'node-selector-mismatch']);
});
