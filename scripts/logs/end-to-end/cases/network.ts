import { execFileSync } from 'node:child_process';
import { LogDestination, LogMetadata } from '../../../../src';
import { Case, sleep } from '../bench';
import { FakeContainer } from '../fake-node';

export const NETWORK: readonly Case[] = [
  ...[['IPv4 alone', '127.0.0.5', []], ['IPv6 alone', 'fd00::5', ['127.0.0.5']]].map(([family, podIp, silent]): Case => ({
    name: `network: a pod with ${family} answers probes and metrics`,
    async run(bench) {
      try {
        execFileSync('ip', ['-6', 'addr', 'add', 'fd00::5/128', 'dev', 'lo', 'nodad'], { stdio: 'pipe' });
      } catch {
        // it is there already
      }
      const agent = bench.agent({}, { podIp: podIp as string });
      agent.start();
      const host = (podIp as string).includes(':') ? `[${podIp}]` : podIp as string;
      const { metricsPath, probePath, probePort, answersAtPodAlone } = bench.tested;
      bench.expect(await bench.ready(host), `nothing answers at ${host}`);
      if (metricsPath !== undefined) {bench.expect(await bench.ready(host, probePort, metricsPath, 5), 'there are no metrics');}
      if (!answersAtPodAlone) {return;}
      for (const other of silent as string[]) {
        bench.expect(!await bench.ready(other, probePort, probePath, 1), `it answers at ${other} too`);
      }
    },
  })),
  ...(['fromApi', 'fromKubelet'] as const).map((source): Case => ({
    name: `network: with a proxy, requests of ${source} and those named in NO_PROXY go directly`,
    only: ['Fluent Bit'],
    async run(bench) {
      const proxy = await bench.backEnd(undefined, 3128);
      const direct = await bench.backEnd(undefined, 8080);
      bench.api.add('shop', 'web-0', { app: 'web' });
      bench.node.start('shop', 'web-0').write('line');
      const agent = bench.agent({
        metadata: source === 'fromApi' ? LogMetadata.fromApi() : LogMetadata.fromKubelet({
          grantNodesProxy: true, insecureSkipVerify: true,
        }),
        destinations: [
          LogDestination.http({ url: 'http://127.0.0.1:3129/', name: 'far' }),
          LogDestination.http({ url: 'http://back-end.test:8080/', name: 'near' }),
        ],
        env: bench.env({ HTTP_PROXY: 'http://127.0.0.1:3128', NO_PROXY: '.test' }),
      }, { nodeIp: '127.0.0.9' });
      agent.start();
      await bench.until(() => proxy.requests > 0 && direct.requests > 0);
      bench.expect(direct.text.includes('line'), 'the destination that .test is about was not reached directly');
      bench.expect(proxy.requests > 0, 'the other destination was not reached by the proxy');
      bench.expect(!agent.log.includes('kubernetes.default.svc:443') || bench.api.requests.length > 0, 'the API server was not reached');
      if (source === 'fromApi') {bench.expect(direct.text.includes('"app":"web"'), 'the labels of the pod are missing');}
    },
  })),
  {
    name: 'network: two agents that write logs to standard output do not read each other',
    async run(bench) {
      bench.api.add('shop', 'web-0');
      const container = bench.node.start('shop', 'web-0');
      const logs: FakeContainer[] = ['one', 'two'].map(name => bench.node.start(name, `${name}-abcde`, bench.containerName));
      const counts = [0, 0];
      const agents = logs.map((log, index) => bench.agent(
        { destinations: [LogDestination.stdout()], port: 2020 + index }, {}, index === 0 ? 'one' : 'two', line => {
          counts[index] += 1;
          log.write(line);
        }));
      agents.forEach(agent => agent.start());
      await bench.ready();
      await sleep(2);
      container.write('once');
      await sleep(8);
      const before = [...counts];
      await sleep(4);
      const last = counts[0] + counts[1] - before[0] - before[1];
      bench.figure(`lines that the agents wrote: ${counts.join(' and ')}, ${last} of them in the last 4 s`);
      bench.expect(counts.every(count => count < 200), `the agents wrote ${counts.join(' and ')} lines for one`);
      bench.expect(last < 4, 'they do not come to rest');
    },
  },
];
