import { ApiGrant } from '../../agent/companions/api-grant';
import { Wire } from '../../private/wire';

/** A rule of a role, as manifests of projects have it. */
export interface RbacRule {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly names?: readonly string[];
}

/** The same as grants of an agent. */
export function grantsOf(rules: readonly RbacRule[]): ApiGrant[] {
  return rules.flatMap(({ groups, resources, verbs, names }) => groups.map(apiGroup =>
    ApiGrant.clusterWide([...resources], [...verbs], { apiGroup, ...names && { resourceNames: [...names] } })));
}

/** The same as rules of a role. */
export function rulesOf(rules: readonly RbacRule[]): Wire[] {
  return rules.map(({ groups, resources, verbs, names }) =>
    ({ apiGroups: [...groups], resources: [...resources], verbs: [...verbs], ...names && { resourceNames: [...names] } }));
}
