import { NodeExpression } from '../../../src/index';
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
    expect(messageOf(() => NodeExpression.exists('a/b/c'))).toBe(
      "invalid-label: the key of a node label is not a qualified name; given: 'a/b/c'; allowed: an optional DNS prefix and `/`, then at most 63 letters, digits, `-`, `_` and `.`; fix: copy the key from `kubectl get nodes --show-labels`");
  });

  test.each([[[], '[]'], [['ok', 'not ok'], "'not ok'"]])('for the values %p', (values, given) => {
    expect(messageOf(() => NodeExpression.noneOf('a', values))).toBe(
      `invalid-label: the values for the node label 'a' cannot be used; given: ${given}; allowed: at least one value of at most 63 letters, digits, \`-\`, \`_\` and \`.\`, a letter or digit at both ends; fix: copy the values from \`kubectl get nodes --show-labels\`; for presence alone use exists or doesNotExist`);
  });

  test.each([-1, 1.5, Infinity, 2 ** 53])('for the bound %p', bound => {
    expect(messageOf(() => NodeExpression.lessThan('a', bound))).toBe(
      `invalid-label: the bound for the node label 'a' cannot be compared with; given: ${bound}; allowed: a whole number from 1; fix: use a whole number: labels hold none below 0, and API servers accept others, which never match`);
  });

  test('for less than 0, which no label is, and not for more than 0', () => {
    expect(messageOf(() => NodeExpression.lessThan('a', 0))).toBe(
      "invalid-label: the bound for the node label 'a' cannot be compared with; given: 0; allowed: a whole number from 1; fix: use a whole number: labels hold none below 0, and API servers accept others, which never match");
    expect(NodeExpression.greaterThan('a', 0).values).toEqual(['0']);
    expect(NodeExpression.lessThan('a', 1).values).toEqual(['1']);
  });
});
