import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const namespace = (labels: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: agents\n  labels: {${labels}}\n---\n`;
const agent = agentYaml('logs', 'hostNetwork: true\n');
const plain = files.write('plain.yaml', agent);
const refusing = files.write('refusing.yaml', namespace('pod-security.kubernetes.io/enforce: baseline') + agent);

test('as JSON, each object with pods has a level and what stands in the way of a stricter one', async () => {
  const job = 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: a, '
    + 'image: a}]}}}\n';
  const {
    code, out,
  } = await runWith(['admission', files.write('two.yaml', `${agent}---\n${job}`), '--format', 'json', '--pod-security-version', 'v1.30']);
  expect(code).toBe(0);
  const [first, second, ...others] = JSON.parse(out);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ kind: 'DaemonSet', namespace: 'agents', name: 'logs', version: 'v1.30', level: 'privileged' });
  expect(first.reasons[0]).toEqual({ check: 'hostNamespaces', message: 'host namespaces (hostNetwork=true)' });
  expect(second).toMatchObject({ kind: 'Job', namespace: 'default', name: 'j', level: 'baseline' });
});

test('the latest version is asked where none is named', async () => {
  expect(JSON.parse((await runWith(['admission', plain, '--format', 'json'])).out)[0].version).toBe('latest');
});

test('a namespace that refuses the pods is reported, and exits with 2', async () => {
  const { code, out } = await runWith(['admission', refusing]);
  expect(code).toBe(2);
  expect(out).toContain(`DaemonSet agents/logs: privileged by latest (${refusing}:7)\n`
    + '  refused: Namespace agents has enforce=baseline:latest and refuses these pods: host namespaces (hostNetwork=true)\n  not baseline: '
      + 'host namespaces (hostNetwork=true)\n  not restricted: ');
  expect(out).toContain('1 of them makes pods that their namespace refuses: ');
});

test('a namespace that warns lets them in', async () => {
  const {
    code, out,
  } = await runWith(['admission', files.write('warning.yaml', namespace('pod-security.kubernetes.io/warn: baseline') + agent)]);
  expect(code).toBe(0);
  expect(out).toContain(
    '  warn: Namespace agents has warn=baseline:latest and lets them in with a warning: host namespaces (hostNetwork=true)\n',
  );
});

test('a terminal gets a table where there are several', async () => {
  const { out } = await runWith(['admission', refusing, plain], { columns: 60 });
  expect(out).toMatch(/DaemonSet logs +privileged +agents +refused\n/);
});

test('what has no pods has no level', async () => {
  const map = files.write('map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: 1}\n');
  expect(await runWith(['admission', map])).toEqual({ code: 0, out: 'nothing here makes pods\n', err: '' });
  expect((await runWith(['admission', map, '--format', 'json'])).out).toBe('[]\n');
});

test('pods with a wrong field are refused with file, line, object and path', async () => {
  const path = files.write('wrong.yaml', agentYaml('logs', 'securityContext: []\n'));
  expect((await runWith(['admission', path])).err).toBe(
    `node-agents: ${path}:1: DaemonSet agents/logs: spec.template.spec.securityContext is of the wrong type; given: a list; allowed: `
      + 'PodSecurityContext\n');
});
