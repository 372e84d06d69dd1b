import { Duration } from 'cdk8s';
import { VectorExtraConfigOptions } from './vector-extra-config-options';
import { VectorLogLevel } from './vector-log-level';

/**
 * Vector.
 */
export interface VectorOptions {
  /**
   * The release, from 0.55 to 0.57. Image and configuration follow it.
   *
   * @default - the version in the tag of `image`, otherwise 0.57.0
   */
  readonly version?: string;

  /**
   * The image. Reading the journal takes one with the program `journalctl`.
   *
   * @default - docker.io/timberio/vector:VERSION-distroless-libc, and -debian where the journal is read
   */
  readonly image?: string;

  /**
   * How much it says of itself.
   *
   * @default VectorLogLevel.INFO
   */
  readonly logLevel?: VectorLogLevel;

  /**
   * How many threads it has.
   *
   * @default 4 - by itself one for each processor of the node
   */
  readonly threads?: number;

  /**
   * How long it tries to deliver what it holds when it is stopped. What is left waits on the node for the next pod.
   *
   * @default Duration.seconds(50)
   */
  readonly shutdownGrace?: Duration;

  /**
   * The address that metrics and the API are served at, IPv4 or IPv6. `0.0.0.0` on nodes whose kernel has IPv6 switched off
   * (`ipv6.disable=1`). Other texts are refused
   * (`invalid-collector-config`).
   *
   * @default '::' - IPv4 and IPv6 alike
   */
  readonly listenAddress?: string;

  /**
   * Switches the API on at this port, for `vector top` and `vector tap`; probes then ask for its /health. It has no authentication: whoever
   * reaches the pod can read every line of the node.
   *
   * @default - the API is off, and probes ask for the metrics
   */
  readonly apiPort?: number;

  /**
   * Sections in the spelling of Vector's YAML, in addition to what is written here.
   *
   * @default - the configuration is what the other options say
   */
  readonly extraConfig?: VectorExtraConfigOptions;

  /**
   * Options in the spelling of Vector, laid upon what is written here: by the id of a component (`containers`, `containers-record`, `loki`,
   * `loki-record`,
   * `internal-metrics`, `metrics`), or by `global`.
   *
   * @default - everything is as it is written here
   */
  readonly configOverrides?: { [id: string]: any };

  /**
   * The whole configuration in the spelling of Vector's YAML, in place of what is written here: for a file that you have already. It is
   * checked like what is written here. `inputs` and `metadata` of the agent still decide what is mounted and granted; destinations, filters
   * and fields have no place in it, so that `destinations` is an empty list. Probes ask a sink
   * `prometheus_exporter` at `port` of the agent, or with `apiPort` the API.
   *
   * @default - the configuration follows from the options
   */
  readonly wholeConfig?: { [section: string]: any };
}
