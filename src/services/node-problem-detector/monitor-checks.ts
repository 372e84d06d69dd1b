import { Monitor } from './monitor';
import { fail, quote } from '../../private/agent-error';

/** Refuses monitors that are in each other's way, and an agent without any. */
export function requireDistinct(monitors: readonly Monitor[]): void {
  if (monitors.length === 0) {
    fail({
      code: 'invalid-node-monitor', what: 'node-problem-detector ends at the start where it has no monitor', given: 'problemMonitors: []',
      allowed: 'at least one NodeProblemMonitor',
      fix: 'leave `problemMonitors` out for the monitors of the log of the kernel',
    });
  }
  const [twice] = monitors.filter(({ name }, at) => monitors.findIndex(other => other.name === name) < at);
  if (twice !== undefined) {
    fail({
      code: 'invalid-node-monitor', what: 'two monitors have one name', given: quote(twice.name), fix: 'keep one of them, or rename it',
    });
  }
  const owners = new Map<string, string>();
  for (const { name, conditions } of monitors) {
    for (const condition of conditions) {
      const other = owners.get(condition);
      if (other !== undefined) {
        fail({
          code: 'node-condition-conflict', what: `two monitors set the condition ${condition}, and each undoes what the other says`,
          given: `${other} and ${name}`,
          fix: 'use another condition for one of them',
        });
      }
      owners.set(condition, name);
    }
  }
}
