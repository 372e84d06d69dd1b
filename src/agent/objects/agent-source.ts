import { Construct } from 'constructs';
import { AgentNames } from './agent-names';
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
  options(): WorkloadOptions;
  /** @param written whether it is to be written, so that late values in it are asked again */
  rendered(written?: boolean): RenderedAgent;
  /** Says that an object of the agent was patched. */
  patched(): void;
}
