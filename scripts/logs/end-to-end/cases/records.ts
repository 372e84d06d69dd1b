import { DestinationAuth, LogDestination, LogInput, LogValue } from '../../../../src';
import { bulk, duplicateKey } from '../back-ends/elasticsearch';
import { otlpRecords } from '../back-ends/otlp';
import { Case, sleep } from '../bench';
import { Tally } from '../tally';

const OLD = '1999-12-31T23:59:59Z';

/** What an application writes that could be mistaken for what the agent says. */
function forged(mark: string): string {
  return JSON.stringify({
    'message': mark, '@timestamp': OLD, 'time': OLD, 'date': OLD, 'stream': 'forged', 'log': 'forged', '_p': 'forged', 'cluster': 'forged',
    'kubernetes': { namespace_name: 'forged', pod_name: 'forged' },
  });
}

export const RECORDS: readonly Case[] = [
  {
    name: 'records: what an application writes never replaces what the agent knows',
    only: ['Fluent Bit'],
    async run(bench) {
      bench.api.add('shop', 'web-0', { app: 'web' });
      const container = bench.node.start('shop', 'web-0');
      const gone = bench.node.start('shop', 'gone-0');
      const tally = new Tally('forged');
      const http = await bench.backEnd(undefined, 8080);
      const documents: any[] = [];
      await bench.backEnd(bulk(document => documents.push(document)), 9200);
      const loki = await bench.backEnd(undefined, 3100);
      const otlp = await bench.backEnd(() => ({ status: 200 }), 4318);
      const agent = bench.agent({
        fields: { cluster: LogValue.text('production') },
        destinations: [
          LogDestination.http({ url: 'http://back-end.test:8080/' }), LogDestination.elasticsearch({ url: 'http://back-end.test:9200' }),
          LogDestination.loki({ url: 'http://back-end.test:3100' }), LogDestination.otlpHttp({ url: 'http://back-end.test:4318' }),
        ],
      });
      agent.start();
      await bench.ready();
      container.write(forged(tally.next()));
      gone.write(forged(tally.next()));
      container.write(
        `{"message":"${tally.next()}"} and {the rest}`, `{"nested":{"a":["${tally.next()} } \\" {"]}}  `, `{not JSON ${tally.next()}}`,
        `{"message":"${tally.next()}"} {"other":1}`, `${tally.next()} plain`,
      );
      const arrived = () => [http.text, loki.text, otlp.text, JSON.stringify(documents)];
      await bench.until(() => arrived().every(text => tally.compare(text).lost.length === 0));
      arrived().forEach((text, index) => bench.expect(
        tally.compare(text).lost.length === 0, `back end ${index} lacks ${tally.compare(text).lost.join(' ')}`,
      ));

      const lines = http.text.split('\n').filter(line => line !== '');
      const judge = (what: string, record: any, time?: string) => {
        bench.expect(record.stream === 'stdout', `${what}: stream is ${record.stream}`);
        // Loki has it in the labels, and the plugin takes what is in the labels out of the line
        bench.expect(
          what === 'loki' || record.kubernetes?.namespace_name === 'shop', `${what}: the namespace is ${record.kubernetes?.namespace_name}`,
        );
        bench.expect(record.cluster === 'production', `${what}: cluster is ${record.cluster}`);
        bench.expect(time === undefined || record[time] > '2020', `${what}: ${time} is ${time && record[time]}`);
        bench.expect(record._p === undefined || record._p === 'forged', `${what}: _p is ${record._p}`);
      };
      lines.forEach(line => {
        judge('http', JSON.parse(line), 'date');
        bench.expect(duplicateKey(line) === undefined, `http: ${duplicateKey(line)} in ${line}`);
      });
      documents.forEach(document => judge('elasticsearch', document, '@timestamp'));
      const entries = loki.taken.flatMap(({ body }) => JSON.parse(body.toString()).streams);
      entries.forEach((entry: any) => {
        bench.expect(
          entry.stream.namespace === 'shop' && entry.stream.node === 'node-1', `loki: labels are ${JSON.stringify(entry.stream)}`,
        );
        entry.values.forEach(([, line]: [string, string]) => {
          judge('loki', JSON.parse(line));
          bench.expect(duplicateKey(line) === undefined, `loki: ${duplicateKey(line)}`);
        });
      });
      otlp.taken.flatMap(({ body }) => otlpRecords(body)).forEach(record => {
        const keys = record.attributes.map(([key]) => key);
        bench.expect(new Set(keys).size === keys.length, `otlp: attributes are ${keys.join(', ')}`);
        bench.expect(!keys.includes('_p') || record.body.includes('forged'), `otlp: attributes are ${keys.join(', ')}`);
      });
      const rests = lines.map(line => JSON.parse(line).log as string | undefined);
      bench.expect(rests.some(text => text?.endsWith('and {the rest}')), `text behind JSON is lost: ${JSON.stringify(rests)}`);
      bench.expect(rests.some(text => text?.includes('{"other":1}')), 'a second object of JSON is lost');
      bench.figure(`a record: ${lines.find(line => line.includes('#forged-0#'))}`);
    },
  },
  {
    name: 'records: pods that are gone, or whose API server is away, keep their names',
    async run(bench) {
      const loki = await bench.backEnd(undefined, 3100);
      const agent = bench.agent({ destinations: [LogDestination.loki({ url: 'http://back-end.test:3100' })] });
      const tally = new Tally('gone');
      bench.api.add('shop', 'live-0', { app: 'web' });
      bench.node.start('shop', 'live-0').write(tally.next());
      bench.node.start('shop', 'job-404').write(tally.next());
      agent.start();
      await bench.ready();
      await bench.until(() => tally.compare(loki.text).lost.length === 0);
      bench.api.outage = 503;
      bench.node.start('shop', 'job-503').write(tally.next());
      await tally.judge(bench, () => loki.text, { seconds: 20 });
      const streams: any[] = loki.taken.flatMap(({ body }) => JSON.parse(body.toString()).streams).map(({ stream }: any) => stream);
      for (const pod of ['live-0', 'job-404', 'job-503']) {
        bench.expect(
          streams.some(stream => stream.pod === pod && stream.namespace === 'shop' && stream.container === 'app'),
          `no stream of ${pod}: ${JSON.stringify(streams)}`,
        );
      }
      bench.expect(loki.text.includes('\\"app\\":\\"web\\"'), 'the labels of the live pod are missing');
    },
  },
  {
    name: 'records: pods labelled app and app.kubernetes.io/name are both stored, and a refused document holds up nothing',
    only: ['Fluent Bit'],
    async run(bench) {
      const documents: any[] = [];
      const search = await bench.backEnd(
        bulk(document => documents.push(document), document => document.bad === undefined ? undefined : 'mapping'), 9200,
      );
      const open = await bench.backEnd(bulk(() => undefined, document => document.bad === undefined ? undefined : 'mapping'), 9201);
      bench.api.add('shop', 'old-0', { app: 'web' });
      bench.api.add('shop', 'new-0', { 'app.kubernetes.io/name': 'web' });
      bench.api.add('shop', 'bad-0');
      const tally = new Tally('mapping');
      const containers = ['old-0', 'new-0'].map(pod => bench.node.start('shop', pod));
      const bad = bench.node.start('shop', 'bad-0');
      const agent = bench.agent({
        destinations: [
          LogDestination.elasticsearch({ url: 'http://back-end.test:9200' }),
          LogDestination.openSearch({ url: 'http://back-end.test:9201' }),
        ],
      });
      agent.start();
      await bench.ready();
      for (let second = 0; second < 30; second += 1) {
        bad.write(JSON.stringify({ bad: second }));
        containers.forEach(container => container.write(tally.next()));
        await sleep(1);
      }
      await tally.judge(bench, () => JSON.stringify(documents), { doubled: 0 });
      bench.figure(`requests for 90 chunks in 31 s: Elasticsearch ${search.requests}, OpenSearch ${open.requests}`);
    },
  },
  {
    name: 'records: with AWS signatures, over HTTP and OTLP',
    only: ['Fluent Bit'],
    async run(bench) {
      const http = await bench.backEnd(undefined, 8080);
      const otlp = await bench.backEnd(() => ({ status: 200 }), 4318);
      bench.node.start('shop', 'web-0').write('line');
      const auth = DestinationAuth.aws('eu-west-1');
      const agent = bench.agent({
        inputs: [LogInput.containers()],
        destinations: [
          LogDestination.http({ url: 'http://back-end.test:8080/', auth }),
          LogDestination.otlpHttp({ url: 'http://back-end.test:4318', auth }),
        ],
        env: bench.env({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' }),
      });
      agent.start();
      await bench.until(() => http.taken.length > 0 && otlp.taken.length > 0);
      for (const [name, backEnd, service] of [['http', http, 'execute-api'], ['otlp', otlp, 'logs']] as const) {
        const signature = String(backEnd.taken[0]?.headers.authorization);
        bench.expect(
          signature.startsWith('AWS4-HMAC-SHA256') && signature.includes(`/eu-west-1/${service}/`), `${name} is signed with ${signature}`,
        );
      }
    },
  },
];
