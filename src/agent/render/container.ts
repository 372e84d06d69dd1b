import { distinctPorts } from './distinct-ports';
import { renderEnv } from './env';
import { renderMounts } from './mounts';
import { sidesOf } from './origins';
import { RenderContext } from './render-context';
import { MountRequest, VolumeSet } from './volume-set';
import { quote } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { distinct } from '../../private/distinct';
import { compact, Wire } from '../../private/wire';
import { AgentContainer } from '../container/agent-container';
import { ContainerSecurity } from '../container/container-security';
import { ImageReference } from '../container/image-reference';
import { Resources } from '../container/resources';
import { AGENT_DEFAULTS } from '../defaults';
import { TargetCluster } from '../target-cluster';

/** A container in the spelling of the Kubernetes API, before what differs by workload and what overrides lay upon it. */
export function renderContainer(
  container: AgentContainer, mounts: MountRequest[], volumes: VolumeSet, cluster: TargetCluster, context: RenderContext,
): Wire {
  const props = container._props;
  const { imageRegistry } = cluster;
  const security = securityOf(container, context.windows, cluster);
  const lifecycle = compact({ postStart: props.postStart?._toWire(), preStop: props.preStop?._toWire() });
  checkContainer(container, security, context);
  return compact({
    name: container.name,
    image: imageText(container._image, imageRegistry),
    imagePullPolicy: props.imagePullPolicy,
    command: props.command,
    args: argumentTexts(container._args),
    workingDir: props.workingDir || undefined,
    env: renderEnv(container, context),
    envFrom: distinctSources(container),
    ports: declaredPorts(container, context),
    resources: (props.resources ?? usualResources(container, cluster, context))._toWire(),
    securityContext: security._toWire(),
    livenessProbe: context.attempt(() => props.livenessProbe?._toWire('liveness')),
    readinessProbe: context.attempt(() => props.readinessProbe?._toWire('readiness')),
    startupProbe: context.attempt(() => props.startupProbe?._toWire('startup')),
    lifecycle,
    restartPolicy: container._role === 'sidecar' ? 'Always' : undefined,
    volumeMounts: renderMounts(mounts, volumes),
  });
}

/** Limits are for the agent's own container alone: of the others nobody said what they need. */
function usualResources(container: AgentContainer, cluster: TargetCluster, context: RenderContext): Resources {
  return Resources.of(valueOf(context.isOwn(container) ? AGENT_DEFAULTS.resources : AGENT_DEFAULTS.otherResources, cluster));
}

/** The image as the pods name it: from the mirror, where there is one. */
export function imageText(image: ImageReference, imageRegistry: string | undefined): string {
  return (imageRegistry === undefined ? image : image.inRegistry(imageRegistry)).text;
}

/** Line ends are those of Linux, so that a checkout on Windows changes nothing. */
export function argumentTexts(args: readonly string[]): string[] {
  return args.map(text => text.replace(/\r\n?/g, '\n'));
}

/** With which rights the container runs, after the defaults of its operating system and with what features add. */
export function securityOf(container: AgentContainer, windows: boolean, cluster: TargetCluster): ContainerSecurity {
  const security = container._props.securityContext ?? defaultSecurity(windows, cluster);
  return container._capabilities.length > 0 ? security._with(container._capabilities) : security;
}

/** Of two that are equal the later one stays: it wins over what stands between them. */
function distinctSources(container: AgentContainer): Wire[] {
  return [...distinct(container._envFrom.map(source => source._toWire()).reverse(), source => source)].reverse();
}

function defaultSecurity(windows: boolean, cluster: TargetCluster): ContainerSecurity {
  return windows ? ContainerSecurity.of(valueOf(AGENT_DEFAULTS.windowsSecurityContext, cluster))
    : ContainerSecurity[valueOf(AGENT_DEFAULTS.securityContext, cluster)]();
}

function declaredPorts(container: AgentContainer, context: RenderContext): Wire[] {
  const ports = distinctPorts(container._ports).filter(port => port.isDeclared);
  ports.forEach((port, index) => {
    const named = ports.slice(0, index).find(other => other.name === port.name);
    if (named === undefined) {return;}
    const { whose, fix } = sidesOf(container._origins, named, port, 'rename one of them: probes and Services refer to the name');
    context.report({
      ...context.placeOf(container, 'ports'), code: 'conflicting-port',
      what: `the container ${quote(container.name)} has two ports of one name${whose}`,
      given: `${quote(port.name)} ${port.containerPort}/${port.protocol}`, fix,
    });
  });
  return ports.map(port => port._toWire());
}

function checkContainer(container: AgentContainer, security: ContainerSecurity, context: RenderContext): void {
  const props = container._props;
  const where = `the container ${quote(container.name)}`;
  if (container._role === 'sidecar') {context.needs('Container.restartPolicy', where, context.placeOf(container, 'restartPolicy'));}
  if (security._usesAppArmor) {context.needs('SecurityContext.appArmorProfile', where, context.placeOf(container, 'securityContext'));}
  if (props.postStart?.isSleep
    || props.preStop?.isSleep) {context.needs('LifecycleHandler.sleep', where, context.placeOf(container, 'lifecycle'));}
  const unusable = [
    ...props.livenessProbe?.isNone === false ? ['livenessProbe'] : [], ...props.readinessProbe?.isNone === false ? ['readinessProbe'] : [],
    ...props.startupProbe?.isNone === false ? ['startupProbe'] : [], ...props.preStop ? ['preStop'] : [],
    ...props.postStart ? ['postStart'] : [],
  ];
  if (container._role === 'init' && unusable.length > 0) {
    context.report({
      ...context.placeOf(container), code: 'probe-on-init-container',
      what: `${where} runs to its end before the others start, so nothing can be asked of it`,
      given: unusable.join(', '),
      fix: 'leave them out, or make it a sidecar',
    });
  }
}
