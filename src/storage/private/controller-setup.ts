import { CONTROLLER_ROLES, CONTROLLER_SIDECARS } from './controller-sidecars';
import { livenessOf, seLinuxOf } from './csi-installation';
import { DriverPlace, SocketAccess } from './driver-container';
import { HealthEndpoint } from './health-endpoint';
import { KubeletLayout } from './kubelet-layout';
import { ControllerRole, ControllerWork } from './sidecar-rules';
import { mergedSidecar } from './sidecars';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Volume } from '../../agent/container/volume';
import { VolumeMount } from '../../agent/container/volume-mount';
import { TargetCluster } from '../../agent/target-cluster';
import { fail } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { CsiControllerOptions } from '../csi-controller-options';
import type { CsiControllerProps } from '../csi-controller-props';
import { CsiDriver } from '../csi-driver';
import { CsiLiveness } from '../csi-liveness';
import { CsiSidecar } from '../csi-sidecar';
import { CsiSidecarOptions } from '../csi-sidecar-options';
import { STORAGE_DEFAULTS } from '../defaults';

/** Where the socket of a controller is, unless the driver has it elsewhere. */
const SOCKET_DIRECTORY = '/csi';

/** The controller of a driver on a cluster: everything that its containers have to agree on, decided once. */
export class ControllerSetup implements DriverPlace {
  public readonly driver: CsiDriver;
  public readonly pod: CsiControllerOptions;
  public readonly kubelet: KubeletLayout;
  public readonly liveness: CsiLiveness;
  public readonly driverHealth: HealthEndpoint;
  public readonly livenessImage?: string;
  public readonly onHostNetwork: boolean;
  public readonly work: ControllerWork;
  /** With which rights the program of the driver runs. */
  public readonly security: ContainerSecurity;
  public readonly socketAccess: SocketAccess;
  private readonly sidecars: ReadonlyMap<ControllerRole, CsiSidecarOptions>;

  public constructor(props: CsiControllerProps, public readonly cluster: TargetCluster) {
    const { driver } = props;
    const { name, pluginDirectory, sidecarImages = {}, socket } = driver._options;
    this.driver = driver;
    this.pod = requireController(driver);
    const { hostNamespaces = [], livenessPort = props.livenessPort } = this.pod;
    const kubeletDirectory = props.kubeletDirectory ?? cluster.kubeletDirectory;
    this.kubelet = new KubeletLayout(kubeletDirectory, name, pluginDirectory ?? name, {
      directory: socket?.directory ?? SOCKET_DIRECTORY, fileName: socket?.fileName ?? 'csi.sock',
    });
    this.liveness = livenessOf(props.liveness, this.pod.liveness, cluster);
    this.livenessImage = sidecarImages.livenessProbe;
    this.onHostNetwork = [...hostNamespaces, ...props.hostNamespaces ?? []].some(shared => shared.field === 'hostNetwork');
    this.driverHealth = this.healthOn(props.livenessPort ?? livenessPort);
    this.sidecars = sidecarsOf(props, this.pod, driver);
    this.work = {
      roles: new Set(this.sidecars.keys()),
      readsSecrets: this.pod.readsSecrets ?? false,
      modifiesVolumes: this.pod.modifiesVolumes ?? false,
      groupSnapshots: this.pod.groupSnapshots ?? false,
      expandsOnline: this.pod.expandsOnline ?? false,
      reportsCapacity: driver._options.driverObject?.storageCapacity ?? false,
    };
    this.security = securityOf(this.pod);
    const isRoot = this.security.isPrivileged || this.security.isRoot;
    this.socketAccess = {
      volumeMounts: [VolumeMount.of(Volume.emptyDir('socket-dir'), this.kubelet.socketDirectory)],
      securityContext: isRoot ? (props.seLinux ?? seLinuxOf(cluster))._sidecarSecurity() : this.security,
    };
  }

  /** What is said of a sidecar; undefined where it does not run. */
  public sidecar(role: ControllerRole): CsiSidecarOptions | undefined {
    return this.sidecars.get(role);
  }

  private healthOn(port: number | undefined): HealthEndpoint {
    const usual = valueOf(STORAGE_DEFAULTS.ports, this.cluster).liveness;
    if (this.onHostNetwork && this.liveness.isProbed && port === undefined) {
      fail({
        code: 'missing-health-port',
        what: `the controller of the CSI driver '${this.driver.name}' shares the network of its nodes, where its health endpoint needs a `
          + 'port that no other agent has',
        given: 'no livenessPort',
        allowed: '1 to 65535, free on every node, and another one than that of the driver on nodes',
        fix: `copy the port from the manifest of the driver, or choose one that is not ${usual}, which many drivers take`,
      });
    }
    return new HealthEndpoint('healthz', port ?? usual, this.onHostNetwork);
  }
}

function requireController(driver: CsiDriver): CsiControllerOptions {
  const { controller } = driver._options;
  if (controller !== undefined) {return controller;}
  return fail({
    code: 'csi-controller-unknown',
    what: `the CSI driver '${driver.name}' says nothing of a controller`,
    given: 'no `controller`',
    allowed: 'drivers that make, attach, resize or snapshot volumes',
    fix: 'leave CsiController out, or say in CsiDriver.of how the controller runs: controller: { args: [...] }',
  });
}

function sidecarsOf(props: CsiControllerProps, pod: CsiControllerOptions, driver: CsiDriver): Map<ControllerRole, CsiSidecarOptions> {
  const { attachRequired = true } = driver._options.driverObject ?? {};
  const usual: { readonly [role in ControllerRole]: CsiSidecar } = {
    provisioner: CsiSidecar.of(),
    attacher: attachRequired ? CsiSidecar.of() : CsiSidecar.none(),
    resizer: CsiSidecar.none(),
    snapshotter: CsiSidecar.none(),
  };
  const used = CONTROLLER_ROLES.flatMap(role => {
    const ofDriver = pod[role] ?? usual[role];
    const given = props[role] ?? ofDriver;
    return given.isUsed ? [[role, given === ofDriver ? ofDriver._options : mergedSidecar(given._options, ofDriver._options)] as const] : [];
  });
  return new Map(used);
}

/** A program that mounts is privileged; any other one is the user of all containers, who alone may open the socket. */
function securityOf(pod: CsiControllerOptions): ContainerSecurity {
  const { securityContext, podSecurityContext, mounts, privilegedReason, readOnlyRootFilesystem } = pod;
  if (securityContext !== undefined) {return securityContext;}
  const ofPod = podSecurityContext?.reason;
  const writableRootFilesystem = readOnlyRootFilesystem === false;
  return mounts === undefined || mounts.directories.length === 0
    ? ofPod === undefined
      ? ContainerSecurity.nonRoot(NOBODY, { writableRootFilesystem })
      : ContainerSecurity.root(ofPod, { writableRootFilesystem })
    : ContainerSecurity.privileged(privilegedReason ?? 'mounts volumes to make and delete what is in them', { readOnlyRootFilesystem });
}

const NOBODY = 65534;

/** The image of a sidecar of a driver on a cluster. */
export function sidecarImage(role: ControllerRole, given: CsiSidecarOptions, { driver, cluster }: ControllerSetup): string {
  return given.image ?? driver._options.sidecarImages?.[role] ?? valueOf(CONTROLLER_SIDECARS[role].image, cluster);
}
