import { checkOverridden, normalized } from './overrides';
import { RenderedAgent } from './render-agent';
import { RenderContext } from './render-context';
import { rollOnContent } from './rolling-content';
import { podIn, podMetadataIn } from './variants';
import { containersOf } from '../../cluster/workload-facts';
import { valueOf } from '../../private/default-row';
import { distinct } from '../../private/distinct';
import type { Finding } from '../../private/finding';
import { produced } from '../../private/lazy-values';
import { compact, mergeWire, Wire } from '../../private/wire';
import { AGENT_DEFAULTS } from '../defaults';
import { AgentPlan } from '../plan/agent-plan';
import { Placement } from '../plan/placement';
import { TargetCluster } from '../target-cluster';
import { WorkloadOptions } from '../workload-options';

/** A workload in the spelling of the Kubernetes API, before patches. */
export interface RenderedWorkload {
  readonly spec: Wire;
  /** Whether the pods carry a hash of what they read. */
  readonly rollsOnContent: boolean;
  readonly findings: readonly Finding[];
}

/** Lays upon a rendered agent what one placement says, and the overrides: the agent as one of its workloads. */
export function renderWorkload(
  agent: RenderedAgent, plan: AgentPlan, options: WorkloadOptions, placement: Placement, selectorLabels: { readonly [key: string]: string },
): RenderedWorkload {
  const { workload } = placement;
  const context = new RenderContext(plan.cluster.kubernetesVersion.minor, agent.windows, workload.definition, plan);
  const typed = compact({ ...podIn(placement, agent.pod.spec, plan, context), ...scheduling(plan, placement, selectorLabels) });
  const pod = mergeWire(typed, produced(options.podOverrides));
  const template = { metadata: podMetadataIn(placement, agent.pod, selectorLabels, context), spec: pod };
  const fields = { ...workload.fields, ...minReadyOf(placement, pod, plan.cluster) };
  const spec = mergeWire({ selector: { matchLabels: selectorLabels }, ...fields, template }, produced(options.specOverrides));
  const { rollOnFileChange = valueOf(AGENT_DEFAULTS.rollOnFileChange, plan.cluster) } = options;
  const rollsOnContent = rollOnFileChange && rollOnContent(spec, plan, agent.content);
  // what is wrong by itself would be reported again as a part of the whole
  if (agent.findings.length + context.findings.length === 0) {checkOverridden(plan, options, spec, workload.definition, context);}
  return { spec: normalized(plan, options, spec, workload.definition), rollsOnContent, findings: context.findings };
}

/** Something has to hold up the rollout of an agent that fails soon after its start. */
function minReadyOf({ workload }: Placement, pod: Wire, cluster: TargetCluster): Wire {
  const isProbed = containersOf(pod).some(({ readinessProbe }) => readinessProbe);
  return workload.waitsWithoutProbe && !isProbed
    ? compact({ minReadySeconds: valueOf(AGENT_DEFAULTS.minReadySeconds, cluster) || undefined })
    : {};
}

function scheduling(plan: AgentPlan, { nodes, spread }: Placement, selectorLabels: { readonly [key: string]: string }): Wire {
  const { nodeSelector, terms } = nodes._selection(plan.cluster._facts);
  return {
    nodeSelector,
    affinity: terms && { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } },
    tolerations: [
      ...distinct([...nodes.tolerations, ...plan._tolerations].map(toleration => toleration._toWire()), toleration => toleration),
    ],
    topologySpreadConstraints: spread?._toWire(selectorLabels),
  };
}
