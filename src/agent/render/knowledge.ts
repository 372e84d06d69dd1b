import { distinctPorts } from './distinct-ports';
import { pathOnHost } from './path-on-host';
import type { AgentKnowledge } from '../../cluster/inventory/own-objects';
import type { HostPortClaim, Right } from '../../cluster/workload-facts';
import { Finding, finding } from '../../private/finding';
import { lookUp } from '../../private/look-up';
import { HostPath } from '../container/host-path';
import { AgentPlan } from '../plan/agent-plan';
import { Privilege } from '../plan/privilege';

/** What a plan knows of its workloads beyond their manifests. */
export function knowledgeOf(plan: AgentPlan, rights: readonly Right[]): Omit<AgentKnowledge, 'foundBy'> {
  const hostPaths = plan._allContainers.flatMap(container => container._hostPaths);
  const pathsOf = (some: readonly HostPath[]) => [...new Set(some.map(hostPath => pathOnHost(hostPath, plan.cluster)))];
  return {
    openPorts: openPorts(plan), statePaths: pathsOf(hostPaths.filter(path => path.isState)), rights,
    meantPaths: plan.cluster._facts === undefined ? [] : pathsOf(hostPaths.filter(path => path._typeGiven)),
  };
}

/** Servers on the loopback address of the host network take a port that no field declares. */
function openPorts(plan: AgentPlan): HostPortClaim[] {
  return plan._allContainers.filter(container =>
    container._role !== 'init').flatMap(({ _ports: ports, name: container }) => distinctPorts(ports)
    .filter(port => !port.isDeclared)
    .map(({ containerPort: port, protocol, hostIp, name }) => ({
      port, protocol, container, ...hostIp && { address: hostIp }, by: `container '${container}', port '${name}'`,
    })));
}

/** Rights with the reasons that were given for them, and rights of which nobody said why. */
export function explained(
  rights: readonly Right[], reasons: readonly Privilege[],
): { readonly privileges: Privilege[]; readonly findings: Finding[] } {
  const privileges: Privilege[] = [];
  const findings: Finding[] = [];
  for (const right of rights) {
    const reason = (reasons.find(({ name, container }) => name === right.name && container === right.container)
      ?? widerThan(right, reasons))?.reason;
    if (reason === undefined) {findings.push(unexplained(right));} else {privileges.push({ ...right, reason });}
  }
  return { privileges, findings };
}

/** A container that is privileged has every capability: who says why it is has said why it has them. */
function widerThan({ container: of }: Right, reasons: readonly Privilege[]): Privilege | undefined {
  return of === undefined ? undefined : reasons.find(({ name, container }) => container === of && name === 'privileged');
}

const ASK_OF_PODS: { readonly [right: string]: string } = {
  root: 'PodSecurityContext.root(reason)',
  hostProcess: 'PodSecurityContext.windowsHostProcess(user, reason)',
};

const ASK: { readonly [right: string]: string } = {
  privileged: 'ContainerSecurity.privileged(reason)',
  hostProcess: 'ContainerSecurity.windowsHostProcess(user, reason)',
  root: 'ContainerSecurity.root(reason)',
  hostNetwork: 'HostNamespace.network(reason)',
  hostPID: 'HostNamespace.pid(reason)',
  hostIPC: 'HostNamespace.ipc(reason)',
};

function unexplained({ name, container }: Right): Finding {
  return finding({
    code: 'missing-reason',
    what: `${container === undefined ? 'the pod' : `the container '${container}'`} gets ${name} without a reason`,
    container, path: 'spec.template.spec',
    given: 'an override or a patch',
    fix: 'ask for it by name: '
      + `${(container === undefined ? lookUp(ASK_OF_PODS, name) : undefined) ?? lookUp(ASK, name) ?? `Capability.add('${name}', reason)`}`,
  });
}
