import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const duplicateListKey: Rule = {
  id: 'duplicate-list-key',
  level: 'warning',
  summary: 'Two items of a list share what tells its items apart.',
  looksAt: '`hostAliases`, `imagePullSecrets` and the ports of containers of workloads.',
  why: 'The API server takes them on create and warns. Server-side apply refuses such a list, and `kubectl apply` merges by the key: with '
    + 'the next change one of the two is gone, and GitOps tools show a difference that never ends.',
  fix: 'Make one item of the two: a host alias has a list of names.',
  lists: ['Container.ports', 'PodSpec.hostAliases', 'PodSpec.imagePullSecrets'],
  example: () => ({
    fails: [
      daemonSet({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['a.example.com'] }, { ip: '10.0.0.1', hostnames: ['b.example.com'] }] }),
    ],
    passes: [daemonSet({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['a.example.com', 'b.example.com'] }] })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { pod, podPath } = workload;
      for (const { key, path } of repeatsIn(pod.hostAliases, () => `${podPath}.hostAliases`, ({ ip }) => ip)) {
        yield findingOf(duplicateListKey, { about: workload, path, given: key, what: 'an earlier host alias has the same address' });
      }
      for (const { key, path } of repeatsIn(pod.imagePullSecrets, () => `${podPath}.imagePullSecrets`, ({ name }) => name)) {
        yield findingOf(duplicateListKey, { about: workload, path, given: key, what: 'the Secret is named twice' });
      }
      for (const placed of containersIn(workload)) {
        const { container, name } = placed;
        for (const { key, path } of repeatsIn(container.ports, () => `${placed.path}.ports`, portKey)) {
          yield findingOf(duplicateListKey, {
            about: workload, path, container: name, given: key, ...context.own?.knowledgeOf(workload) && { level: 'error' },
            what: 'an earlier port of the container has the same number and protocol',
          });
        }
      }
    }
  },
};

function portKey({ containerPort, protocol }: Wire): string | undefined {
  return containerPort === undefined ? undefined : `${containerPort}/${protocol ?? 'TCP'}`;
}

interface Repeat {
  readonly key: string;
  readonly path: string;
}

const NONE: readonly Repeat[] = [];

function repeatsIn(list: readonly Wire[] | undefined
  | null, place: () => string, keyOf: (item: Wire) => string | undefined): readonly Repeat[] {
  if (!list || list.length < 2) {return NONE;}
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const key = keyOf(item);
    if (typeof key !== 'string' || key === '') {return [];}
    const repeats = seen.has(key);
    seen.add(key);
    return repeats ? [{ key, path: `${place()}[${index}]` }] : [];
  });
}
