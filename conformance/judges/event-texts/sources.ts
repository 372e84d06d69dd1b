import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventCase, MODULES, TextSource } from '../../../test/cluster/events/event-case';
import { goModule } from '../tools/toolbox';

/** Where the sources of modules are on this machine; Go fetches those that are not there yet. */
async function foldersOf(releases: readonly string[]): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  for (const release of releases) {
    // a go.mod of its own would ask for what the module needs, and its sources are enough
    const folder = release === 'go'
      ? execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
      : await goModule(...release.split('@') as [string, string]);
    folders.set(release, folder);
  }
  return folders;
}

/** What one place is looked for in: of a module that changes its text, the oldest or the newest release. */
function releasesOf({ module, only }: TextSource): readonly string[] {
  const releases: readonly string[] = MODULES[module];
  return only === 'oldest' ? releases.slice(0, 1) : only === 'newest' ? releases.slice(-1) : releases;
}

/** Texts that a source does not have, and how many were looked for. */
export async function sourceProblems(
  cases: readonly EventCase[],
): Promise<{ readonly looked: number; readonly problems: readonly string[] }> {
  const folders = await foldersOf([...new Set(cases.flatMap(({ sources }) => sources.flatMap(releasesOf)))]);
  let looked = 0;
  const problems = cases.flatMap(({ id, sources }) => sources.flatMap(source => releasesOf(source).flatMap(release => {
    looked += 1;
    const file = join(folders.get(release)!, source.file);
    if (!existsSync(file)) {return [`${id}: ${release} has no ${source.file}`];}
    const text = readFileSync(file, 'utf8');
    return [source.says, JSON.stringify(source.says).slice(1, -1)].some(each => text.includes(each)) ? []
      : [`${id}: ${source.file} of ${release} does not say: ${source.says}`];
  })));
  return { looked, problems };
}
