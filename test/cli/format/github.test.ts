import { pageOfCode } from '../../../src/private/pages';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const commandsOf = async (args: string[], stdin?: string): Promise<string[]> => (await runWith(
  ['check', ...args, '--format', 'github'], stdin === undefined ? {} : { stdin },
)).out.trimEnd().split('\n');

test('findings are commands of a workflow, one a line', async () => {
  const path = files.write('a.yaml', agentYaml('logs', 'hostNetwrok: true\nhostNetwork: true\ndnsPolicy: ClusterFirst\ninitContainers: [{ '
    + 'name: init, image: "example.com/init:1.0.0", args: ["http://loki.logging.svc"] }]\n'));
  const commands = await commandsOf([path]);
  expect(commands).toContain(`::error file=${path},line=23,title=unknown-field::DaemonSet agents/logs, spec.template.spec.hostNetwrok: `
    + 'the Kubernetes API has no field hostNetwrok in PodSpec; '
    + 'given: hostNetwrok; allowed: hostNetwork%0ATo fix it: did you mean hostNetwork?%0A' + pageOfCode('unknown-field'));
  expect(commands.some(command => command.startsWith(`::warning file=${path},line=25,title=host-network-dns::`))).toBe(true);
  for (const command of commands) {expect(command).toMatch(/^::(error|warning|notice) /);}
});

test('nothing in a name ends a property or a command', async () => {
  const path = files.write('50%, a:b.yaml', agentYaml().replace('  name: logs', '  name: "a%b\\n::error::c"'));
  const [command] = (await commandsOf([path])).filter(each => each.includes('title=invalid-name'));
  expect(command).toContain(
    `file=${files.directory}/50%25%2C a%3Ab.yaml,line=4,title=invalid-name::DaemonSet agents/a%25b ::error::c, metadata.name`,
  );
});

test('standard input is no file', async () => {
  expect((await commandsOf([], agentYaml('logs', 'hostNetwrok: true\n')))[0]).toMatch(/^::error title=unknown-field::/);
});

test('what was accepted is no annotation', async () => {
  const accepted = agentYaml('logs', 'hostNetwork: true\ndnsPolicy: ClusterFirst\ninitContainers: [{ name: init, image: '
    + '"example.com/init:1.0.0", args: ["http://loki.logging.svc"] }]\n')
    .replace('  namespace: agents\n', '  namespace: agents\n  annotations: {acknowledged.cdk8s-node-agents/host-network-dns: fine here}\n');
  expect((await commandsOf([files.write('b.yaml', accepted)])).join('\n')).not.toContain('host-network-dns');
});
