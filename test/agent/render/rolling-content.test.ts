import { Lazy } from 'cdk8s';
import { AgentFile, AgentObject, AgentPlan, EnvSource, EnvValue, NodeAgentProps, Volume, VolumeMount } from '../../../src';
import { templateOf } from '../make-agent';

const HASH = 'checksum/config';
const hashOf = (props: Partial<NodeAgentProps>): string | undefined => templateOf(props).metadata.annotations?.[HASH];
const config = (data: object, name?: string, kind: string = 'ConfigMap') => ({
  contribute: (plan: AgentPlan) => plan.addObject(AgentObject.of({ apiVersion: 'v1', kind, name, fields: { [kind === 'Secret' ? 'stringData' : 'data']: data } })),
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

test('so does a Secret, and an object that is named after the agent', () => {
  const props = { envFrom: [EnvSource.secret('agent')] };
  expect(hashOf({ ...props, features: [config({ a: '1' }, undefined, 'Secret')] })).not.toBe(hashOf({ ...props, features: [config({ a: '2' }, undefined, 'Secret')] }));
});

test('an object that the pods do not read rolls nothing: a dashboard, or one that only bears the name of what they read', () => {
  expect(hashOf({ features: [config({ a: '1' }, 'dashboard')] })).toBeUndefined();
  expect(hashOf({ envFrom: [EnvSource.secret('settings')], features: [config({ a: '1' }, 'settings')] })).toBeUndefined();
});

test('content that a feature names rolls the pods, beside files', () => {
  const rolling = (text: string) => ({ contribute: (plan: AgentPlan) => plan.rollOn({ text: () => text }) });
  const files = [AgentFile.text('/etc/agent/a', 'b')];
  const hashes = [hashOf({ features: [rolling('1')] }), hashOf({ features: [rolling('2')] }), hashOf({ files }), hashOf({ files, features: [rolling('1')] })];
  expect(new Set(hashes).size).toBe(4);
  expect(hashOf({ features: [rolling('1')], rollOnFileChange: false })).toBeUndefined();
  expect(hashOf({ features: [rolling('1')], podAnnotations: { [HASH]: 'mine' } })).toBe('mine');
});
