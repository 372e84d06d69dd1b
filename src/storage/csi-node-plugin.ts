import { Construct } from 'constructs';
import { CsiDriver } from './csi-driver';
import { CsiNodePluginProps } from './csi-node-plugin-props';
import { withIdentity } from './private/cloud-account';
import { CsiInstallation } from './private/csi-installation';
import { csiPreset } from './private/csi-preset';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { latePreset, PresetParts } from '../presets/late-preset';
import { agentProps } from '../presets/preset';
import { fail } from '../private/agent-error';
import { enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * The node side of a CSI driver: a DaemonSet with the driver, the sidecar that registers it with the kubelet and the one that watches it,
 * and the CSIDriver object.
 *
 * Without an option it runs on every Linux node whatever its taints, because a pod with a volume cannot start where the plugin is missing,
 * and ranks as `Priority.systemNodeCritical()`, because a plugin that is evicted can unmount nothing. GKE admits that class outside
 * kube-system only with a ResourceQuota for it: add one, or give `Priority.dedicated(900000000)`.
 *
 * The controller side, which makes and attaches volumes, is a CsiController of the same driver; Windows nodes have a CsiWindowsNodePlugin.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { CsiController, CsiDriver, CsiNodePlugin } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * const driver = CsiDriver.nfs();
 * new CsiNodePlugin(chart, 'nfs', { driver });
 * new CsiController(chart, 'nfs-controller', { driver });
 */
export class CsiNodePlugin extends NodeAgent {
  /** The driver. */
  public readonly driver: CsiDriver;

  public constructor(scope: Construct, id: string, props: CsiNodePluginProps) {
    const entrance = enter('CsiNodePlugin', scope, id, props, new.target !== CsiNodePlugin);
    const cluster = TargetCluster.of(scope);
    // plain JavaScript can leave the driver out, which is an error of its own
    const standIn = CsiDriver.nfs();
    super(scope, id, latePreset(
      'CsiNodePlugin', entrance, given => partsOf({ ...given, driver: (given.driver ?? standIn)._on(cluster) }, cluster),
      { rollout: undefined },
    ));
    this.driver = entrance.props.driver ?? standIn;
  }

  /**
   * The root directory of the kubelet that every path follows from.
   */
  public get kubeletDirectory(): string {
    return (this._sharedParts as CsiParts).installation.kubelet.root;
  }

  /**
   * The socket of the driver on the node.
   */
  public get socketPath(): string {
    return (this._sharedParts as CsiParts).installation.kubelet.socket;
  }
}

guardClass({ CsiNodePlugin });

/** What a plugin is made of, and the props that it becomes. */
interface CsiParts extends PresetParts {
  readonly installation: CsiInstallation;
}

function partsOf(given: CsiNodePluginProps, cluster: TargetCluster): CsiParts {
  const installation = new CsiInstallation(requireNoSurge(given), cluster);
  return { installation, props: agentProps(csiPreset(installation), withIdentity(given)) };
}

function requireNoSurge(props: CsiNodePluginProps): CsiNodePluginProps {
  if (!props.rollout?.isSurge) {return props;}
  fail({
    code: 'rollout-cannot-finish',
    what: 'a CSI node plugin cannot start its new pod next to the old one',
    given: 'a rollout that surges',
    allowed: 'Rollout.percent, Rollout.count, Rollout.onDelete',
    fix: 'use Rollout.percent(10): both pods would own one socket, and the old registrar removes the new one\'s when it stops, which takes '
      + 'the driver off the node',
  });
}
