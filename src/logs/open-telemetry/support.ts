import { CollectorSupport } from '../support/collector-support';

const MULTILINE = ['java', 'python', 'go', 'ruby', 'start'] as const;
const COMPRESSION = ['gzip', 'zstd', 'snappy'] as const;
const SEARCH = { idsFromContent: [], prefix: [] } as const;

/** What the OpenTelemetry Collector can do. */
export const OPEN_TELEMETRY_SUPPORT: CollectorSupport = {
  program: 'the OpenTelemetry Collector',
  factory: 'LogCollector.openTelemetryCollector()',
  metadata: ['api', 'fileName', 'none'],
  inputs: {
    containers: { files: ['current', 'currentAndRotated'], format: ['cri', 'docker'], multiline: MULTILINE },
    journal: { cannot: 'its receiver runs `journalctl`, which the images of the project do not have' },
    files: { multiline: MULTILINE, parser: [] },
  },
  destinations: {
    loki: { auth: ['basic', 'bearer'], compression: COMPRESSION, lineFormat: ['message'], labels: [], tenant: [], retry: [] },
    elasticsearch: { auth: ['basic', 'apiKey', 'aws'], compression: ['gzip'], ...SEARCH, pipeline: ['byName'], retry: [] },
    openSearch: { auth: ['basic', 'aws'], compression: COMPRESSION, ...SEARCH, pipeline: [], retry: [] },
    otlpHttp: { auth: ['basic', 'bearer', 'aws', 'oauth2'], compression: COMPRESSION, retry: [] },
    http: { cannot: 'none of its exporters sends plain records over HTTP' },
    stdout: {},
  },
};
