import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { withIdentity, requireId } from './object-metadata';
import { valueOf } from '../../private/default-row';
import { requireName } from '../../private/names';
import { AgentIdentity } from '../agent-identity';
import { OpenShiftAccess } from '../companions/open-shift-access';
import { AGENT_DEFAULTS } from '../defaults';
import { TargetCluster } from '../target-cluster';
import { WorkloadOptions } from '../workload-options';

/** What an agent and its objects are called, and the labels by which they find each other. Nothing of it ever changes. */
export interface AgentNames {
  readonly agentName: string;
  /** Absent where neither the agent nor its chart has one. */
  readonly namespace?: string;
  readonly identity: AgentIdentity;
  /** Labels of every object. */
  readonly objectLabels: { readonly [key: string]: string };
  /** Labels of every pod, and of nothing else: Services, monitors and policies select by them. */
  readonly sharedLabels: { readonly [key: string]: string };
  /** The service account that the pods run as and that grants are bound to. */
  readonly serviceAccountName: string;
  readonly configMapName: string;
}

/**
 * The names that follow from the options of an agent, if the API server would take them.
 *
 * @param isDivided whether its pods are those of several workloads
 */
export function namesOf(construct: Construct, given: WorkloadOptions, isDivided: boolean): AgentNames {
  const { name, identity: chosen, labels, serviceAccount, ...options } = given;
  const agentName = name === undefined ? requireId(construct.node.id) : requireName(name, 'dns-label', 'the name of the agent');
  const place = options.namespace ?? Chart.of(construct).namespace;
  const namespace = place === undefined ? undefined : requireName(place, 'dns-label', 'the namespace of the agent');
  const identity = chosen ?? AgentIdentity.standard(agentName);
  const objectLabels = withIdentity(labels, identity._objectLabels(agentName));
  const accountKind = serviceAccount?.kind ?? valueOf(AGENT_DEFAULTS.serviceAccount, TargetCluster.of(construct));
  return {
    agentName, ...namespace !== undefined && { namespace }, identity, objectLabels,
    sharedLabels: identity._sharedLabels(agentName, isDivided),
    serviceAccountName: accountKind === 'default' ? 'default' : serviceAccount?.name ?? agentName,
    configMapName: `${agentName}-config`,
  };
}

/** What a workload of an agent is called, which is also what distinguishes its pods. */
export function workloadName({ agentName }: AgentNames, suffix: string | undefined): string {
  return suffix === undefined ? agentName : requireName(`${agentName}-${suffix}`, 'dns-label', 'a workload of the agent');
}

/** The SecurityContextConstraints that the pods run under on OpenShift: a name that the cluster shares where they are the agent's own. */
export function constraintsName({ agentName, namespace }: AgentNames, { name }: OpenShiftAccess): string {
  return name ?? sharedName({ agentName, namespace });
}

/** The name of an object that the whole cluster shares. Neither part has a dot, so that no two agents of a cluster share a name. */
export function sharedName({ agentName, namespace }: Pick<AgentNames, 'agentName' | 'namespace'>): string {
  return joined([namespace, agentName]);
}

/** The name of the priority class that an agent brings along. The value of a class can never change, so it is part of the name. */
export function ownPriorityClassName({ agentName, namespace }: Pick<AgentNames, 'agentName'
  | 'namespace'>, { priority }: Pick<WorkloadOptions, 'priority'>): string | undefined {
  const value = priority?.value;
  return value === undefined ? undefined : joined(['agents', namespace, agentName, value < 0 ? `minus-${-value}` : value]);
}

function joined(parts: ReadonlyArray<string | number | undefined>): string {
  return parts.filter(part => part !== undefined).join('.');
}
