import type { Workload } from '../../cluster/inventory/workload';

/** Where an entry of a map stands: `metadata.annotations['example.com/key']`, and `spec.nodeSelector.disk` where the key can be written so. */
export function keyPath(path: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}['${key}']`;
}

/** Where the metadata of the pods stands: `spec.template.metadata`, and `metadata` in a Pod. */
export function podMetadataPath({ podPath }: Pick<Workload, 'podPath'>): string {
  return `${podPath.slice(0, -'spec'.length)}metadata`;
}
