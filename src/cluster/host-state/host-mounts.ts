import { memo } from '../../private/memo';
import { withoutLink } from '../../private/paths';
import type { Wire } from '../../private/wire';
import { containersIn, PlacedContainer } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/** A mount of a file or directory of the node. */
export interface HostMount {
  readonly container: PlacedContainer;
  readonly mount: Wire;
  /** `spec.template.spec.containers[0].volumeMounts[1]` */
  readonly mountPath: string;
  readonly volume: Wire;
  /** `spec.template.spec.volumes[1]` */
  readonly volumePath: string;
  /**
   * What is mounted, in one spelling: where links of every system lead, and with the path below the volume that is mounted in its place.
   */
  readonly path: string;
  readonly isWritable: boolean;
}

const NONE: readonly HostMount[] = [];

/** Every mount of a file or directory of the node. Many rules ask. */
export const hostMountsIn: (workload: Workload) => readonly HostMount[] = memo(workload => {
  const volumes: Wire[] = workload.pod.volumes ?? [];
  if (!volumes.some(isOfHost)) {return NONE;}
  const byName = new Map<string, Pick<HostMount, 'volume' | 'volumePath' | 'path'>>();
  volumes.forEach((volume, index) => {
    // of volumes of one name the last one counts
    if (isOfHost(volume)) {
      byName.set(volume.name, { volume, volumePath: `${workload.podPath}.volumes[${index}]`, path: tidyPath(volume.hostPath.path) });
    }
  });
  const found: HostMount[] = [];
  for (const container of containersIn(workload)) {
    container.container.volumeMounts?.forEach((mount: Wire, index: number) => {
      const mounted = byName.get(mount.name);
      if (mounted) {found.push(place(mounted, container, mount, `${container.path}.volumeMounts[${index}]`));}
    });
  }
  return found;
});

function isOfHost({ hostPath }: Wire): boolean {
  return typeof hostPath?.path === 'string';
}

function place({ volume, volumePath, path }: Pick<HostMount, 'volume' | 'volumePath'
  | 'path'>, container: PlacedContainer, mount: Wire, mountPath: string): HostMount {
  return {
    container, mount, mountPath, volume, volumePath, isWritable: mount.readOnly !== true,
    path: typeof mount.subPath === 'string' && mount.subPath !== '' ? tidyPath(`${path}/${mount.subPath}`) : path,
  };
}

/** Absolute paths that are tidy as they stand, which most are: no part of them is empty or begins with a dot. */
const TIDY = /^(?:\/[^/.][^/]*)+$/;

/** A path without doubled or trailing slashes, by the name that links of every system lead to. Paths of Windows stay as they are. */
export function tidyPath(path: string): string {
  if (TIDY.test(path)) {return withoutLink(path);}
  if (!path.startsWith('/')) {return path.replace(/(?<=.)[\\/]+$/, '');}
  return withoutLink(`/${path.split('/').filter(part => part !== '' && part !== '.').join('/')}`);
}
