import { existsSync } from 'node:fs';
import { LogAgentProps, LogCollector, LogDestination, LogMetadata } from '../../../src';

/** A collector, and how the suite speaks with it. A further one is a row of COLLECTORS. */
export interface CollectorUnderTest {
  readonly name: string;
  /** The environment variable that holds the path of its binary. */
  readonly variable: string;
  readonly collector: () => LogCollector;
  /** A destination that sends plain records, one object of JSON each, to a back end of the suite. */
  readonly destination: (port: number) => LogDestination;
  /** What else an agent with it has. */
  readonly props?: Partial<LogAgentProps>;
  /** What the names of the cases begin with that it can be tried in; absent for all. */
  readonly families?: readonly string[];
  /** Where it answers its probes. */
  readonly probePath: string;
  readonly probePort: number;
  /** Where its metrics are on that port, if they are. */
  readonly metricsPath?: string;
  /** Whether it answers at the address of its pod alone, and not at every address of the machine. */
  readonly answersAtPodAlone?: boolean;
  /** How long an idle collector may take to stop, in seconds. */
  readonly stopSeconds: number;
}

export const COLLECTORS: readonly CollectorUnderTest[] = [
  {
    name: 'Fluent Bit',
    variable: 'FLUENT_BIT',
    collector: () => LogCollector.fluentBit(),
    destination: port => LogDestination.http({ url: `http://back-end.test:${port}/` }),
    probePath: '/',
    probePort: 2020,
    metricsPath: '/api/v2/metrics/prometheus',
    answersAtPodAlone: true,
    stopSeconds: 5,
  },
  {
    name: 'Vector',
    variable: 'VECTOR',
    collector: () => LogCollector.vector(),
    destination: port => LogDestination.http({ url: `http://back-end.test:${port}/` }),
    // the API server of the suite cannot be watched
    props: { metadata: LogMetadata.fromFileName(), port: 2020 },
    probePath: '/metrics',
    probePort: 2020,
    metricsPath: '/metrics',
    stopSeconds: 5,
  },
  {
    name: 'OpenTelemetry Collector',
    variable: 'OTELCOL',
    collector: () => LogCollector.openTelemetryCollector(),
    destination: port => LogDestination.otlpHttp({ url: `http://back-end.test:${port}/v1/logs` }),
    // what it sends is no JSON, and the API server of the suite cannot be watched
    families: ['restart', 'outage', 'filters', 'open telemetry'],
    probePath: '/',
    probePort: 13133,
    stopSeconds: 5,
  },
];

/** The binary of a collector, or why there is none, in one line. */
export function binaryOf({ name, variable }: CollectorUnderTest): { readonly path: string } | { readonly missing: string } {
  const path = process.env[variable];
  if (path === undefined || path === '') {return { missing: `${name} was not run: ${variable} names no binary` };}
  return existsSync(path) ? { path } : { missing: `${name} was not run: there is nothing at ${path}, which ${variable} names` };
}
