import { CustomResourceMetrics } from './custom-resource-metrics';
import { KubeStatePart, KubeStateSetup } from './kube-state-parts';
import { ResourceName, rowOf } from './resource-table';
import { ApiGrant } from '../../agent/companions/api-grant';

const READ = ['list', 'watch'];
const DEFINITIONS: ReadKind = { group: 'apiextensions.k8s.io', resource: 'customresourcedefinitions', isNamespaced: false };

/** A kind of objects that is read, as a rule names it. */
interface ReadKind {
  readonly group: string;
  readonly resource: string;
  readonly isNamespaced: boolean;
}

/** Exactly what one workload reads: kinds that are in namespaces only in the namespaces that it looks at. */
export function grantsOf(part: KubeStatePart, { props }: KubeStateSetup, agentName: string): ApiGrant[] {
  const { customResources = [], namespaces = [] } = props;
  const kinds = [...part.resources.map(kindOf), ...part.hasCustomResources ? kindsOf(customResources) : []];
  const isNarrow = ({ isNamespaced }: ReadKind) => isNamespaced && namespaces.length > 0;
  return [
    ...kinds.filter(kind => !isNarrow(kind)).map(({ group, resource }) => ApiGrant.clusterWide([resource], READ, { apiGroup: group })),
    ...namespaces.flatMap(namespace => kinds.filter(isNarrow)
      .map(({ group, resource }) => ApiGrant.inNamespace(namespace, [resource], READ, { apiGroup: group }))),
    ...part.kind === 'StatefulSet' ? [
      ApiGrant.inOwnNamespace(['pods'], ['get']),
      // it gets the StatefulSet of its pod, and watches it for another number of shards
      ApiGrant.inOwnNamespace(['statefulsets'], ['get', ...READ], { apiGroup: 'apps', resourceNames: [agentName] }),
    ] : [],
    ...props.protection?.kind === 'authFilter' ? ApiGrant.reviewAccess() : [],
  ];
}

/** Custom resources are found by their definitions. */
function kindsOf(customResources: readonly CustomResourceMetrics[]): ReadKind[] {
  const kinds = customResources.map((each): ReadKind => each._readKind());
  return kinds.length === 0 ? [] : [...kinds, DEFINITIONS];
}

function kindOf(name: ResourceName): ReadKind {
  const { group, isNamespaced } = rowOf(name);
  return { group, resource: name, isNamespaced };
}
