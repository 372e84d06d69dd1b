import type { Acceptance } from './acceptance';
import { acceptedObjects } from './accepted-objects';
import { reasonText } from './reason-text';
import { KUBESCAPE } from './tables/kubescape';
import { silenced } from './tool-table';
import { namespaceOf } from '../../private/entry';

/** An entry for each control and object. Kubescape reads the attributes as regular expressions, from their beginning to their end. */
export function kubescapeExceptions(acceptances: readonly Acceptance[]): string {
  const exceptions = acceptedObjects(acceptances).flatMap(({ object, manifest, acceptances: given }) => {
    const { kind, namespace, name } = object;
    const attributes = { kind, name: literally(name), namespace: namespace === undefined ? NO_NAMESPACE : literally(namespace) };
    return silenced(KUBESCAPE, manifest, given).map(({ check, reasons }) => ({
      name: [kind.toLowerCase(), namespaceOf(object), name, check.id.toLowerCase()].join('.'),
      policyType: 'postureExceptionPolicy',
      // the one action that its guide knows: the finding stays in the report, and counts no more
      actions: ['alertOnly'],
      resources: [{ designatorType: 'Attributes', attributes }],
      posturePolicies: [{ controlID: check.id }],
      reason: reasonText(reasons),
    }));
  });
  return `${JSON.stringify(exceptions, undefined, 2)}\n`;
}

/** As a file leaves it out, and where it ends up on a cluster. */
const NO_NAMESPACE = '(default)?';

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
