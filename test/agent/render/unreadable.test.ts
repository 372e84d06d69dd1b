import { JsonPatch } from 'cdk8s';
import { AgentFile, AgentNamespace, AgentNetworkPolicy, AgentObject, EnvValue, NodeAgentProps, Port, PrometheusMonitor } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';
import { makeAgent, messageOf, problemsOf } from '../make-agent';

const TAB = '\tall:\n\tcc a.c\n';
const line = (what: string, fix: string, given: string = 'its first line begins with a tab') =>
  `unreadable-text: ${what} cannot be written as YAML that Kubernetes reads; given: ${given}; allowed: text without control characters and line separators, whose first line does not begin with a tab; fix: ${fix}`;
const inWorkload = (path: string, given?: string) =>
  line(`the workload: ${path}`, 'leave them out of arguments, variables and annotations; a file of any bytes is AgentFile.binary', given);
const LEAVE = 'leave such characters out';

describe('a text that Kubernetes could not read is refused', () => {
  test.each<[string, Partial<NodeAgentProps>, string]>([
    ['an argument', { args: ['a', TAB] }, inWorkload('template.spec.containers[0].args[1]')],
    ['a command', { command: ['a\u2028b'] }, inWorkload('template.spec.containers[0].command[0]', 'the character U+2028')],
    ['a variable', { env: { A: EnvValue.of('0o17') } }, inWorkload('template.spec.containers[0].env[0].value', 'Kubernetes reads it as a number')],
    ['an override of the container', { overrides: { terminationMessagePath: '/a\u0085' } }, inWorkload('template.spec.containers[0].terminationMessagePath', 'the character U+0085')],
    ['an override of the pod', { podOverrides: { subdomain: 'a\u007f' } }, inWorkload('template.spec.subdomain', 'the character U+007F')],
    ['a file', { files: [AgentFile.text('/conf/Makefile', TAB)] }, line('the file /conf/Makefile', 'use AgentFile.binary, which takes any bytes')],
    ['a file that is produced late', { files: [AgentFile.produced('/conf/a', { text: () => 'a\u2029b' })] },
      line('the file /conf/a', 'use AgentFile.binary, which takes any bytes', 'the character U+2029')],
  ])('in %s', (_, props, message) => {
    expect(problemsOf(props)).toEqual([message]);
  });

  test('in annotations, at once', () => {
    const expected = (path: string, option = 'annotations') => line(`[${path}] ${option}: the annotation a`, LEAVE);
    expect(messageOf(() => makeAgent({ annotations: { a: TAB } }))).toBe(expected('test/agent'));
    expect(messageOf(() => makeAgent({ podAnnotations: { a: TAB } }))).toBe(expected('test/agent', 'podAnnotations'));
    expect(messageOf(() => new AgentNamespace(testChart(), 'namespace', { annotations: { a: TAB } }))).toBe(expected('test/namespace'));
  });

  test('in annotations that are added to an object later', () => {
    const chart = testChart();
    makeAgent({}, chart).apiObject.metadata.addAnnotation('a', TAB);
    expect(errorsOf(chart)).toEqual([`[test/agent] ${line("an annotation of the DaemonSet 'agent': a", LEAVE)}`]);
  });

  test('in patches, of the workload and of what stands beside it', () => {
    const chart = testChart();
    const agent = makeAgent({ files: [AgentFile.text('/conf/a', 'a')] }, chart);
    agent.apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/args', [TAB]));
    agent.findObject('ConfigMap')!.addJsonPatch(JsonPatch.add('/data/b', TAB));
    expect(errorsOf(chart)).toEqual([
      `[test/agent] ${inWorkload('template.spec.containers[0].args[0]')}`,
      `[test/agent] ${line("the patched ConfigMap 'agent-config': data.b", LEAVE)}`,
    ]);
  });

  test('in objects, monitors and policies that are written in the spelling of the Kubernetes API', () => {
    const port = Port.container('http', 80);
    expect(messageOf(() => AgentObject.of({ apiVersion: 'a/v1', kind: 'Rule', fields: { spec: { text: TAB } } }))).toBe(line('the Rule: spec.text', LEAVE));
    expect(messageOf(() => PrometheusMonitor.podMonitor(port, { overrides: { a: TAB } }))).toBe(line('the monitor: overrides.a', LEAVE));
    expect(messageOf(() => AgentNetworkPolicy.of({ egress: [{ to: [{ ipBlock: { cidr: 'a\u2028' } }] }] }))).toBe(
      line('the network policy: egress[0].to[0].ipBlock.cidr', LEAVE, 'the character U+2028'));
  });
});

test('a file of any bytes takes them all', () => {
  expect(problemsOf({ files: [AgentFile.binary('/conf/Makefile', Buffer.from(TAB).toString('base64'))] })).toEqual([]);
});
