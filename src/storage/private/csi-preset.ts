import { CsiInstallation } from './csi-installation';
import { DriverRegistration } from './driver-registration';
import { KubeletLayout } from './kubelet-layout';
import { LivenessProbe, NodeDriverRegistrar } from './sidecars';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Priority } from '../../agent/priority';
import { Rollout } from '../../agent/rollout';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { withDefaults } from '../../private/with-defaults';
import { CsiGrant } from '../csi-grant';
import { CsiMounts } from '../csi-mounts';
import { STORAGE_DEFAULTS } from '../defaults';

const KUBELET_VARIABLE = 'KUBELET_DIRECTORY';

/** The plugin of a driver: the driver, its sidecars, and what Kubernetes must know of it. */
export function csiPreset(installation: CsiInstallation): Preset {
  const { driver, liveness, cluster } = installation;
  const { image, hostNamespaces, dns, mountsDieWithPod, features = [] } = driver._options;
  return {
    application: driver.name,
    image,
    container: driverContainer(installation),
    agent: {
      priority: Priority[valueOf(STORAGE_DEFAULTS.priority, cluster)](),
      rollout: mountsDieWithPod ? Rollout[valueOf(STORAGE_DEFAULTS.mortalRollout, cluster)]() : undefined,
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
  const { driver, kubelet, cluster } = installation;
  const options = driver._options;
  const nodeIdVariable = options.nodeIdVariable ?? valueOf(STORAGE_DEFAULTS.nodeIdVariable, cluster);
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
      ...(options.mounts ?? CsiMounts[valueOf(STORAGE_DEFAULTS.mounts, cluster)]())._hostPaths(kubelet),
      ...(options.hostAccess ?? []).flatMap(access => access.hostPaths),
    ],
    resources: options.resources ?? Resources.of(valueOf(STORAGE_DEFAULTS.driverResources, cluster)),
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
function health({ driver, driverHealth, liveness, cluster }: CsiInstallation): { livenessProbe?: Probe; readinessProbe?: Probe } {
  if (!liveness.isProbed) {return {};}
  const usual = probeTimes(valueOf(STORAGE_DEFAULTS.driverProbe, cluster));
  const { initialDelay, period, timeout, failureThreshold } = withDefaults(liveness._options, usual);
  const probe = driverHealth.probe({ initialDelay, period, timeout, failureThreshold });
  return driver._options.mountsDieWithPod ? { readinessProbe: probe } : { livenessProbe: probe };
}
