import { createServer, Socket } from 'node:net';
import { LogCollector, LogDestination, LogFilter, LogMetadata, LogValue, SecretKey, SyslogFormat } from '../../../../src';
import { Bench, Case } from '../bench';

const only = ['OpenTelemetry Collector'];

/** What arrives at a port of TCP. */
async function listening(port: number): Promise<{ readonly text: () => string; readonly close: () => void }> {
  let text = '';
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket);
    socket.on('data', data => {text += data.toString('utf8');});
  });
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
  return {
    text: () => text,
    close: () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}

export const OPEN_TELEMETRY_DESTINATIONS: readonly Case[] = [
  {
    name: 'open telemetry: messages of syslog, after an outage too',
    only,
    async run(bench: Bench) {
      const newer = await listening(5514);
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent({
        metadata: LogMetadata.fromFileName(),
        filters: [LogFilter.addFields({ team: LogValue.text('platform') })],
        destinations: [
          LogDestination.syslog({ url: 'tcp://back-end.test:5514', appName: 'production', facility: 16, severity: 4 }),
          LogDestination.syslog({ name: 'older', url: 'tcp://back-end.test:5515', format: SyslogFormat.RFC3164 }),
        ],
      });
      container.write('a line with <angles> and "quotes"', '{"level":"info","n":1}');
      agent.start();
      await bench.ready();
      await bench.until(() => newer.text().split('\n').length > 2, 10);
      const older = await listening(5515);
      await bench.until(() => older.text().split('\n').length > 2, 20);
      await agent.stop();
      const [first = '', second = ''] = newer.text().split('\n');
      bench.expect(
        /^<132>1 \d{4}-\d\d-\d\dT[0-9:.]+(Z|[+-]\d\d:\d\d) node-1 production - - - a line with <angles> and "quotes"$/.test(first),
        `the first message is ${first}`,
      );
      bench.expect(second.endsWith(' - {"level":"info","n":1,"team":"platform"}'), `the second message is ${second}`);
      const [third = ''] = older.text().split('\n');
      bench.expect(
        /^<14>[A-Z][a-z]{2} [ \d]\d [0-9:]{8} node-1 kubernetes: a line with <angles> and "quotes"$/.test(third),
        `the older message is ${third}`,
      );
      newer.close();
      older.close();
    },
  },
  {
    name: 'open telemetry: Datadog takes what its documentation names',
    only,
    async run(bench: Bench) {
      const backEnd = await bench.backEnd();
      const agent = bench.agent({
        metadata: LogMetadata.fromFileName(),
        destinations: [
          LogDestination.datadog({ apiKey: SecretKey.of('datadog', 'key'), service: 'shop', tags: { cluster: 'production' } }),
        ],
        // there is no other way to another server
        collector: LogCollector.openTelemetryCollector({
          configOverrides: { 'otlp_http/datadog': { logs_endpoint: 'http://back-end.test:8080/v1/logs' } },
        }),
      }, { secrets: { 'datadog/key': 'the-key' } });
      bench.node.start('shop', 'web-0').write('a line');
      agent.start();
      await bench.ready();
      await bench.until(() => backEnd.taken.length > 0, 10);
      const [first] = backEnd.taken;
      const key = String(first?.headers['dd-api-key']);
      bench.expect(key === 'the-key', `the key is ${key}`);
      for (const text of [
        'datadog.host.name', 'node-1', 'datadog.log.source', 'kubernetes', 'service.name', 'shop', 'ddtags', 'cluster:production', 'a line',
      ]) {
        bench.expect(first?.body.includes(text) ?? false, `${text} did not arrive`);
      }
    },
  },
];
