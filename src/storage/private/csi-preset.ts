import { acceptDriver } from './accepted';
import { CsiInstallation } from './csi-installation';
import { driverProgram, followedAccess } from './driver-container';
import { DriverRegistration } from './driver-registration';
import { DriverContainers, LivenessProbe, NodeDriverRegistrar } from './sidecars';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { Priority } from '../../agent/priority';
import { Rollout } from '../../agent/rollout';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { CsiDriverOptions } from '../csi-driver-options';
import { CsiGrant } from '../csi-grant';
import { CsiMounts } from '../csi-mounts';
import { STORAGE_DEFAULTS } from '../defaults';

/** The plugin of a driver: the driver, its sidecars, and what Kubernetes must know of it. */
export function csiPreset(installation: CsiInstallation): Preset {
  const { driver, liveness, cluster } = installation;
  const { image, hostNamespaces, dns, mountsDieWithPod, podSecurityContext, terminationGracePeriod, virtualNodes } = driver._options;
  const { containers = [], features = [] } = driver._options;
  return {
    application: driver.name,
    image,
    container: driverContainer(installation),
    agent: {
      priority: Priority[valueOf(STORAGE_DEFAULTS.priority, cluster)](),
      rollout: mountsDieWithPod
        ? Rollout[valueOf(STORAGE_DEFAULTS.mortalRollout, cluster)]()
        : Rollout.percent(valueOf(STORAGE_DEFAULTS.rollout, cluster)),
      nodes: virtualNodes && NodeCoverage.linux({ virtualNodes }),
      dns, podSecurityContext, terminationGracePeriod,
    },
    hostNamespaces,
    features: [
      { contribute: plan => acceptDriver(plan, driverGrants(driver._options).flatMap(({ apiGrants }) => apiGrants)) },
      new DriverRegistration(installation),
      new NodeDriverRegistrar(installation),
      ...liveness.isProbed ? [new LivenessProbe(installation)] : [],
      ...containers.length > 0 ? [new DriverContainers(containers, installation)] : [],
      ...features,
    ],
  };
}

/** The container of the driver itself. */
function driverContainer(installation: CsiInstallation): Preset['container'] {
  const { driver, kubelet, cluster } = installation;
  const options = driver._options;
  const mounts = options.mounts ?? CsiMounts[valueOf(STORAGE_DEFAULTS.mounts, cluster)]();
  const seesSocket = kubelet.socketDirectory === kubelet.pluginDirectory && mounts._holds(kubelet, kubelet.pluginDirectory);
  return {
    ...driverProgram(installation),
    hostPaths: [
      ...seesSocket ? [] : [kubelet.ownPluginDirectory],
      ...mounts._hostPaths(kubelet),
      ...followedAccess(options.hostAccess ?? [], kubelet),
    ],
    resources: options.resources ?? Resources.of(valueOf(STORAGE_DEFAULTS.driverResources, cluster)),
    securityContext: options.securityContext ?? ContainerSecurity.privileged(options.privilegedReason
      ?? 'passes the mounts it makes on to the node and its pods', {
      readOnlyRootFilesystem: options.readOnlyRootFilesystem,
    }),
    grants: driverGrants(options).flatMap(grant => grant.apiGrants),
    overrides: options.overrides,
  };
}

/** Drivers that remove the start-up taint with fewer rights than most name them. */
function driverGrants({ grants = [], removesStartupTaint = false }: CsiDriverOptions): CsiGrant[] {
  return removesStartupTaint && !grants.some(grant => grant._patchesNodes) ? [...grants, CsiGrant.taintRemoval()] : grants;
}
