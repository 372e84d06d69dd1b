import { acknowledge } from '../../src/checks/acknowledge';
import { acknowledgedAnnotations, readAcknowledged } from '../../src/checks/acknowledged-annotations';
import { entriesOf } from '../../src/private/entry';
import type { ObjectFinding } from '../../src/private/finding';

const entryWith = (annotations?: unknown) => entriesOf({
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', annotations },
})[0];
const ABOUT = entryWith();
const REASON = 'the agent needs it';
const finding = (over: Partial<ObjectFinding> = {}): ObjectFinding => ({
  code: 'a-rule', level: 'warning', refusedBy: 'nobody', about: ABOUT, path: 'spec.template.spec.volumes[1].hostPath', what: 'it is so',
  fix: 'change it', ...over,
});
const said = (over: object = {}) => ({ id: 'a-rule', reason: REASON, covers: () => true, ...over });

test.each<[string, object, Partial<ObjectFinding>, boolean]>([
  ['of the rule covers every finding of it', {}, {}, true],
  ['of another rule covers nothing', { id: 'other-rule' }, {}, false],
  ['of the container covers it', { container: 'a' }, { container: 'a' }, true],
  ['of another container does not', { container: 'a' }, { container: 'b' }, false],
  ['of a container does not cover the pod', { container: 'a' }, {}, false],
  ['of the path covers it', { path: 'spec.template.spec.volumes[1].hostPath' }, {}, true],
  ['of the path above covers it', { path: 'spec.template.spec.volumes' }, {}, true],
  ['of an item above covers it', { path: 'spec.template.spec.volumes[1]' }, {}, true],
  ['of another item does not', { path: 'spec.template.spec.volumes[11]' }, {}, false],
  ['of a field with the same beginning does not', { path: 'spec.template.spec.vol' }, {}, false],
  ['of another object does not', { covers: () => false }, {}, false],
])('an acknowledgement %s', (_, over, found, isCovered) => {
  const { findings, stale } = acknowledge([finding(found)], [said(over)]);
  expect(findings[0].acknowledged).toBe(isCovered ? REASON : undefined);
  expect(stale).toHaveLength(isCovered ? 0 : 1);
});

test('what the API server refuses stays open, and the acknowledgement is stale', () => {
  const { findings, stale } = acknowledge([finding({ refusedBy: 'api-server', level: 'error' })], [said()]);
  expect([findings[0].acknowledged, stale]).toEqual([undefined, [expect.objectContaining({ id: 'a-rule' })]]);
});

test('of two that cover one finding the first gives the reason, and neither is stale', () => {
  const { findings, stale } = acknowledge([finding()], [said({ reason: 'first of them' }), said()]);
  expect([findings[0].acknowledged, stale]).toEqual(['first of them', []]);
});

test('annotations say what was acknowledged, and are read back', () => {
  const given = [
    { id: 'whole', reason: REASON }, { id: 'whole', reason: 'not this one', container: 'a' },
    { id: 'parts', reason: REASON, container: 'a' }, { id: 'parts', reason: 'a second reason', path: 'spec.template' },
  ];
  const annotations = acknowledgedAnnotations(given);
  expect(annotations).toEqual({
    'acknowledged.cdk8s-node-agents/parts': '[{"reason":"the agent needs it","container":"a"},{"reason":"a second '
      + 'reason","path":"spec.template"}]',
    'acknowledged.cdk8s-node-agents/whole': REASON,
  });
  const entry = entryWith(annotations);
  expect(readAcknowledged(entry).map(({ covers, place: _, ...rest }) => [rest, covers(entry), covers(ABOUT)])).toEqual([
    [{ id: 'parts', reason: REASON, container: 'a' }, true, false],
    [{ id: 'parts', reason: 'a second reason', path: 'spec.template' }, true, false],
    [{ id: 'whole', reason: REASON }, true, false],
  ]);
});

test.each([
  ['is empty', { 'acknowledged.cdk8s-node-agents/a': ' ' }], ['is cut off', { 'acknowledged.cdk8s-node-agents/a': '[{"reason":' }],
  ['has no reason', { 'acknowledged.cdk8s-node-agents/a': '[{"container":"a"}]' }],
  ['is another tool\'s', { 'ignore-check.kube-linter.io/a': REASON }], ['is no map', 'text'],
])('an annotation that %s acknowledges nothing', (_, annotations) => {
  expect(readAcknowledged(entryWith(annotations))).toEqual([]);
});

test('what is usual is said of who accepts it, and of nobody else', () => {
  const usual = finding({ isUsual: true });
  expect(acknowledge([usual, finding()], []).findings).toEqual([finding()]);
  expect(acknowledge([usual], [said()])).toEqual({ findings: [{ ...usual, acknowledged: REASON }], stale: [] });
  expect(acknowledge([usual], [said({ id: 'other-rule' })]).findings).toEqual([]);
});
