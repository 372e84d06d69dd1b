import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { placed, written } from './written';
import { ask } from '../../conformance/judges/programs/http';
import { freePort } from '../../conformance/judges/programs/pod';
import { eventually, Service, sleep } from '../../conformance/judges/tools/process';
import { goTool, say } from '../../conformance/judges/tools/toolbox';
import { Exporter, NodeCollectors, NodeExporterOptions } from '../../src';

/** What a scraper waits for, in milliseconds: the scrape_timeout of Prometheus. */
const PATIENCE = 10_000;

/** Whether a mount whose server never answers fails one scrape and no more, and none where such file systems are left out. */
export async function hangProblems(folder: string): Promise<string[]> {
  const place = join(folder, 'hangs');
  mkdirSync(place);
  const mount = spawn('python3', [join(__dirname, 'fake-mount.py'), place], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise(resolve => { mount.on('close', resolve); });
  try {
    const isMounted = await Promise.race([
      new Promise<boolean>(resolve => { mount.stdout.once('data', () => resolve(true)); }), ended.then(() => false),
    ]);
    if (!isMounted) {return ['no mount that hangs could be made: /dev/fuse is needed'];}
    const only = { collectors: NodeCollectors.only(['filesystem']) };
    const [first, second] = await scrapes({ ...only, mountTimeout: Duration.seconds(1) });
    const [without] = await scrapes({ ...only, networkFilesystems: false });
    say(`a mount that hangs: the first scrape ${shown(first)}, the second ${shown(second)}; left out: the first ${shown(without)}`);
    return [
      ...first.isAnswered ? ['this judge is blind: the first scrape did not meet the mount that hangs'] : [],
      ...second.isAnswered ? [] : ['a mount that hangs hangs the second scrape too'],
      ...second.body.includes('device_error="mountpoint timeout"') ? [] : ['the second scrape does not say which mount hangs'],
      ...without.isAnswered ? [] : ['a mount that hangs is asked although file systems on the network are left out'],
    ];
  } finally {
    mount.stdin.end();
    await ended;
  }
}

interface Scrape {
  readonly isAnswered: boolean;
  readonly milliseconds: number;
  readonly body: string;
}

const shown = ({ isAnswered, milliseconds }: Scrape) => (isAnswered ? `answers after ${milliseconds} ms` : 'is given up');

async function scrapes(options: NodeExporterOptions): Promise<[Scrape, Scrape]> {
  const { spec, files } = written(Exporter.nodeExporter(options));
  const port = await freePort();
  const service = Service.start(await goTool('node_exporter'), placed(spec, files, port, '/nowhere'));
  try {
    await eventually(async () => (await ask(`http://127.0.0.1:${port}/`))?.status === 200 || undefined, 20_000);
    const scrape = async (): Promise<Scrape> => {
      const begun = Date.now();
      const answer = await Promise.race([ask(`http://127.0.0.1:${port}/metrics`), sleep(PATIENCE).then(() => undefined)]);
      return { isAnswered: answer?.status === 200, milliseconds: Date.now() - begun, body: answer?.body ?? '' };
    };
    return [await scrape(), await scrape()];
  } finally {
    await service.stop();
  }
}
