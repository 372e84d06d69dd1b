import { VECTOR_DEFAULTS } from './defaults';
import { STATE_PATH } from './layout';
import { TEXT_FIELD, TIME_FIELD } from './record';
import { VectorOptions } from './vector-options';
import { Port } from '../../agent/container/port';
import { hostText, isAddress, isLoopback } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';
import { parseQuantity } from '../../private/quantity';
import { compact, Wire } from '../../private/wire';
import { ScaleSettings } from '../private/scale-settings';

/** What is not of one component. */
export function globalOptions(options: VectorOptions, apiPort: Port | undefined, cluster: FlagSource): Wire {
  return {
    data_dir: STATE_PATH,
    ...apiPort !== undefined && { api: { enabled: true, address: socketAddress(options, apiPort, cluster) } },
    // positions are kept when a sink, or its buffer on the disk, has what was read
    acknowledgements: { enabled: true },
    // names that no application uses, and that are the same for every collector
    log_schema: { message_key: TEXT_FIELD, timestamp_key: `"${TIME_FIELD}"` },
  };
}

/** The metrics of Vector itself, for Prometheus and probes. */
export function metricsComponents(options: VectorOptions, port: Port, cluster: FlagSource) {
  return {
    sources: { 'internal-metrics': { type: 'internal_metrics', scrape_interval_secs: valueOf(VECTOR_DEFAULTS.scrapeSeconds, cluster) } },
    sinks: {
      metrics: {
        type: 'prometheus_exporter',
        inputs: ['internal-metrics'],
        address: socketAddress(options, port, cluster),
        // metrics have nothing to acknowledge, and with it every start warns of a silent loss of data
        acknowledgements: { enabled: false },
      },
    },
  };
}

/**
 * Where metrics and the API are served. A name would be looked up on each node, and could be another address on each.
 *
 * @throws invalid-collector-config
 */
export function socketAddress({ listenAddress }: VectorOptions, { containerPort }: Port, cluster: FlagSource): string {
  const address = listenAddress ?? valueOf(VECTOR_DEFAULTS.listenAddress, cluster);
  if (!isAddress(address) || isLoopback(address)) {
    fail({
      code: 'invalid-collector-config',
      what: 'metrics cannot be served at this address',
      given: quote(address),
      allowed: 'an IPv4 or IPv6 address that probes and Prometheus reach from outside of the pod',
      fix: "leave it out for every address, or write '0.0.0.0' where nodes have IPv6 switched off",
    });
  }
  return `${hostText(address)}:${containerPort}`;
}

const MIB = 1024 * 1024;

/** What sizes of agents and clusters change about requests. */
export interface Transfer {
  /** Of the container, as a quantity; undefined where there is none. */
  readonly memoryLimit?: string;
  readonly destinations: number;
  readonly scale: ScaleSettings;
}

/**
 * How large requests are, how many are under way at once, how often there is one, and how long the wait between two tries is.
 *
 * By themselves requests have up to 10 MB each, and there are up to 200. Half of the memory limit is shared by the destinations; an event
 * takes about twice as much memory as it has in a request. Waits are at random within by themselves.
 */
export function transferLimits({ memoryLimit, destinations, scale: { flushSeconds, retryWait } }: Transfer): (type: string) => Wire {
  const bytes = memoryLimit === undefined ? 1024 * MIB : Number(parseQuantity(memoryLimit)!.nanos / 1_000_000_000n);
  const concurrency = Math.max(1, Math.min(50, Math.floor(bytes / 2 / Math.max(1, destinations) / (2 * REQUEST_BYTES))));
  const request = compact({
    adaptive_concurrency: { max_concurrency_limit: concurrency },
    retry_initial_backoff_secs: retryWait?.baseSeconds,
    retry_max_duration_secs: retryWait?.capSeconds,
  });
  const limits = { batch: compact({ max_bytes: REQUEST_BYTES, timeout_secs: flushSeconds }), request };
  return type => {
    switch (type) {
      case 'loki': case 'elasticsearch': case 'http': case 'splunk_hec_logs':
      case 'datadog_logs': case 'aws_cloudwatch_logs': case 'vector': return limits;
      // an object is as large as it should be
      case 'aws_s3': return { request };
      case 'opentelemetry': return { protocol: limits };
      default: return {};
    }
  };
}

/** Well below what gateways in front of back ends take. */
const REQUEST_BYTES = 1_000_000;
