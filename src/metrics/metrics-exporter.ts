import { Construct } from 'constructs';
import { Exporter } from './exporter';
import { MetricsExporterProps } from './metrics-exporter-props';
import { exporterPreset } from './private/exporter-preset';
import { Port } from '../agent/container/port';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { agentProps } from '../presets/preset';
import { located } from '../private/agent-error';

/**
 * Metrics of every node, ready to be scraped.
 */
export class MetricsExporter extends NodeAgent {
  /** The program. */
  public readonly exporter: Exporter;
  /** The port of the metrics: for Services, monitors and network policies of your own. */
  public readonly metricsPort: Port;

  public constructor(scope: Construct, id: string, props: MetricsExporterProps = {}) {
    // laid over those of the program, flag by flag
    const { args: _, ...given } = props;
    const exporter = props.exporter ?? Exporter.nodeExporter();
    const path = [scope.node.path, id].filter(Boolean).join('/');
    const { preset, port } = located(path, () => exporterPreset(exporter._program, props, TargetCluster.of(scope)));
    super(scope, id, agentProps(preset, given));
    this.exporter = exporter;
    this.metricsPort = port;
  }
}
