import { CollectorSupport } from '../support/collector-support';

const MULTILINE = ['java', 'python', 'go', 'ruby', 'start'] as const;
const COMPRESSION = ['gzip', 'zstd', 'snappy'] as const;
const SEARCH = { idsFromContent: [], prefix: [] } as const;

/** What the OpenTelemetry Collector can do. */
export const OPEN_TELEMETRY_SUPPORT: CollectorSupport = {
  program: 'the OpenTelemetry Collector',
  factory: 'LogCollector.openTelemetryCollector()',
  metadata: ['api', 'fileName', 'none'],
  runsOnWindows: false,
  inputs: {
    containers: { files: ['current', 'currentAndRotated'], format: ['cri', 'docker'], multiline: MULTILINE },
    journal: {
      cannot: 'its receiver runs `journalctl`, which the images of the project do not have; that of the node would need the whole root '
        + 'directory of the node in the container, and the right to change into it',
    },
    files: { multiline: MULTILINE, parser: [] },
  },
  filters: {
    keep: {},
    addFields: { value: ['text', 'nodeName', 'field'] },
    renameFields: {},
    removeFields: {},
    // what it puts in place of a text is its own
    redact: { replacement: ['****'] },
    parse: { format: ['json', 'logfmt', 'nginx', 'regex'] },
    sample: {},
    throttle: { cannot: 'none of its processors limits lines by the second' },
  },
  destinations: {
    loki: {
      auth: ['basic', 'bearer'], compression: COMPRESSION, lineFormat: ['message'], labels: [], tenant: [], retry: [], headers: ['own'],
    },
    elasticsearch: { auth: ['basic', 'apiKey', 'aws', 'awsKeys'], compression: ['gzip'], ...SEARCH, pipeline: ['byName'], retry: [] },
    openSearch: { auth: ['basic', 'aws', 'awsKeys'], compression: COMPRESSION, ...SEARCH, pipeline: [], retry: [] },
    otlpHttp: { auth: ['basic', 'bearer', 'aws', 'awsKeys', 'oauth2'], compression: COMPRESSION, retry: [] },
    otlpGrpc: { auth: ['basic', 'bearer'], compression: COMPRESSION, retry: [] },
    splunkHec: { compression: ['gzip'], retry: [] },
    kafka: { compression: COMPRESSION, retry: [] },
    s3: { auth: ['aws', 'awsKeys'], role: [], compression: ['gzip'], retry: [], tls: [] },
    cloudWatch: { auth: ['aws', 'awsKeys'], role: ['externalId'], retry: [], group: [] },
    datadog: { compression: ['gzip'], retry: [] },
    forward: { cannot: 'none of its exporters speaks the protocol of Fluentd' },
    vector: { cannot: 'it does not speak the protocol of Vector; the source `opentelemetry` of Vector takes LogDestination.otlpGrpc' },
    syslog: { transport: ['tls', 'tcp', 'udp'], format: ['rfc5424', 'rfc3164'], size: [], retry: [] },
    http: { cannot: 'none of its exporters sends plain records over HTTP' },
    file: { rotation: ['size'] },
    stdout: {},
  },
};
