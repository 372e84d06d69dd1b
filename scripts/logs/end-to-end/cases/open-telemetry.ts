import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import {
  LogCompression, LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogMetadata, LogValue, MultilineLogs,
} from '../../../../src';
import { Bench, Case, sleep } from '../bench';
import { FakeContainer } from '../fake-node';
import { Tally } from '../tally';

const only = ['OpenTelemetry Collector'];
const PORT = 8080;
const KILLS = Number(process.env.LOGS_KILLS ?? 5);

async function writeFor(container: FakeContainer, tally: Tally, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    container.burst(tally.some(20));
    await sleep(0.01);
  }
}

/** Kills the collector many times while lines are written. */
async function killed(bench: Bench, tally: Tally, agent: ReturnType<Bench['agent']>, signal: 'SIGTERM'
  | 'SIGKILL' = 'SIGKILL'): Promise<void> {
  const container = bench.node.start('shop', 'web-0');
  agent.start();
  await bench.ready();
  for (let turn = 0; turn < KILLS; turn += 1) {
    const writing = writeFor(container, tally, 2);
    await sleep(0.5 + Math.random());
    await agent.stop(signal);
    await writing;
    agent.start();
    await bench.ready();
  }
}

/** The size of everything in the state, in MiB. */
function stateMebibytes(bench: Bench): number {
  const directory = join(bench.node.root, 'var/lib/node-agents/node-agents-logs');
  return existsSync(directory) ? readdirSync(directory).reduce((sum, file) => sum + statSync(join(directory, file)).size, 0) / 1048576 : 0;
}

export const OPEN_TELEMETRY: readonly Case[] = [
  {
    name: 'open telemetry: records, filters and conditions',
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      bench.api.add('shop', 'web-0', { 'app': 'web', 'app.kubernetes.io/name': 'shop' });
      const container = bench.node.start('shop', 'web-0');
      bench.node.start('node-agents', 'logs-x', 'opentelemetry-collector').write('own log');
      container.write(
        '#text#', '{"level":"debug","m":"#debug#"}', '{"level":"ERROR","m":"#error#","n":12345678901234567,"http":{"status":500}}',
        '{"m":"#none#"} behind', '{"severity":"info","m":"#chosen#","http":{"status":200}}',
      );
      container.writeError('#stderr#');
      const agent = bench.agent({
        filters: [LogFilter.level(LogLevel.INFO)],
        destinations: [
          LogDestination.otlpHttp({ url: `http://back-end.test:${PORT}`, compression: LogCompression.NONE }),
          LogDestination.otlpHttp({
            name: 'chosen', url: `http://back-end.test:${PORT}/chosen`, bodyField: 'm', compression: LogCompression.NONE,
            when: LogCondition.isOneOf(LogValue.field('http', 'status'), ['200', '500']),
          }),
          LogDestination.loki({
            url: `http://back-end.test:${PORT}`, compression: LogCompression.NONE, removeFields: ['n'],
            structuredMetadata: { status: LogValue.field('http', 'status') },
          }),
        ],
      });
      agent.start();
      await bench.ready();
      await sleep(5);
      bench.expect(!backEnd.text.includes('#debug#'), 'a line below the level arrived');
      bench.expect(!backEnd.text.includes('own log'), 'the agent reads its own log');
    },
  },
  {
    name: 'open telemetry: five KILLs while lines are written',
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('kill');
      await killed(bench, tally, bench.agent({ metadata: LogMetadata.fromFileName() }));
      await tally.judge(bench, () => backEnd.text, { doubled: 10_000 });
    },
  },
  {
    name: 'open telemetry: five TERMs while lines are written',
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('term');
      await killed(bench, tally, bench.agent({ metadata: LogMetadata.fromFileName() }), 'SIGTERM');
      await tally.judge(bench, () => backEnd.text);
    },
  },
  {
    name: 'open telemetry: rotation while the agent is away',
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('away');
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent({ metadata: LogMetadata.fromFileName() });
      agent.start();
      await bench.ready();
      container.write(...tally.some(100));
      await bench.until(() => tally.compare(backEnd.text).lost.length === 0);
      await agent.stop('SIGKILL');
      container.write(...tally.some(100));
      container.rotate();
      container.write(...tally.some(100));
      agent.start();
      await bench.ready();
      await tally.judge(bench, () => backEnd.text);
    },
  },
  // TERM loses what waits for room in the queue, which the guide says
  ...(['SIGKILL'] as const).map((signal): Case => ({
    name: `open telemetry: ${signal} while the queue is full`,
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('full');
      const containers = ['a', 'b', 'c'].map(pod => bench.node.start('shop', pod));
      await backEnd.down();
      const agent = bench.agent({
        metadata: LogMetadata.fromFileName(),
        destinations: [LogDestination.otlpHttp({ url: `http://back-end.test:${PORT}`, bufferLimit: Size.kibibytes(200) })],
      });
      agent.start();
      await bench.ready();
      containers.forEach(container => container.burst(tally.some(3000)));
      await sleep(4);
      bench.figure(`stop took ${(await agent.stop(signal)).toFixed(1)} s`);
      agent.start();
      await bench.ready();
      await backEnd.up();
      await tally.judge(bench, () => backEnd.text, { doubled: 9000, seconds: 90 });
    },
  })),
  ...(['SIGTERM', 'SIGKILL'] as const).map((signal): Case => ({
    name: `open telemetry: ${signal} while a stack trace is open`,
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('trace');
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent({
        metadata: LogMetadata.fromFileName(), inputs: [LogInput.containers({ multiline: [MultilineLogs.java()] })],
      });
      agent.start();
      await bench.ready();
      container.write(tally.next(), `Exception ${tally.next()}`, `\tat ${tally.next()}`);
      container.writeError(`${tally.next()} of the other stream`);
      container.write(`\tat ${tally.next()}`, tally.next());
      await sleep(1.3);
      await agent.stop(signal);
      agent.start();
      await bench.ready();
      container.write(tally.next());
      await bench.until(() => tally.compare(backEnd.text).lost.length === 0, 10);
      const { lost, doubled } = tally.compare(backEnd.text);
      bench.figure(`${tally.sent.length} lines: ${lost.length} lost, ${doubled} doubled`);
      bench.expect(signal === 'SIGKILL' || lost.length === 0, `${lost.length} lines are lost`);
      const joined = /Exception #trace-1#\n\tat #trace-2#\n\tat #trace-4#/.test(backEnd.text);
      bench.expect(signal === 'SIGKILL' || joined, 'the trace is not one entry of one stream');
    },
  })),
  {
    name: 'open telemetry: a long outage, and the disk afterwards',
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('disk');
      const containers = Array.from({ length: 20 }, (_, index) => bench.node.start('shop', `web-${index}`));
      await backEnd.down();
      const agent = bench.agent({ metadata: LogMetadata.fromFileName() });
      agent.start();
      await bench.ready();
      for (let turn = 0; turn < 10; turn += 1) {
        containers.forEach(container => container.burst(tally.some(500).map(mark => `${mark} ${'x'.repeat(1000)}`)));
        await sleep(1);
      }
      await sleep(5);
      bench.figure(`100,000 lines of 1,000 bytes wait in ${stateMebibytes(bench).toFixed(0)} MiB`);
      await backEnd.up();
      await tally.judge(bench, () => backEnd.text, { seconds: 120, doubled: 0 });
      await sleep(12);
      bench.figure(`then the state has ${stateMebibytes(bench).toFixed(0)} MiB`);
    },
  },
  {
    name: 'open telemetry: how much, in how much memory',
    only,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('burst');
      const containers = Array.from({ length: 20 }, (_, index) => bench.node.start('shop', `web-${index}`));
      containers.forEach(container =>
        container.burst(tally.some(10_000).map(mark => `{"level":"info","mark":"${mark}","message":"${'x'.repeat(100)}"}`)));
      const agent = bench.agent({ metadata: LogMetadata.fromFileName() });
      agent.start();
      const begun = Date.now();
      await bench.until(() => tally.compare(backEnd.text).lost.length === 0, 120);
      bench.figure(`200,000 lines of JSON took ${((Date.now() - begun) / 1000).toFixed(1)} s`);
      bench.figure(memoryOf());
      await tally.judge(bench, () => backEnd.text, { doubled: 200_000 });
    },
  },
];

function memoryOf(): string {
  const pids = execFileSync('pgrep', ['-f', 'config=/etc/otelcol/config.yaml']).toString().trim().split('\n');
  return pids.map(pid => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const time = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
      return `RSS ${(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024).toFixed(0)} MiB, peak `
        + `${(Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024).toFixed(0)} MiB, processor `
        + `${((Number(time[13]) + Number(time[14])) / 100).toFixed(1)} s`;
    } catch {
      return '';
    }
  }).join('');
}
