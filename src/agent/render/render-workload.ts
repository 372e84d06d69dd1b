import { argumentTexts, imageText } from './container';
import { checkOverridden, normalized } from './overrides';
import { RenderedAgent } from './render-agent';
import { RenderContext } from './render-context';
import { rollOnContent } from './rolling-content';
import { valueOf } from '../../private/default-row';
import { distinct } from '../../private/distinct';
import type { Finding } from '../../private/finding';
import { produced } from '../../private/lazy-values';
import { lookUp } from '../../private/look-up';
import { compact, mergeWire, Wire } from '../../private/wire';
import { AGENT_DEFAULTS } from '../defaults';
import { AgentPlan } from '../plan/agent-plan';
import { Placement } from '../plan/placement';
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
  const { labels, annotations, spec: shared } = agent.pod;
  const typed = compact({ ...ofPlacement(shared, plan, placement), ...scheduling(plan, placement, selectorLabels) });
  const pod = mergeWire(typed, produced(options.podOverrides));
  const template = { metadata: compact({ labels: { ...labels, ...selectorLabels }, annotations }), spec: pod };
  const spec = mergeWire({ selector: { matchLabels: selectorLabels }, ...workload.fields, template }, produced(options.specOverrides));
  const { rollOnFileChange = valueOf(AGENT_DEFAULTS.rollOnFileChange, plan.cluster) } = options;
  const rollsOnContent = rollOnFileChange && rollOnContent(spec, plan, agent.content);
  // what is wrong by itself would be reported again as a part of the whole
  if (agent.findings.length + context.findings.length === 0) {checkOverridden(plan, options, spec, workload.definition, context);}
  return { spec: normalized(plan, options, spec, workload.definition), rollsOnContent, findings: context.findings };
}

/** The pod with the containers that run in a placement, each as it is there, and the volumes that these mount. */
function ofPlacement(pod: Wire, plan: AgentPlan, { containers: names, variants = {} }: Placement): Wire {
  const running = (list: Wire[] | undefined) => list?.filter(({ name }) => names === undefined || names.includes(name)).map(each => {
    const { image, resources, args } = lookUp(variants, each.name) ?? {};
    return mergeWire({
      ...each,
      ...image && { image: imageText(image, plan.cluster.imageRegistry) },
      ...resources && { resources: resources._toWire() },
      ...args && { args: argumentTexts(args) },
    }, produced(plan.findContainer(each.name)?._props.overrides));
  });
  const [initContainers, containers] = [running(pod.initContainers), running(pod.containers)];
  if (names === undefined) {return { ...pod, initContainers, containers };}
  const mounted = new Set([...initContainers ?? [], ...containers ?? []].flatMap(each => (each.volumeMounts ?? []).map((mount: Wire) => mount.name)));
  return { ...pod, initContainers, containers, volumes: pod.volumes?.filter((volume: Wire) => mounted.has(volume.name)) };
}

function scheduling(plan: AgentPlan, { nodes, spread }: Placement, selectorLabels: { readonly [key: string]: string }): Wire {
  const { nodeSelector, terms } = nodes._selection(plan.cluster._facts);
  return {
    nodeSelector,
    affinity: terms && { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } },
    tolerations: [...distinct([...nodes.tolerations, ...plan._tolerations].map(toleration => toleration._toWire()), toleration => toleration)],
    topologySpreadConstraints: spread?._toWire(selectorLabels),
  };
}
