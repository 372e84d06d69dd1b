import { LogCollector, LogDestination, LogState } from '../../../../src';
import { Case, sleep } from '../bench';
import { Tally } from '../tally';

/**
 * What the chart fluent-bit-collector 1.1.1 writes with `storage.enabled: true`, as far as positions, buffers and records go; its output is
 * one that the suite can read.
 */
const CHART_CONFIG = `
env:
  STORAGE_PATH: /fluent-bit/data
service:
  log_level: info
  http_server: true
  http_listen: 0.0.0.0
  http_port: 2020
  storage.path: /fluent-bit/data
parsers:
  - name: kubernetes-tag
    format: regex
    regex: ^(?<namespace_name>[^.]+)\\.(?<pod_name>[^.]+)\\.(?<container_name>[^.]+)
pipeline:
  inputs:
    - name: tail
      alias: k8s-logs
      path: /var/log/containers/*.log
      tag_regex: (?<pod_name>[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)_(?<namespace_name>[^_]+)_(?<container_name>.+)-
      tag: kube.<namespace_name>.<pod_name>.<container_name>
      read_from_head: true
      multiline.parser: cri
      skip_long_lines: true
      storage.type: filesystem
      db: /fluent-bit/data/tail.db
  outputs:
    - name: http
      match: "*"
      host: back-end.test
      port: 8080
      format: json_lines
      retry_limit: no_limits
`;

/** The directory of the node that the chart keeps its state in. */
const STATE = '/var/fluent-bit/data';

export const TAKEOVER: readonly Case[] = [
  {
    name: 'takeover: positions and buffers of the chart fluent-bit-collector',
    only: ['Fluent Bit'],
    async run(bench) {
      const backEnd = await bench.backEnd();
      bench.api.add('shop', 'web-0');
      const tally = new Tally('takeover');
      const container = bench.node.start('shop', 'web-0');
      const chart = bench.pod(chartManifests(), 'chart');
      chart.start();
      await bench.ready();
      container.write(...tally.some(300));
      bench.expect(await bench.until(() => tally.compare(backEnd.text).lost.length === 0, 60), 'the chart does not deliver');
      await backEnd.down();
      container.write(...tally.some(300));
      await sleep(8);
      bench.figure(`the chart took ${(await chart.stop()).toFixed(1)} s to stop, with 300 lines in its buffers`);
      container.write(...tally.some(100));
      const agent = bench.agent({
        state: LogState.onNodeAt(STATE),
        destinations: [LogDestination.http({ url: 'http://back-end.test:8080/' })],
        collector: LogCollector.fluentBit({
          configOverrides: {
            service: { 'storage.path': '/var/lib/fluent-bit' },
            containers: { db: '/var/lib/fluent-bit/tail.db' },
          },
        }),
      });
      agent.start();
      await bench.ready();
      container.write(...tally.some(100));
      await backEnd.up();
      await tally.judge(bench, () => backEnd.text, { seconds: 90 });
    },
  },
];

/** The pod of the chart, as far as the suite imitates one. */
function chartManifests(): readonly any[] {
  const volumes = [
    { name: 'config', configMap: { name: 'chart' } },
    { name: 'varlog', hostPath: { path: '/var/log', type: 'Directory' } },
    { name: 'data', hostPath: { path: STATE, type: 'DirectoryOrCreate' } },
  ];
  const volumeMounts = [
    { name: 'config', mountPath: '/fluent-bit/etc/conf' },
    { name: 'varlog', mountPath: '/var/log', readOnly: true },
    { name: 'data', mountPath: '/fluent-bit/data' },
  ];
  const collector = {
    name: 'collector', command: ['/fluent-bit/bin/fluent-bit'],
    args: ['--workdir=/fluent-bit/etc', '--config=/fluent-bit/etc/conf/fluent-bit.yaml'], volumeMounts,
  };
  return [
    { kind: 'ConfigMap', metadata: { name: 'chart' }, data: { 'fluent-bit.yaml': CHART_CONFIG } },
    { kind: 'DaemonSet', metadata: { name: 'chart' }, spec: { template: { spec: { containers: [collector], volumes } } } },
  ];
}
