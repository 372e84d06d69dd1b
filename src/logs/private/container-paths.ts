import { Wire } from '../../private/wire';

/** Whether a container may write at a path: in a mount, or in an image that is not read-only. */
export function isWritable(path: string, { volumeMounts = [], securityContext }: Wire): boolean {
  const mount = mountOf(path, volumeMounts);
  return mount === undefined ? securityContext?.readOnlyRootFilesystem !== true : mount.readOnly !== true;
}

/** Whether something is mounted where a path leads. */
export function isMounted(path: string, { volumeMounts = [] }: Wire): boolean {
  return mountOf(path, volumeMounts) !== undefined;
}

/** Whether a container is there to be judged: it is not where its agent was refused. */
export function isWritten({ image, volumeMounts }: Wire): boolean {
  return image !== undefined || volumeMounts !== undefined;
}

/** Whether a container has anything of the node that a pattern of paths could find. `/proc`, `/sys` and `/dev` are in each. */
export function mayFind(pattern: string, { volumeMounts = [] }: Wire): boolean {
  const fixed = pattern.replace(/[*?[{].*$/s, '');
  return !pattern.startsWith('/') || /^\/(proc|sys|dev)\//.test(pattern)
    || volumeMounts.some(({ mountPath }: Wire) => fixed.startsWith(`${mountPath}/`.replace('//', '/')) || `${mountPath}/`.startsWith(fixed)
      || fixed === mountPath);
}

/** The directories of a container that may be written, in messages. */
export function writableOf({ volumeMounts = [] }: Wire): string {
  return volumeMounts.flatMap((each: Wire) => each.readOnly ? [] : [each.mountPath]).join(', ') || 'no directory is writable';
}

/** What is mounted into a container, in messages. */
export function mountsOf({ volumeMounts = [] }: Wire): string {
  return volumeMounts.map((each: Wire) => each.mountPath).join(', ') || 'nothing is mounted';
}

/** The mount that a path is in: the deepest one. */
function mountOf(path: string, mounts: readonly Wire[]): Wire | undefined {
  return mounts.filter(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath.replace(/\/$/, '')}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}
