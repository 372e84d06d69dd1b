import { defaultRow, DefaultTable } from '../../private/default-row';

const CONTRIB = 'https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main';
const ISSUES = 'https://github.com/open-telemetry/opentelemetry-collector-contrib/issues';
const CORE = 'https://github.com/open-telemetry/opentelemetry-collector/tree/main';

/** What applies to the OpenTelemetry Collector where a user says nothing, in addition to the defaults of every log agent. */
export const OPEN_TELEMETRY_DEFAULTS = {
  version: defaultRow({
    about: 'release',
    value: '0.149.0',
    shown: version => `\`${version}\`, as the image of the distribution \`k8s\`, or of \`contrib\` where a component asks for it`,
    reason: 'it is the release that judges the configurations, and the smaller image has fewer vulnerabilities',
    source: '[distributions](https://github.com/open-telemetry/opentelemetry-collector-releases)',
    change: '`version`, `image`',
  }),
  port: defaultRow({
    about: 'port of metrics',
    value: 8888,
    shown: String,
    reason: 'it is the one that the collector is known by',
    source: '[internal telemetry](https://opentelemetry.io/docs/collector/internal-telemetry/)',
    change: '`port` of the agent',
  }),
  healthPort: defaultRow({
    about: 'port of health',
    value: 13133,
    shown: port => `${port}, on IPv4 and IPv6 alike`,
    reason: 'an endpoint without an address is served on every family that the node has',
    source: `[health check](${CONTRIB}/extension/healthcheckextension)`,
    change: '`healthPort`',
  }),
  logLevel: defaultRow({
    about: 'log of the collector itself',
    value: 'info',
    shown: level => `\`${level}\``,
    reason: 'it is what the collector does by itself',
    source: '[internal telemetry](https://opentelemetry.io/docs/collector/internal-telemetry/)',
    change: '`logLevel`',
  }),
  synchronous: defaultRow({
    about: 'lines between file and queue',
    value: 'stanza.synchronousLogEmitter',
    shown: gate => `the feature gate \`${gate}\`, and operators of our own in place of \`container\``,
    reason: 'by itself the receiver holds up to 100 lines after it has noted that they are read, and the operator `container` before 0.154 '
      + 'another 100: a killed container can lose them',
    source: `[contrib#35456](${ISSUES}/35456), [contrib#47828](${ISSUES}/47828)`,
    change: '`featureGates: [\'-stanza.synchronousLogEmitter\']`',
  }),
  memory: defaultRow({
    about: 'memory',
    value: { limitPercentage: 80, spikePercentage: 25, goPercentage: 80 },
    shown: ({ limitPercentage, spikePercentage, goPercentage }) =>
      `reading pauses at ${limitPercentage - spikePercentage} % of the memory limit; \`GOMEMLIMIT\` is ${goPercentage} % of it`,
    reason: 'the collector would otherwise learn of its limit when it is killed',
    source: `[memory limiter](${CORE}/processor/memorylimiterprocessor)`,
    change: '`configOverrides`, under `memory_limiter`; `env: { GOMEMLIMIT: EnvValue.of(...) }` of the agent',
  }),
  tail: defaultRow({
    about: 'reading of files',
    value: { pollSeconds: 1, files: 'currentAndRotated' as 'current' | 'currentAndRotated', longestEntry: '1MiB' },
    shown: ({ pollSeconds, longestEntry }) =>
      `files are looked for and read every ${pollSeconds} s, rotated ones included; an entry is at most ${longestEntry}, `
      + 'and a longer one is several',
    reason: 'the collector knows a file by its first kilobyte, so a rotated one is not read twice, and what is written and rotated away '
      + 'while the agent is replaced is not lost; by itself it looks five times a second',
    source: `[file log receiver](${CONTRIB}/receiver/filelogreceiver)`,
    change: '`files` of the input; `configOverrides`, under `file_log`',
  }),
  holdSeconds: defaultRow({
    about: 'entries of several lines',
    value: 2,
    shown: seconds => `end ${seconds} s after their first line at the latest`,
    reason: 'what is held in memory is lost with a killed container',
    source: `[recombine](${CONTRIB}/pkg/stanza/docs/operators/recombine.md)`,
    change: '`configOverrides`, under the receiver',
  }),
  wait: defaultRow({
    about: 'wait between two tries',
    value: { initialSeconds: 2, maxSeconds: 60, timeoutSeconds: 30 },
    shown: ({ initialSeconds, maxSeconds, timeoutSeconds }) =>
      `from ${initialSeconds} to at most ${maxSeconds} seconds, without an end; a request takes at most ${timeoutSeconds} seconds`,
    reason: 'by itself the collector drops after five minutes what was not taken',
    source: `[exporter helper](${CORE}/exporter/exporterhelper)`,
    change: '`retry` of the destination; `configOverrides`, under the exporter',
  }),
  s3WaitSeconds: defaultRow({
    about: 'wait between two tries of S3',
    value: 300,
    shown: seconds => `at most ${seconds / 60} minutes, one object at a time`,
    reason: 'the client of Amazon has 50 to 100 tries for all objects together until one succeeds again, and then gives an object up: so '
      + 'they last for two to four hours of an outage',
    source: '[retries of the client](https://docs.aws.amazon.com/sdk-for-go/v2/developer-guide/configure-retries-timeouts.html)',
    change: '`configOverrides`, under the exporter',
  }),
  batch: defaultRow({
    about: 'size of a request',
    value: { minBytes: 1_000_000, maxBytes: 3_000_000, flushSeconds: 1 },
    shown: ({ minBytes, maxBytes, flushSeconds }) =>
      `${minBytes / 1_000_000} to ${maxBytes / 1_000_000} MB before compression, and what there is after ${flushSeconds} s`,
    reason: 'servers of OTLP refuse requests above 4 MiB',
    source: `[batching of the queue](${CORE}/exporter/exporterhelper)`,
    change: '`configOverrides`, under the exporter',
  }),
  compactionMebibytes: defaultRow({
    about: 'files of the state',
    value: { neededAbove: 100, startedBelow: 10 },
    shown: ({ neededAbove, startedBelow }) =>
      `a queue that grew above ${neededAbove} MiB gives its disk back when less than ${startedBelow} MiB are left in it`,
    reason: 'without compaction a file keeps the size that it had in the worst outage',
    source: `[file storage](${CONTRIB}/extension/storage/filestorage)`,
    change: '`configOverrides`, under `file_storage`',
  }),
  metadataWaitSeconds: defaultRow({
    about: 'first metadata',
    value: 30,
    shown: seconds => 'lines are read when the pods of the node are known; without an answer of the API server the container ends after '
      + `${seconds} s and is started again`,
    reason: 'the lines of the first seconds would otherwise lack the labels of their pods',
    source: `[k8s attributes](${CONTRIB}/processor/k8sattributesprocessor)`,
    change: '`configOverrides: { k8s_attributes: { wait_for_metadata: false } }`',
  }),
  elasticsearchIndex: defaultRow({
    about: 'index of Elasticsearch',
    value: 'logs-kubernetes.otel-default',
    shown: index => `the data stream \`${index}\``,
    reason: 'Elasticsearch 8.16 and newer has a template for `logs-*.otel-*`, in which a label `app` and a label `app.kubernetes.io/name` '
      + 'are two fields',
    source: `[Elasticsearch exporter](${CONTRIB}/exporter/elasticsearchexporter)`,
    change: '`index: SearchIndex...` of the destination',
  }),
} as const satisfies DefaultTable;
