import { securityOf } from './container';
import { distinct } from '../../private/distinct';
import { contentHash } from '../../private/hash';
import { AgentPlan } from '../plan/agent-plan';
import { Privilege } from '../plan/privilege';
import { PodSecurityContext } from '../pod-security-context';

/** Everything the agent was granted beyond the least, with its reason, in a fixed order. */
export function privilegesOf(plan: AgentPlan, ofPod?: PodSecurityContext): Privilege[] {
  const shared = ofPod?._privilege;
  return [...distinct([
    ...shared ? [shared] : [],
    ...plan._hostNamespaces.map(({ field: name, reason }) => ({ name, reason })),
    ...plan._allContainers.flatMap(container => {
      const security = securityOf(container, false, plan.cluster);
      const stance = security.isPrivileged ? 'privileged' : security._isHostProcess ? 'hostProcess' : security.isRoot ? 'root' : undefined;
      return [
        ...stance && security.reason ? [{ name: stance, container: container.name, reason: security.reason }] : [],
        ...security.capabilities.map(({ name, reason }) => ({ name, container: container.name, reason })),
      ];
    }),
  ], each => each)];
}

/** The same as annotations: `reason.cdk8s-node-agents/hostNetwork`, `reason.cdk8s-node-agents/agent.NET_ADMIN`. */
export function reasonAnnotations(privileges: readonly Privilege[]): { [key: string]: string } {
  return Object.fromEntries(privileges.map(({ name, container, reason }) => [
    `reason.cdk8s-node-agents/${keyOf(container === undefined ? name : `${container}.${name}`)}`, reason,
  ]));
}

/** The name of an annotation has at most 63 characters. */
function keyOf(name: string): string {
  return name.length <= 63 ? name : `${name.slice(0, 54)}-${contentHash({ name }).slice(0, 8)}`;
}
