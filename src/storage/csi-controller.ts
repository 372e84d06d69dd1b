import { Construct } from 'constructs';
import { CsiControllerProps } from './csi-controller-props';
import { CsiDriver } from './csi-driver';
import { withIdentity } from './private/cloud-account';
import { controllerPreset } from './private/controller-preset';
import { ControllerSetup } from './private/controller-setup';
import { ClusterAgent } from '../agent/cluster-agent';
import { TargetCluster } from '../agent/target-cluster';
import { latePreset } from '../presets/late-preset';
import { agentProps } from '../presets/preset';
import { enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * The controller side of a CSI driver: a Deployment with the driver and the sidecars that have it make, attach, resize and snapshot
 * volumes, each with the rights of its own project and a leader election of its own.
 *
 *     const driver = CsiDriver.nfs();
 *     new CsiNodePlugin(chart, 'nfs', { driver });
 *     new CsiController(chart, 'nfs-controller', { driver });
 *
 * One is enough for a cluster. Volumes that exist are mounted without it, unless they have to be attached.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { CsiController, CsiDriver, CsiNodePlugin } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * const driver = CsiDriver.awsEbs();
 * new CsiNodePlugin(chart, 'ebs', { driver });
 * new CsiController(chart, 'ebs-controller', { driver, replicas: 2 });
 */
export class CsiController extends ClusterAgent {
  /** The driver. */
  public readonly driver: CsiDriver;

  public constructor(scope: Construct, id: string, props: CsiControllerProps) {
    const entrance = enter('CsiController', scope, id, props, new.target !== CsiController);
    const cluster = TargetCluster.of(scope);
    // plain JavaScript can leave the driver out, which is an error of its own
    const standIn = CsiDriver.nfs();
    const isMeant = entrance.props.driver?._options.controller !== undefined;
    super(scope, id, latePreset('CsiController', entrance, given => {
      const driver = (given.driver ?? standIn)._on(cluster);
      return { props: agentProps(controllerPreset(new ControllerSetup({ ...given, driver }, cluster)), withIdentity(given)) };
    }, isMeant ? {} : { driver: standIn }, 'ClusterAgentOptions'));
    this.driver = entrance.props.driver ?? standIn;
  }
}

guardClass({ CsiController });
