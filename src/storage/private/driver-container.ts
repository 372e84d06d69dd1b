import { HealthEndpoint } from './health-endpoint';
import { KUBELET_VARIABLE, KubeletLayout } from './kubelet-layout';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Probe } from '../../agent/container/probe';
import { VolumeMount } from '../../agent/container/volume-mount';
import { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { withDefaults } from '../../private/with-defaults';
import { CsiDriver } from '../csi-driver';
import { CsiHostAccess } from '../csi-host-access';
import { CsiLiveness } from '../csi-liveness';
import { CsiPodOptions } from '../csi-pod-options';
import { STORAGE_DEFAULTS } from '../defaults';

/** Where the program of a driver runs: on nodes, or as a controller. */
export interface DriverPlace {
  readonly driver: CsiDriver;
  /** What the driver says of this place. */
  readonly pod: CsiPodOptions;
  readonly kubelet: KubeletLayout;
  readonly liveness: CsiLiveness;
  readonly driverHealth: HealthEndpoint;
  readonly cluster: TargetCluster;
}

/** How the sidecars of a pod get to the socket of its driver. */
export interface SocketAccess {
  readonly hostPaths?: HostPath[];
  readonly volumeMounts?: VolumeMount[];
  readonly securityContext: ContainerSecurity;
}

/** The name of the container of the program, wherever it runs. */
export const DRIVER_CONTAINER = 'csi-driver';

/** What the container of a driver has wherever it runs. */
export function driverProgram(place: DriverPlace): Preset['container'] {
  const { driver, pod, kubelet, cluster } = place;
  const nodeIdVariable = driver._options.nodeIdVariable ?? valueOf(STORAGE_DEFAULTS.nodeIdVariable, cluster);
  const args = (pod.args ?? ['--endpoint=$(CSI_ENDPOINT)', `--nodeid=$(${nodeIdVariable})`]).map(text => kubelet.followed(text));
  const env = followedEnv(pod.env ?? {}, text => kubelet.followed(text));
  const namesKubelet = [...pod.command ?? [], ...args, ...Object.values(env).map(value => value.text ?? '')].some(
    text => text.includes(`$(${KUBELET_VARIABLE})`),
  );
  return {
    containerName: DRIVER_CONTAINER,
    command: pod.command?.map(text => kubelet.followed(text)),
    args,
    env: {
      CSI_ENDPOINT: EnvValue.of(`unix://${kubelet.socketInPods}`),
      [nodeIdVariable]: EnvValue.field(PodField.NODE_NAME),
      ...namesKubelet && { [KUBELET_VARIABLE]: EnvValue.of(kubelet.root) },
      ...env,
    },
    ports: pod.ports,
    ...health(place),
    startupProbe: pod.startupProbe,
    preStop: pod.preStop,
  };
}

/** Host paths of a driver on the nodes of a cluster. */
export function followedAccess(access: readonly CsiHostAccess[], kubelet: KubeletLayout): HostPath[] {
  return access.flatMap(({ hostPaths }) => hostPaths).map(path => kubelet.followedPath(path));
}

/** Variables with changed texts; what comes from elsewhere stays. */
export function followedEnv(env: { readonly [name: string]: EnvValue }, follow: (text: string) => string): { [name: string]: EnvValue } {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => {
    const text = value.text === undefined ? undefined : follow(value.text);
    return [name, text === undefined || text === value.text ? value : EnvValue.of(text)];
  }));
}

/**
 * A restart of a driver whose mounts die with it costs more than a driver that hangs, so that one is only reported. A controller has no
 * mounts of others.
 */
function health({ driver, pod, driverHealth, liveness, cluster }: DriverPlace): { livenessProbe?: Probe; readinessProbe?: Probe } {
  const { livenessProbe, readinessProbe } = pod;
  if (!liveness.isProbed) {return { livenessProbe, readinessProbe };}
  const usual = probeTimes(valueOf(STORAGE_DEFAULTS.driverProbe, cluster));
  const { initialDelay, period, timeout, failureThreshold, readiness } = withDefaults(liveness._options, usual);
  const asked = driverHealth.probe({ initialDelay, period, timeout, failureThreshold });
  const ready = readiness && driverHealth.probe(withDefaults(readiness, { timeout }));
  const isOnNodes = pod === driver._options;
  return isOnNodes && driver._options.mountsDieWithPod
    ? { livenessProbe, readinessProbe: readinessProbe ?? ready ?? asked }
    : { livenessProbe: livenessProbe ?? asked, readinessProbe: readinessProbe ?? ready };
}
