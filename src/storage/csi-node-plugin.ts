import { Construct } from 'constructs';
import { CsiDriver } from './csi-driver';
import { CsiInstallation } from './csi-installation';
import { CsiNodePluginProps } from './csi-node-plugin-props';
import { driverContainer } from './driver-container';
import { DriverRegistration } from './driver-registration';
import { LivenessProbe, NodeDriverRegistrar } from './sidecars';
import { AgentIdentity } from '../agent/agent-identity';
import { NodeAgent } from '../agent/node-agent';
import { NodeAgentProps } from '../agent/node-agent-props';
import { Priority } from '../agent/priority';
import { Rollout } from '../agent/rollout';
import { TargetCluster } from '../agent/target-cluster';
import { fail, located, quote } from '../private/problem';

/**
 * The node side of a CSI driver: a DaemonSet with the driver, the sidecar that registers it with the kubelet and the one that watches it, and the CSIDriver object.
 *
 * Without an option it runs on every Linux node whatever its taints, because a pod with a volume cannot start where the plugin is missing, and ranks as
 * `Priority.systemNodeCritical()`, because a plugin that is evicted can unmount nothing. GKE admits that class outside kube-system only with a ResourceQuota for it:
 * add one, or give `Priority.dedicated(900000000)`.
 *
 * The controller side, which makes and attaches volumes, is not a node agent and not part of it.
 */
export class CsiNodePlugin extends NodeAgent {
  /** The driver. */
  public readonly driver: CsiDriver;
  /** The root directory of the kubelet that every path follows from. */
  public readonly kubeletDirectory: string;
  /** The socket of the driver on the node. */
  public readonly socketPath: string;

  public constructor(scope: Construct, id: string, props: CsiNodePluginProps) {
    const path = [scope.node.path, id].filter(part => part !== '').join('/');
    const installation = located(path, () => new CsiInstallation(withDriver(props), TargetCluster.of(scope)));
    super(scope, id, located(path, () => agentProps(props, installation)));
    this.driver = props.driver;
    this.kubeletDirectory = installation.kubelet.root;
    this.socketPath = installation.kubelet.socket;
  }
}

function agentProps(props: CsiNodePluginProps, installation: CsiInstallation): NodeAgentProps {
  const { driver: given, kubeletDirectory, driverObject, registrar, liveness, seLinux, ...options } = props;
  const driver = given._props;
  requireNoSurge(options.rollout);
  return {
    ...options,
    ...driverContainer(installation),
    identity: options.identity ?? AgentIdentity.standard(driver.name),
    priority: options.priority ?? Priority.systemNodeCritical(),
    rollout: options.rollout ?? (driver.mountsDieWithPod ? Rollout.onDelete() : Rollout.percent(10)),
    dns: options.dns ?? driver.dns,
    hostNamespaces: [...driver.hostNamespaces ?? [], ...options.hostNamespaces ?? []],
    features: [
      new DriverRegistration(installation),
      new NodeDriverRegistrar(installation),
      ...installation.liveness.isProbed ? [new LivenessProbe(installation)] : [],
      ...driver.features ?? [],
      ...options.features ?? [],
    ],
  };
}

/** Plain JavaScript lets a plugin without a driver pass. */
function withDriver(props: CsiNodePluginProps): CsiNodePluginProps {
  if (typeof props?.driver === 'object' && props.driver !== null && '_props' in props.driver) {return props;}
  fail({
    code: 'wrong-option', what: 'a CsiNodePlugin needs a driver', given: typeof props?.driver === 'object' ? 'an object' : quote(props?.driver), allowed: 'a CsiDriver',
    fix: 'write driver: CsiDriver.nfs(), or CsiDriver.of({ ... })',
  });
}

function requireNoSurge(rollout: Rollout | undefined): void {
  if (!rollout?.isSurge) {return;}
  fail({
    code: 'rollout-cannot-finish',
    what: 'a CSI node plugin cannot start its new pod beside the old one',
    given: 'a rollout that surges',
    allowed: 'Rollout.percent, Rollout.count, Rollout.onDelete',
    fix: 'use Rollout.percent(10): both pods would own one socket, and the old registrar removes the new one\'s when it stops, which takes the driver off the node',
  });
}
