import { Case, sleep } from '../bench';
import { Tally } from '../tally';

/** How long the back end is away. Ten minutes in the long run: LOGS_OUTAGE_SECONDS=600. */
const OUTAGE_SECONDS = Number(process.env.LOGS_OUTAGE_SECONDS ?? 20);

export const OUTAGE: readonly Case[] = [
  {
    name: `outage: ${OUTAGE_SECONDS} seconds with TERM and KILL in between`,
    async run(bench) {
      const backEnd = await bench.backEnd();
      bench.api.add('shop', 'web-0');
      const tally = new Tally('outage');
      const container = bench.node.start('shop', 'web-0');
      const agent = bench.agent();
      agent.start();
      await bench.ready();
      container.write(...tally.some(100));
      await bench.until(() => tally.compare(backEnd.text).lost.length === 0);
      await backEnd.down();
      // a node goes on writing, and its kubelet rotating
      const writing = setInterval(() => container.burst(tally.some(10)), 100);
      await sleep(OUTAGE_SECONDS / 4);
      container.rotate();
      await sleep(OUTAGE_SECONDS / 4);
      bench.figure(`TERM with undelivered lines took ${(await agent.stop()).toFixed(1)} s`);
      agent.start();
      await bench.ready();
      await sleep(OUTAGE_SECONDS / 4);
      container.rotate();
      await sleep(OUTAGE_SECONDS / 4);
      await agent.stop('SIGKILL');
      agent.start();
      await bench.ready();
      clearInterval(writing);
      await backEnd.up();
      const back = Date.now();
      await bench.until(() => tally.compare(backEnd.text).lost.length === 0, 120);
      bench.figure(`everything had arrived ${((Date.now() - back) / 1000).toFixed(0)} s after it was back`);
      await tally.judge(bench, () => backEnd.text, { doubled: 1000 });
    },
  },
];
