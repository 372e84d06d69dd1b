import { agent } from './fixtures';
import { Workload, workloadOf } from '../../../src/cluster/inventory/workload';
import { refusalFor } from '../../../src/cluster/rollout/refusal';
import { entriesOf } from '../../../src/private/entry';

const inNamespace = (namespace: string): Workload => ({ ...agent(), namespace });
const deployment = workloadOf(entriesOf({ ...agent().object, kind: 'Deployment' })[0])!;

test.each<[string, Workload, Workload | undefined, string | undefined, string]>([
  ['a change of the image is taken', agent({ container: { image: 'agent:2' } }), agent(), undefined, ''],
  ['so is an agent of which nothing else is known', agent(), undefined, undefined, ''],
  ['a selector that says the same is the same', agent({
    selector: { matchLabels: { app: 'logs' }, matchExpressions: [] },
  }), agent(), undefined, ''],
  ['another selector is not taken', agent({
    selector: { matchLabels: { app: 'logs', tier: 'node' } },
  }), agent(), 'selector-changed', 'delete the DaemonSet'],
  ['another name is another object', agent({
    name: 'metrics',
  }), agent(), 'another-object', 'DaemonSet agents/metrics is another object than DaemonSet agents/logs'],
  ['another namespace is, too', inNamespace('other'), agent(), 'another-object', 'both run until someone deletes the old one'],
  ['a Deployment goes by other rules', deployment, undefined, 'not-a-daemon-set', 'Deployment agents/logs'],
  ['a surge alone is not taken', agent({ maxSurge: 1 }), undefined, 'invalid-budget', 'write maxUnavailable: 0'],
])('%s', (_, now, previous, code, message) => {
  const refusal = refusalFor({ agent: now, previous, nodes: [] });
  expect(refusal?.code).toBe(code);
  expect(refusal?.message ?? '').toContain(message);
});

test('an object that the API server does not take never rolls out, and what is wrong with the change is said first', () => {
  expect(refusalFor({ agent: agent(), nodes: [], refused: 'two containers have one name' })).toEqual({
    code: 'invalid-object', message: 'two containers have one name',
  });
  expect(refusalFor({ agent: agent({ maxSurge: 1 }), nodes: [], refused: 'two containers have one name' })?.code).toBe('invalid-budget');
});
