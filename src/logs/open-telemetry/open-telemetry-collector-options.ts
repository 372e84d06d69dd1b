import { OpenTelemetryExtraConfigOptions } from './open-telemetry-extra-config-options';
import { OpenTelemetryLogLevel } from './open-telemetry-log-level';

/**
 * The OpenTelemetry Collector.
 */
export interface OpenTelemetryCollectorOptions {
  /**
   * The release, 0.144.0 to 0.159.x: the configuration is written in its spelling, and the image is that of this release.
   *
   * @default 0.149.0
   */
  readonly version?: string;

  /**
   * The image. One of your own needs its program in `command`, and `version` where it is another release.
   *
   * @default - the image of the distribution `k8s`, or of `contrib` where the configuration has a component that `k8s` lacks
   */
  readonly image?: string;

  /**
   * The program in the image.
   *
   * @default - `/otelcol-k8s` or `/otelcol-contrib`, as the image
   */
  readonly command?: string;

  /**
   * How much it says of itself.
   *
   * @default OpenTelemetryLogLevel.INFO
   */
  readonly logLevel?: OpenTelemetryLogLevel;

  /**
   * The port of the metrics of the collector is `port` of the agent; this is that of its health.
   *
   * @default 13133
   */
  readonly healthPort?: number;

  /**
   * Whether every write to positions and queues waits for the disk. It keeps both over a power failure of the node, and each batch of
   * lines then takes several
   * waits for the disk.
   *
   * @default false - they survive whatever happens to the container, and a file that a power failure damaged is put aside and begun again
   */
  readonly syncState?: boolean;

  /**
   * Feature gates, next to the one that the agent sets: `stanza.synchronousLogEmitter`. `-NAME` switches one off.
   *
   * @default - no gate but that one
   */
  readonly featureGates?: string[];

  /**
   * Sections in the spelling of the collector's YAML, next to what is written here.
   *
   * @default - the configuration is what the other options say
   */
  readonly extraConfig?: OpenTelemetryExtraConfigOptions;

  /**
   * Settings in the spelling of the collector, laid upon what is written here: by the id of a component (`file_log`, `otlp_http/loki`,
   * `memory_limiter`), or by
   * `service` for pipelines and telemetry. Maps merge, everything else is replaced. `$` has its meaning for the collector.
   *
   * @default - everything is as it is written here
   */
  readonly configOverrides?: { [id: string]: any };

  /**
   * The whole configuration in the spelling of the collector's YAML, in place of what is written here: for a file that you have already. It
   * is checked like what is written here. `inputs` and `metadata` of the agent still decide what is mounted and granted; destinations,
   * filters and fields have no place in it, so that `destinations` is an empty list. Probes ask the extension `health_check` at
   * `healthPort`, and monitors the metrics at `port` of the agent.
   *
   * @default - the configuration follows from the options
   */
  readonly wholeConfig?: { [section: string]: any };
}
