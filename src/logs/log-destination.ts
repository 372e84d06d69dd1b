import { CloudWatchDestinationOptions } from './destinations/cloud-watch-destination-options';
import { DatadogDestinationOptions } from './destinations/datadog-destination-options';
import { DESTINATIONS, DestinationKind, DestinationOf } from './destinations/destination-kinds';
import { ElasticsearchDestinationOptions } from './destinations/elasticsearch-destination-options';
import { FileDestinationOptions } from './destinations/file-destination-options';
import { ForwardDestinationOptions } from './destinations/forward-destination-options';
import { HttpDestinationOptions } from './destinations/http-destination-options';
import { KafkaDestinationOptions } from './destinations/kafka-destination-options';
import { LokiDestinationOptions } from './destinations/loki-destination-options';
import { OpenSearchDestinationOptions } from './destinations/open-search-destination-options';
import { OtlpGrpcDestinationOptions } from './destinations/otlp-grpc-destination-options';
import { OtlpHttpDestinationOptions } from './destinations/otlp-http-destination-options';
import { S3DestinationOptions } from './destinations/s3-destination-options';
import { SplunkHecDestinationOptions } from './destinations/splunk-hec-destination-options';
import { StdoutDestinationOptions } from './destinations/stdout-destination-options';
import { SyslogDestinationOptions } from './destinations/syslog-destination-options';
import { VectorDestinationOptions } from './destinations/vector-destination-options';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { isDnsLabel } from '../private/names';

/**
 * Where logs are sent. A destination is independent of the collector, which translates it, and refuses what it cannot do.
 *
 * Credentials are keys of Secrets and nothing else: there is no way to write a password here.
 */
export class LogDestination {
  /**
   * Loki, or Grafana Cloud. Where the URL has no path, `/loki/api/v1/push` is added.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static loki(options: LokiDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'loki', ...DESTINATIONS.loki(options) });
  }

  /**
   * Elasticsearch 8 or newer, or Elastic Cloud.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static elasticsearch(options: ElasticsearchDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'elasticsearch', ...DESTINATIONS.elasticsearch(options) });
  }

  /**
   * OpenSearch, or a domain or collection of Amazon.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static openSearch(options: OpenSearchDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'openSearch', ...DESTINATIONS.openSearch(options) });
  }

  /**
   * OTLP over HTTP. Where the URL has no path, `/v1/logs` is added.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static otlpHttp(options: OtlpHttpDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'otlpHttp', ...DESTINATIONS.otlpHttp(options) });
  }

  /**
   * OTLP over gRPC.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static otlpGrpc(options: OtlpGrpcDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'otlpGrpc', ...DESTINATIONS.otlpGrpc(options) });
  }

  /**
   * The HTTP Event Collector of Splunk.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static splunkHec(options: SplunkHecDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'splunkHec', ...DESTINATIONS.splunkHec(options) });
  }

  /**
   * A topic of Kafka.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static kafka(options: KafkaDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'kafka', ...DESTINATIONS.kafka(options) });
  }

  /**
   * A bucket of Amazon S3, or of a store that speaks the same protocol.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static s3(options: S3DestinationOptions): LogDestination {
    return new LogDestination({ kind: 's3', ...DESTINATIONS.s3(options) });
  }

  /**
   * Amazon CloudWatch Logs.
   *
   * @throws invalid-destination
   */
  public static cloudWatch(options: CloudWatchDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'cloudWatch', ...DESTINATIONS.cloudWatch(options) });
  }

  /**
   * Datadog.
   *
   * @throws invalid-destination
   */
  public static datadog(options: DatadogDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'datadog', ...DESTINATIONS.datadog(options) });
  }

  /**
   * The forward protocol: Fluentd, Fluent Bit, or the source `fluent` of Vector.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static forward(options: ForwardDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'forward', ...DESTINATIONS.forward(options) });
  }

  /**
   * The source `vector` of a Vector aggregator.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static vector(options: VectorDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'vector', ...DESTINATIONS.vector(options) });
  }

  /**
   * A syslog server.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static syslog(options: SyslogDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'syslog', ...DESTINATIONS.syslog(options) });
  }

  /**
   * Any server that takes requests with logs.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static http(options: HttpDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'http', ...DESTINATIONS.http(options) });
  }

  /**
   * A file of the node.
   *
   * @throws invalid-destination
   * @throws invalid-path
   */
  public static file(options: FileDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'file', ...DESTINATIONS.file(options) });
  }

  /**
   * The log of the agent itself: to try an agent out with `kubectl logs`.
   *
   * @throws invalid-destination
   */
  public static stdout(options: StdoutDestinationOptions = {}): LogDestination {
    return new LogDestination({ kind: 'stdout', ...DESTINATIONS.stdout(options) });
  }

  /** The name of the destination. */
  public readonly name: string;
  /** What it is, such as `loki`: the name of its factory. */
  public readonly kind: string;

  private constructor(
    /** @internal */
    public readonly _destination: DestinationOf<DestinationKind>,
  ) {
    this.kind = _destination.kind;
    this.name = _destination.options.name ?? _destination.kind.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    if (!isDnsLabel(this.name) || !/^[a-z]/.test(this.name)) {
      fail({
        code: 'invalid-destination',
        what: 'a destination cannot have this name',
        given: quote(this.name),
        allowed: 'at most 63 lower case letters, digits and `-`, a letter first',
        fix: 'choose a short name: metrics and environment variables are named after it',
      });
    }
    if (_destination.options.inputs?.length === 0) {
      fail({
        code: 'invalid-destination', what: `the destination '${this.name}' takes the logs of no input`, given: 'inputs: []',
        fix: 'leave `inputs` out for all',
      });
    }
  }

  /** @internal the host that logs are sent to, where there is one */
  public get _host(): string | undefined {
    return 'endpoint' in this._destination ? this._destination.endpoint?.host : undefined;
  }
}

guardClass({ LogDestination });
