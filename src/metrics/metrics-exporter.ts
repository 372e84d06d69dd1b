import { Construct } from 'constructs';
import { Exporter } from './exporter';
import { MetricsExporterProps } from './metrics-exporter-props';
import { exporterPreset } from './private/exporter-preset';
import { Port } from '../agent/container/port';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { latePreset, PresetParts } from '../presets/late-preset';
import { agentProps } from '../presets/preset';
import { enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * Metrics of every node, ready to be scraped.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { Exporter, MetricsExporter, MetricsScraping } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new MetricsExporter(chart, 'metrics', { scraping: MetricsScraping.podMonitor() });
 * new MetricsExporter(chart, 'gpu-metrics', { exporter: Exporter.dcgm() });
 */
export class MetricsExporter extends NodeAgent {
  /** The program. */
  public readonly exporter: Exporter;

  public constructor(scope: Construct, id: string, props: MetricsExporterProps = {}) {
    const entrance = enter('MetricsExporter', scope, id, props, new.target !== MetricsExporter);
    const cluster = TargetCluster.of(scope);
    const exporter = entrance.props.exporter ?? Exporter.nodeExporter();
    super(scope, id, latePreset('MetricsExporter', entrance, given => partsOf(exporter, given, cluster)));
    this.exporter = exporter;
  }

  /**
   * The port of the metrics: for Services, monitors and network policies of your own.
   */
  public get metricsPort(): Port {
    return (this._sharedParts as ExporterParts).port;
  }
}

guardClass({ MetricsExporter });

/** What an exporter is made of, and the props that it becomes. */
interface ExporterParts extends PresetParts {
  readonly port: Port;
}

function partsOf(exporter: Exporter, given: MetricsExporterProps, cluster: TargetCluster): ExporterParts {
  const { preset, port, pools } = exporterPreset(exporter._program, given, cluster);
  // laid over those of the program, flag by flag
  const { args: _, ...others } = given;
  return { props: agentProps(preset, { ...others, pools }), port };
}
