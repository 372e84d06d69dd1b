import { CollectorSupport } from '../support/collector-support';

const SEARCH = { prefix: ['fromLine'], pipeline: ['byName'], retry: ['times'] } as const;

/** What Fluent Bit 5.1 can do. */
export const FLUENT_BIT_SUPPORT: CollectorSupport = {
  program: 'Fluent Bit',
  factory: 'LogCollector.fluentBit()',
  metadata: ['api', 'kubelet', 'fileName', 'none'],
  runsOnWindows: true,
  inputs: {
    containers: {
      files: ['current', 'currentAndRotated'], format: ['cri', 'docker'], multiline: ['java', 'python', 'go', 'ruby', 'start'],
    },
    journal: {},
    files: { multiline: ['java', 'python', 'go', 'ruby', 'start'], parser: ['byName'] },
  },
  filters: {
    keep: {},
    addFields: { value: ['text', 'nodeName'] },
    renameFields: {},
    removeFields: {},
    redact: { replacement: ['****', 'own'] },
    parse: { format: ['json', 'logfmt', 'nginx', 'regex'] },
    sample: {},
    throttle: {},
  },
  destinations: {
    loki: {
      auth: ['basic', 'bearer'], compression: ['gzip'], lineFormat: ['json', 'keyValue', 'message'], labels: ['byAgent'],
      tenant: ['fromLine'],
      retry: ['times'], headers: ['own'],
    },
    // when an answer is lost it takes "exists already" in a data stream for a failure, and sends the same logs for ever
    elasticsearch: { auth: ['basic', 'apiKey', 'aws', 'awsKeys'], compression: ['gzip'], idsFromContent: ['daily', 'named'], ...SEARCH },
    openSearch: { auth: ['basic', 'aws', 'awsKeys'], compression: ['gzip'], idsFromContent: ['dataStream', 'daily', 'named'], ...SEARCH },
    otlpHttp: { auth: ['basic', 'bearer', 'aws'], compression: ['gzip', 'zstd'], retry: ['times'] },
    otlpGrpc: { auth: ['basic', 'bearer', 'aws'], compression: ['gzip', 'zstd'], retry: ['times'] },
    splunkHec: { compression: ['gzip'], retry: ['times'] },
    kafka: { compression: ['gzip', 'zstd', 'snappy'], retry: ['times'] },
    s3: { auth: ['aws', 'awsKeys'], role: ['externalId'], compression: ['gzip', 'zstd', 'snappy'], retry: ['times'], tls: ['own'] },
    cloudWatch: { auth: ['aws', 'awsKeys'], role: ['externalId'], retry: ['times'], group: ['fromLine'] },
    datadog: { compression: ['gzip'], retry: ['times'] },
    forward: { compression: ['gzip'] },
    vector: { cannot: 'it does not speak the protocol of Vector; the source `fluent` of Vector takes LogDestination.forward' },
    syslog: { transport: ['tls', 'tcp', 'udp'], format: ['rfc5424', 'rfc3164'], size: ['own'], retry: ['times'] },
    http: {
      auth: ['basic', 'bearer', 'oauth2', 'aws'], compression: ['gzip', 'zstd', 'snappy'],
      format: ['json_lines', 'json', 'json_stream', 'msgpack'],
    },
    file: { rotation: ['size'] },
    stdout: {},
  },
};
