import { distinctPorts } from './ports';
import { daemonSetOf } from '../../cluster/inventory/workload';
import { refusalsIn } from '../../cluster/refusals';
import { HostPortClaim, portsCollide, Right, WorkloadFacts } from '../../cluster/workload-facts';
import { Finding, finding, NO_FINDINGS } from '../../private/finding';
import { Wire } from '../../private/wire';
import { unreadableFinding } from '../../private/yaml-text';
import { AgentPlan } from '../plan/agent-plan';
import { Privilege } from '../plan/privilege';

/** What the manifest says together with what only the plan knows. */
export interface Judged {
  readonly problems: readonly Finding[];
  readonly hostPorts: readonly HostPortClaim[];
  /** Directories of the node that only one pod may write at a time. */
  readonly statePaths: readonly string[];
  readonly privileges: readonly Privilege[];
}

/** Judges what is really written, overrides and patches included. */
export function judge(spec: Wire, facts: WorkloadFacts, plan: AgentPlan, reasons: readonly Privilege[]): Judged {
  const hostPorts = [...facts.hostPorts, ...facts.hostNetwork ? undeclaredPorts(plan) : []];
  const statePaths = [...new Set(plan._allContainers.flatMap(container => container._hostPaths.filter(path => path.isState).map(path => path.path)))];
  const privileges = facts.rights.map(right => withReason(right, reasons));
  return {
    hostPorts,
    statePaths,
    privileges: privileges.filter((privilege): privilege is Privilege => privilege.reason !== undefined),
    problems: [
      ...refusalsIn(daemonSetOf(spec)),
      ...unreadable(spec),
      ...privileges.filter(({ reason }) => reason === undefined).map(unexplained),
      ...ownPorts(hostPorts),
      ...rollout(facts, hostPorts, statePaths),
      ...networkPolicy(facts, plan),
    ],
  };
}

/** What the API server could not even read. */
function unreadable(spec: Wire): readonly Finding[] {
  const found = unreadableFinding('the workload', spec, 'leave them out of arguments, variables and annotations; a file of any bytes is AgentFile.binary');
  return found ? [found] : NO_FINDINGS;
}

/** Servers on the loopback address of the host network take a port that no field declares. */
function undeclaredPorts(plan: AgentPlan): HostPortClaim[] {
  return plan._allContainers.filter(container => container._role !== 'init').flatMap(container => distinctPorts(container._ports)
    .filter(port => !port.isDeclared)
    .map(port => ({
      port: port.containerPort, protocol: port.protocol, ...port.hostIp && { address: port.hostIp }, by: `container '${container.name}', port '${port.name}'`,
    })));
}

function withReason(right: Right, reasons: readonly Privilege[]): Right & { reason?: string } {
  const known = reasons.find(({ name, container }) => name === right.name && container === right.container);
  return { ...right, ...known && { reason: known.reason } };
}

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
    given: 'an override or a patch',
    fix: `ask for it by name: ${ASK[name] ?? `Capability.add('${name}', reason)`}`,
  });
}

function ownPorts(claims: readonly HostPortClaim[]): Finding[] {
  return claims.flatMap((claim, index) => {
    const other = claims.slice(0, index).find(before => portsCollide(before, claim));
    return other === undefined ? [] : [finding({
      code: 'host-port-conflict',
      what: `two containers of the agent claim port ${claim.port}/${claim.protocol} of the node`,
      given: `${other.by} and ${claim.by}`,
      fix: 'change one of the ports',
    })];
  });
}

/** The API server takes all of these, and the rollout then stands still at the first node. */
function rollout(facts: WorkloadFacts, hostPorts: readonly HostPortClaim[], statePaths: readonly string[]): Finding[] {
  if (!facts.surges || (hostPorts.length === 0 && statePaths.length === 0)) {return [];}
  return [finding({
    code: 'rollout-cannot-finish',
    what: 'the new pod cannot run beside the old one',
    given: [
      ...hostPorts.map(claim => `port ${claim.port}/${claim.protocol} of the node (${claim.by})`),
      ...statePaths.map(path => `${path}, which has one writer`),
    ].join('; '),
    allowed: 'Rollout.percent, Rollout.count, Rollout.onDelete',
    fix: 'use Rollout.percent(10), or do without what both pods would claim',
  })];
}

function networkPolicy(facts: WorkloadFacts, plan: AgentPlan): Finding[] {
  if (!facts.hostNetwork || plan._networkPolicies.length === 0) {return [];}
  return [finding({
    code: 'network-policy-void',
    what: 'a network policy has no effect on pods that share the network of their node',
    given: 'hostNetwork: true',
    fix: 'leave the policy out; bind the agent to the loopback address, or put a proxy with authentication before it',
  })];
}
