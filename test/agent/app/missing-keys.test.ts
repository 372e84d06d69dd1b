import { JsonPatch } from 'cdk8s';
import { AgentFile, AgentObject, EnvValue, IAgentFeature, NodeAgentProps, Volume, VolumeMount } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';
import { makeAgent, placesOf, problemCodesOf, problemsOf } from '../make-agent';

const bringing = (kind: string, fields: object, more: object = {}): { features: IAgentFeature[] } => ({
  features: [
    { contribute: plan => plan.addObject(AgentObject.of({ apiVersion: 'v1', kind, name: 'a-cfg', fields: { ...fields }, ...more })) },
  ],
});
const config = bringing('ConfigMap', { data: { key: 'x', other: 'y' } });

test('a variable from a key that a ConfigMap of the same agent does not have is an error, and what was meant is proposed', () => {
  const found = (key: string) => problemsOf({ ...config, env: { A: EnvValue.configMap('a-cfg', key) } });
  expect(found('kee')).toEqual([expect.stringMatching(/^missing-key: .*given: kee; allowed: key;/)]);
  expect(found('nothing-like-it')).toEqual([expect.stringMatching(/^missing-key: .*given: nothing-like-it; allowed: key, other;/)]);
});

test.each<[string, Partial<NodeAgentProps>, string]>([
  ['the ConfigMap of the files', {
    files: [AgentFile.text('/etc/agent/main.conf', 'a')], env: { A: EnvValue.configMap('agent-config', 'main.cnf') },
  },
  'containers[0].env[0].valueFrom.configMapKeyRef.key'],
  ['a Secret', { ...bringing('Secret', { stringData: { token: 'x' } }), env: { A: EnvValue.secret('a-cfg', 'tokn') } },
    'containers[0].env[0].valueFrom.secretKeyRef.key'],
  ['a file', { ...config, files: [AgentFile.configMap('/etc/agent/main.conf', 'a-cfg', 'kee')] }, 'volumes[0].configMap.items[0].key'],
  ['one of several sources of a file', {
    ...config, files: [AgentFile.text('/etc/agent/a', 'a'), AgentFile.configMap('/etc/agent/main.conf', 'a-cfg', 'kee')],
  },
  'volumes[0].projected.sources[0].configMap.items[0].key'],
  ['a volume', {
    ...config, volumeMounts: [VolumeMount.of(Volume.configMap('v', 'a-cfg', { items: { kee: 'k' } }), '/v')],
  }, 'volumes[0].configMap.items[0].key'],
  ['an object that a controller may mark', {
    ...bringing('ConfigMap', { data: { key: 'x' } }, { annotations: { 'argocd.argoproj.io/sync-wave': '1' } }),
    env: { A: EnvValue.configMap('a-cfg', 'kee') },
  },
  'containers[0].env[0].valueFrom.configMapKeyRef.key'],
])('%s is looked at as well', (_, props, place) => {
  expect(problemCodesOf(props)).toEqual(['missing-key']);
  expect(placesOf('missing-key', props)).toEqual([
    expect.stringMatching(new RegExp(`spec.template.spec.${place.replace(/[[\]]/g, '.')}$`)),
  ]);
});

test.each<[string, Partial<NodeAgentProps>]>([
  ['a key that is there', { ...config, env: { A: EnvValue.configMap('a-cfg', 'key') } }],
  ['an optional key', {
    ...config, env: { A: EnvValue.configMap('a-cfg', 'kee', { optional: true }) },
    files: [AgentFile.configMap('/etc/agent/a', 'a-cfg', 'kee', { optional: true })],
  }],
  ['an object of the cluster', { ...config, env: { A: EnvValue.configMap('another', 'kee') } }],
  ['an object of another namespace', {
    ...bringing('ConfigMap', { data: { key: 'x' } }, { namespace: 'other' }), env: { A: EnvValue.configMap('a-cfg', 'kee') },
  }],
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
