import { JsonPatch } from 'cdk8s';
import { AgentFile, AgentObject, EnvValue, IAgentFeature, NodeAgentProps, Volume, VolumeMount } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';
import { makeAgent, problemsOf } from '../make-agent';

const bringing = (kind: string, fields: object, more: object = {}): { features: IAgentFeature[] } => ({
  features: [{ contribute: plan => plan.addObject(AgentObject.of({ apiVersion: 'v1', kind, name: 'a-cfg', fields: { ...fields }, ...more })) }],
});
const config = bringing('ConfigMap', { data: { key: 'x', other: 'y' } });

test('a variable from a key that a ConfigMap of the same agent does not have is an error, and what was meant is proposed', () => {
  expect(problemsOf({ ...config, env: { A: EnvValue.configMap('a-cfg', 'kee') } })).toEqual([
    "unknown-key: the variable A of the container 'agent' is taken from a key that the ConfigMap 'a-cfg' of the agent does not have; given: 'kee'; allowed: key, other; fix: did you mean key?",
  ]);
  expect(problemsOf({ ...config, env: { A: EnvValue.configMap('a-cfg', 'nothing-like-it') } })).toEqual([
    "unknown-key: the variable A of the container 'agent' is taken from a key that the ConfigMap 'a-cfg' of the agent does not have; given: 'nothing-like-it'; allowed: key, other; fix: add the key, or let the reference be `optional`",
  ]);
});

test.each<[string, Partial<NodeAgentProps>, string]>([
  ['the ConfigMap of the files', { files: [AgentFile.text('/etc/agent/main.conf', 'a')], env: { A: EnvValue.configMap('agent-config', 'main.cnf') } },
    "the variable A of the container 'agent' is taken from a key that the ConfigMap 'agent-config' of"],
  ['a Secret', { ...bringing('Secret', { stringData: { token: 'x' } }), env: { A: EnvValue.secret('a-cfg', 'tokn') } },
    "the variable A of the container 'agent' is taken from a key that the Secret 'a-cfg' of"],
  ['a file', { ...config, files: [AgentFile.configMap('/etc/agent/main.conf', 'a-cfg', 'kee')] }, "a file of the volume 'files-etc-agent' is taken from a key that the ConfigMap 'a-cfg' of"],
  ['one of several sources of a file', { ...config, files: [AgentFile.text('/etc/agent/a', 'a'), AgentFile.configMap('/etc/agent/main.conf', 'a-cfg', 'kee')] },
    "a file of the volume 'files-etc-agent' is taken from a key that the ConfigMap 'a-cfg' of"],
  ['a volume', { ...config, volumeMounts: [VolumeMount.of(Volume.configMap('v', 'a-cfg', { items: { kee: 'k' } }), '/v')] }, "a file of the volume 'v' is taken from a key that the ConfigMap 'a-cfg' of"],
])('%s is looked at as well', (_, props, part) => {
  expect(problemsOf(props).map(line => line.split(' the agent does not have')[0])).toEqual([`unknown-key: ${part}`]);
});

test.each<[string, Partial<NodeAgentProps>]>([
  ['a key that is there', { ...config, env: { A: EnvValue.configMap('a-cfg', 'key') } }],
  ['an optional key', { ...config, env: { A: EnvValue.configMap('a-cfg', 'kee', { optional: true }) }, files: [AgentFile.configMap('/etc/agent/a', 'a-cfg', 'kee', { optional: true })] }],
  ['an object of the cluster', { ...config, env: { A: EnvValue.configMap('another', 'kee') } }],
  ['an object of another namespace', { ...bringing('ConfigMap', { data: { key: 'x' } }, { namespace: 'other' }), env: { A: EnvValue.configMap('a-cfg', 'kee') } }],
  ['an object whose keys others fill in', { ...bringing('ConfigMap', {}), env: { A: EnvValue.configMap('a-cfg', 'kee') } }],
  ['a key of bytes', { files: [AgentFile.binary('/etc/agent/a', 'AA==')], env: { A: EnvValue.configMap('agent-config', 'a') } }],
])('%s is fine', (_, props) => {
  expect(problemsOf(props)).toEqual([]);
});

test('a key that a patch adds is there', () => {
  const chart = testChart();
  const agent = makeAgent({ ...config, env: { A: EnvValue.configMap('a-cfg', 'kee') } }, chart);
  agent.findObject('ConfigMap')!.addJsonPatch(JsonPatch.add('/data/kee', 'z'));
  expect(errorsOf(chart)).toEqual([]);
});
