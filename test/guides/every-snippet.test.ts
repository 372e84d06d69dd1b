import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { ran, snippetsOf } from './snippets';
import { cluster, CsiDriver, KubernetesVersion, TargetCluster } from '../../src';
import { codesOf } from '../support/golden';

const GUIDES = [...readdirSync(join(__dirname, '..', '..', 'docs', 'guides')), 'README.md'];
const SNIPPETS = GUIDES.flatMap(name => snippetsOf(name).map((text, index) => ({ name, index: index + 1, text })))
  // whole files of tests, which cannot run within one
  .filter(({ text }) => !/^(test\(|import .*'@jest\/globals')/m.test(text));

const directory = mkdtempSync(join(tmpdir(), 'snippets-'));
const before = process.cwd();
beforeAll(() => {
  process.env.CDK8S_OUTDIR = directory;
  process.chdir(directory);
  writeFileSync('nodes.json', JSON.stringify({ kind: 'List', items: cluster.KubeadmNodes.all().map(node => node.toManifest()) }));
});
afterAll(() => {
  process.chdir(before);
  delete process.env.CDK8S_OUTDIR;
  rmSync(directory, { recursive: true, force: true });
});

/** What the snippets declare and do not make. */
function givenIn(chart: Chart): { readonly [name: string]: unknown } {
  return {
    chart,
    get app() {return chart.node.root;},
    get driver() {return CsiDriver.nfs();},
    // the agent of the snippet above it
    get agent() {return ran(`${snippetsOf('checks.md')[0]}\nexports.agent = agent;`).exported.agent;},
  };
}

test.each(SNIPPETS)('snippet $index of $name runs, and what it makes has no error', ({ name, text }) => {
  const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
  if (name === 'falco.md') {TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_30 });}
  const { exported, apps } = ran(text, givenIn(chart));
  for (const [, made] of text.matchAll(/export function (\w+)\(chart: Chart\)/g)) {
    if (!made.startsWith('test')) {exported[made](chart);}
  }
  expect([chart, ...apps.flatMap(({ charts }) => charts)].flatMap(codesOf)).toEqual([]);
});
