import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, expectText, run } from './commands';
import { tryFleetApp } from './fleet-in-cli';
import { MAINTAINED, nodeOfRelease } from './node-releases';
import { commandRecipe, pluginRecipe } from './recipes';
import { filesOf, tarballProblems } from './tarball';

const ROOT = join(__dirname, '..', '..');

interface Peers {
  readonly name: string;
  readonly packages: string[];
}

/** The floor of the peer ranges, and whatever is newest in them. */
const PEERS: Peers[] = [
  { name: 'floor', packages: ['cdk8s@2.68.91', 'constructs@10.3.0', 'cdk8s-plus-28@2.5.6'] },
  { name: 'newest', packages: ['cdk8s@2', 'constructs@10', 'cdk8s-plus-28@2'] },
];

/**
 * Installs the packed package into apps outside of the repository, as a user would, and runs the lines of the README in them: as TypeScript
 * that is type checked, as plain JavaScript and as an ES module, on the oldest and the newest peers. All must write the same bytes. On the
 * newest the command, the validation plugin of cdk8s-cli, as the guides have them for CI, and the jest matchers are tried too, and so is
 * every maintained release of Node. On both, `FleetApp` must write through cdk8s-cli what `App` writes.
 */
function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'scratch-app-'));
  try {
    const tarball = pack(scratch);
    const results = PEERS.flatMap(peers => runWith(peers, tarball, scratch));
    results.push(...MAINTAINED.flatMap(release => runForms(join(scratch, 'newest'), `Node ${release}`, nodeOfRelease(release, scratch))));
    tryTools(join(scratch, 'newest'));
    tryFleetApps(scratch);
    const different = results.filter(result => result.text !== results[0].text);
    if (different.length > 0) {
      throw new Error(`${different.map(({ name }) => name).join(', ')} wrote other bytes than ${results[0].name}`);
    }
    console.log(`${results.map(({ name }) => name).join(', ')}: the same ${results[0].text.length} bytes`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function pack(into: string): string {
  const output = run('npm', ['pack', '--silent', '--pack-destination', into], ROOT);
  const tarball = join(into, output.trim().split('\n').pop()!);
  const files = filesOf(tarball);
  const problems = tarballProblems(files);
  if (problems.length > 0) {throw new Error(problems.join('\n'));}
  console.log(`the tarball has ${statSync(tarball).size} bytes, and ${files.reduce((sum, { content }) => sum + content.length, 0)} in `
    + `${files.length} files`);
  return tarball;
}

function runWith(peers: Peers, tarball: string, scratch: string): Array<{ name: string; text: string }> {
  const folder = join(scratch, peers.name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'scratch', private: true }));
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', tarball, ...peers.packages, 'typescript@~6.0.0', '@types/node@20'], folder);
  const source = quickStart();
  writeFileSync(join(folder, 'main.ts'), source);
  run(
    'npx',
    ['tsc', '--strict', '--target', 'es2022', '--module', 'node16', '--skipLibCheck', '--types', 'node', '--outDir', 'compiled', 'main.ts'],
    folder,
  );
  writeFileSync(join(folder, 'plain.js'), asRequire(source));
  writeFileSync(join(folder, 'module.mjs'), source);
  return runForms(folder, `the ${peers.name} peers`, process.execPath);
}

/** The README's app in each form that Node runs. */
function runForms(folder: string, on: string, node: string): Array<{ name: string; text: string }> {
  return [['compiled/main.js', 'TypeScript'], ['plain.js', 'JavaScript'], ['module.mjs', 'ES module']].map(([file, language]) => {
    const outdir = `out-${language.replace(/ /g, '-')}`;
    rmSync(join(folder, outdir), { recursive: true, force: true });
    run(node, [file], folder, { CDK8S_OUTDIR: outdir });
    const text = readdirSync(join(folder, outdir)).sort().map(each => readFileSync(join(folder, outdir, each), 'utf8')).join('');
    if (text.length === 0) {throw new Error(`${language} on ${on} wrote nothing`);}
    return { name: `${language} on ${on}`, text };
  });
}

const BROKEN = `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: agents }
spec:
  selector: { matchLabels: { app: agent } }
  updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  template:
    metadata: { labels: { app: agent } }
    spec: { containers: [{ name: agent, image: 'example.com/agent:1.0.0', ports: [{ containerPort: 9100, hostPort: 9100 }] }] }
`;

/** The same rule must be found by the command, by cdk8s-cli and by an assertion, and none of them in what the library writes. */
function tryTools(folder: string): void {
  const finds = 'rollout-deadlock';
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', 'cdk8s-cli@2', 'jest@30'], folder);
  writeFileSync(join(folder, 'broken.yaml'), BROKEN);
  expectText(run('npx', ['node-agents', '--version'], folder), '0.0.0');
  attempt('npx', ['node-agents', 'check', 'out-TypeScript'], folder, 0);
  expectText(attempt('npx', ['node-agents', 'check', 'broken.yaml'], folder, 2), finds);
  writeFileSync(join(folder, 'synth.js'), `require('fs').mkdirSync(process.env.CDK8S_OUTDIR, { recursive: true });
require('fs').copyFileSync(process.argv[2], process.env.CDK8S_OUTDIR + '/app.k8s.yaml');`);
  writeFileSync(join(folder, 'cdk8s.yaml'), pluginRecipe(`${process.execPath} plain.js`));
  attempt('sh', ['-c', commandRecipe()], folder, 0, { CDK8S_CHECK_UPGRADE: 'false' });
  expectText(
    attempt('npx', ['cdk8s', 'synth', '--no-check-upgrade', '--app', `${process.execPath} synth.js broken.yaml`], folder, 2), finds,
  );
  writeFileSync(join(folder, 'broken.test.js'), `require('cdk8s-node-agents/lib/jest');
const { testing, cluster } = require('cdk8s-node-agents');
test('jest', () => {
  const manifests = testing.Manifests.parse(require('fs').readFileSync('broken.yaml', 'utf8'));
  expect(manifests.daemonSet('agent')).toRunOn(cluster.SimulatedNode.linux());
  expect(() => manifests.hasNoFindings()).toThrow('${finds}');
});`);
  run('npx', ['jest', '--silent', '--rootDir', '.'], folder);
  console.log('the command, the plugin of cdk8s-cli and the jest matchers find what is broken, and nothing else');
}

/** cdk8s-cli only starts an app, so one of them does for all peers. */
function tryFleetApps(scratch: string): void {
  const cli = join(scratch, 'newest', 'node_modules', '.bin', 'cdk8s');
  for (const { name } of PEERS) {
    writeFileSync(join(scratch, name, 'cdk8s.yaml'), pluginRecipe(`${process.execPath} plain.js`));
    tryFleetApp(cli, join(scratch, name), asRequire(quickStart()));
  }
  console.log(`FleetApp writes through cdk8s-cli what App writes, on the ${PEERS.map(({ name }) => name).join(' and the ')} peers`);
}

/** The first TypeScript snippet of the README. */
function quickStart(): string {
  const snippet = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'));
  if (!snippet) {throw new Error('README.md has no TypeScript snippet');}
  return snippet[1];
}

function asRequire(source: string): string {
  return source.replace(/import \{([^}]*)\} from '([^']+)';/g, "const {$1} = require('$2');");
}

main();
