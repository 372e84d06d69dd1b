import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const node = (name: string, allocatable?: object, labels: object = {}) =>
  ({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, ...allocatable && { status: { allocatable } } });
const large = (name: string) => node(name, { cpu: '4', memory: '16Gi', pods: '110' }, { 'node.kubernetes.io/instance-type': 'm5.xlarge' });
const LIST = [
  large('a'), node('small', { cpu: '15m', memory: '1Gi', pods: '10' }), large('b'), node('silent'),
  node('tiny', { cpu: '1m', memory: '1Gi', pods: '10' }), node('partly', { cpu: '1', pods: '9' }),
];

const nodes = files.write('nodes.json', JSON.stringify({ apiVersion: 'v1', kind: 'NodeList', items: LIST }));
const agents = files.write(
  'agents.yaml', `${agentYaml('logs')}---\n${agentYaml('gpu', 'nodeSelector: {kind: gpu}\n')}---\n${agentYaml('metrics')}`,
);

describe('as text', () => {
  const text = async (args: string[] = [], columns?: number) => runWith(
    ['capacity', agents, '--nodes', nodes, ...args], columns === undefined ? {} : { columns },
  );

  test('the fleet comes first, then agents, shapes of nodes, and the nodes without room', async () => {
    expect(await text()).toEqual({
      code: 2, err: '',
      out: `3 DaemonSets on 6 nodes ask for 120m of cpu (1.1%), 192Mi of memory (0.4%)

agent           nodes  cpu each  cpu in all  memory each  memory in all
agents/logs         6  10m       60m         16Mi         96Mi
agents/gpu          0  10m       0           16Mi         0
agents/metrics      6  10m       60m         16Mi         96Mi

nodes  shape               agents  cpu            memory          pods         such as
    1  1m, 1Gi                  2  20m (2000%)    32Mi (3.1%)     2 (20%)      tiny
    1  15m, 1Gi                 2  20m (133%)     32Mi (3.1%)     2 (20%)      small
    1  1, memory unknown        2  20m (2%)       32Mi (unknown)  2 (22%)      partly
    2  m5.xlarge: 4, 16Gi       2  20m (0.5%)     32Mi (0.2%)     2 (1.8%)     a
    1  unknown                  2  20m (unknown)  32Mi (unknown)  2 (unknown)  silent

2 nodes have room for all agents that should run there
2 nodes do not have enough cpu: small, tiny
    for example: its agents ask for 20m of cpu together, and the node has 15m in all: ask for less, or keep an agent off such nodes
unknown on 2 nodes, which do not state what is allocatable: silent, partly

fractions are of what is allocatable; other pods were not counted: give them with --pods
`,
    });
  });

  test('of one agent, its nodes are those that matter', async () => {
    const { code, out } = await text(['--agent', 'agents/gpu']);
    expect(code).toBe(0);
    expect(out).toContain('1 DaemonSet on 6 nodes asks for 0 of cpu (0%), 0 of memory (0%)\n');
    expect(out).toContain('\n6 nodes run none of the agents\n');
  });

  test('a terminal gets colours, and tables that fit', async () => {
    const { out } = await text([], 60);
    expect(out).toContain('\u001b[32m2 nodes have room for all agents that should run there\u001b[39m');
    expect(out).toContain('\u001b[31m2 nodes do not have enough cpu: small, tiny\u001b[39m');
    const table = out.slice(out.indexOf('    1  1m, 1Gi')).split('\n').slice(0, 5);
    for (const line of table) {expect(line.length).toBeLessThanOrEqual(70);}
  });

  test('no more shapes are shown than someone reads, those of which most is taken first', async () => {
    const many = files.write(
      'many.json',
      JSON.stringify(Array.from({ length: 20 }, (_, index) => node(`n${index}`, { cpu: `${2 ** index}`, memory: '1Gi', pods: '9' }))),
    );
    const { code, out } = await runWith(['capacity', agents, '--nodes', many]);
    expect(code).toBe(0);
    expect(out).toContain('and 8 nodes in 8 shapes of which less is taken: --format json has all\n');
    expect(out).toContain('20 nodes have room for all agents that should run there\n');
    expect(out).toMatch(/ n11\n/);
    expect(out).not.toMatch(/ n12\n/);
  });
});

describe('with the pods of the cluster', () => {
  const pod = (name: string, requests: object, owner?: string) => ({
    metadata: {
      name, namespace: 'agents',
      ...owner !== undefined && { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: owner, controller: true }] },
    },
    spec: { nodeName: 'a', containers: [{ name: 'main', resources: { requests } }] }, status: { phase: 'Running' },
  });
  const withPods = (...pods: object[]) => runWith([
    'capacity', agents, '--agent', 'logs', '--nodes', files.write('a.json', JSON.stringify([large('a')])), '--pods',
    files.write('pods.json', JSON.stringify(pods)),
  ]);

  test('what others take is not there for agents', async () => {
    const { code, out } = await withPods(pod('web', { cpu: '3995m' }));
    expect(code).toBe(2);
    expect(out).toContain(
      '1 node does not have enough cpu: a\n    its agents ask for 10m of cpu together, and the node has 5m of its 4 left by other pods: ',
    );
    expect(out).not.toContain('were not counted');
  });

  test('their own pods are not in the way', async () => {
    const { code, out } = await withPods(pod('web', { cpu: '3990m' }), pod('logs-x', { cpu: '10m' }, 'logs'));
    expect(code).toBe(0);
    expect(out).toContain('1 node has room for all agents that should run there\n');
  });
});

test('as JSON, everything is there, with amounts as Kubernetes writes them', async () => {
  const { code, out } = await runWith(['capacity', agents, '--nodes', nodes, '--format', 'json']);
  const found = JSON.parse(out);
  expect(code).toBe(2);
  expect(Object.keys(found)).toEqual(['agents', 'shapes', 'totals', 'shortages', 'unknown']);
  expect(found.agents[0]).toEqual({
    agent: { namespace: 'agents', name: 'logs' }, nodes: 6, requests: { cpu: '10m', memory: '16Mi', pods: '1' },
    total: { cpu: '60m', memory: '96Mi', pods: '6' },
  });
  expect(found.shapes[0]).toEqual({
    instanceType: 'm5.xlarge', nodes: ['a', 'b'], agents: [{ namespace: 'agents', name: 'logs' }, { namespace: 'agents', name: 'metrics' }],
    allocatable: { cpu: '4', memory: '16Gi', pods: '110' },
    shares: [
      { resource: 'cpu', taken: '20m', allocatable: '4', fraction: 0.005 },
      { resource: 'memory', taken: '32Mi', allocatable: '16Gi', fraction: 0.001953125 },
      { resource: 'ephemeral-storage', taken: '0' }, { resource: 'pods', taken: '2', allocatable: '110', fraction: 2 / 110 },
    ],
  });
  expect(found.shapes.find((shape: { nodes: string[] }) => shape.nodes[0] === 'silent')).toMatchObject({
    shares: [{ resource: 'cpu', taken: '20m' }, {}, {}, {}],
  });
  expect(found.totals[0]).toEqual({ resource: 'cpu', taken: '120m', allocatable: '9016m', fraction: 100 / 9016 });
  expect(found.shortages).toEqual([
    {
      resource: 'cpu', wanted: '20m', free: '15m', allocatable: '15m', nodes: [
        'small',
      ], message: expect.stringContaining('the node has 15m in all'),
    },
    {
      resource: 'cpu', wanted: '20m', free: '1m', allocatable: '1m', nodes: [
        'tiny',
      ], message: expect.stringContaining('the node has 1m in all'),
    },
  ]);
  expect(found.unknown).toEqual(['silent', 'partly']);
});

test('the cluster can come in one list with the agents', async () => {
  const agent = {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'd' },
    spec: { template: { spec: { containers: [{ name: 'd', resources: { requests: { cpu: '1m' } } }] } } },
  };
  const { code, out } = await runWith(['capacity'], { stdin: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...LIST, agent] }) });
  expect(code).toBe(0);
  expect(out).toContain('1 DaemonSet on 6 nodes asks for 6m of cpu (<0.1%), 0 of memory (0%)\n');
});

test.each<[string, string[], string]>([
  ['no nodes', [agents], 'no nodes: name the file that `kubectl get nodes -o json` writes with --nodes, or a platform with --platform'],
  ['no agents', [nodes, '--nodes', nodes], `${nodes}: there is no DaemonSet among 6 objects (Node)`],
  ['an agent that is not there', [agents, '--nodes', nodes, '--agent', 'log'], `${agents}: there is no DaemonSet log: did you mean logs?`],
  ['pods in place of nodes', [
    agents, '--nodes', files.write('p.json', '{"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "a"}}]}'),
  ],
  `${files.path('p.json')}: there is no Node in it, but 1 Pod: \`kubectl get nodes -o json\` writes what is wanted`],
  ['a node without a name', [
    agents, '--nodes', files.write('n.json', '[{"metadata": {}}]'),
  ], `${files.path('n.json')}:1: a node has no metadata.name`],
  ['an unknown option', [agents, '--node', 'a'], 'capacity has no option --node: did you mean --nodes? (see node-agents capacity --help)'],
])('%s is one line and exit code 1', async (_, args, message) => {
  expect(await runWith(['capacity', ...args])).toEqual({ code: 1, out: '', err: `node-agents: ${message}\n` });
});

describe('of node pools', () => {
  const pool = (name: string, selector: string) => agentYaml(name, `nodeSelector: {${selector}}\n`).replace(
    '      labels:\n', '      labels:\n        cdk8s-node-agents/agent: logs\n',
  );
  const sized = files.write('sized.json', JSON.stringify({
    apiVersion: 'v1', kind: 'NodeList', items: [
      node('s1', { cpu: '2', memory: '8Gi', pods: '110' }, { size: 'small' }),
      node('s2', { cpu: '2', memory: '8Gi', pods: '110' }, { size: 'small' }),
      node('l1', { cpu: '8', memory: '64Gi', pods: '110' }, { size: 'large' }),
    ],
  }));
  const run = async (size: string) => {
    const pools = files.write(`pools-${size}.yaml`, `${pool('logs', 'size: small')}---\n${pool('logs-large', `size: ${size}`)}`);
    return runWith(['capacity', pools, '--nodes', sized]);
  };

  test('each has a row, with the amounts that are the same share of its nodes', async () => {
    const { code, out } = await run('large');
    expect(code).toBe(0);
    expect(out.split('\n').filter(line => /in proportion|^agents.*Gi/.test(line))).toEqual([
      'pool               nodes  smallest node  each pod asks for  in proportion',
      'agents/logs            2  2, 8Gi         10m, 16Mi',
      'agents/logs-large      1  8, 64Gi        10m, 16Mi          40m, 128Mi',
    ]);
  });

  test('one without nodes is a finding', async () => {
    const { code, out } = await run('lrage');
    expect(code).toBe(2);
    expect(out).toMatch(/agents\/logs-large +0 +no node/);
  });
});
