import { Duration } from 'cdk8s';
import { CsiInstallation } from './csi-installation';
import { DriverRegistration } from './driver-registration';
import { KubeletLayout } from './kubelet-layout';
import { LIVENESS_TIMEOUT, LivenessProbe, NodeDriverRegistrar } from './sidecars';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Priority } from '../../agent/priority';
import { Rollout } from '../../agent/rollout';
import { Preset } from '../../presets/preset';
import { CsiGrant } from '../csi-grant';
import { CsiMounts } from '../csi-mounts';

const KUBELET_VARIABLE = 'KUBELET_DIRECTORY';

/** The plugin of a driver: the driver, its sidecars, and what Kubernetes must know of it. */
export function csiPreset(installation: CsiInstallation): Preset {
  const { driver, liveness } = installation;
  const { image, hostNamespaces, dns, mountsDieWithPod, features = [] } = driver._options;
  return {
    application: driver.name,
    image,
    container: driverContainer(installation),
    agent: {
      // a plugin that is evicted can unmount nothing
      priority: Priority.systemNodeCritical(),
      // where mounts die with the pod that serves them, someone has to say when
      rollout: mountsDieWithPod ? Rollout.onDelete() : Rollout.percent(10),
      dns,
    },
    hostNamespaces,
    features: [
      new DriverRegistration(installation),
      new NodeDriverRegistrar(installation),
      ...liveness.isProbed ? [new LivenessProbe(installation)] : [],
      ...features,
    ],
  };
}

/** The container of the driver itself. */
function driverContainer(installation: CsiInstallation): Preset['container'] {
  const { driver, kubelet } = installation;
  const options = driver._options;
  const nodeIdVariable = options.nodeIdVariable ?? 'NODE_ID';
  const args = options.args ?? ['--endpoint=$(CSI_ENDPOINT)', `--nodeid=$(${nodeIdVariable})`];
  const namesKubelet = [...options.command ?? [], ...args, ...Object.values(options.env ?? {}).map(value => value.text ?? '')]
    .some(text => text.includes(`$(${KUBELET_VARIABLE})`));
  return {
    containerName: 'csi-driver',
    command: options.command,
    args,
    env: {
      CSI_ENDPOINT: EnvValue.of(`unix://${KubeletLayout.SOCKET_IN_PODS}`),
      [nodeIdVariable]: EnvValue.field(PodField.NODE_NAME),
      ...namesKubelet && { [KUBELET_VARIABLE]: EnvValue.of(kubelet.root) },
      ...options.env,
    },
    ports: options.ports,
    hostPaths: [
      kubelet.ownPluginDirectory,
      ...(options.mounts ?? CsiMounts.podVolumes())._hostPaths(kubelet),
      ...(options.hostAccess ?? []).flatMap(access => access.hostPaths),
    ],
    resources: options.resources ?? Resources.of({ cpu: '10m', memory: '40Mi' }),
    securityContext: ContainerSecurity.privileged(options.privilegedReason ?? 'passes the mounts it makes on to the node and its pods', {
      writableRootFilesystem: !options.readOnlyRootFilesystem,
    }),
    ...health(installation),
    preStop: options.preStop,
    grants: [...options.grants ?? [], ...options.removesStartupTaint ? [CsiGrant.taintRemoval()] : []].flatMap(grant => grant.apiGrants),
    overrides: options.overrides,
  };
}

/** A restart of a driver whose mounts die with it costs more than a driver that hangs, so that one is only reported. */
function health({ driver, driverHealth, liveness }: CsiInstallation): { livenessProbe?: Probe; readinessProbe?: Probe } {
  if (!liveness.isProbed) {return {};}
  const { initialDelay, period, timeout, failureThreshold } = liveness._options;
  const probe = driverHealth.probe({
    initialDelay: initialDelay ?? Duration.seconds(30),
    period: period ?? Duration.seconds(30),
    timeout: timeout ?? LIVENESS_TIMEOUT,
    failureThreshold: failureThreshold ?? 5,
  });
  return driver._options.mountsDieWithPod ? { readinessProbe: probe } : { livenessProbe: probe };
}
