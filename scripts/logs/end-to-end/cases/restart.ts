import { ContainerLogFiles, LogInput } from '../../../../src';
import { Case, sleep } from '../bench';
import { FakeContainer } from '../fake-node';
import { Tally } from '../tally';

/** A line that a container runtime cuts into parts. */
function long(mark: string): string {
  return `${mark} ${'x'.repeat(40_000)} end-of-${mark.replace(/#/g, '')}`;
}

export const RESTART: readonly Case[] = [
  {
    name: 'restart: TERM and KILL while containers write, and lines that come meanwhile',
    async run(bench) {
      const backEnd = await bench.backEnd();
      bench.api.add('shop', 'web-0', { app: 'web' });
      const tally = new Tally('restart');
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent();
      container.write(...tally.some(50), long(tally.next()));
      agent.start();
      await bench.ready();
      for (const signal of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const) {
        const writing = writeFor(container, tally, 1.5);
        await sleep(1);
        await agent.stop(signal);
        await writing;
        container.write(...tally.some(20), long(tally.next()));
        agent.start();
        await bench.ready();
      }
      // what was sent and not yet marked as sent when it was killed comes again: at most what was read within a second
      await tally.judge(bench, () => backEnd.text, { doubled: 400 });
      const ends = new Set([...backEnd.text.matchAll(/end-of-restart-\d+/g)].map(([text]) => text));
      bench.expect(ends.size === 4, `4 long lines were written, ${ends.size} arrived whole`);
    },
  },
  {
    name: 'restart: TERM and KILL between the parts of a long line',
    async run(bench) {
      const backEnd = await bench.backEnd();
      bench.api.add('shop', 'web-0');
      const tally = new Tally('parts');
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent();
      agent.start();
      await bench.ready();
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        container.write(tally.next());
        container.writePart(`first part of ${signal}; `);
        await sleep(0.5);
        await agent.stop(signal);
        container.write(`last part of ${signal}`, tally.next());
        agent.start();
        await bench.ready();
      }
      await tally.judge(bench, () => backEnd.text, { doubled: 4 });
      const has = (text: string) => backEnd.text.includes(text);
      const texts = ['first part of SIGTERM', 'last part of SIGTERM', 'last part of SIGKILL'];
      texts.forEach(text => bench.expect(has(text), `the ${text} is lost`));
      // what the guide says of it: what is held of a line whose end was not written yet
      const outcome = has('first part of SIGKILL') ? 'arrived' : 'is lost, as the guide says';
      bench.figure(`the first part of a line that was open at KILL ${outcome}`);
    },
  },
  {
    name: 'restart: rotation while the agent runs',
    async run(bench) {
      const backEnd = await bench.backEnd();
      bench.api.add('shop', 'web-0');
      const tally = new Tally('rotation');
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent();
      agent.start();
      await bench.ready();
      for (let turn = 0; turn < 4; turn += 1) {
        container.burst(tally.some(2000));
        container.rotate();
        container.write(...tally.some(20));
        await sleep(1);
      }
      await tally.judge(bench, () => backEnd.text);
    },
  },
  {
    name: 'restart: rotation while the agent is away, with rotated files read too',
    only: ['Fluent Bit'],
    async run(bench) {
      const backEnd = await bench.backEnd();
      bench.api.add('shop', 'web-0');
      const tally = new Tally('away');
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent({ inputs: [LogInput.containers({ files: ContainerLogFiles.CURRENT_AND_ROTATED })] });
      agent.start();
      await bench.ready();
      container.write(...tally.some(100));
      await bench.until(() => tally.compare(backEnd.text).lost.length === 0);
      await agent.stop();
      container.write(...tally.some(100));
      container.rotate();
      container.write(...tally.some(100));
      agent.start();
      await bench.ready();
      await tally.judge(bench, () => backEnd.text, { doubled: 200 });
    },
  },
];

async function writeFor(container: FakeContainer, tally: Tally, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    container.write(...tally.some(3));
    await sleep(0.02);
  }
}
