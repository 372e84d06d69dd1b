import { NodeExpression } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { messageOf } from '../make-agent';

test.each([
  ['oneOf', NodeExpression.oneOf('a', ['x', 'y']), { key: 'a', operator: 'In', values: ['x', 'y'] }],
  ['noneOf', NodeExpression.noneOf('a', ['']), { key: 'a', operator: 'NotIn', values: [''] }],
  ['exists', NodeExpression.exists('team/a'), { key: 'team/a', operator: 'Exists' }],
  ['doesNotExist', NodeExpression.doesNotExist('a'), { key: 'a', operator: 'DoesNotExist' }],
  ['greaterThan', NodeExpression.greaterThan('a', 0), { key: 'a', operator: 'Gt', values: ['0'] }],
  ['lessThan', NodeExpression.lessThan('a', 9007199254740991), { key: 'a', operator: 'Lt', values: ['9007199254740991'] }],
])('%s is written with its operator', (_, expression, requirement) => {
  expect(expression._toRequirement()).toEqual(requirement);
});

test('the values are a copy', () => {
  const values = ['x'];
  const expression = NodeExpression.oneOf('a', values);
  values.push('y');
  expect(expression.values).toEqual(['x']);
});

describe('fails', () => {
  test('for a key that is no qualified name', () => {
    expect(messageOf(() => NodeExpression.exists('a/b/c'))).toEqual(
      refusal('invalid-label', { given: "'a/b/c'", names: ['63', '_'] }));
  });

  test.each([[[], '[]'], [['ok', 'not ok'], "'not ok'"]])('for the values %p', (values, given) => {
    expect(messageOf(() => NodeExpression.noneOf('a', values))).toEqual(
      refusal('invalid-label', { given, names: ['a', '63', '_'] }));
  });

  test.each([-1, 1.5, Infinity, 2 ** 53])('for the bound %p', bound => {
    expect(messageOf(() => NodeExpression.lessThan('a', bound))).toEqual(
      refusal('invalid-label', { given: bound, names: ['a', '1'] }));
  });

  test('for less than 0, which no label is, and not for more than 0', () => {
    expect(messageOf(() => NodeExpression.lessThan('a', 0))).toEqual(
      refusal('invalid-label', { given: '0', names: ['a', '1'] }));
    expect(NodeExpression.greaterThan('a', 0).values).toEqual(['0']);
    expect(NodeExpression.lessThan('a', 1).values).toEqual(['1']);
  });
});
