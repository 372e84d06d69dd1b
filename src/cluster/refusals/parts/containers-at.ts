import { listOf } from './part-rule';
import type { Wire } from '../../../private/wire';

/** A container of a pod, and where it stands. */
export interface At {
  readonly container: Wire;
  readonly at: string;
  /** Whether it ends before the others start. */
  readonly isInit: boolean;
  /** Whether it stands among the init containers. */
  readonly isFirst: boolean;
}

/** The containers of a pod. */
export function containersAt(pod: Wire): At[] {
  return [
    ...listOf(pod.containers).map((container, index) => ({ container, at: `.containers[${index}]`, isInit: false, isFirst: false })),
    ...listOf(pod.initContainers).map((container, index) => ({
      container, at: `.initContainers[${index}]`, isInit: container.restartPolicy !== 'Always', isFirst: true,
    })),
  ];
}
