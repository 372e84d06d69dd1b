import { securityOf } from './container';
import { contentHash } from '../../private/hash';
import { AgentPlan } from '../plan/agent-plan';
import { Privilege } from '../plan/privilege';

/** Everything the agent was granted beyond the least, with its reason, in a fixed order. */
export function privilegesOf(plan: AgentPlan): Privilege[] {
  return [
    ...plan._hostNamespaces.map(shared => ({ name: shared.field, reason: shared.reason })),
    ...plan._allContainers.flatMap(container => {
      const security = securityOf(container, false, plan.cluster);
      const stance = security.isPrivileged ? 'privileged' : security._isHostProcess ? 'hostProcess' : security.isRoot ? 'root' : undefined;
      return [
        ...stance && security.reason ? [{ name: stance, container: container.name, reason: security.reason }] : [],
        ...security.capabilities.map(({ name, reason }) => ({ name, container: container.name, reason })),
      ];
    }),
  ];
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
