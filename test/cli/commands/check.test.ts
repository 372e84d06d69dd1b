import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const good = files.write('good.yaml', agentYaml());
const wrong = files.write(
  'wrong.yaml',
  '# two of '
    + `them\n${agentYaml('logs', 'hostNetwrok: true\n')}---\n${agentYaml('metrics', 'hostNetwork: true\ndnsPolicy: ClusterFirst\ninitContainers: [{ name: init, image: "example.com/init:1.0.0", args: ["http://loki.logging.svc"] }]\n')}`,
);
const accepted = files.write('accepted.yaml', agentYaml('metrics', 'hostNetwork: true\ndnsPolicy: ClusterFirst\ninitContainers: [{ name: '
  + 'init, image: "example.com/init:1.0.0", args: ["http://loki.logging.svc"] }]\n')
  .replace(
    '  namespace: agents\n',
    "  namespace: agents\n  annotations:\n    acknowledged.cdk8s-node-agents/host-network-dns: 'it resolves nothing'\n",
  ));

type Found = { [field: string]: any };
const findingsIn = async (...args: string[]): Promise<Found[]> => JSON.parse((await runWith(['check', ...args, '--format', 'json'])).out);
const oneOf = (found: Found[], code: string): Found => found.find(each => each.code === code)!;

describe('the exit code', () => {
  test.each([
    ['is 0 where nothing is wrong', [good], 0],
    ['is 0 for warnings', [good, '--fail-on', 'error'], 0],
    ['is 2 for errors', [wrong], 2],
    ['is 0 for what was accepted', [accepted], 0],
  ])('%s', async (_, args, expected) => {
    expect((await runWith(['check', ...args])).code).toBe(expected);
  });

  test('is 2 for warnings where these are to fail', async () => {
    const warned = files.write('warned.yaml', agentYaml('metrics', 'hostNetwork: true\ndnsPolicy: ClusterFirst\ninitContainers: [{ name: '
      + 'init, image: "example.com/init:1.0.0", args: ["http://loki.logging.svc"] }]\n'));
    expect((await runWith(['check', warned])).code).toBe(0);
    expect((await runWith(['check', warned, '--fail-on', 'warning'])).code).toBe(2);
  });
});

test('as JSON, findings are data with file, line and object', async () => {
  const found = await findingsIn(wrong);
  expect(oneOf(found, 'unknown-field')).toEqual({
    code: 'unknown-field', level: 'error', refusedBy: 'api-server',
    object: { apiVersion: 'apps/v1', kind: 'DaemonSet', namespace: 'agents', name: 'logs' }, file: wrong, line: 24,
    path: 'spec.template.spec.hostNetwrok', what: expect.any(String), given: 'hostNetwrok', allowed: 'hostNetwork',
    fix: 'did you mean hostNetwork?',
    page: expect.stringMatching(/\/docs\/errors\/unknown-field\.md$/),
  });
  expect(oneOf(found, 'host-network-dns')).toMatchObject({ level: 'warning', object: { name: 'metrics' }, file: wrong, line: 49 });
  expect(oneOf(await findingsIn(accepted), 'host-network-dns')).toMatchObject({ acknowledged: 'it resolves nothing' });
});

test('kinds of which nothing is known are named in one line, which is no finding', async () => {
  const widget = (name: string, version: string = 'v1') => `apiVersion: example.com/${version}\nkind: Widget\nmetadata: {name: ${name}, `
    + 'namespace: agents}\nspec: {size: 1}\n';
  const widgets = files.write('widgets.yaml', [agentYaml(), widget('a'), widget('b'), widget('c', 'v2')].join('---\n'));
  const { code, out, err } = await runWith(['check', widgets, '--fail-on', 'warning', '--format', 'json']);
  expect(err.split('\n').filter(line => line.includes('Widget'))).toEqual([
    expect.stringContaining(': example.com/v1 Widget (2), example.com/v2 Widget; '),
  ]);
  expect([code, out.includes('Widget')]).toEqual([0, false]);
  expect((await runWith(['check', good])).err).not.toContain('not judged');
});

test('objects of the cluster have no namespace, and others have one', async () => {
  const objects = files.write('objects.yaml', [
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\nrulez: []\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndatas: {}\n',
  ].join('---\n'));
  expect((await findingsIn(objects)).map(({ object: { kind, namespace } }) => [kind, namespace])).toEqual([
    ['ClusterRole', undefined], ['ConfigMap', 'default'],
  ]);
});

test('people read what is wrong, the errors first, with what to do', async () => {
  const { out } = await runWith(['check', wrong]);
  expect(out).toContain('error    unknown-field: the Kubernetes API has no field hostNetwrok in PodSpec; given: hostNetwrok; allowed: '
    + 'hostNetwork\n'
    + `           DaemonSet agents/logs, spec.template.spec.hostNetwrok (${wrong}:24)\n         fix: did you mean hostNetwork?\n         `
      + 'https://');
  expect(out.match(/^(error|warning|note)(?= )/gm)).toEqual([...out.match(/^(error|warning|note)(?= )/gm)!].sort(
    (a, b) => ['error', 'warning', 'note'].indexOf(a) - ['error', 'warning', 'note'].indexOf(b),
  ));
  // eslint-disable-next-line no-control-regex
  expect(out).not.toMatch(/\u001b/);
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/^1 error, \d+ warnings?.* in 2 of 2 objects$/);
});

test('people at a terminal read colours and a table that fits', async () => {
  const { out } = await runWith(['check', wrong], { columns: 60 });
  expect(out).toContain('\u001b[31merror  \u001b[39m');
  const table = out.slice(out.indexOf('object ')).split('\n');
  expect(table[0]).toMatch(/^object +errors +warnings +notes +where/);
  for (const line of table.slice(1, 3)) {expect(line.length).toBeLessThanOrEqual(60);}
  // words stay whole, and so do addresses and places
  // eslint-disable-next-line no-control-regex
  for (const line of out.replace(/\u001b\[\d+m/g, '').split('\n')) {
    expect(line.length <= 60 || line.trim().split(' ').length === 1).toBe(true);
  }
});

test('what was accepted is counted', async () => {
  expect((await runWith(['check', accepted])).out).toMatch(/, and 1 acknowledged\n$/);
});

test('what cannot be looked into is a finding, and the rest is looked at', async () => {
  const mixed = files.write(
    'mixed.yaml',
    `${agentYaml().replace('containers:', 'containers: nope #').replace(/ {8}- name[^]*/, '')}---\n${agentYaml('metrics', 'hostNetwork: true\n')}`,
  );
  const found = await findingsIn(mixed);
  expect(oneOf(found, 'invalid-field')).toMatchObject({
    path: 'spec.template.spec.containers', given: "'nope'", allowed: 'list of Container', line: 15,
  });
  expect(new Set(found.map(({ object }) => object.name))).toEqual(new Set(['logs', 'metrics']));
});

test('rules know the nodes that are given', async () => {
  const nodes = files.write('nodes.json', JSON.stringify([0, 1, 2, 3].map(index => ({
    metadata: { name: `n${index}`, labels: { 'kubernetes.io/os': 'linux' } },
    ...index === 3 && { spec: { taints: [{ key: 'gpu', value: 'true', effect: 'NoSchedule' }] } },
  }))));
  const codes = async (...args: string[]): Promise<string[]> => (await findingsIn(good, ...args)).map(({ code }) => code);
  expect(await codes()).not.toContain('coverage-gap');
  expect(await codes('--nodes', nodes)).toContain('coverage-gap');
});

test('the version decides which fields are too new', async () => {
  const fresh = files.write('fresh.yaml', agentYaml('logs', 'hostUsers: false\n'));
  expect((await findingsIn(fresh)).map(({ code }) => code)).not.toContain('field-too-new');
  expect(oneOf(await findingsIn(fresh, '--kubernetes-version', '1.29'), 'field-too-new')).toMatchObject({
    path: 'spec.template.spec.hostUsers', given: 'Kubernetes 1.29',
  });
});

test('what is wrong in the same way stands together, with its explanation once', async () => {
  const latest = files.write(
    'latest.yaml', ['a', 'b', 'c'].map(name => agentYaml(name).replace(/image: .*/, 'image: example.com/agent:latest')).join('---\n'),
  );
  const { out } = await runWith(['check', latest]);
  expect(out.match(/mutable-image: /g)).toHaveLength(1);
  expect(out.match(/Pin a version/g)).toHaveLength(1);
  for (const name of [
    'a', 'b', 'c',
  ]) {expect(out).toContain(`DaemonSet agents/${name}, container main, spec.template.spec.containers[0].image (${latest}:`);}
});

test('of many places some are shown, and how many there are besides', async () => {
  const many = files.write(
    'many.yaml',
    Array.from({ length: 14 }, (_, index) => agentYaml(`a${index}`).replace(/image: .*/, 'image: example.com/agent:latest')).join('---\n'),
  );
  expect((await runWith(['check', many])).out).toContain('           and 4 more places\n');
});

test('what controllers made of other objects is counted, and what operators made is judged', async () => {
  const owned = (text: string, owner: string) => text.replace(
    '  namespace: agents\n',
    `  namespace: agents\n  ownerReferences: [{apiVersion: ${owner}, kind: X, name: x, uid: u, controller: true}]\n`,
  );
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  namespace: agents\nspec: {containers: [{name: a, image: a}]}\n';
  const made = files.write(
    'made.yaml', [owned(agentYaml('logs', 'hostNetwrok: true\n'), 'operator.example.com/v1'), owned(pod, 'apps/v1')].join('---\n'),
  );
  const { out, err, code } = await runWith(['check', made]);
  expect([code, out.includes('unknown-field'), out.includes('Pod agents/p')]).toEqual([2, true, false]);
  expect(err).toContain('1 Pod');
});
