import { NodeExpression, NodeTerm } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { messageOf } from '../make-agent';

test('labels are conditions in alphabetical order, whatever order the map has', () => {
  expect(NodeTerm.labelled({ b: '2', a: '1' })._toWire()).toEqual(NodeTerm.labelled({ a: '1', b: '2' })._toWire());
  expect(NodeTerm.labelled({ b: '2', a: '1' }).expressions.map(expression => expression.key)).toEqual(['a', 'b']);
});

test('conditions keep the order in which they are given', () => {
  expect(NodeTerm.matching([NodeExpression.exists('b'), NodeExpression.exists('a')])._toWire()).toEqual({
    matchExpressions: [{ key: 'b', operator: 'Exists' }, { key: 'a', operator: 'Exists' }],
  });
});

test('a name is a field, which no label can stand in for', () => {
  expect(NodeTerm.named('ip-10-0-0-1.ec2.internal')._toWire()).toEqual({
    matchFields: [{ key: 'metadata.name', operator: 'In', values: ['ip-10-0-0-1.ec2.internal'] }],
  });
});

test.each([
  ['matching', () => NodeTerm.matching([])], ['labelled', () => NodeTerm.labelled({})],
])('fails for %s without a condition, which would match no node at all', (_, act) => {
  expect(messageOf(act)).toEqual(
    refusal('empty-node-term'));
});
