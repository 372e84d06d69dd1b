import { parseQuantity } from '../../../private/quantity';
import type { Wire } from '../../../private/wire';
import { ALL, Causes, each, ofContainer, Which } from '../cause';

type Kind = 'requests' | 'limits';
type IsMissing = (value: unknown, resources: any) => boolean;

/**
 * Amounts that containers do not ask for, or are not held to.
 *
 * @param id the rule that speaks of it; absent where none does
 */
export function missingAmount(which: Which, kind: Kind, resource: string, isMissing: IsMissing, id?: string): Causes {
  return each(which, container => {
    const { resources } = container.container;
    return isMissing(resources?.[kind]?.[resource], resources)
      ? ofContainer(
        container, `resources.${kind}.${resource}`, `has no ${resource} ${kind.slice(0, -1)}`, id === undefined ? [] : [id],
      ) : undefined;
  });
}

/** No limit of what a container writes to the disk of its node: accepted with the volume that it may fill. */
export const unboundedStorage: Causes = each(ALL, ({ container, ...placed }, { pod, podPath }) => {
  if (!isZero(container.resources?.limits?.['ephemeral-storage'])) {return undefined;}
  const written = (container.volumeMounts ?? []).filter(({ readOnly }: Wire) => readOnly !== true).map(({ name }: Wire) => name);
  const paths: string[] = (pod.volumes ?? []).flatMap(({ name, emptyDir }: Wire, index: number) => (emptyDir && written.includes(name)
    ? [`${podPath}.volumes[${index}]`]
    : []));
  return ofContainer(
    { container, ...placed }, 'resources.limits.ephemeral-storage', 'has no ephemeral-storage limit',
    paths.length > 0 ? ['ephemeral-storage-unset'] : [], { paths },
  );
});

/** Absent, or zero however it is spelled. */
export function isZero(value: unknown): boolean {
  return value === undefined || value === null || parseQuantity(String(value))?.nanos === 0n;
}

export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Absent or an empty text. */
export function isEmpty(value: unknown): boolean {
  return isAbsent(value) || value === '';
}
