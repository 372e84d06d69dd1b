import { wrongLabels } from './names';
import { quote } from '../../private/agent-error';
import { finding, ObjectFinding, ObjectPlace } from '../../private/finding';
import { lookUp } from '../../private/look-up';
import { isLabelValue, nameFinding } from '../../private/names';
import type { Wire } from '../../private/wire';
import type { Workload } from '../inventory/workload';

const REQUIRED = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution';

/** Node selectors, required affinities and tolerations that the API server refuses, or that no node can meet. */
export function* wrongPlacement(about: Workload): Generator<ObjectFinding> {
  const { pod, podPath } = about;
  if (pod.nodeSelector) {yield* wrongLabels('the node selector', pod.nodeSelector, { about, path: `${podPath}.nodeSelector` });}
  const required = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required) {yield* wrongTerms(about, required.nodeSelectorTerms ?? []);}
  const tolerations: Wire[] = pod.tolerations ?? [];
  for (let index = 0; index < tolerations.length; index++) {
    yield* wrongToleration(tolerations[index], { about, path: `${podPath}.tolerations[${index}]` });
  }
}

/** An empty term matches nothing, but others next to it do. */
function* wrongTerms(about: Workload, terms: Wire[]): Generator<ObjectFinding> {
  const path = `${about.podPath}.${REQUIRED}`;
  if (terms.every(term => !term.matchExpressions?.length && !term.matchFields?.length)) {
    yield finding({
      about, path, code: 'empty-node-term', what: 'a required node affinity has no condition',
      given: terms.length === 0 ? 'no term' : 'an empty term',
      allowed: 'at least one term with a condition', fix: 'name a label, or leave the affinity out',
    });
  }
  for (let index = 0; index < terms.length; index++) {
    const expressions: Wire[] = terms[index].matchExpressions ?? [];
    for (let position = 0; position < expressions.length; position++) {
      yield* wrongExpression(expressions[position], { about, path: `${path}.nodeSelectorTerms[${index}].matchExpressions[${position}]` });
    }
  }
}

const COUNTS: { readonly [operator: string]: readonly [least: number, most: number] } = {
  In: [1, Infinity], NotIn: [1, Infinity], Exists: [0, 0], DoesNotExist: [0, 0], Gt: [1, 1], Lt: [1, 1],
};

function* wrongExpression({ key, operator, values = [] }: Wire, place: ObjectPlace): Generator<ObjectFinding> {
  const wrongKey = nameFinding(String(key), 'label-key', 'the key of a node affinity', place);
  if (wrongKey) {yield wrongKey;}
  const [least, most] = lookUp(COUNTS, String(operator)) ?? [0, Infinity];
  const wrong = values.find((value: unknown) => typeof value === 'string' && !isLabelValue(value));
  if (wrong !== undefined || values.length < least || values.length > most) {
    yield finding({
      ...place, path: `${place.path}.values`, code: 'invalid-label',
      what: `the values for the node label ${quote(key)} cannot be used with ${operator}`,
      given: quote(wrong ?? values),
      allowed: most === 0
        ? 'no value'
        : `${most === 1 ? 'one value' : 'at least one value'} of at most 63 letters, digits, \`-\`, \`_\` and \`.\``,
      fix: 'copy the values from `kubectl get nodes --show-labels`',
    });
  }
}

function* wrongToleration({
  key = '', operator = 'Equal', value = '', effect = '', tolerationSeconds,
}: Wire, place: ObjectPlace): Generator<ObjectFinding> {
  if (key === '' && operator !== 'Exists') {
    yield invalidToleration(place, 'a toleration without a key tolerates everything or nothing', `operator ${operator}`, 'operator Exists');
  }
  if (operator === 'Exists' && value !== '') {
    yield invalidToleration(place, `the toleration of ${quote(key)} asks for presence alone, and has a value`, quote(value), 'no value');
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    yield invalidToleration(place, `the toleration of ${quote(key)} ends after a while`, `effect ${quote(effect)}`, "effect 'NoExecute'");
  }
  if (key === '') {return;}
  const wrongKey = nameFinding(key, 'label-key', 'a toleration', place);
  if (wrongKey) {yield wrongKey;}
  const wrongValue = typeof value === 'string' ? nameFinding(value, 'label-value', `a toleration ${key}`, place) : undefined;
  if (wrongValue) {yield wrongValue;}
}

function invalidToleration(place: ObjectPlace, what: string, given: string, allowed: string): ObjectFinding {
  return finding({
    ...place, code: 'invalid-toleration', what, given, allowed, fix: 'copy key and value of the taint from `kubectl get node -o yaml`',
  });
}
