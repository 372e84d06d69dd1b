import { IConstruct, Node } from 'constructs';
import { OLDEST_MINOR } from '../../private/oldest-minor';

/** Marks the construct below which everything goes to one cluster. */
export const TARGET_CLUSTER = Symbol.for('cdk8s-node-agents.TargetCluster');

/** What was set on the nearest construct above, or undefined. */
export function nearestTarget<T>(scope: IConstruct): T | undefined {
  for (let at: IConstruct | undefined = scope; at !== undefined; at = Node.of(at).scope) {
    const target = (at as unknown as { [key: symbol]: T | undefined })[TARGET_CLUSTER];
    if (target) {return target;}
  }
  return undefined;
}

/** Which cluster a construct goes to: the path at which the target was set. */
export function clusterOf(scope: IConstruct): string {
  return nearestTarget<{ readonly path: string }>(scope)?.path ?? '';
}

/** The minor of the oldest Kubernetes that gets what a construct writes. */
export function minorFor(scope: IConstruct): number {
  return nearestTarget<{ readonly kubernetesVersion: { readonly minor: number } }>(scope)?.kubernetesVersion.minor ?? OLDEST_MINOR;
}
