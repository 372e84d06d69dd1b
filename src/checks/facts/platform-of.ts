import type { CheckContext } from '../../cluster/inventory/check-context';
import type { Workload } from '../../cluster/inventory/workload';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import { factsForSystem } from '../../cluster/platforms/platforms';

/** What is known of the nodes that a workload runs on, where someone named the platform. */
export function platformOfWorkload({ platform }: CheckContext, workload: Workload): PlatformFacts | undefined {
  return platform && factsForSystem(platform, operatingSystemOf(workload));
}
