import { LogInput, MultilineLogs } from '../../../../src';
import { Case, sleep } from '../bench';
import { FakeContainer } from '../fake-node';
import { Tally } from '../tally';

/** A stack trace of Java, a mark in each line. */
function trace(tally: Tally, lines: number = 12): string[] {
  return [
    `Exception in thread "main" java.lang.IllegalStateException: ${tally.next()}`,
    ...Array.from({ length: lines - 1 }, () => `\tat com.example.Shop.order(Shop.java:42) ${tally.next()}`),
  ];
}

export const MULTILINE: readonly Case[] = [
  ...(['SIGTERM', 'SIGKILL'] as const).map((signal): Case => ({
    name: `multiline: ${signal.slice(3)} right after a stack trace, of Java and by a first line`,
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('trace');
      bench.api.add('shop', 'java-0');
      bench.api.add('shop', 'own-0');
      const [java, own] = [bench.node.start('shop', 'java-0'), bench.node.start('shop', 'own-0')];
      const agent = bench.agent({
        inputs: [LogInput.containers({
          multiline: [
            MultilineLogs.java(), MultilineLogs.startingWith('^BEGIN '),
          ],
        })],
      });
      agent.start();
      await bench.ready();
      for (let turn = 0; turn < 3; turn += 1) {
        java.write(...trace(tally));
        own.write(`BEGIN ${tally.next()}`, `more ${tally.next()}`, `BEGIN ${tally.next()}`);
        await sleep(0.3);
        await agent.stop(signal);
        agent.start();
        await bench.ready();
      }
      await tally.judge(bench, () => backEnd.text, { doubled: 60 });
    },
  })),
  {
    name: 'multiline: lines of a trace are one entry, and stderr is never in an entry of stdout',
    async run(bench) {
      const backEnd = await bench.backEnd();
      const tally = new Tally('joined');
      bench.api.add('shop', 'java-0');
      bench.api.add('own', 'own-0');
      const java = bench.node.start('shop', 'java-0');
      const own = bench.node.start('own', 'own-0');
      const agent = bench.agent({
        inputs: [
          LogInput.containers({ namespaces: ['shop'], multiline: [MultilineLogs.java()] }),
          LogInput.containers({ name: 'own', namespaces: ['own'], multiline: [MultilineLogs.startingWith('^BEGIN ')] }),
        ],
      });
      agent.start();
      await bench.ready();
      const traces = 100;
      let spent = 0;
      for (let turn = 0; turn < traces; turn += 1) {
        const begun = Date.now();
        await writeSlowly(java, trace(tally));
        spent += Date.now() - begun;
        own.write(`BEGIN ${tally.next()}`);
        own.writeError(`warning ${tally.next()}`);
        own.write(`of BEGIN ${tally.next()}`, `BEGIN ${tally.next()}`, `pair ${tally.next()}`);
        await sleep(0.07);
      }
      await tally.judge(bench, () => backEnd.text);
      const entries = entriesOf(backEnd.text);
      const whole = entries.filter(text => text.startsWith('Exception') && (text.match(/\tat /g) ?? []).length === 11).length;
      bench.figure(`${whole} of ${traces} traces arrived in one piece, written within ${(spent / traces).toFixed(0)} ms each`);
      bench.expect(whole >= traces * 0.6, `only ${whole} of ${traces} traces arrived in one piece`);
      const mixed = entries.filter(text => text.includes('warning') && /BEGIN|Exception/.test(text));
      bench.expect(mixed.length === 0, `${mixed.length} entries have lines of stdout and of stderr: ${JSON.stringify(mixed[0])}`);
    },
  },
  {
    name: 'multiline: 40 pods go on being read while the back end is down',
    async run(bench) {
      const backEnd = await bench.backEnd();
      await backEnd.down();
      const tally = new Tally('many');
      const containers = Array.from({ length: 40 }, (_, index) => {
        bench.api.add('shop', `web-${index}`);
        return bench.node.start('shop', `web-${index}`);
      });
      const agent = bench.agent({ inputs: [LogInput.containers({ multiline: [MultilineLogs.java()] })] });
      agent.start();
      await bench.ready();
      for (let second = 0; second < 30; second += 1) {
        containers.forEach(container => container.burst([
          tally.next(), `java.lang.Error: ${tally.next()}`, `\tat a.b(C.java:1) ${tally.next()}`,
        ]));
        await sleep(0.5);
      }
      const paused = agent.log.split('\n').filter(line => /paused|pausing/.test(line));
      bench.expect(paused.length === 0, `reading was paused: ${paused[0]}`);
      await backEnd.up();
      await tally.judge(bench, () => backEnd.text, { seconds: 90, doubled: 0 });
    },
  },
];

async function writeSlowly(container: FakeContainer, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    container.write(line);
    await sleep(0.0005);
  }
}

/** The texts of the entries that came, whatever else is in them. */
function entriesOf(text: string): string[] {
  return text.split('\n').filter(line => line !== '').map(line => String(JSON.parse(line).log ?? JSON.parse(line).message));
}
