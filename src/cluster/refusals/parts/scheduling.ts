import { isGiven, listOf, mapOf, PartRule, PartRules, unwanted, Wrong, wrong } from './part-rule';
import { isDnsSubdomain, isQualifiedName } from '../../../private/names';
import type { Wire } from '../../../private/wire';

const COUNTS: ReadonlyMap<unknown, readonly [least: number, most: number]> = new Map([
  ['In', [1, Infinity]], ['NotIn', [1, Infinity]], ['Exists', [0, 0]], ['DoesNotExist', [0, 0]], ['Gt', [1, 1]], ['Lt', [1, 1]],
]);

/** Conditions on fields of nodes, of which there is one: the name. */
const fields: PartRule = function* ({ matchFields }) {
  const all = listOf(matchFields);
  for (let index = 0; index < all.length; index++) {
    const { key, operator, values } = all[index];
    const list: unknown[] = Array.isArray(values) ? values : [];
    const isNode = key === 'metadata.name' && (operator === 'In' || operator === 'NotIn') && list.length === 1
      && isDnsSubdomain(String(list[0]));
    if (!isNode) {
      yield wrong(`.matchFields[${index}]`, 'no node can be asked for this way', {
        code: 'invalid-label', given: `${key} ${operator} ${list.join(', ')}`,
        allowed: 'metadata.name In or NotIn with the name of one node', fix: 'ask for a label with matchExpressions',
      });
    }
  }
};

/** Preferences: unlike conditions, their values may be no labels. */
const preference: PartRule = function* ({ preference: term }) {
  const all = listOf(term?.matchExpressions);
  for (let index = 0; index < all.length; index++) {
    const { key, operator, values } = all[index];
    const at = `.preference.matchExpressions[${index}]`;
    if (typeof key === 'string' && key !== '' && !isQualifiedName(key)) {
      yield wrong(`${at}.key`, 'no label has this key', {
        code: 'invalid-label', given: key, fix: 'copy it from `kubectl get nodes --show-labels`',
      });
    }
    const count = Array.isArray(values) ? values.length : 0;
    const [least, most] = COUNTS.get(operator) ?? [0, Infinity];
    if (count < least || count > most) {
      yield wrong(`${at}.values`, `${operator} cannot be used with ${count} values`, {
        code: 'invalid-label', given: `${count} values`, allowed: most === 0 ? 'none' : most === 1 ? 'one' : 'at least one',
        fix: 'correct the values',
      });
    }
  }
};

/** Keys of labels that distinguish pods, which the selector must not name too. */
const labelKeys: PartRule = function* (part, { minor }) {
  const selector = part.labelSelector;
  const same = arrayOf(part.matchLabelKeys);
  const other = arrayOf(part.mismatchLabelKeys);
  if (same.length + other.length === 0) {return;}
  if (!isGiven(selector)) {yield unwanted(same.length > 0 ? '.matchLabelKeys' : '.mismatchLabelKeys', 'without labelSelector');}
  for (const key of same.filter(each => other.includes(each))) {
    yield wrong('.matchLabelKeys', 'a key is in matchLabelKeys and in mismatchLabelKeys', { given: String(key), allowed: 'one of them' });
  }
  yield* keysOfSelector(same, selector, minor, !isGiven(part.maxSkew));
};

/** Spread constraints of servers before 1.34 take no key that the selector has; all others take one in matchLabels. */
function* keysOfSelector(keys: readonly unknown[], selector: Wire | undefined, minor: number, isAffinity: boolean): Generator<Wrong> {
  const labels = Object.keys(mapOf(selector?.matchLabels));
  const expressions = listOf(selector?.matchExpressions).map(({ key }) => key);
  const isStrict = !isAffinity && minor < 34;
  const doubled = keys.filter(key => {
    const count = [...labels, ...expressions].filter(each => each === key).length;
    return isStrict ? count > 0 : count > 1 && expressions.includes(key);
  });
  if (doubled.length > 0) {
    yield wrong('.matchLabelKeys', 'a key is in matchLabelKeys and in the selector', { given: doubled.join(', '), allowed: 'one of them' });
  }
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const domains: PartRule = function* ({ minDomains, whenUnsatisfiable }) {
  if (isGiven(minDomains)
    && whenUnsatisfiable !== 'DoNotSchedule') {yield unwanted('.minDomains', `with whenUnsatisfiable ${whenUnsatisfiable}`);}
};

export const SCHEDULING_PARTS: PartRules = {
  NodeSelectorTerm: [fields],
  PodAffinityTerm: [labelKeys],
  PreferredSchedulingTerm: [preference],
  TopologySpreadConstraint: [domains, labelKeys],
};
