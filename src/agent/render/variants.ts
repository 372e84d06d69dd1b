import { argumentTexts, imageText } from './container';
import { renderEnvWith } from './env';
import { checkPodLabels, SharedPod } from './pod-template';
import { RenderContext } from './render-context';
import { quote } from '../../private/agent-error';
import { wholeSeconds } from '../../private/duration';
import { produced } from '../../private/lazy-values';
import { lookUp } from '../../private/look-up';
import { compact, mergeWire, Wire } from '../../private/wire';
import { AgentContainer } from '../container/agent-container';
import { Resources } from '../container/resources';
import { ownPriorityClassName } from '../objects/agent-names';
import { AgentPlan } from '../plan/agent-plan';
import { ContainerVariant, Placement } from '../plan/placement';

/** The pod with the containers that run in a placement, each as it is there, and the volumes that these mount. */
export function podIn(placement: Placement, pod: Wire, plan: AgentPlan, context: RenderContext): Wire {
  const { containers: names, variants = {} } = placement;
  const running = (list: Wire[] | undefined) => list?.filter(({ name }) => names === undefined || names.includes(name)).map(each => {
    const container = plan.findContainer(each.name)!;
    const variant = lookUp(variants, each.name);
    return mergeWire({ ...each, ...variant && containerIn(variant, each, container, plan, context) }, produced(container._props.overrides));
  });
  const [initContainers, containers] = [running(pod.initContainers), running(pod.containers)];
  const own = { ...pod, ...ofPods(placement, plan, context), initContainers, containers };
  if (names === undefined) {return own;}
  const mounted = new Set([
    ...initContainers ?? [], ...containers ?? [],
  ].flatMap(each => (each.volumeMounts ?? []).map((mount: Wire) => mount.name)));
  return { ...own, volumes: pod.volumes?.filter((volume: Wire) => mounted.has(volume.name)) };
}

/** Labels and annotations of the pods of a placement. */
export function podMetadataIn(
  { pod = {} }: Placement, shared: SharedPod, selectorLabels: { readonly [key: string]: string }, context: RenderContext,
): Wire {
  if (pod.labels) {checkPodLabels(pod.labels, { ...shared.sharedLabels, ...selectorLabels }, context);}
  return compact({
    labels: { ...shared.labels, ...pod.labels, ...selectorLabels }, annotations: { ...shared.annotations, ...pod.annotations },
  });
}

function ofPods({ pod = {} }: Placement, plan: AgentPlan, context: RenderContext): Wire {
  const { priority, terminationGracePeriod, runtimeClassName } = pod;
  return {
    ...priority && { priorityClassName: priority.className ?? ownPriorityClassName(plan, { priority }) },
    ...terminationGracePeriod && {
      terminationGracePeriodSeconds: context.attempt(() => wholeSeconds(terminationGracePeriod, 'terminationGracePeriod')),
    },
    ...runtimeClassName !== undefined && { runtimeClassName },
  };
}

function containerIn(
  { image, resources, args, furtherArgs = [], env }: ContainerVariant, shared: Wire, container: AgentContainer, plan: AgentPlan,
  context: RenderContext,
): Wire {
  checkFlags(container, furtherArgs, context);
  return {
    ...image && { image: imageText(image, plan.cluster.imageRegistry) },
    ...resources && { resources: resourcesOver(shared.resources, resources) },
    ...args && { args: argumentTexts(args) },
    ...furtherArgs.length > 0 && { args: argumentTexts([...container._args, ...furtherArgs]) },
    ...env && { env: renderEnvWith(container, env, context) },
  };
}

/** Resource by resource: a request of one place and a limit of the other may contradict each other. */
function resourcesOver(shared: Wire | undefined, { requests, limits }: Resources): Wire | undefined {
  const said = { ...requests, ...limits };
  // nothing at all is said on purpose
  if (Object.keys(said).length === 0) {return undefined;}
  const others = (amounts: Wire = {}) => Object.fromEntries(Object.entries(amounts).filter(([name]) => !Object.hasOwn(said, name)));
  return compact({ requests: { ...others(shared?.requests), ...requests }, limits: { ...others(shared?.limits), ...limits } });
}

/** Programs that take a flag once fail at the second one, and for the others the agent no longer is what follows from its flags. */
function checkFlags(container: AgentContainer, furtherArgs: readonly string[], context: RenderContext): void {
  const known = new Set(container._args.flatMap(flagIn));
  const twice = furtherArgs.filter(text => flagIn(text).some(flag => known.has(flag)));
  if (twice.length > 0) {
    context.report({
      ...context.placeOf(container, 'args'), code: 'conflicting-flags',
      what: `a node pool sets flags of the container '${container.name}' that the agent sets`, given: twice.map(quote).join(', '),
      allowed: 'flags that the agent does not set', fix: 'set them for the whole agent, or use a second agent for these nodes',
    });
  }
}

function flagIn(text: string): string[] {
  return /^--?([^=\s]+)/.exec(text)?.slice(1) ?? [];
}
