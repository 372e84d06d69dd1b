import type { CiliumContainer } from './cilium-capabilities';
import { ciliumConfig, OWN_CGROUP_ROOT, STARTUP_TAINT } from './cilium-config';
import { CiliumEnvoy } from './cilium-envoy';
import { CiliumMinor } from './cilium-minors';
import { CiliumOptions } from './cilium-options';
import { CiliumPrivileges } from './cilium-privileges';
import { ENVOY_METRICS_PORT, envoyBootstrap } from './envoy-bootstrap';
import type { ContainerSecurity } from '../../agent/container/container-security';
import { configurationDirectory, programDirectory } from '../private/cni-directories';
import type { CniPlace } from '../private/cni-program';
import type { Release } from '../private/release-range';

/** Where control groups are on Talos, which mounts them itself and lets no pod do it. */
const TALOS_CGROUP_ROOT = '/sys/fs/cgroup';

/** The minor that has fields for AppArmor; before, annotations say it. */
const APP_ARMOR_FIELDS_SINCE = 30;

/** What all workloads of Cilium on one cluster share. */
export interface CiliumSetup {
  readonly options: CiliumOptions;
  readonly place: CniPlace;
  readonly minor: CiliumMinor;
  readonly image: (name: string) => string;
  readonly config: { readonly [key: string]: string };
  /** The configuration that all workloads roll on together: Envoy and agents of different configurations have broken networks. */
  readonly content: string;
  readonly envoy: CiliumEnvoy;
  readonly cgroupRoot: string;
  readonly mountsCgroup: boolean;
  readonly startupTaint: string;
  /** The loopback address that probes ask. */
  readonly loopback: string;
  readonly hasAppArmorFields: boolean;
  readonly binaries: string;
  readonly configurations: string;
  securityOf(container: CiliumContainer): ContainerSecurity;
}

/** The options on one cluster. */
export function setUp(options: CiliumOptions, release: Release, image: (name: string) => string, place: CniPlace): CiliumSetup {
  const { cluster, namespace } = place;
  const { ipv4 = true, ipv6 = false, envoy = CiliumEnvoy.embedded(), privileges = CiliumPrivileges.capabilities() } = options;
  const minor = release.minor as CiliumMinor;
  const ownRoot = options.hostCgroupRoot ?? (cluster.platform?.id === 'talos' ? TALOS_CGROUP_ROOT : undefined);
  const config = ciliumConfig(options, { minor, namespace, cgroupRoot: ownRoot ?? OWN_CGROUP_ROOT });
  const bootstrap = envoy.kind === 'daemonSet'
    ? envoyBootstrap({ minor, ipv4, ipv6, metricsPort: envoy._options.metricsPort ?? ENVOY_METRICS_PORT })
    : '';
  return {
    options, place, minor, image, config, envoy,
    content: JSON.stringify(config) + bootstrap,
    cgroupRoot: ownRoot ?? OWN_CGROUP_ROOT,
    mountsCgroup: ownRoot === undefined,
    startupTaint: options.startupTaintKey ?? STARTUP_TAINT,
    loopback: ipv4 ? '127.0.0.1' : '::1',
    hasAppArmorFields: cluster.kubernetesVersion.minor >= APP_ARMOR_FIELDS_SINCE,
    binaries: programDirectory(cluster),
    configurations: configurationDirectory(cluster),
    securityOf: container => privileges._securityOf(container, cluster.platform?.missingCapabilities),
  };
}
