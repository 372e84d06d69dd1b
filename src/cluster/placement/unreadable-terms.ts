import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import { isLabelValue, isQualifiedName } from '../../private/names';
import type { CheckContext } from '../inventory/check-context';
import { writtenWorkloads } from '../inventory/written-workloads';
import { isReadable, NodeRequirement, NodeTerm } from '../node-selection';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** What such findings have in common. */
export const UNREADABLE_NODE_TERM: FindingKind = {
  id: 'unreadable-node-term',
  level: 'error',
  fix: 'Write a whole number as one value of `Gt` and `Lt`, and leave empty terms out.',
};

/** Terms of node affinities that match no node, because they are empty or cannot be read. */
export function* unreadableTerms(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    const { [REQUIRED]: required, [PREFERRED]: preferred } = workload.pod.affinity?.nodeAffinity ?? {};
    const terms: NodeTerm[] = required?.nodeSelectorTerms ?? [];
    if (terms.length === 0 && !preferred) {continue;}
    const place = `${workload.podPath}.affinity.nodeAffinity`;
    // where all terms are empty the findings under empty-node-term say so
    const isAnyFilled = terms.some(term => !isEmpty(term));
    for (const [index, term] of terms.entries()) {
      const found = isEmpty(term) ? isAnyFilled ? EMPTY : undefined : numberIn(term);
      if (!found) {continue;}
      const level = terms.some(isReadable) ? 'warning' : 'error';
      yield findingOf(UNREADABLE_NODE_TERM, {
        about: workload, path: `${place}.${REQUIRED}.nodeSelectorTerms[${index}]${found.path}`, ...found.said, level,
      });
    }
    for (const [index, { preference }] of (preferred ?? []).entries()) {
      const found = preference && !isEmpty(preference) ? numberIn(preference) ?? invalidIn(preference) : undefined;
      if (found) {
        yield findingOf(UNREADABLE_NODE_TERM, {
          about: workload, path: `${place}.${PREFERRED}[${index}].preference${found.path}`, ...found.said, level: 'warning',
        });
      }
    }
  }
}

interface Unreadable {
  readonly path: string;
  readonly said: { readonly what: string; readonly given?: string; readonly allowed?: string };
}

const EMPTY: Unreadable = { path: '', said: { what: 'the term has no condition, and matches no node' } };

function isEmpty({ matchExpressions, matchFields }: NodeTerm): boolean {
  return !matchExpressions?.length && !matchFields?.length;
}

function numberIn(term: NodeTerm): Unreadable | undefined {
  return expressionIn(term, 'the term cannot be read: the value is no whole number', 'a whole number',
    ({ operator, values }) => (operator === 'Gt' || operator === 'Lt') && values?.length === 1 && isLabelValue(values[0]));
}

/** In required terms the API server refuses these. */
function invalidIn(term: NodeTerm): Unreadable | undefined {
  return expressionIn(term, 'the preference cannot be read: no label has such a value', 'at most 63 letters, digits, `-`, `_` and `.`',
    ({ values }) => (values ?? []).some(value => !isLabelValue(value)));
}

type Meant = (requirement: NodeRequirement) => boolean;

function expressionIn({ matchExpressions }: NodeTerm, what: string, allowed: string, isMeant: Meant): Unreadable | undefined {
  const expressions = matchExpressions ?? [];
  const index = expressions.findIndex(each => isMeant(each) && isQualifiedName(String(each.key))
    && !isReadable({ matchExpressions: [each] }));
  if (index < 0) {return undefined;}
  const { key, operator, values } = expressions[index];
  return { path: `.matchExpressions[${index}].values`, said: { what, given: `${key} ${operator} ${values!.join(', ')}`, allowed } };
}
