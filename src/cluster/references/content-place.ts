import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';
import { containersIn } from '../inventory/containers';
import type { Workload } from '../inventory/workload';
import { ContentReference, contentReferences } from '../references';

/** Everything that a workload takes from ConfigMaps and Secrets. Several rules ask. */
export const contentsOf: (workload: Workload) => readonly ContentReference[] = memo(({ pod }) => contentReferences(pod));

/** Where a workload first names a ConfigMap or Secret, or a key of one. */
export function placeOfContent(workload: Workload, { kind, name, key }: Pick<ContentReference, 'kind' | 'name' | 'key'>): string {
  const isConfigMap = kind === 'ConfigMap';
  const ofVolume = (source: Wire | undefined | null, path: string, field: string): string[] => {
    if (source?.[field] !== name) {return [];}
    const item = key === undefined ? -1 : (source.items ?? []).findIndex((each: Wire) => each.key === key);
    return item >= 0 ? [`${path}.items[${item}].key`] : key === undefined ? [`${path}.${field}`] : [];
  };
  const inVolumes = (workload.pod.volumes ?? []).flatMap(({ configMap, secret, projected }: Wire, index: number) => {
    const path = `${workload.podPath}.volumes[${index}]`;
    return [
      ...isConfigMap ? ofVolume(configMap, `${path}.configMap`, 'name') : ofVolume(secret, `${path}.secret`, 'secretName'),
      ...(projected?.sources ?? []).flatMap((source: Wire, place: number) =>
        ofVolume(
          isConfigMap ? source.configMap : source.secret, `${path}.projected.sources[${place}].${isConfigMap ? 'configMap' : 'secret'}`,
          'name',
        )),
    ];
  });
  const [keyRef, ref] = isConfigMap ? ['configMapKeyRef', 'configMapRef'] : ['secretKeyRef', 'secretRef'];
  const inVariables = containersIn(workload).flatMap(({ container, path }) => [
    ...(container.env ?? []).flatMap(({ valueFrom }: Wire, index: number) => {
      const given = valueFrom?.[keyRef];
      if (given?.name !== name || key !== undefined && given.key !== key) {return [];}
      return [`${path}.env[${index}].valueFrom.${keyRef}.${key === undefined ? 'name' : 'key'}`];
    }),
    ...(container.envFrom ?? []).flatMap((source: Wire, index: number) => (key === undefined && source[ref]?.name === name
      ? [`${path}.envFrom[${index}].${ref}.name`]
      : [])),
  ]);
  return [...inVariables, ...inVolumes][0] ?? workload.podPath;
}
