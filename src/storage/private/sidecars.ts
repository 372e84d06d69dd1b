import { CsiInstallation } from './csi-installation';
import { DriverPlace, followedAccess, followedEnv, SocketAccess } from './driver-container';
import { KubeletLayout } from './kubelet-layout';
import { ContainerProps } from '../../agent/container/container-props';
import { Resources } from '../../agent/container/resources';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { TargetCluster } from '../../agent/target-cluster';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { CsiContainerProps } from '../csi-container-props';
import { CsiSidecarOptions } from '../csi-sidecar-options';
import { STORAGE_DEFAULTS } from '../defaults';

/** The argument by which every sidecar of kubernetes-csi finds the driver. */
export function csiAddress(kubelet: KubeletLayout): string {
  return `--csi-address=${kubelet.socketInPods}`;
}

/**
 * Tells the kubelet of the driver. Neither a hook nor a shell: it removes its socket by itself when it is stopped, and its image has no
 * shell.
 */
export class NodeDriverRegistrar implements IAgentFeature {
  public constructor(private readonly installation: CsiInstallation) {}

  public contribute(plan: AgentPlan): void {
    const { registrar, registrarHealth, kubelet, cluster, socketAccess } = this.installation;
    plan.addContainer({
      name: 'node-driver-registrar',
      image: registrar.image ?? valueOf(STORAGE_DEFAULTS.registrarImage, cluster),
      args: [
        csiAddress(kubelet),
        ...registrarHealth === undefined ? [] : [`--http-endpoint=${registrarHealth.address}`],
        `--kubelet-registration-path=${kubelet.socket}`,
        '--v=2',
        ...registrar.extraArgs ?? [],
      ],
      ports: registrarHealth && [registrarHealth.port],
      hostPaths: [...socketAccess.hostPaths ?? [], kubelet.registrationDirectory],
      resources: registrar.resources ?? sidecarResources(cluster),
      securityContext: socketAccess.securityContext,
      // it waits up to 30 seconds for the driver before it opens the endpoint
      livenessProbe: registrarHealth?.probe(probeTimes(valueOf(STORAGE_DEFAULTS.registrarProbe, cluster))),
      overrides: registrar.overrides,
    });
  }
}

/** Passes the kubelet's question on to the driver. The probe itself stands on the driver, which is what a failure must restart. */
export class LivenessProbe implements IAgentFeature {
  public constructor(private readonly place: DriverPlace & { readonly livenessImage?: string; readonly socketAccess: SocketAccess }) {}

  public contribute(plan: AgentPlan): void {
    const { liveness, livenessImage, driverHealth, kubelet, cluster, socketAccess } = this.place;
    const { image, timeout, readiness, resources, extraArgs, overrides } = liveness._options;
    const usual = valueOf(STORAGE_DEFAULTS.driverProbe, cluster).timeoutSeconds;
    // it gives up before the kubelet does, whichever probe asks
    const patience = Math.min(timeout?.toSeconds() ?? usual, readiness?.timeout?.toSeconds() ?? Infinity);
    plan.addContainer({
      name: 'liveness-probe',
      image: image ?? livenessImage ?? valueOf(STORAGE_DEFAULTS.livenessImage, cluster),
      args: [
        csiAddress(kubelet), `--http-endpoint=${driverHealth.address}`, `--probe-timeout=${patience - 1}s`, '--v=2', ...extraArgs ?? [],
      ],
      ports: [driverHealth.port],
      ...socketAccess,
      resources: resources ?? sidecarResources(cluster),
      overrides,
    });
  }
}

/** Containers that the driver brings along. */
export class DriverContainers implements IAgentFeature {
  public constructor(
    private readonly containers: readonly CsiContainerProps[],
    private readonly place: DriverPlace & { readonly socketAccess: SocketAccess },
  ) {}

  public contribute(plan: AgentPlan): void {
    for (const { runsFirst = false, ...container } of this.containers) {
      plan[runsFirst ? 'addInitContainer' : 'addContainer'](this.placed({ usesSocket: !runsFirst, ...container }));
    }
  }

  private placed({ usesSocket = true, mounts, hostAccess = [], ...props }: CsiContainerProps): ContainerProps {
    const { kubelet, cluster, socketAccess } = this.place;
    const fill = (text: string) => kubelet.filledIn(text, Object.keys(props.env ?? {}));
    return {
      ...props,
      command: props.command?.map(fill),
      args: props.args?.map(fill),
      env: props.env && followedEnv(props.env, text => kubelet.filledIn(text)),
      hostPaths: [
        ...usesSocket ? socketAccess.hostPaths ?? [] : [], ...mounts?._hostPaths(kubelet) ?? [], ...followedAccess(hostAccess, kubelet),
        ...(props.hostPaths ?? []).map(path => kubelet.followedPath(path)),
      ],
      volumeMounts: [...usesSocket ? socketAccess.volumeMounts ?? [] : [], ...props.volumeMounts ?? []],
      resources: props.resources ?? sidecarResources(cluster),
      securityContext: props.securityContext ?? (usesSocket ? socketAccess.securityContext : undefined),
    };
  }
}

/** What a sidecar reserves unless someone says otherwise. */
export function sidecarResources(cluster: TargetCluster): Resources {
  return Resources.of(valueOf(STORAGE_DEFAULTS.sidecarResources, cluster));
}

/**
 * What was given last of a sidecar, over what its driver says of it. Arguments come in that order, since the last of two equal flags wins.
 */
export function mergedSidecar(given: CsiSidecarOptions, ofDriver: CsiSidecarOptions): CsiSidecarOptions {
  return {
    image: given.image ?? ofDriver.image,
    resources: given.resources ?? ofDriver.resources,
    extraArgs: [...ofDriver.extraArgs ?? [], ...given.extraArgs ?? []],
    overrides: given.overrides ?? ofDriver.overrides,
  };
}
