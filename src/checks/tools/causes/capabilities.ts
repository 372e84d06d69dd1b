import { Causes, each, ofContainer, voidedBy, Which } from '../cause';
import type { SubjectContainer } from '../subject';

/** Capabilities that are added, one by one: each has a reason of its own. A privileged container holds them all anyway. */
export function addedCapabilities(which: Which, isBad: (name: string) => boolean): Causes {
  return each(which, container => container.added.flatMap((name, index) => (isBad(name)
    ? [ofContainer(container, `securityContext.capabilities.add[${index}]`, `adds the capability ${name}`, [
      name, ...voidedBy(container),
    ])] : [])));
}

type IsDropped = (dropped: readonly string[], container: SubjectContainer) => boolean;

/**
 * Capabilities that are kept because they are not dropped.
 *
 * @param isDropped whether what is dropped contents the tool
 * @param kept the capability that the check is about, where it is about one: who accepted that it is added accepted that it is there
 */
export function keptCapabilities(which: Which, isDropped: IsDropped, kept?: string): Causes {
  return each(which, container => {
    const wanted = container.added.filter(name => name.replace(/^CAP_/, '') === kept);
    return isDropped(container.dropped, container) ? undefined
      : ofContainer(container, 'securityContext.capabilities.drop', 'keeps capabilities of the runtime', [
        ...wanted, ...voidedBy(container),
      ]);
  });
}
