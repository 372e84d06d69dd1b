import { Construct } from 'constructs';
import { assembleExporter } from './assemble-exporter';
import { Exporter } from './exporter';
import { MetricsExporterProps } from './metrics-exporter-props';
import { Port } from '../agent/container/port';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { located } from '../private/problem';

/**
 * Metrics of every node, ready to be scraped.
 */
export class MetricsExporter extends NodeAgent {
  /** The program. */
  public readonly exporter: Exporter;
  /** The port that is scraped: for Services and monitors of your own. */
  public readonly port: Port;

  public constructor(scope: Construct, id: string, props: MetricsExporterProps = {}) {
    const exporter = props.exporter ?? Exporter.nodeExporter();
    const path = [scope.node.path, id].filter(Boolean).join('/');
    const assembled = located(path, () => assembleExporter(exporter._recipe, props, TargetCluster.of(scope)));
    super(scope, id, assembled.props);
    this.exporter = exporter;
    this.port = assembled.port;
  }
}
