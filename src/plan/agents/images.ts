import { ImageParts, parseImage } from '../../cluster/image';
import { containersIn } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';

/** Another image of a container. */
export interface ImageChange {
  readonly container: string;
  /** As it is written; absent where the container is new. */
  readonly before?: string;
  /** Absent where the container is gone. */
  readonly after?: string;
  /**
   * `tag`: another tag. `digest`: another digest under the same tag, or none. `repository`: another image altogether. `container`: the
   * container is new, or gone.
   */
  readonly what: 'tag' | 'digest' | 'repository' | 'container';
}

/** The images that change, container by container; nothing where the agent is new, or gone. */
export function imageChanges(before: Workload | undefined, after: Workload | undefined): ImageChange[] {
  if (before === undefined || after === undefined) {return [];}
  const [old, now] = [before, after].map(imagesOf);
  return [...new Set([...now.keys(), ...old.keys()])].filter(container => old.get(container) !== now.get(container)).map(container => {
    const [was, is] = [old.get(container), now.get(container)];
    return { container, ...was !== undefined && { before: was }, ...is !== undefined && { after: is }, what: whatChanges(was, is) };
  });
}

function imagesOf(agent: Workload): Map<string, string> {
  return new Map(containersIn(agent).map(({ name, container }) => [name, String(container.image ?? '')]));
}

function whatChanges(before: string | undefined, after: string | undefined): ImageChange['what'] {
  if (before === undefined || after === undefined) {return 'container';}
  const [old, now] = [parseImage(before), parseImage(after)];
  if (old === undefined || now === undefined || nameOf(old) !== nameOf(now)) {return 'repository';}
  return old.tag === now.tag ? 'digest' : 'tag';
}

function nameOf({ registry = '', repository }: ImageParts): string {
  return `${registry}/${repository}`;
}
