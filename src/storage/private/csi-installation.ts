import { fail } from '../../private/agent-error';
import { CsiDriver } from '../csi-driver';
import { CsiDriverObject } from '../csi-driver-object';
import { CsiLiveness } from '../csi-liveness';
import { CsiNodePluginProps } from '../csi-node-plugin-props';
import { CsiPodOptions } from '../csi-pod-options';
import { CsiSeLinux } from '../csi-se-linux';
import { CsiSidecarOptions } from '../csi-sidecar-options';
import { STORAGE_DEFAULTS } from '../defaults';
import { SocketAccess } from './driver-container';
import { HealthEndpoint } from './health-endpoint';
import { KubeletLayout } from './kubelet-layout';
import { TargetCluster } from '../../agent/target-cluster';
import { valueOf } from '../../private/default-row';
import { withDefaults } from '../../private/with-defaults';

/** A driver on a cluster: everything that its containers and objects have to agree on, decided once. */
export class CsiInstallation {
  public readonly driver: CsiDriver;
  public readonly kubelet: KubeletLayout;
  public readonly registrar: CsiSidecarOptions;
  /** Where the registrar answers; undefined where it does not. */
  public readonly registrarHealth?: HealthEndpoint;
  public readonly liveness: CsiLiveness;
  public readonly driverHealth: HealthEndpoint;
  public readonly seLinux: CsiSeLinux;
  public readonly object: CsiDriverObject;
  public readonly pod: CsiPodOptions;
  public readonly livenessImage?: string;
  public readonly socketAccess: SocketAccess;

  public constructor(props: CsiNodePluginProps, public readonly cluster: TargetCluster) {
    const { driver } = props;
    const { name, livenessPort, registrarPort, registrarHealth = true, hostNamespaces = [], sidecarImages = {} } = driver._options;
    this.driver = driver;
    this.pod = driver._options;
    this.kubelet = kubeletOf(props, cluster);
    this.registrar = { ...props.registrar, image: props.registrar?.image ?? sidecarImages.registrar };
    this.livenessImage = sidecarImages.livenessProbe;
    this.liveness = livenessOf(props.liveness, driver._options.liveness, cluster);
    this.seLinux = props.seLinux ?? seLinuxOf(cluster);
    this.object = props.driverObject ?? CsiDriverObject[valueOf(STORAGE_DEFAULTS.driverObject, cluster)]();

    const usual = valueOf(STORAGE_DEFAULTS.ports, cluster);
    const onHostNetwork = [...hostNamespaces, ...props.hostNamespaces ?? []].some(shared => shared.field === 'hostNetwork');
    const missing = [
      ...this.liveness.isProbed && livenessPort === undefined ? ['livenessPort'] : [],
      ...registrarHealth && registrarPort === undefined ? ['registrarPort'] : [],
    ];
    if (onHostNetwork && missing.length > 0) {
      fail({
        code: 'missing-health-port',
        what: `the CSI driver '${name}' shares the network of its nodes, where its health endpoints need ports that no other agent has`,
        given: `no ${missing.join(' and no ')}`,
        allowed: '1 to 65535, each of them free on every node',
        fix: `copy the ports from the manifest of the driver, or choose two that are not ${usual.liveness} and ${usual.registrar}, which `
          + 'many drivers take',
      });
    }
    this.driverHealth = new HealthEndpoint('healthz', livenessPort ?? usual.liveness, onHostNetwork);
    if (registrarHealth) {this.registrarHealth = new HealthEndpoint('registrar', registrarPort ?? usual.registrar, onHostNetwork);}
    this.socketAccess = { hostPaths: [this.kubelet.sharedPluginDirectory], securityContext: this.seLinux._sidecarSecurity() };
    this.requireDistinctPorts();
  }

  /** The containers of a pod share their network, so two servers on one port would restart each other for ever. */
  private requireDistinctPorts(): void {
    const ports = [
      ...this.liveness.isProbed ? [this.driverHealth.port] : [], ...this.registrarHealth ? [this.registrarHealth.port] : [],
      ...this.driver._options.ports ?? [],
    ].filter(port => port.protocol === 'TCP');
    const doubled = ports.find((port, index) => ports.findIndex(other => other.containerPort === port.containerPort) !== index);
    if (doubled) {
      const names = ports.filter(port => port.containerPort === doubled.containerPort).map(port => port.name);
      fail({
        code: 'conflicting-port',
        what: `two servers in the pods of the CSI driver '${this.driver.name}' would listen on one port`,
        given: `${names.join(' and ')}: ${doubled.containerPort}`,
        allowed: 'livenessPort, registrarPort and the ports of the driver, each another one',
        fix: 'change one of them',
      });
    }
  }
}

function kubeletOf({ driver: { _options }, kubeletDirectory }: CsiNodePluginProps, cluster: TargetCluster): KubeletLayout {
  const { name, pluginDirectory = name, socket } = _options;
  return new KubeletLayout(kubeletDirectory ?? cluster.kubeletDirectory, name, pluginDirectory, socket);
}

/** What the user says of it, over what the driver says, over the default. */
export function livenessOf(given: CsiLiveness | undefined, ofDriver: CsiLiveness | undefined, cluster: TargetCluster): CsiLiveness {
  const usual = ofDriver ?? CsiLiveness[valueOf(STORAGE_DEFAULTS.liveness, cluster)]();
  if (given === undefined || !given.isProbed) {return given ?? usual;}
  return CsiLiveness.sidecar(withDefaults(given._options, usual._options));
}

/** Where the platform is known to enforce SELinux, the sidecars have the type that its policy has for them. */
export function seLinuxOf(cluster: TargetCluster): CsiSeLinux {
  const type = cluster.platform?.seLinuxType;
  return type === undefined ? CsiSeLinux[valueOf(STORAGE_DEFAULTS.seLinux, cluster)]() : CsiSeLinux.processType(type);
}
