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

/** The directories of a container that may be written, in messages. */
export function writableOf({ volumeMounts = [] }: Wire): string {
  return volumeMounts.flatMap((each: Wire) => each.readOnly ? [] : [each.mountPath]).join(', ') || 'no directory is writable';
}

/** The mount that a path is in: the deepest one. */
function mountOf(path: string, mounts: readonly Wire[]): Wire | undefined {
  return mounts.filter(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath.replace(/\/$/, '')}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}
