import { CollectorSupport } from '../support/collector-support';

/** What Vector 0.55 to 0.57 can do. */
export const VECTOR_SUPPORT: CollectorSupport = {
  program: 'Vector',
  factory: 'LogCollector.vector()',
  metadata: ['api', 'fileName', 'none'],
  runsOnWindows: false,
  inputs: {
    // a rotated file is known by its first line and read to its end, so that both are the same
    containers: {
      files: ['current', 'currentAndRotated'], format: ['cri', 'docker'], multiline: ['java', 'python', 'go', 'ruby', 'start'],
    },
    journal: {},
    files: { multiline: ['java', 'python', 'go', 'ruby', 'start'], parser: [] },
  },
  filters: {
    keep: {},
    addFields: { value: ['text', 'nodeName', 'field'] },
    renameFields: {},
    removeFields: {},
    redact: { replacement: ['****', 'own'] },
    parse: { format: ['json', 'logfmt', 'nginx', 'regex'] },
    sample: {},
    throttle: {},
  },
  destinations: {
    // the sink of Loki has no headers of its own
    loki: {
      auth: ['basic', 'bearer'], compression: ['gzip', 'zstd', 'snappy'], lineFormat: ['json', 'keyValue', 'message'],
      labels: ['byAgent'], tenant: ['fromLine'], retry: ['times'], headers: [],
    },
    elasticsearch: {
      auth: ['basic', 'apiKey', 'aws', 'awsKeys'],
      compression: ['gzip', 'zstd', 'snappy'],
      idsFromContent: ['dataStream', 'daily', 'named'], prefix: ['fromLine'], pipeline: ['byName'], retry: ['times'],
    },
    openSearch: {
      auth: ['basic', 'aws', 'awsKeys'],
      compression: ['gzip', 'zstd', 'snappy'],
      idsFromContent: ['dataStream', 'daily', 'named'], prefix: ['fromLine'], pipeline: ['byName'], retry: ['times'],
    },
    otlpHttp: { auth: ['basic', 'bearer', 'aws', 'awsKeys'], compression: ['gzip', 'zstd', 'snappy'], retry: ['times'] },
    otlpGrpc: { cannot: 'its sink sends OTLP over HTTP alone' },
    splunkHec: { compression: ['gzip', 'zstd', 'snappy'], retry: ['times'] },
    kafka: { compression: ['gzip', 'zstd', 'snappy'], retry: ['times'] },
    s3: { auth: ['aws', 'awsKeys'], role: ['externalId'], compression: ['gzip', 'zstd', 'snappy'], retry: ['times'], tls: ['own'] },
    cloudWatch: { auth: ['aws', 'awsKeys'], role: ['externalId'], retry: ['times'], group: ['fromLine'] },
    datadog: { compression: ['gzip', 'zstd', 'snappy'], retry: ['times'] },
    forward: { cannot: 'it does not speak the protocol of Fluentd' },
    vector: { compression: ['gzip', 'zstd'] },
    syslog: { transport: ['tls', 'tcp', 'udp'], format: ['rfc5424', 'rfc3164'], size: [], retry: [] },
    http: {
      auth: ['basic', 'bearer', 'aws', 'awsKeys'], compression: ['gzip', 'zstd', 'snappy'], format: ['json_lines', 'json', 'json_stream'],
    },
    file: { cannot: 'it does not rotate a file, and one that only grows fills the disk of the node' },
    stdout: {},
  },
};
