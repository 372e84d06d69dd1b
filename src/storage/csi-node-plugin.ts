import { Construct } from 'constructs';
import { CsiDriver } from './csi-driver';
import { CsiNodePluginProps } from './csi-node-plugin-props';
import { CsiInstallation } from './private/csi-installation';
import { csiPreset } from './private/csi-preset';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { agentProps } from '../presets/preset';
import { fail, located, quote } from '../private/agent-error';

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
    const installation = located(path, () => new CsiInstallation(requireNoSurge(withDriver(props)), TargetCluster.of(scope)));
    super(scope, id, located(path, () => agentProps(csiPreset(installation), props)));
    this.driver = props.driver;
    this.kubeletDirectory = installation.kubelet.root;
    this.socketPath = installation.kubelet.socket;
  }
}

/** Plain JavaScript lets a plugin without a driver pass. */
function withDriver(props: CsiNodePluginProps): CsiNodePluginProps {
  if (typeof props?.driver === 'object' && props.driver !== null && '_options' in props.driver) {return props;}
  fail({
    code: 'wrong-option', what: 'a CsiNodePlugin needs a driver', given: typeof props?.driver === 'object' ? 'an object' : quote(props?.driver), allowed: 'a CsiDriver',
    fix: 'write driver: CsiDriver.nfs(), or CsiDriver.of({ ... })',
  });
}

function requireNoSurge(props: CsiNodePluginProps): CsiNodePluginProps {
  if (!props.rollout?.isSurge) {return props;}
  fail({
    code: 'rollout-cannot-finish',
    what: 'a CSI node plugin cannot start its new pod beside the old one',
    given: 'a rollout that surges',
    allowed: 'Rollout.percent, Rollout.count, Rollout.onDelete',
    fix: 'use Rollout.percent(10): both pods would own one socket, and the old registrar removes the new one\'s when it stops, which takes the driver off the node',
  });
}
