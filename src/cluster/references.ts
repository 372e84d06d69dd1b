import { containersOf } from './workload-facts';
import type { Wire } from '../private/wire';

/** The ConfigMaps and Secrets that a pod reads, as `ConfigMap name` and `Secret name`. */
export function contentReferences(pod: Wire): Set<string> {
  const found = new Set<string>();
  const add = (kind: string, name: unknown) => {
    if (typeof name === 'string') {found.add(`${kind} ${name}`);}
  };
  for (const { configMap, secret, projected } of pod.volumes ?? []) {
    add('ConfigMap', configMap?.name);
    add('Secret', secret?.secretName);
    for (const source of projected?.sources ?? []) {
      add('ConfigMap', source.configMap?.name);
      add('Secret', source.secret?.name);
    }
  }
  for (const { env = [], envFrom = [] } of containersOf(pod)) {
    for (const { valueFrom } of env) {
      add('ConfigMap', valueFrom?.configMapKeyRef?.name);
      add('Secret', valueFrom?.secretKeyRef?.name);
    }
    for (const source of envFrom) {
      add('ConfigMap', source.configMapRef?.name);
      add('Secret', source.secretRef?.name);
    }
  }
  return found;
}
