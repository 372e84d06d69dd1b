import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import {
  MetricsScraping, NodeLog, NodeProblemDetectorProps, NodeProblemMonitor, NodeTuningProps, Sysctl, SystemStatsGroup,
} from '../../../src';

const word = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}$/);
const condition = fc.record({
  type: word.map(text => `Own${text}`), healthyReason: word, healthyMessage: fc.option(fc.string(), { nil: undefined }),
});
const times = fc.record({
  interval: fc.constantFrom(undefined, Duration.minutes(5)), timeout: fc.constantFrom(undefined, Duration.seconds(7)),
  port: fc.constantFrom(undefined, 1, 65535),
});
const logs = fc.constantFrom(
  NodeLog.kernel(), NodeLog.journal('kubelet'),
  NodeLog.file('/var/log/messages', { timestamp: '^.{15}', timestampFormat: 'Jan _2 15:04:05' }),
);

const {
  kernel, readonlyFilesystem, docker, systemd, abrt, frequentRestarts, kubeletHealth, kubeProxyHealth, containerRuntimeHealth,
} = NodeProblemMonitor;
const monitor: fc.Arbitrary<NodeProblemMonitor> = fc.oneof(
  fc.constantFrom(kernel, readonlyFilesystem, docker, systemd, abrt, frequentRestarts, containerRuntimeHealth).map(make => make()),
  times.map(options => kubeletHealth(options)),
  times.map(options => kubeProxyHealth(options)),
  fc.uniqueArray(fc.constantFrom(...Object.values(SystemStatsGroup)), {
    minLength: 1,
  }).map(groups => NodeProblemMonitor.systemStats({ groups })),
  fc.record({ log: logs, reason: word, pattern: fc.constantFrom('a|b', 'panic.*'), of: fc.option(condition, { nil: undefined }) })
    .map(({ log, of, ...rule }) => NodeProblemMonitor.log('own-log', { log, rules: [{ ...rule, condition: of }] })),
  fc.record({ text: fc.string(), args: fc.array(fc.string(), { maxLength: 2 }), reason: word, hostNetwork: fc.boolean() })
    .map(({ text, ...options }) => NodeProblemMonitor.plugin('own-script', { ...options, script: `#!/bin/bash\n${text}` })),
);

/** What can be said of node-problem-detector, so that it must be taken by any cluster. */
export const randomDetectorProps: fc.Arbitrary<NodeProblemDetectorProps> = fc.record({
  problemMonitors: fc.option(fc.uniqueArray(monitor, { minLength: 1, maxLength: 5, selector: ({ name }) => name }), { nil: undefined }),
  reportConditions: fc.constantFrom(undefined, false),
  reportEvents: fc.constantFrom(undefined, false),
  eventNamespace: fc.constantFrom(undefined, 'a'),
  port: fc.constantFrom(undefined, 9100),
  version: fc.constantFrom(undefined, '1.34.0'),
  scraping: fc.constantFrom(undefined, MetricsScraping.serviceMonitor(), MetricsScraping.podMonitor()),
});

/** Kernel parameters that nobody else sets. */
export const randomTuningProps: fc.Arbitrary<NodeTuningProps> = fc.record({
  sysctls: fc.uniqueArray(fc.oneof(
    fc.integer({ min: 0, max: 2147483647 }).map(Sysctl.maxMapCount),
    fc.integer({ min: 0, max: 200 }).map(value => Sysctl.of('vm/swappiness', String(value), { optional: true })),
    fc.constantFrom('0', '1').map(value => Sysctl.of('kernel.dmesg_restrict', value)),
    fc.constantFrom('4096 87380 6291456', '1\t2\t3').map(value => Sysctl.of('net.ipv4.tcp_rmem', value)),
    fc.stringMatching(/^[!-#%-[\]-~]{1,20}$/).map(value => Sysctl.of('kernel.core_pattern', value)),
  ), { minLength: 1, selector: ({ name }) => name }),
});
