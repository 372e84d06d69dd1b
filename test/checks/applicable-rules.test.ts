import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { applicableRules } from '../../src/checks/applicable-rules';
import { contextOf } from '../../src/checks/example';
import { USUAL_RULES } from '../../src/checks/groups/usual';
import { RULES } from '../../src/checks/rules';
import { runRules } from '../../src/checks/run-checks';

const GOLDEN = join(__dirname, '..', 'golden');

test.each(RULES.map(rule => [rule.id, rule] as const))('%s is asked about the objects of its example', (_, rule) => {
  const { fails, platform } = rule.example();
  expect(applicableRules(contextOf(fails, undefined, platform))).toContain(rule);
});

test('a DaemonSet with its ConfigMap and Service needs the usual rules alone, in the order of their ids', () => {
  const objects = ['DaemonSet apps/v1', 'ConfigMap v1', 'Service v1'].map(each => each.split(' '))
    .map(([kind, apiVersion]) => ({ apiVersion, kind, metadata: { name: 'agent', namespace: 'agents' } }));
  expect(applicableRules(contextOf(objects))).toEqual(USUAL_RULES);
  expect(applicableRules(contextOf([]))).toEqual(USUAL_RULES);
});

test('the rules that may be of several containers at once are usual ones', () => {
  expect(RULES.filter(({ together }) => together !== undefined).every(rule => USUAL_RULES.includes(rule))).toBe(true);
});

test.each(readdirSync(GOLDEN).filter(file => file.endsWith('.yaml')))('in %s they find what all rules find', file => {
  const context = contextOf(Yaml.load(join(GOLDEN, file)), 36);
  expect(runRules(applicableRules(context), context)).toEqual(runRules(RULES, context));
});
