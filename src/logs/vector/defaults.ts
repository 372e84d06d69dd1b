import { defaultRow, DefaultTable } from '../../private/default-row';

const VECTOR = 'https://vector.dev/docs';
const UPGRADE = 'https://vector.dev/highlights/2026-07-14-0-57-0-upgrade-guide/';

/** What applies to a LogAgent with Vector, in addition to the defaults of every LogAgent. */
export const VECTOR_DEFAULTS = {
  version: defaultRow({
    about: 'release of Vector',
    value: '0.57.0',
    shown: version => `\`${version}\``,
    reason: 'the configuration is written for 0.55 to 0.57, and its options are those of this release',
    source: '[releases](https://vector.dev/releases/)',
    change: '`version` of `LogCollector.vector(...)`',
  }),
  image: defaultRow({
    about: 'image of Vector',
    value: { name: 'docker.io/timberio/vector', variant: 'distroless-libc', journalVariant: 'debian' },
    shown: ({ name, variant, journalVariant }) => `\`${name}:VERSION-${variant}\`, and \`-${journalVariant}\` where the journal is read`,
    reason: 'it has no shell; the journal is read by the program `journalctl`, which only the image with Debian brings',
    source: `[images of Vector](${VECTOR}/setup/installation/platforms/docker/)`,
    change: '`image` of `LogCollector.vector(...)`',
  }),
  port: defaultRow({
    about: 'port of metrics and probes',
    value: 9090,
    shown: String,
    reason: 'it is the one of the chart of Vector',
    source: `[prometheus_exporter](${VECTOR}/reference/configuration/sinks/prometheus_exporter/)`,
    change: '`port`',
  }),
  listenAddress: defaultRow({
    about: 'address of metrics and probes',
    value: '::',
    shown: address => `\`${address}\``,
    reason: 'it serves IPv4 and IPv6 pods alike; nodes whose kernel has IPv6 switched off (`ipv6.disable=1`) need `0.0.0.0`',
    source: '[ipv6(7)](https://man7.org/linux/man-pages/man7/ipv6.7.html)',
    change: '`listenAddress` of `LogCollector.vector(...)`',
  }),
  api: defaultRow({
    about: 'API of Vector',
    value: false,
    shown: isOn => (isOn ? 'on' : 'off: probes ask for the metrics'),
    reason: 'it has no authentication, and `vector tap` shows every line of the node to whoever reaches the pod',
    source: `[API](${VECTOR}/reference/api/)`,
    change: '`apiPort` of `LogCollector.vector(...)`',
  }),
  shutdownGraceSeconds: defaultRow({
    about: 'delivery when Vector is stopped',
    value: 50,
    shown: seconds => `tried for ${seconds} seconds; the pod is killed after 10 more`,
    reason: 'Vector takes up to 60 by itself; what is left waits in the buffers on the node',
    source: `[VECTOR_GRACEFUL_SHUTDOWN_LIMIT_SECS](${VECTOR}/reference/cli/)`,
    change: '`shutdownGrace` of `LogCollector.vector(...)`',
  }),
  logLevel: defaultRow({
    about: 'log of Vector itself',
    value: 'info',
    shown: level => `\`${level}\``,
    reason: 'it is what Vector does by itself',
    source: `[VECTOR_LOG](${VECTOR}/reference/cli/)`,
    change: '`logLevel` of `LogCollector.vector(...)`',
  }),
  threads: defaultRow({
    about: 'threads of Vector',
    value: 4,
    shown: String,
    reason: 'by itself one for each processor of the node: on a large node the memory of idle threads alone exceeds the limit',
    source: `[VECTOR_THREADS](${VECTOR}/reference/cli/)`,
    change: '`threads` of `LogCollector.vector(...)`',
  }),
  reading: defaultRow({
    about: 'reading of files by Vector',
    value: { rescanMilliseconds: 5000, longestLine: 262_144, longestEntry: 1_048_576 },
    shown: ({ rescanMilliseconds, longestLine, longestEntry }) => `new files are looked for every ${rescanMilliseconds / 1000} seconds; `
      + 'lines above '
      + `${longestLine / 1024} KiB, and above ${longestEntry / 1024} KiB when put together from parts, are left out`,
    reason: 'by itself once a minute, so that short-lived pods leave nothing; lines above 32 KiB are left out, joined ones have no limit',
    source: `[kubernetes_logs](${VECTOR}/reference/configuration/sources/kubernetes_logs/)`,
    change: '`configOverrides` of `LogCollector.vector(...)`, under the name of the input',
  }),
  podCache: defaultRow({
    about: 'what Vector knows of pods',
    value: { keepSeconds: 300, apiServerCache: true },
    shown: ({ keepSeconds, apiServerCache }) => `kept for ${keepSeconds} seconds after a pod is gone; `
      + (apiServerCache ? 'lists come from the cache of the API server' : 'lists come from etcd'),
    reason: 'lines that are read late keep their labels; an uncached list of each node burdens etcd in a rollout',
    source: `[kubernetes_logs](${VECTOR}/reference/configuration/sources/kubernetes_logs/)`,
    change: '`configOverrides` of `LogCollector.vector(...)`, under the name of the input',
  }),
  buffer: defaultRow({
    about: 'a full buffer of Vector',
    value: 'block' as 'block' | 'drop_newest',
    shown: policy => (policy === 'block' ? 'reading stops until there is room' : 'the newest logs are dropped'),
    reason: 'nothing is dropped that is still in the files of the node',
    source: `[buffering](${VECTOR}/architecture/buffering-model/)`,
    change: '`configOverrides` of `LogCollector.vector(...)`: `{ NAME: { buffer: { when_full: \'drop_newest\' } } }`',
  }),
  lokiJob: defaultRow({
    about: 'labels in Loki from Vector',
    value: 'vector',
    shown: job => `\`job: ${job}\`, \`node\`, and namespace, pod and container where they are known`,
    reason: 'a stream for each container, and for each node where a line is not of a container',
    source: '[labels of Loki](https://grafana.com/docs/loki/latest/get-started/labels/bp-labels/)',
    change: '`labels` of `LogDestination.loki(...)`',
  }),
  lokiConfinement: defaultRow({
    about: 'confinement of Loki labels',
    value: 'off' as const,
    shown: () => '`dangerously_allow_unconfined_template_resolution` on Loki, and on an index whose prefix comes from the line, alone',
    reason: 'from 0.57 Vector refuses values that begin with a field of the record, as the value of a label does; a label is no place '
      + 'that a line could escape from',
    source: `[0.57 upgrade guide](${UPGRADE})`,
    change: 'other `labels` of `LogDestination.loki(...)`',
  }),
  scrapeSeconds: defaultRow({
    about: 'metrics of Vector',
    value: 15,
    shown: seconds => `made every ${seconds} seconds`,
    reason: 'by itself each second, which costs more than it tells',
    source: `[internal_metrics](${VECTOR}/reference/configuration/sources/internal_metrics/)`,
    change: '`configOverrides` of `LogCollector.vector(...)`, under `internal-metrics`',
  }),
} as const satisfies DefaultTable;
