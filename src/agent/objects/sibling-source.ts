import { Construct } from 'constructs';
import { AgentPlan } from '../plan/agent-plan';
import { RenderedWorkload } from '../render/rendered-workload';
import { WorkloadOptions } from '../workload-options';

/** What the objects beside a workload are made from. */
export interface SiblingSource {
  readonly owner: Construct;
  readonly plan: AgentPlan;
  readonly options: WorkloadOptions;
  readonly objectLabels: { [key: string]: string };
  readonly selectorLabels: { [key: string]: string };
  /** The service account that grants are bound to. */
  readonly serviceAccountName: string;
  readonly configMapName: string;
  /** The priority class, where it is made here. */
  readonly ownPriorityClassName?: string;
  rendered(): RenderedWorkload;
}
