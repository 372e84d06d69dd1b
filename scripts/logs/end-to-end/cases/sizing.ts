import { execFileSync } from 'node:child_process';
import { Case, Bench, sleep } from '../bench';
import { FakeContainer } from '../fake-node';
import { FakePod } from '../fake-pod';
import { Tally } from '../tally';

/** Lines a second that nodes write. */
const RATES = [1000, 5000, 10_000];

const SECONDS = 20;

const OUTAGE_LINES = 50_000;

/** How many containers write them. */
const CONTAINERS = 10;

/** What a collector takes of a node. Asked for by name: `npm run logs:end-to-end -- sizing`. */
export const SIZING: readonly Case[] = [
  ...RATES.map((rate): Case => ({
    name: `sizing: ${rate} lines a second`,
    onDemand: true,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const { containers, agent } = await started(bench);
      const tally = new Tally('sizing');
      const before = agent.use();
      for (let tick = 0; tick < SECONDS * 10; tick++) {
        const due = Date.now() + 100;
        containers.forEach(container => container.burst(lines(tally, rate / 10 / CONTAINERS)));
        await sleep(Math.max(0, due - Date.now()) / 1000);
      }
      bench.expect(await bench.until(() => tally.compare(backEnd.text).lost.length === 0, 120), 'it does not keep up');
      const { processorSeconds, peakMebibytes } = agent.use();
      const used = processorSeconds - before.processorSeconds;
      bench.figure(`${(used / SECONDS * 1000).toFixed(0)}m of a processor, ${(tally.sent.length / used).toFixed(0)} lines for a `
        + `processor second, ${peakMebibytes.toFixed(0)} MiB at the peak`);
    },
  })),
  {
    name: `sizing: ${OUTAGE_LINES} lines wait`,
    onDemand: true,
    async run(bench) {
      const { containers, agent } = await started(bench);
      const tally = new Tally('sizing');
      containers.forEach(container => container.burst(lines(tally, OUTAGE_LINES / CONTAINERS)));
      let bytes = 0;
      let since = Date.now();
      // until it has read everything, and what waits does not grow any more
      await bench.until(() => {
        const now = bytesBelow(bench.node.path('/var/lib/node-agents'));
        if (now !== bytes) {[bytes, since] = [now, Date.now()];}
        return Date.now() - since > 15_000;
      }, 240);
      bench.figure(`${(bytes / 1024 / 1024).toFixed(0)} MiB on the disk, ${(bytes / OUTAGE_LINES).toFixed(0)} bytes a line, `
        + `${agent.use().peakMebibytes.toFixed(0)} MiB of memory at the peak`);
    },
  },
];

function bytesBelow(directory: string): number {
  return Number(execFileSync('du', ['-s', '--block-size=1', directory], { encoding: 'utf8' }).split(/\s/)[0]);
}

async function started(bench: Bench): Promise<{ readonly containers: readonly FakeContainer[]; readonly agent: FakePod }> {
  const containers = Array.from({ length: CONTAINERS }, (_, index) => {
    bench.api.add('shop', `web-${index}`, { app: 'web' });
    return bench.node.start('shop', `web-${index}`);
  });
  const agent = bench.agent();
  agent.start();
  bench.expect(await bench.ready(), 'it does not start');
  return { containers, agent };
}

/** Of 170 bytes, every other one JSON. */
function lines(tally: Tally, count: number): string[] {
  return tally.some(count).map((mark, index) => index % 2 === 0
    ? `{"level":"info","status":200,"path":"/api/v1/orders","message":"${mark} ${'x'.repeat(70)}"}`.padEnd(130)
    : `GET /api/v1/orders 200 12ms ${mark} ${'x'.repeat(80)}`.padEnd(130));
}
