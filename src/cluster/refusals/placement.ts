import { findWrongLabels } from './names';
import { isLabelValue, nameProblem } from '../../private/names';
import { Problem, quote } from '../../private/problem';
import type { Wire } from '../../private/wire';

/** Node selectors, required affinities and tolerations that the API server refuses, or that no node can meet. */
export function findWrongPlacement(pod: Wire, problems: Problem[]): void {
  findWrongLabels('the node selector', pod.nodeSelector, problems);
  const required = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required) {findWrongTerms(required.nodeSelectorTerms ?? [], problems);}
  for (const toleration of pod.tolerations ?? []) {findWrongToleration(toleration, problems);}
}

/** An empty term matches nothing, but others beside it do. */
function findWrongTerms(terms: Wire[], problems: Problem[]): void {
  if (terms.every(term => !term.matchExpressions?.length && !term.matchFields?.length)) {
    problems.push({
      code: 'empty-node-term', what: 'a required node affinity has no condition', given: terms.length === 0 ? 'no term' : 'an empty term',
      fix: 'name a label, or leave the affinity out', allowed: 'at least one term with a condition',
    });
  }
  for (const term of terms) {
    for (const expression of term.matchExpressions ?? []) {findWrongExpression(expression, problems);}
  }
}

const COUNTS: { readonly [operator: string]: readonly [least: number, most: number] } = {
  In: [1, Infinity], NotIn: [1, Infinity], Exists: [0, 0], DoesNotExist: [0, 0], Gt: [1, 1], Lt: [1, 1],
};

function findWrongExpression({ key, operator, values = [] }: Wire, problems: Problem[]): void {
  const problem = nameProblem(String(key), 'label-key', 'the key of a node affinity');
  if (problem) {problems.push(problem);}
  const [least, most] = COUNTS[operator] ?? [0, Infinity];
  const wrong = values.find((value: unknown) => typeof value === 'string' && !isLabelValue(value));
  if (wrong !== undefined || values.length < least || values.length > most) {
    problems.push({
      code: 'invalid-label', what: `the values for the node label ${quote(key)} cannot be used with ${operator}`, given: quote(wrong ?? values),
      allowed: most === 0 ? 'no value' : `${most === 1 ? 'one value' : 'at least one value'} of at most 63 letters, digits, \`-\`, \`_\` and \`.\``,
      fix: 'copy the values from `kubectl get nodes --show-labels`',
    });
  }
}

function findWrongToleration({ key = '', operator = 'Equal', value = '', effect = '', tolerationSeconds }: Wire, problems: Problem[]): void {
  const report = (what: string, given: string, allowed: string) => problems.push({
    code: 'invalid-toleration', what, given, allowed, fix: 'copy key and value of the taint from `kubectl get node -o yaml`',
  });
  if (key === '' && operator !== 'Exists') {report('a toleration without a key tolerates everything or nothing', `operator ${operator}`, 'operator Exists');}
  if (operator === 'Exists' && value !== '') {report(`the toleration of ${quote(key)} asks for presence alone, and has a value`, quote(value), 'no value');}
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    report(`the toleration of ${quote(key)} ends after a while`, `effect ${quote(effect)}`, "effect 'NoExecute'");
  }
  if (key !== '') {findWrongLabels('a toleration', { [key]: value }, problems);}
}
