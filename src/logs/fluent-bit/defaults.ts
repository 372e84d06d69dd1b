import { defaultRow, DefaultTable } from '../../private/default-row';

const FLUENT_BIT = 'https://docs.fluentbit.io/manual';
const KUBERNETES = 'https://kubernetes.io/docs';

/** What applies to Fluent Bit where a user says nothing. */
export const FLUENT_BIT_DEFAULTS = {
  metadataCache: defaultRow({
    about: 'cache of metadata',
    value: { bufferSize: 0, cacheSeconds: 0 },
    shown: ({ bufferSize, cacheSeconds }) => `\`buffer_size: ${bufferSize}\` and \`kube_meta_cache_ttl: ${cacheSeconds}\`: no bound, no `
      + 'expiry',
    reason: 'with 32 KB the metadata of a larger pod is dropped and asked for with each line; entries that expire are fetched for '
      + 'each batch above 256 containers on a node',
    source: '[fluent/fluent-bit#11134](https://github.com/fluent/fluent-bit/issues/11134)',
    change: '`configOverrides` of `LogCollector.fluentBit(...)`, under `containers-metadata`',
  }),
  image: defaultRow({
    about: 'image of Fluent Bit',
    value: 'cr.fluentbit.io/fluent/fluent-bit:5.1.1',
    shown: image => `\`${image}\``,
    reason: 'the configuration is written for this release line',
    source: `[images of Fluent Bit](${FLUENT_BIT}/installation/docker)`,
    change: '`image` of `LogCollector.fluentBit(...)`',
  }),
  windowsImage: defaultRow({
    about: 'image of Fluent Bit on Windows nodes',
    value: 'cr.fluentbit.io/fluent/fluent-bit:windows-2022-5.1.1',
    shown: image => `\`${image}\``,
    reason: 'the image must be of the release of Windows that the nodes have; this one is for Windows Server 2022, `windows-2025-5.1.1` '
      + 'for 2025',
    source: `[images of Fluent Bit](${FLUENT_BIT}/installation/docker)`,
    change: '`image` of `LogCollector.fluentBit(...)`',
  }),
  port: defaultRow({
    about: 'port of health and metrics',
    value: 2020,
    shown: String,
    reason: 'it is the one that Fluent Bit is known by',
    source: `[monitoring](${FLUENT_BIT}/administration/monitoring)`,
    change: '`port`',
  }),
  listenAddress: defaultRow({
    about: 'address of health and metrics',
    value: '${POD_IP}',
    shown: address => `\`${address}\`, the address of the pod`,
    reason: 'the kubelet and Prometheus reach the pod by it, IPv4 or IPv6; `0.0.0.0` answers nobody in pods with IPv6 alone, and `::` '
      + 'cannot be opened on nodes without IPv6',
    source: `[pod fields](${KUBERNETES}/concepts/workloads/pods/downward-api/)`,
    change: '`listenAddress` of `LogCollector.fluentBit(...)`',
  }),
  flushMilliseconds: defaultRow({
    about: 'delivery',
    value: 1000,
    shown: milliseconds => `every ${milliseconds / 1000} s`,
    reason: 'it is what Fluent Bit does by itself',
    source: `[service section](${FLUENT_BIT}/administration/configuration-file/yaml/service-section)`,
    change: '`flushInterval` of `LogCollector.fluentBit(...)`',
  }),
  shutdownGraceSeconds: defaultRow({
    about: 'delivery when it is stopped',
    value: 15,
    shown: seconds => `tried for ${seconds} seconds; what is left waits on the node`,
    reason: 'well within the grace period of the pod, so that it is never killed while it writes',
    source: `[service section](${FLUENT_BIT}/administration/configuration-file/yaml/service-section)`,
    change: '`shutdownGrace` of `LogCollector.fluentBit(...)`',
  }),
  logLevel: defaultRow({
    about: 'log of the collector itself',
    value: 'info',
    shown: level => `\`${level}\``,
    reason: 'it is what Fluent Bit does by itself',
    source: `[service section](${FLUENT_BIT}/administration/configuration-file/yaml/service-section)`,
    change: '`logLevel` of `LogCollector.fluentBit(...)`',
  }),
  retryWait: defaultRow({
    about: 'wait between two tries',
    value: { baseSeconds: 2, capSeconds: 60 },
    shown: ({ baseSeconds, capSeconds }) => `from ${baseSeconds} to at most ${capSeconds} seconds`,
    reason: 'by itself the wait grows up to 33 minutes, in which files are rotated away',
    source: `[scheduling and retries](${FLUENT_BIT}/administration/scheduling-and-retries)`,
    change: '`configOverrides` of `LogCollector.fluentBit(...)`, under `service`',
  }),
  tail: defaultRow({
    about: 'reading of files',
    value: { refreshSeconds: 5, rotateWaitSeconds: 30, longestLine: '256K', fromBeginning: true },
    shown: ({ refreshSeconds, rotateWaitSeconds, longestLine, fromBeginning }) => `new files are looked for every ${refreshSeconds} `
      + `seconds and read from their ${fromBeginning ? 'beginning' : 'end'}, rotated ones are read for ${rotateWaitSeconds} seconds more, `
      + `lines above ${longestLine} are left out`,
    reason: 'pods that live for less than the interval leave no trace, by itself a minute; a longer line would otherwise end the '
      + 'reading of its file',
    source: `[tail](${FLUENT_BIT}/data-pipeline/inputs/tail)`,
    change: '`configOverrides` of `LogCollector.fluentBit(...)`, under the name of the input; `readFromBeginning` of the input',
  }),
} as const satisfies DefaultTable;
