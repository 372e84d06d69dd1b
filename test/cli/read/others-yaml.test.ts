import { readYaml } from '../../../src/cluster/inventory/read/yaml';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const good = files.write('good.yaml', agentYaml());
const check = async (...paths: string[]) => runWith(['check', ...paths, '--format', 'json']);
const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: agents}\ndatas: {}\n';

test.each([
  ['a file that is no YAML', 'bad.yaml', 'a: [\n', /bad\.yaml:\d+: cannot be read as YAML/],
  [
    'a template', 'template.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\n',
    /template\.yaml:4: .*render it first/,
  ],
  [
    'a template that is YAML', 'quoted.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "{{ .Values.name }}"\n',
    /quoted\.yaml:1: .*render it first/,
  ],
  [
    'a variable that envsubst fills in', 'variable.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${NAME}\n',
    /variable\.yaml:1: .*envsubst/,
  ],
  ['something else', 'values.yaml', 'image: {tag: 1}\n', /values\.yaml:1: this is no object of Kubernetes/],
])('%s is reported, and the rest is judged', async (_, name, text, message) => {
  const { code, err, out } = await check(files.write(name, text), files.write('config.yaml', CONFIG));
  expect(err).toMatch(message);
  expect([code, JSON.parse(out).some((found: { code: string }) => found.code === 'unknown-field')]).toEqual([1, true]);
});

test('a bad document is reported, and the others of its file are judged', async () => {
  const { code, err, out } = await check(files.write('mixed.yaml', `a: [\n---\n${CONFIG}---\nb: {{ .x }}\n`));
  expect(err.match(/mixed\.yaml:/g)).toHaveLength(2);
  expect([code, JSON.parse(out)[0].line]).toEqual([1, 6]);
});

test('a file that is missing is reported, and the others are judged', async () => {
  const { code, err } = await check(`${files.directory}/missing.yaml`, good);
  expect([code, /missing\.yaml: there is no such file/.test(err)]).toEqual([1, true]);
});

test.each([
  ['kustomization.yaml', 'resources: [a.yaml]\n'],
  ['k.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n'],
])('%s is left out with a hint, and is no mistake', async (name, text) => {
  const { code, err } = await check(files.write(name, text), good);
  expect([code, err.includes('kubectl kustomize')]).toEqual([0, true]);
});

test('a Kustomization of Flux is an object', async () => {
  const flux = files.write(
    'flux.yaml', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a, namespace: b}\nspec: {}\n',
  );
  const { code, err } = await check(flux);
  expect([code, err.includes('kubectl kustomize'), err.includes('kustomize.toolkit.fluxcd.io/v1 Kustomization')]).toEqual([0, false, true]);
});

test.each([
  ['double quotes', 'a: "one\n  two"\n', 'one two'], ['single quotes', "a: 'one\n  two'\n", 'one two'],
  ['no indentation at all', 'a: "one\ntwo"\n', 'one two'],
])('a text in %s goes on at the indentation of its parent, as kubectl reads it', async (_, line, text) => {
  const yaml = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  annotations:\n    ${line}  namespaces: x\n`;
  const { code, out, err } = await check(files.write('text.yaml', yaml));
  expect([code, err]).toEqual([2, '']);
  expect(JSON.parse(out).map((found: { path: string }) => found.path)).toEqual(['metadata.namespaces']);
  expect(([...readYaml(yaml, 'text.yaml')][0].value as any).metadata.annotations.a).toBe(text);
});

test('what is called a DaemonSet is named with its version', async () => {
  const of = async (version: string) => (await runWith([
    'explain', files.write('other.yaml', agentYaml().replace('apps/v1', version)), '--platform', 'eks',
  ])).err;
  expect(await of('extensions/v1beta1')).toContain('extensions/v1beta1 was removed in Kubernetes 1.16');
  expect(await of('apps.kruise.io/v1alpha1')).toContain('apps.kruise.io/v1alpha1 is of another project');
});

test.each([
  ['a container twice', agentYaml().replace('      containers:\n', '      containers:\n        - {name: main, image: "a:1"}\n')],
  ['a selector that selects no pod', agentYaml().replace('      app: logs\n  template', '      app: other\n  template')],
  ['an unknown field', agentYaml('logs', 'hostNetwrok: true\n')],
  ['a missing name', agentYaml().replace('  name: logs\n', '')],
  ['a removed version', agentYaml().replace('apps/v1', 'apps/v1beta2')],
])('a DaemonSet with %s does not roll out: the API server refuses it', async (_, yaml) => {
  const { code, out } = await runWith(['rollout', files.write('refused.yaml', yaml), '--platform', 'eks', '--format', 'json']);
  expect([code, JSON.parse(out)[0].result?.outcome ?? JSON.parse(out)[0].outcome]).toEqual([2, 'refused']);
});
