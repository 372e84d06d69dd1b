import type { Workload } from './workload';
import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';

/** A container of a workload, and where it stands. */
export interface PlacedContainer {
  readonly container: Wire;
  /** Its name, which every container must have. */
  readonly name: string;
  /** `spec.template.spec.containers[0]` */
  readonly path: string;
  /** `main` and `sidecar` run for as long as the pod does, `init` ends before the others start. */
  readonly role: 'main' | 'sidecar' | 'init';
}

/** Every container of a workload: those of `containers` first, since they are what the workload is about. Most rules ask. */
export const containersIn: (workload: Pick<Workload, 'pod' | 'podPath'>) => readonly PlacedContainer[] = memo(({ pod, podPath }) => {
  const containers: Wire[] = pod.containers ?? [];
  const found = containers.map((container, index) => place(container, `${podPath}.containers[${index}]`, 'main'));
  pod.initContainers?.forEach((container: Wire, index: number) =>
    found.push(place(container, `${podPath}.initContainers[${index}]`, container.restartPolicy === 'Always' ? 'sidecar' : 'init')));
  return found;
});

/** The containers that run for as long as the pod does. */
export const runningContainersIn: (workload: Pick<Workload, 'pod' | 'podPath'>) => readonly PlacedContainer[] = memo(workload => {
  const all = containersIn(workload);
  return all.some(isInit) ? all.filter(each => !isInit(each)) : all;
});

/** What the program of a container is given, word by word: `command`, then `args`. */
export function wordsOf({ command, args }: Wire): readonly string[] {
  return [command, args].flatMap(list => (Array.isArray(list) ? list.map(String) : []));
}

function place(container: Wire, path: string, role: PlacedContainer['role']): PlacedContainer {
  return { container, name: container.name ?? '', path, role };
}

function isInit({ role }: PlacedContainer): boolean {
  return role === 'init';
}
