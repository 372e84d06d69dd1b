import { acceptDriver } from './accepted';
import { DRIVER_CONTAINER, followedEnv } from './driver-container';
import { HealthEndpoint } from './health-endpoint';
import { sidecarResources } from './sidecars';
import { WindowsLayout } from './windows-layout';
import { ApiGrant } from '../../agent/companions/api-grant';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Resources } from '../../agent/container/resources';
import { HostNamespace } from '../../agent/host-namespace';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { PodSecurityContext } from '../../agent/pod-security-context';
import { Priority } from '../../agent/priority';
import { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { fail } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { CsiDriver } from '../csi-driver';
import { CsiWindowsNodePluginProps } from '../csi-windows-node-plugin-props';
import { CsiWindowsOptions } from '../csi-windows-options';
import { STORAGE_DEFAULTS } from '../defaults';

/** A driver on Windows nodes: everything that its containers have to agree on. */
export class WindowsInstallation {
  public readonly driver: CsiDriver;
  public readonly windows: CsiWindowsOptions;
  public readonly kubelet: WindowsLayout;
  public readonly health?: HealthEndpoint;

  public constructor(public readonly props: CsiWindowsNodePluginProps, public readonly cluster: TargetCluster) {
    const { driver } = props;
    this.driver = driver;
    this.windows = requireWindows(driver);
    this.kubelet = new WindowsLayout(
      props.kubeletDirectory ?? valueOf(STORAGE_DEFAULTS.windowsKubelet, cluster), driver._options.pluginDirectory ?? driver.name);
    if (this.windows.livenessPort !== undefined) {this.health = new HealthEndpoint('healthz', this.windows.livenessPort, true);}
  }
}

/** The plugin of a driver on Windows nodes. */
export function windowsPreset(installation: WindowsInstallation): Preset {
  const { driver, windows, cluster } = installation;
  return {
    application: driver.name,
    image: windows.image ?? driver._options.image,
    container: driverContainer(installation),
    agent: {
      priority: Priority[valueOf(STORAGE_DEFAULTS.priority, cluster)](),
      nodes: NodeCoverage.windows({ virtualNodes: driver._options.virtualNodes }),
      podSecurityContext: PodSecurityContext.windowsHostProcess(
        windows.userName ?? valueOf(STORAGE_DEFAULTS.windowsUser, cluster), 'mounts volumes on the node, which has no other way for it'),
    },
    hostNamespaces: [HostNamespace.network('a HostProcess container runs on the network of its node')],
    features: [{ contribute: plan => acceptDriver(plan, grantsOf(installation)) }, new WindowsSidecars(installation)],
  };
}

function grantsOf({ driver, windows }: Pick<WindowsInstallation, 'driver' | 'windows'>): ApiGrant[] {
  return (windows.grants ?? driver._options.grants ?? []).flatMap(({ apiGrants }) => apiGrants);
}

function driverContainer({ driver, windows, kubelet, health, cluster }: WindowsInstallation): Preset['container'] {
  const options = driver._options;
  const nodeIdVariable = options.nodeIdVariable ?? valueOf(STORAGE_DEFAULTS.nodeIdVariable, cluster);
  const fill = (text: string) => kubelet.filledIn(text);
  return {
    containerName: DRIVER_CONTAINER,
    command: windows.command?.map(fill),
    args: (windows.args ?? ['--endpoint=$(CSI_ENDPOINT)', `--nodeid=$(${nodeIdVariable})`]).map(fill),
    env: {
      CSI_ENDPOINT: EnvValue.of(kubelet.endpoint),
      [nodeIdVariable]: EnvValue.field(PodField.NODE_NAME),
      ...followedEnv(windows.env ?? {}, fill),
    },
    securityContext: ContainerSecurity.none(),
    resources: windows.resources ?? options.resources ?? Resources.of(valueOf(STORAGE_DEFAULTS.driverResources, cluster)),
    livenessProbe: health?.probe(probeTimes(valueOf(STORAGE_DEFAULTS.driverProbe, cluster))),
    preStop: windows.preStop,
    grants: grantsOf({ driver, windows }),
    overrides: windows.overrides,
  };
}

/** The directory of the socket is made first: nothing is mounted, so the kubelet does not make it. */
class WindowsSidecars implements IAgentFeature {
  public constructor(private readonly installation: WindowsInstallation) {}

  public contribute(plan: AgentPlan): void {
    const { driver, windows, kubelet, props, health, cluster } = this.installation;
    const { sidecarImages = {}, image } = driver._options;
    const registrar = props.registrar ?? {};
    const registrarImage = registrar.image ?? sidecarImages.registrar ?? valueOf(STORAGE_DEFAULTS.registrarImage, cluster);
    const common = { resources: sidecarResources(cluster), securityContext: ContainerSecurity.none() };
    plan.addInitContainer({
      ...common,
      name: 'plugin-directory',
      image: windows.image ?? image,
      command: [
        'powershell.exe', '-NoProfile', '-NonInteractive', '-Command',
        `New-Item -ItemType Directory -Force -Path '${kubelet.pluginDirectory}' | Out-Null`,
      ],
    });
    plan.addContainer({
      ...common,
      name: 'node-driver-registrar',
      image: registrarImage,
      command: ['csi-node-driver-registrar.exe'],
      args: [
        `--csi-address=${kubelet.endpoint}`, `--kubelet-registration-path=${kubelet.socket}`,
        `--plugin-registration-path=${kubelet.registry}`, '--v=2',
        ...registrar.extraArgs ?? [],
      ],
      resources: registrar.resources ?? common.resources,
      overrides: registrar.overrides,
    });
    if (health === undefined) {return;}
    const { timeoutSeconds } = valueOf(STORAGE_DEFAULTS.driverProbe, cluster);
    plan.addContainer({
      ...common,
      name: 'liveness-probe',
      image: sidecarImages.livenessProbe ?? valueOf(STORAGE_DEFAULTS.livenessImage, cluster),
      command: ['livenessprobe.exe'],
      args: [`--csi-address=${kubelet.endpoint}`, `--http-endpoint=${health.address}`, `--probe-timeout=${timeoutSeconds - 1}s`, '--v=2'],
      ports: [health.port],
    });
  }
}

function requireWindows(driver: CsiDriver): CsiWindowsOptions {
  const { windows } = driver._options;
  if (windows !== undefined) {return windows;}
  return fail({
    code: 'csi-driver-not-for-windows', what: `the CSI driver '${driver.name}' says nothing of Windows nodes`, given: 'no `windows`',
    allowed: 'drivers with a program for HostProcess containers',
    fix: 'leave CsiWindowsNodePlugin out, or say in CsiDriver.of how the driver runs there: windows: { command: [...] }',
  });
}
