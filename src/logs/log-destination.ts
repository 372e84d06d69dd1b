import { DESTINATIONS, DestinationKind, DestinationOf } from './destinations/destination-kinds';
import { ElasticsearchDestinationOptions } from './destinations/elasticsearch-destination-options';
import { HttpDestinationOptions } from './destinations/http-destination-options';
import { LokiDestinationOptions } from './destinations/loki-destination-options';
import { OpenSearchDestinationOptions } from './destinations/open-search-destination-options';
import { OtlpHttpDestinationOptions } from './destinations/otlp-http-destination-options';
import { StdoutDestinationOptions } from './destinations/stdout-destination-options';
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
   * Any server that takes requests with logs.
   *
   * @throws invalid-destination
   * @throws literal-credential
   */
  public static http(options: HttpDestinationOptions): LogDestination {
    return new LogDestination({ kind: 'http', ...DESTINATIONS.http(options) });
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
  /** What it is: `loki`, `elasticsearch`, `openSearch`, `otlpHttp`, `http` or `stdout`. */
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
      fail({ code: 'invalid-destination', what: `the destination '${this.name}' takes the logs of no input`, given: 'inputs: []', fix: 'leave `inputs` out for all' });
    }
  }

  /** @internal the host that logs are sent to, where there is one */
  public get _host(): string | undefined {
    return 'endpoint' in this._destination ? this._destination.endpoint.host : undefined;
  }
}

guardClass({ LogDestination });
