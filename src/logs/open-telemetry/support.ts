import { CollectorSupport } from '../support/collector-support';

const MULTILINE = ['java', 'python', 'go', 'ruby', 'start'] as const;
const COMPRESSION = ['gzip', 'zstd', 'snappy'] as const;
const SEARCH = { idsFromContent: [], prefix: [] } as const;

const NO_FILTER = 'the filter is not written by the library yet; `extraConfig` takes a processor `transform`';

/** An exporter that a user can add by hand. */
const NOT_YET = (exporter: string) => `its exporter is not written by the library yet; \`extraConfig\` takes \`${exporter}\``;

/** What the OpenTelemetry Collector can do. */
export const OPEN_TELEMETRY_SUPPORT: CollectorSupport = {
  program: 'the OpenTelemetry Collector',
  factory: 'LogCollector.openTelemetryCollector()',
  metadata: ['api', 'fileName', 'none'],
  runsOnWindows: false,
  inputs: {
    containers: { files: ['current', 'currentAndRotated'], format: ['cri', 'docker'], multiline: MULTILINE },
    journal: { cannot: 'its receiver runs `journalctl`, which the images of the project do not have' },
    files: { multiline: MULTILINE, parser: [] },
  },
  filters: {
    keep: {},
    addFields: { cannot: NO_FILTER },
    renameFields: { cannot: NO_FILTER },
    removeFields: { cannot: NO_FILTER },
    redact: { cannot: 'it replaces in texts at the top of a record alone' },
    parse: { cannot: NO_FILTER },
    sample: { cannot: NO_FILTER },
    throttle: { cannot: 'none of its processors limits lines by the second' },
  },
  destinations: {
    loki: { auth: ['basic', 'bearer'], compression: COMPRESSION, lineFormat: ['message'], labels: [], tenant: [], retry: [], headers: ['own'] },
    elasticsearch: { auth: ['basic', 'apiKey', 'aws', 'awsKeys'], compression: ['gzip'], ...SEARCH, pipeline: ['byName'], retry: [] },
    openSearch: { auth: ['basic', 'aws', 'awsKeys'], compression: COMPRESSION, ...SEARCH, pipeline: [], retry: [] },
    otlpHttp: { auth: ['basic', 'bearer', 'aws', 'awsKeys', 'oauth2'], compression: COMPRESSION, retry: [] },
    otlpGrpc: { auth: ['basic', 'bearer'], compression: COMPRESSION, retry: [] },
    splunkHec: { compression: ['gzip'], retry: [] },
    kafka: { compression: COMPRESSION, retry: [] },
    s3: { cannot: NOT_YET('awss3') },
    cloudWatch: { cannot: NOT_YET('awscloudwatchlogs') },
    datadog: { cannot: NOT_YET('datadog') },
    forward: { cannot: 'none of its exporters speaks the protocol of Fluentd' },
    vector: { cannot: 'it does not speak the protocol of Vector; the source `opentelemetry` of Vector takes LogDestination.otlpGrpc' },
    syslog: { cannot: NOT_YET('syslog') },
    http: { cannot: 'none of its exporters sends plain records over HTTP' },
    file: { cannot: 'its exporter writes OTLP, and not the lines' },
    stdout: {},
  },
};
