import { Duration, Size } from 'cdk8s';
import { FluentBitExtraConfigOptions } from './fluent-bit-extra-config-options';
import { FluentBitLogLevel } from './fluent-bit-log-level';
import { FluentBitParser } from './fluent-bit-parser';

/**
 * Fluent Bit.
 */
export interface FluentBitOptions {
  /**
   * The image. The configuration is written for Fluent Bit 5.1: a tag of an older release is an error (`invalid-collector-config`).
   *
   * @default cr.fluentbit.io/fluent/fluent-bit:5.1.1, on Windows nodes cr.fluentbit.io/fluent/fluent-bit:windows-2022-5.1.1
   */
  readonly image?: string;

  /**
   * How much it says of itself.
   *
   * @default FluentBitLogLevel.INFO
   */
  readonly logLevel?: FluentBitLogLevel;

  /**
   * How often what was read is sent.
   *
   * @default Duration.seconds(1)
   */
  readonly flushInterval?: Duration;

  /**
   * How long it tries to deliver what it holds when it is stopped. What is left waits on the node for the next pod.
   *
   * @default Duration.seconds(15) - well within the grace period of the pod, so that it is never killed while it writes
   */
  readonly shutdownGrace?: Duration;

  /**
   * How much of what destinations refuse for good is kept on each node, in the directory of the state below `buffer/rejected`, to be looked
   * at by a person.
   *
   * @default - nothing is kept
   */
  readonly keepRejected?: Size;

  /**
   * The address that health and metrics are served at, IPv4 or IPv6. Names are refused (`invalid-collector-config`), and so are loopback
   * addresses, which probes do not reach.
   *
   * @default - the address of the pod, which probes and Prometheus use, in pods with IPv4, IPv6 or both. `kubectl port-forward` connects to
   * the loopback of the pod: it needs `'0.0.0.0'` or `'::'`
   */
  readonly listenAddress?: string;

  /**
   * Parsers that inputs and pods may refer to.
   *
   * @default - `json` alone
   */
  readonly parsers?: FluentBitParser[];

  /**
   * Sections in the spelling of Fluent Bit's YAML, in addition to what is written here.
   *
   * @default - the configuration is what the other options say
   */
  readonly extraConfig?: FluentBitExtraConfigOptions;

  /**
   * Settings in the spelling of Fluent Bit, laid upon what is written here: by `service`, or by the alias of an input, filter or output.
   * That is its name (`containers`, `loki`), or the name of the input and what the filter does: `containers-multiline`, `containers-names`,
   * `containers-own`, `containers-json-line`, `containers-json`, `containers-app`, `containers-metadata`, `containers-gone`.
   *
   * @default - everything is as it is written here
   */
  readonly configOverrides?: { [alias: string]: any };

  /**
   * The whole configuration in the spelling of Fluent Bit's YAML, in place of what is written here: for a file that you have already. It is
   * checked like what is written here. `inputs` and `metadata` of the agent still decide what is mounted and granted; destinations, filters
   * and fields have no place in it, so that `destinations` is an empty list. Probes ask the HTTP server at `port` of the agent.
   *
   * @default - the configuration follows from the options
   */
  readonly wholeConfig?: { [section: string]: any };
}
