import { JsonPatch, Lazy } from 'cdk8s';
import { AgentFile, AgentObject, AgentPlan, EnvSource, EnvValue, NodeAgentProps, Volume, VolumeMount } from '../../../src';
import { codesOf, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, problemsOf, templateOf } from '../make-agent';

const HASH = 'checksum/config';
const hashOf = (props: Partial<NodeAgentProps>): string | undefined => templateOf(props).metadata.annotations?.[HASH];
const config = (data: object, name?: string, kind: string = 'ConfigMap') => ({
  contribute: (plan: AgentPlan) =>
    plan.addObject(AgentObject.of({ apiVersion: 'v1', kind, name, fields: { [kind === 'Secret' ? 'stringData' : 'data']: data } })),
});

test.each<[string, Partial<NodeAgentProps>]>([
  ['all its keys as variables', { envFrom: [EnvSource.configMap('settings')] }],
  ['one key as a variable', { env: { A: EnvValue.configMap('settings', 'a') } }],
  ['as a file', { files: [AgentFile.configMap('/etc/agent/a', 'settings', 'a')] }],
  ['as a volume', { volumeMounts: [VolumeMount.of(Volume.configMap('settings', 'settings'), '/etc/agent')] }],
])('a ConfigMap that the agent brings along and reads (%s) rolls the pods', (_, props) => {
  const first = hashOf({ ...props, features: [config({ a: '1', b: 'x' }, 'settings')] });
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOf({ ...props, features: [config({ a: '2', b: 'x' }, 'settings')] })).not.toBe(first);
  expect(hashOf({ ...props, features: [config({ b: 'x', a: Lazy.any({ produce: () => '1' }) }, 'settings')] })).toBe(first);
});

test('it does so however the pods came to read it, and whatever changed it', () => {
  const volumes = { template: { spec: { volumes: [{ name: 'settings', configMap: { name: 'settings' } }] } } };
  expect(hashOf({ specOverrides: volumes, features: [config({ a: '1' }, 'settings')] }))
    .not.toBe(hashOf({ specOverrides: volumes, features: [config({ a: '2' }, 'settings')] }));
  const patched = (...patches: JsonPatch[]) => {
    const chart = testChart();
    const agent = makeAgent({ envFrom: [EnvSource.configMap('settings')], features: [config({ a: '1' }, 'settings')] }, chart);
    agent.findObject('ConfigMap')!.addJsonPatch(...patches);
    return objectOf(chart, 'DaemonSet').spec.template.metadata.annotations[HASH];
  };
  expect(patched(JsonPatch.replace('/data/a', '2'))).not.toBe(patched());
  expect(patched(JsonPatch.add('/immutable', true))).toBe(patched());
});

test('an annotation of the user stays, wherever it was given', () => {
  const own = { template: { metadata: { annotations: { [HASH]: 'mine' } } } };
  const chart = testChart();
  const agent = makeAgent({ files: [AgentFile.text('/etc/agent/a', 'b')], specOverrides: own }, chart);
  agent.findObject('ConfigMap')!.addJsonPatch(JsonPatch.replace('/data/a', 'c'));
  expect(objectOf(chart, 'DaemonSet').spec.template.metadata.annotations[HASH]).toBe('mine');
});

test('line ends of Windows roll nothing, and content that cannot be made is one error among others', () => {
  const rolling = (text: () => string) => ({ contribute: (plan: AgentPlan) => plan.rollOn({ text }) });
  expect(hashOf({ features: [rolling(() => 'a\r\nb')] })).toBe(hashOf({ features: [rolling(() => 'a\nb')] }));
  const boom = () => {throw new Error('boom');};
  expect(problemsOf({
    args: ['$(MISSING)'], features: [rolling(boom)], files: [AgentFile.produced('/etc/agent/a', { text: boom })],
  })).toEqual([
    refusal('feature-error', { given: 'boom', names: ['/etc/agent/a'] }),
    refusal('feature-error', { given: 'boom' }),
    expect.stringMatching(/^unset-variable/),
  ]);
});

test('a patch that cannot be applied to what the pods read is reported with all other errors', () => {
  const chart = testChart();
  makeAgent(
    { files: [AgentFile.text('/etc/agent/a', 'b')], args: ['$(MISSING)'] }, chart,
  ).findObject('ConfigMap')!.addJsonPatch(JsonPatch.add('/data2/nope/x', '1'));
  expect(codesOf(chart)).toEqual(['[test/agent] patch-failed', '[test/agent] unset-variable']);
});

test('so does a Secret, and an object that is named after the agent', () => {
  const props = { envFrom: [EnvSource.secret('agent')] };
  expect(hashOf({ ...props, features: [config({ a: '1' }, undefined, 'Secret')] })).not.toBe(hashOf({
    ...props, features: [config({ a: '2' }, undefined, 'Secret')],
  }));
});

test('an object that the pods do not read rolls nothing: a dashboard, or one that only bears the name of what they read', () => {
  expect(hashOf({ features: [config({ a: '1' }, 'dashboard')] })).toBeUndefined();
  expect(hashOf({ envFrom: [EnvSource.secret('settings')], features: [config({ a: '1' }, 'settings')] })).toBeUndefined();
});

test('content that a feature names rolls the pods, beside files', () => {
  const rolling = (text: string) => ({ contribute: (plan: AgentPlan) => plan.rollOn({ text: () => text }) });
  const files = [AgentFile.text('/etc/agent/a', 'b')];
  const hashes = [
    hashOf({ features: [rolling('1')] }), hashOf({ features: [rolling('2')] }), hashOf({ files }),
    hashOf({ files, features: [rolling('1')] }),
  ];
  expect(new Set(hashes).size).toBe(4);
  expect(hashOf({ features: [rolling('1')], rollOnFileChange: false })).toBeUndefined();
  expect(hashOf({ features: [rolling('1')], podAnnotations: { [HASH]: 'mine' } })).toBe('mine');
});
