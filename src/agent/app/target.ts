import { IConstruct, Node } from 'constructs';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
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

/** Marks an app in which each child is a cluster. */
const FLEET = Symbol.for('cdk8s-node-agents.Fleet');

/** Says that everything below one child of an app goes to a cluster of its own. */
export function markFleet(app: IConstruct): void {
  Object.defineProperty(app, FLEET, { value: true });
}

/** Whether a construct is in a fleet, whose app writes our own text of what this library makes. */
export function isInFleet(construct: IConstruct): boolean {
  return FLEET in construct.node.root;
}

/** Which cluster a construct goes to: the path at which the target was set, or the child of the app of a fleet. */
export function clusterOf(scope: IConstruct): string {
  const path = nearestTarget<{ readonly path: string }>(scope)?.path ?? '';
  return path === '' && isInFleet(scope) ? childOfApp(scope) : path;
}

/** The id of the construct right below the app. */
export function childOfApp({ node: { path } }: IConstruct): string {
  return path.split('/', 1)[0];
}

/** The minor of the oldest Kubernetes that gets what a construct writes. */
export function minorFor(scope: IConstruct): number {
  return nearestTarget<{ readonly kubernetesVersion: { readonly minor: number } }>(scope)?.kubernetesVersion.minor ?? OLDEST_MINOR;
}

/** What is known of the nodes that get what a construct writes. */
export function platformFor(scope: IConstruct): PlatformFacts | undefined {
  return nearestTarget<{ readonly _facts?: PlatformFacts }>(scope)?._facts;
}
