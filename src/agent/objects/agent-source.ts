import { Construct } from 'constructs';
import { AgentNames } from './agent-names';
import { Wire } from '../../private/wire';
import { PrometheusMonitor } from '../companions/prometheus-monitor';
import { AgentPlan } from '../plan/agent-plan';
import { RenderedAgent } from '../render/render-agent';
import { WorkloadOptions } from '../workload-options';

/** What the objects of an agent are made from. */
export interface AgentSource {
  readonly owner: Construct;
  readonly names: AgentNames;
  /** The plan of the agent itself: one that follows another gets its own. */
  readonly plan: AgentPlan;
  readonly monitors: readonly PrometheusMonitor[];
  /** Equal agents have one: their objects have the same content. */
  readonly likeness?: string;
  /** The agent that this one follows: what becomes of it holds for both. */
  readonly leader?: AgentSource & { readonly workloads: readonly object[] };
  /** What was given, over what features set so far. */
  options(pool?: string): WorkloadOptions;
  /** The plan as the pods of a pool have it, or without a name those of the workload with the agent's own. */
  planIn(pool: string | undefined): AgentPlan;
  /** @param written whether it is to be written, so that late values in it are asked again */
  rendered(written?: boolean, pool?: string): RenderedAgent;
  /** The specs of the pods of all its workloads as they are written, with overrides and patches. */
  pods(): readonly Wire[];
  /** Says that an object of the agent was patched. */
  patched(): void;
}
