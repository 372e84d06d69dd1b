import { ClusterNode, readNode } from '../cluster/inventory/cluster-node';
import { InputError } from '../cluster/inventory/read/input-error';
import type { PlatformFacts } from '../cluster/platforms/platform-facts';
import { PLATFORM_IDS, platformOf } from '../cluster/platforms/platforms';
import { quote } from '../private/agent-error';
import { nearest } from '../private/nearest';

/**
 * The platform that an option names; undefined where it was left out.
 *
 * @throws InputError
 */
export function platformNamed(id: string | undefined): PlatformFacts | undefined {
  if (id === undefined) {return undefined;}
  const found = platformOf(id);
  if (found !== undefined) {return found;}
  const meant = nearest(id, PLATFORM_IDS);
  throw new InputError(
    `--platform takes ${PLATFORM_IDS.join(', ')}, and is ${quote(id)}${meant === undefined ? '' : `: did you mean ${meant}?`}`,
  );
}

/** One node of each kind that clusters of the platform have: in place of those of a cluster. Loaded when it is asked for. */
export function simulatedNodes({ id }: PlatformFacts): ClusterNode[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { nodesOfPlatform } = require('../cluster/simulated/nodes-of-platform') as typeof import('../cluster/simulated/nodes-of-platform');
  return nodesOfPlatform(id).map(node => readNode(node.toManifest()));
}
