import { lookUp } from '../private/look-up';
import type { Wire } from '../private/wire';

/** Whether a selector of the Kubernetes API matches these labels. An empty one matches everything. */
export function selectsLabels(selector: Wire, labels: Wire): boolean {
  const { matchLabels, matchExpressions } = selector;
  for (const key in matchLabels) {
    if (lookUp(labels, key) !== matchLabels[key]) {return false;}
  }
  return (matchExpressions ?? []).every((expression: Wire) => meets(lookUp(labels, String(expression.key)), expression));
}

function meets(label: string | undefined, { operator, values = [] }: Wire): boolean {
  switch (operator) {
    case 'In': return label !== undefined && values.includes(label);
    case 'NotIn': return label === undefined || !values.includes(label);
    case 'Exists': return label !== undefined;
    default: return label === undefined;
  }
}

/** A selector as a reader would say it. */
export function describeSelector({ matchLabels, matchExpressions }: Wire): string {
  return [
    ...Object.entries(matchLabels ?? {}).map(label => label.join(': ')),
    ...(matchExpressions ?? []).map(({ key, operator, values }: Wire) => [key, operator, ...values ? [values.join('|')] : []].join(' ')),
  ].join(', ') || 'every pod';
}
