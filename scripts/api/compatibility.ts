/**
 * Compares the public API with the one that was accepted last, which is kept next to this file:
 *
 *     npx ts-node -T scripts/api/compatibility.ts           fails where code that compiled would no longer compile
 *     npx ts-node -T scripts/api/compatibility.ts --accept keeps the API as it is now: after a release, or for a break that
 *     docs/versions.md allows
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const ROOT = join(__dirname, '..', '..');
const ACCEPTED = join(__dirname, 'accepted-assembly.json.gz');
/** Inside of the project, where jsii finds the assemblies of the peers. */
const UNPACKED = join(ROOT, '.cache', 'accepted-api');

interface Json {
  [field: string]: unknown;
}

/** Whether a field of an assembly says nothing of what callers can write. */
const SAYS_NOTHING = new Set(['readme', 'locationInModule', 'symbolId']);

/** An assembly without texts: what is left decides whether code compiles. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) {return value.map(withoutTexts);}
  if (typeof value !== 'object' || value === null) {return value;}
  const entries = Object.entries(value as Json).filter(([key]) => !SAYS_NOTHING.has(key));
  return Object.fromEntries(entries.flatMap(([key, each]) => (key === 'docs' ? ofDocs(each as Json) : [[key, withoutTexts(each)]])));
}

function ofDocs({ stability, deprecated }: Json): Array<[string, unknown]> {
  return stability === undefined && deprecated === undefined ? [] : [['docs', { stability, deprecated }]];
}

function accept(): void {
  const text = JSON.stringify(withoutTexts(JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'))));
  // no time in its head, so that the same API gives the same bytes
  writeFileSync(ACCEPTED, gzipSync(text, { level: 9 }));
  console.log(`${ACCEPTED} holds the API as it is now`);
}

function compare(): number {
  rmSync(UNPACKED, { recursive: true, force: true });
  mkdirSync(UNPACKED, { recursive: true });
  writeFileSync(join(UNPACKED, '.jsii'), gunzipSync(readFileSync(ACCEPTED)));
  writeFileSync(join(UNPACKED, 'package.json'), readFileSync(join(ROOT, 'package.json')));
  const { status, stdout, stderr } = spawnSync('npx', ['jsii-diff', '--keys', UNPACKED, '.'], { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) {
    console.log('the API takes all that it took before');
    return 0;
  }
  process.stderr.write(
    `${stdout}${stderr}\nThe API no longer takes what it took. docs/versions.md says what to do; --accept keeps it as it is now.\n`,
  );
  return 1;
}

if (process.argv.includes('--accept')) {accept();} else {process.exitCode = compare();}
