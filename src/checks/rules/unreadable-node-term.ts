import { isReadable, NodeRequirement, NodeTerm } from '../../cluster/node-selection';
import { isLabelValue, isQualifiedName } from '../../private/names';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Rule } from '../rule';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

export const unreadableNodeTerm: Rule = {
  id: 'unreadable-node-term',
  level: 'error',
  summary: 'A term of a node affinity is empty or cannot be read, and matches no node.',
  looksAt: 'Required and preferred node affinities of workloads: terms without a condition, `Gt` and `Lt` with anything but a whole number.',
  why: 'The API server takes both. The scheduler and the DaemonSet controller then pass the term over in silence: with no other term the agent runs on no node at all. '
    + 'Where another term can be read it is a warning, and so it is for preferences.',
  fix: 'Write a whole number as one value of `Gt` and `Lt`, and leave empty terms out.',
  example: () => ({
    fails: [withTerms([{ matchExpressions: [{ key: 'example.com/memory-gib', operator: 'Gt', values: ['15.5'] }] }])],
    passes: [withTerms([{ matchExpressions: [{ key: 'example.com/memory-gib', operator: 'Gt', values: ['15'] }] }])],
  }),
  check: (context, report) => {
    for (const workload of writtenWorkloads(context)) {
      const { [REQUIRED]: required, [PREFERRED]: preferred } = workload.pod.affinity?.nodeAffinity ?? {};
      const terms: NodeTerm[] = required?.nodeSelectorTerms ?? [];
      if (terms.length === 0 && !preferred) {continue;}
      const place = `${workload.podPath}.affinity.nodeAffinity`;
      // where all terms are empty the findings under empty-node-term say so
      const isAnyFilled = terms.some(term => !isEmpty(term));
      terms.forEach((term, index) => {
        const found = isEmpty(term) ? isAnyFilled ? EMPTY : undefined : numberIn(term);
        if (!found) {return;}
        const level = terms.some(isReadable) ? 'warning' : 'error';
        report({ about: workload, path: `${place}.${REQUIRED}.nodeSelectorTerms[${index}]${found.path}`, ...found.said, level });
      });
      (preferred ?? []).forEach(({ preference }: Wire, index: number) => {
        const found = preference && !isEmpty(preference) ? numberIn(preference) ?? invalidIn(preference) : undefined;
        if (found) {report({ about: workload, path: `${place}.${PREFERRED}[${index}].preference${found.path}`, ...found.said, level: 'warning' });}
      });
    }
  },
};

interface Unreadable {
  readonly path: string;
  readonly said: { readonly what: string; readonly given?: string; readonly wanted?: string };
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

function expressionIn({ matchExpressions }: NodeTerm, what: string, wanted: string, isMeant: Meant): Unreadable | undefined {
  const expressions = matchExpressions ?? [];
  const index = expressions.findIndex(each => isMeant(each) && isQualifiedName(String(each.key)) && !isReadable({ matchExpressions: [each] }));
  if (index < 0) {return undefined;}
  const { key, operator, values } = expressions[index];
  return { path: `.matchExpressions[${index}].values`, said: { what, given: `${key} ${operator} ${values!.join(', ')}`, wanted } };
}

function withTerms(nodeSelectorTerms: Wire[]): Wire {
  return daemonSet({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms } } } });
}
