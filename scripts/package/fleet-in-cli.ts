import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { attempt, expectText } from './commands';

/** How cdk8s-cli writes an app. On standard output the reports of validations would run into the manifests. */
const WAYS: { readonly [way: string]: string[] } = {
  'as plain manifests': [],
  'to standard output': ['--stdout', '--no-validate'],
  'as a Helm chart': ['--format', 'helm', '--chart-version', '1.0.0'],
};

/** What cdk8s-cli did with an app. */
interface Synthesis {
  readonly said: string;
  readonly files: { readonly [path: string]: string };
}

/**
 * Has cdk8s-cli write an app once with `App` and once with `FleetApp`: files, standard output and reports of validations must be the same,
 * and shards must write together what the whole app writes.
 *
 * @param cli the program `cdk8s`
 * @param folder where an app can run, with a cdk8s.yaml that has validations
 * @param source the app in plain JavaScript, with `App`
 */
export function tryFleetApp(cli: string, folder: string, source: string): void {
  writeFileSync(join(folder, 'app.js'), source);
  writeFileSync(
    join(folder, 'fleet.js'), `const { FleetApp } = require('cdk8s-node-agents');\n${source.replace('new App(', 'new FleetApp(')}`,
  );
  const synth = (app: string, args: string[], shard: string = ''): Synthesis => ({
    said: attempt(cli, ['synth', '--no-check-upgrade', '--app', `${process.execPath} ${app}`, ...args], folder, 0, {
      NODE_AGENTS_SHARD: shard,
    }),
    files: filesIn(join(folder, 'dist')),
  });
  for (const [way, args] of Object.entries(WAYS)) {
    const [theirs, ours] = ['app.js', 'fleet.js'].map(app => synth(app, args));
    expectText(theirs.said, args.includes('--stdout') ? 'kind: DaemonSet' : 'Performing validations');
    if (isDeepStrictEqual(ours, theirs)) {continue;}
    throw new Error(`FleetApp writes something else than App ${way}:\n${JSON.stringify({ ours, theirs }, undefined, 2)}`);
  }
  const [whole, ...shards] = ['', '1/2', '2/2'].map(shard => synth('fleet.js', [], shard));
  const together = Object.assign({}, ...shards.map(({ files }) => manifestsOf(files)));
  if (isDeepStrictEqual(together, manifestsOf(whole.files))) {return;}
  throw new Error(`two shards write ${Object.keys(together).join(', ') || 'nothing'}, which is not what the whole app writes`);
}

function filesIn(folder: string): { [path: string]: string } {
  if (!existsSync(folder)) {return {};}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map(path => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** Without the metadata, of which each shard writes its own. */
function manifestsOf(files: Synthesis['files']): Synthesis['files'] {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith('.yaml')));
}
