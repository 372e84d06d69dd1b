import { Construct } from 'constructs';
import { CsiDriver } from './csi-driver';
import { CsiWindowsNodePluginProps } from './csi-windows-node-plugin-props';
import { withIdentity } from './private/cloud-account';
import { WindowsInstallation, windowsPreset } from './private/windows-preset';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { latePreset } from '../presets/late-preset';
import { agentProps } from '../presets/preset';
import { enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * A CSI driver on Windows nodes: a second DaemonSet of its own, of HostProcess containers. Needs Kubernetes 1.23.10 on the nodes.
 *
 *     const driver = CsiDriver.of({ ..., windows: { command: ['driver.exe'] } });
 *     new CsiNodePlugin(chart, 'share', { driver });
 *     new CsiWindowsNodePlugin(chart, 'share-windows', { driver });
 *
 * The CSIDriver object is that of the plugin on Linux nodes.
 */
export class CsiWindowsNodePlugin extends NodeAgent {
  /** The driver. */
  public readonly driver: CsiDriver;

  public constructor(scope: Construct, id: string, props: CsiWindowsNodePluginProps) {
    const entrance = enter('CsiWindowsNodePlugin', scope, id, props, new.target !== CsiWindowsNodePlugin);
    const cluster = TargetCluster.of(scope);
    // plain JavaScript can leave the driver out, which is an error of its own
    const standIn = CsiDriver.of({ name: 'stand-in.example.com', image: 'registry.example.com/stand-in:1.0.0', windows: {} });
    const isMeant = entrance.props.driver?._options.windows !== undefined;
    super(scope, id, latePreset('CsiWindowsNodePlugin', entrance, given => {
      const driver = (given.driver ?? standIn)._on(cluster);
      return { props: agentProps(windowsPreset(new WindowsInstallation({ ...given, driver }, cluster)), withIdentity(given)) };
    }, isMeant ? {} : { driver: standIn }));
    this.driver = entrance.props.driver ?? standIn;
  }
}

guardClass({ CsiWindowsNodePlugin });
