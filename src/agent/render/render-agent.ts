import { FileSet } from './file-set';
import { checkOverrides, hasLateValues } from './overrides';
import { checkPlan } from './plan-checks';
import { PodSurroundings, renderSharedPod, SharedPod } from './pod-template';
import { RenderContext } from './render-context';
import { contentOf } from './rolling-content';
import { valueOf } from '../../private/default-row';
import type { Finding } from '../../private/finding';
import { mergeRules } from '../../private/rbac';
import { Wire } from '../../private/wire';
import { ApiGrant } from '../companions/api-grant';
import { Port } from '../container/port';
import { AGENT_DEFAULTS } from '../defaults';
import { OperatingSystem } from '../nodes/operating-system';
import { AgentPlan } from '../plan/agent-plan';
import { WorkloadOptions } from '../workload-options';

/** The names and labels that tie the objects of an agent together. */
export interface AgentTies extends PodSurroundings {
  readonly configMapName: string;
  /** What all pods of the agent may do together: they share their roles. */
  readonly grants: readonly ApiGrant[];
  /** The ports of all pods of the agent together: monitors and policies select all of them. */
  readonly ports: readonly Port[];
}

/** An agent in the spelling of the Kubernetes API, as the plan has it: what is the same wherever it runs. */
export interface RenderedAgent {
  readonly pod: SharedPod;
  /** Whether its pods run on Windows nodes. */
  readonly windows: boolean;
  /** What rolls the pods when it changes, by name. */
  readonly content: { readonly [name: string]: string };
  /** The fields of the ConfigMap; empty when there are no files. */
  readonly config: Wire;
  /** The rules of the ClusterRole. */
  readonly clusterRules: Wire[];
  /** The rules of each Role, by namespace. */
  readonly namespacedRules: ReadonlyMap<string, Wire[]>;
  readonly findings: readonly Finding[];
  /** Whether it holds what late values were when it was rendered: what is written asks them again. */
  readonly isLate: boolean;
}

/**
 * Merges the contributions to an agent, checks them against each other, and writes what all its workloads share.
 *
 * @param definition the definition of the workload that has the agent's own name, in the table of fields
 */
export function renderAgent(plan: AgentPlan, options: WorkloadOptions, ties: AgentTies, definition: string): RenderedAgent {
  const windows = plan.nodes.operatingSystem === OperatingSystem.WINDOWS;
  const context = new RenderContext(plan.cluster.kubernetesVersion.minor, windows, definition, plan);
  plan._findings.forEach(found => context.add(found));
  const files = new FileSet(plan._allContainers, ties.configMapName, context);
  const pod = renderSharedPod(plan, options, files, ties, context);
  checkPlan(plan, options, ties.ports, context);
  const { rollOnFileChange = valueOf(AGENT_DEFAULTS.rollOnFileChange, plan.cluster) } = options;
  const content = rollOnFileChange ? contentOf(plan, files, context) : {};
  checkOverrides(plan, options, definition, context);
  return {
    pod, windows, content,
    config: files.isEmpty ? {} : files.render(),
    ...roles(plan, ties.grants),
    findings: context.findings,
    isLate: hasLateValues(plan, options),
  };
}

function roles(plan: AgentPlan, grants: readonly ApiGrant[]): Pick<RenderedAgent, 'clusterRules' | 'namespacedRules'> {
  if (grants.length === 0) {return { clusterRules: [], namespacedRules: new Map() };}
  const namespaced = new Map<string, Wire[]>();
  for (const grant of grants.filter(({ scope }) => scope === 'namespace')) {
    const namespace = grant.namespace ?? plan.namespace ?? '';
    namespaced.set(namespace, [...namespaced.get(namespace) ?? [], grant._rule]);
  }
  return {
    clusterRules: mergeRules(grants.filter(({ scope }) => scope === 'cluster').map(grant => grant._rule)),
    namespacedRules: new Map([...namespaced].map(([namespace, rules]) => [namespace, mergeRules(rules)])),
  };
}
