import { quote } from '../../private/agent-error';
import { finding, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { PlacedContainer } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/** The list in which a repeated path is found here. */
export const MOUNTS_BY_PATH = 'Container.volumeMounts';

/** Two mounts at one path, and mounts of volumes that the pod does not have. */
export function* wrongMounts(about: Workload, {
  container, name, path,
}: PlacedContainer, volumes: ReadonlySet<unknown>): Generator<ObjectFinding> {
  const mounts: Wire[] = container.volumeMounts;
  const seen = new Set<string>();
  for (let index = 0; index < mounts.length; index++) {
    const { mountPath, name: volume } = mounts[index];
    if (seen.has(mountPath)) {
      yield finding({
        about, container: name, path: `${path}.volumeMounts[${index}].mountPath`, code: 'conflicting-mount',
        what: `the container ${quote(container.name)} mounts two things at one path`, given: quote(mountPath),
        fix: 'give one of them another path, or keep one',
      });
    }
    seen.add(mountPath);
    if (!volumes.has(volume)) {
      yield finding({
        about, container: name, path: `${path}.volumeMounts[${index}].name`, code: 'unknown-volume',
        what: `the container ${quote(container.name)} mounts a volume that the pod does not have`, given: quote(volume),
        allowed: [...volumes].join(', ') || 'the pod has no volume', fix: 'add the volume, or remove the mount',
      });
    }
  }
}

/** The names of the volumes of a pod: a StatefulSet makes one of each of its claims. */
export function volumeNames({ pod, object, kind }: Workload): ReadonlySet<unknown> {
  const claims: readonly Wire[] = kind === 'StatefulSet' ? object.spec?.volumeClaimTemplates ?? [] : [];
  return new Set([...(pod.volumes ?? []).map(({ name }: Wire) => name), ...claims.map(({ metadata }) => metadata?.name)]);
}
