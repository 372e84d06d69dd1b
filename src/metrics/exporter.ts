import { nodeExporter } from './node-exporter/node-exporter';
import { NodeExporterOptions } from './node-exporter/node-exporter-options';
import { ExporterProgram } from './private/exporter-program';
import { guardClass } from '../private/doors/guard-class';

/**
 * The program that turns what it sees of a node into metrics.
 */
export class Exporter {
  /**
   * node_exporter of the Prometheus project: processors, memory, disks, file systems and network of Linux nodes.
   *
   * @throws unknown-exporter-version
   * @throws invalid-image
   */
  public static nodeExporter(options: NodeExporterOptions = {}): Exporter {
    return new Exporter(nodeExporter(options));
  }

  /** The value of the label `app.kubernetes.io/name`, which is also what Prometheus calls the job. */
  public readonly application: string;
  /** The image. */
  public readonly image: string;

  private constructor(
    /** @internal */
    public readonly _program: ExporterProgram,
  ) {
    this.application = _program.preset.application;
    this.image = _program.preset.image;
  }
}

guardClass({ Exporter });
