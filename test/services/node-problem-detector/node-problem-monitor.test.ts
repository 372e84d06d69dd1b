import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { NodeLog, NodeProblemDetector, NodeProblemMonitor, SystemStatsGroup } from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';
import { runs } from '../../support/runs';

function configOf(monitor: NodeProblemMonitor): any {
  const chart = testChart();
  new NodeProblemDetector(chart, 'npd', { problemMonitors: [monitor] });
  return JSON.parse(objectOf(chart, 'ConfigMap').data[`${monitor.name}.json`]);
}

const log = NodeLog.journal('kubelet');
const script = '#!/bin/bash\n';

test('a plugin runs its script with its times, and says what it found', () => {
  const monitor = NodeProblemMonitor.plugin('ntp', {
    script, reason: 'NtpIsDown', args: ['ntp'], interval: Duration.minutes(5), timeout: Duration.seconds(9),
    condition: { type: 'NtpProblem', healthyReason: 'NtpIsUp' },
  });
  expect(configOf(monitor)).toEqual({
    plugin: 'custom',
    pluginConfig: { invoke_interval: '300s', timeout: '9s', max_output_length: 256, concurrency: 1 },
    source: 'ntp',
    conditions: [{ type: 'NtpProblem', reason: 'NtpIsUp', message: 'NtpIsUp' }],
    rules: [{ type: 'permanent', condition: 'NtpProblem', reason: 'NtpIsDown', path: '/opt/node-problem-detector/ntp', args: ['ntp'] }],
  });
  expect(monitor.conditions).toEqual(['NtpProblem']);
});

test('a health check never repairs, and gives up before it is killed', () => {
  const [{ args }] = configOf(NodeProblemMonitor.containerRuntimeHealth()).rules;
  expect(args).toEqual(expect.arrayContaining([
    '--enable-repair=false', '--health-check-timeout=18s', '--cri-timeout=18s', '--crictl-path=/opt/node/crictl',
  ]));
});

test('rules of a log share a condition, and alternatives end at the end of the line', () => {
  const condition = { type: 'DatabaseGone', healthyReason: 'DatabaseThere' };
  const { conditions, rules, ...others } = configOf(NodeProblemMonitor.log('shop', {
    log, rules: [
      { reason: 'Lost', pattern: 'lost|gone', condition }, { reason: 'Closed', pattern: 'closed', condition },
      { reason: 'Slow', pattern: 'slow' },
    ],
  }));
  expect(others).toEqual({
    plugin: 'journald', pluginConfig: { source: 'kubelet' }, logPath: '/var/log/journal', lookback: '5m', bufferSize: 10, source: 'shop',
  });
  expect(conditions).toEqual([{ type: 'DatabaseGone', reason: 'DatabaseThere', message: 'DatabaseThere' }]);
  expect(rules).toEqual([
    { type: 'permanent', condition: 'DatabaseGone', reason: 'Lost', pattern: '(?:lost|gone)' },
    { type: 'permanent', condition: 'DatabaseGone', reason: 'Closed', pattern: 'closed' },
    { type: 'temporary', reason: 'Slow', pattern: 'slow' },
  ]);
});

test('stats are of the node, whatever the order they are asked for in', () => {
  const { CPU, NET, MEMORY } = SystemStatsGroup;
  expect(Object.keys(configOf(NodeProblemMonitor.systemStats({ groups: [NET, CPU, NET] })))).toEqual(['cpu', 'net', 'invokeInterval']);
  expect(Object.keys(configOf(NodeProblemMonitor.systemStats())).slice(0, 2)).toEqual([CPU, MEMORY]);
});

test.each<[string, string, () => unknown]>([
  ['a name in capitals', 'invalid-name', () => NodeProblemMonitor.plugin('NTP', { script, reason: 'A' })],
  ['a script that names no program', 'invalid-node-monitor', () => NodeProblemMonitor.plugin('a', { script: 'exit 1', reason: 'A' })],
  ['a reason of two words', 'invalid-node-monitor', () => NodeProblemMonitor.plugin('a', { script, reason: 'two words' })],
  ['a check that is longer than its interval', 'invalid-node-monitor',
    () => NodeProblemMonitor.kubeletHealth({ interval: Duration.seconds(5), timeout: Duration.seconds(6) })],
  ['the condition of the kubelet', 'node-condition-conflict',
    () => NodeProblemMonitor.plugin('a', { script, reason: 'A', condition: { type: 'Ready', healthyReason: 'A' } })],
  ['one condition with two healthy reasons', 'node-condition-conflict', () => NodeProblemMonitor.log('a', {
    log, rules: ['B', 'C'].map(healthyReason => ({ reason: 'A', pattern: 'a', condition: { type: 'A', healthyReason } })),
  })],
  ['a pattern with look-ahead', 'invalid-pattern', () => NodeProblemMonitor.log('a', { log, rules: [{ reason: 'A', pattern: '(?=a)' }] })],
  ['a log without rules', 'invalid-node-monitor', () => NodeProblemMonitor.log('a', { log, rules: [] })],
  ['a log that is no file', 'invalid-node-monitor', () => NodeLog.file('syslog', { timestamp: 'a', timestampFormat: 'b' })],
  ['a time that cannot be read', 'invalid-pattern', () => NodeLog.file('/var/log/a', { timestamp: '(', timestampFormat: 'b' })],
  ['no identifier', 'invalid-node-monitor', () => NodeLog.journal('')],
  ['no stats', 'invalid-node-monitor', () => NodeProblemMonitor.systemStats({ groups: [] })],
])('%s is refused', (_, code, make) => {
  expect(reading(make)).toThrow(new RegExp(`^${code}: .*; given: .*; fix: `));
});

test('whatever the script and its arguments, the configuration is read as they are', () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.string(), { minLength: 1 }), (text, args) => {
    const { rules: [rule] } = configOf(NodeProblemMonitor.plugin('a', { script: `${script}${text}`, reason: 'A', args }));
    expect(rule.args).toEqual(args);
  }), { numRuns: runs(30) });
});
