import { spawnSync } from 'node:child_process';
import { InputError, placeIn, refuse } from '../../cluster/inventory/read/input-error';
import { byText } from '../../private/wire';

/** A file or directory of a revision: `git:REV:PATH`, where the path is relative to the current directory. */
const SOURCE = /^git:([^:]+):([^]*)$/;

export function isGitSource(name: string): boolean {
  return name.startsWith('git:');
}

/** A file of a revision. */
export interface GitFile {
  readonly name: string;
  readonly isFound: boolean;
  readonly read: () => Buffer;
}

/**
 * The files that `git:REV:PATH` stands for: one file, or those below a directory that are manifests by their names, in the order of their
 * names. Git is asked
 * without a shell, nothing that was given is taken for an option, and nothing is fetched.
 *
 * @throws InputError
 */
export function gitFiles(source: string, isManifest: (name: string) => boolean): GitFile[] {
  const [, revision, path] = SOURCE.exec(source) ?? [];
  if (revision === undefined) {
    throw new InputError(
      `${placeIn(source)}: git sources are written git:REVISION:PATH, such as git:origin/main:dist`,
    );
  }
  const commit = commitOf(source, revision);
  const wanted = path.replace(/^(?:\.\/)+|\/+$/g, '');
  const isRoot = wanted === '' || wanted === '.';
  const found = entriesOf(source, commit, isRoot ? [] : [wanted]);
  if (found.length === 0) {
    refuse(source, undefined, `the revision has no ${isRoot
      ? 'file'
      : wanted} here; paths are relative to the current directory, and /dev/null stands for no objects at all`);
  }
  const only = found.find(({ name }) => name === wanted);
  if (only) {return [fileOf(source, revision, only, false)];}
  const manifests = found.filter(({ name }) => isManifest(name)
    && !isHidden(name.startsWith(`${wanted}/`) ? name.slice(wanted.length + 1) : name));
  if (manifests.length === 0) {refuse(source, undefined, 'this directory of the revision has no file that ends in .yaml, .yml or .json');}
  return manifests.sort((a, b) => byText(a.name, b.name)).map(entry => fileOf(source, revision, entry, true));
}

/** As of directories on the disk, nothing hidden is read, and nothing that was installed. */
function isHidden(path: string): boolean {
  return path.split('/').some(part => part.startsWith('.') || part === 'node_modules');
}

function commitOf(source: string, revision: string): string {
  // rev-parse prints the option itself in some releases; log does not
  const { status, stdout, stderr } = git(['log', '-1', '--format=%H', '--no-show-signature', '--end-of-options', revision, '--']);
  const commit = stdout.toString().trim();
  if (status === 0 && commit !== '') {return commit;}
  const isShallow = git(['rev-parse', '--is-shallow-repository']).stdout.toString().trim() === 'true';
  return refuse(source, undefined, `git does not find the revision ${revision}: ${reasonOf(stderr)}`
    + (isShallow ? '; this is a shallow clone: fetch the revision first, with fetch-depth: 0 or `git fetch origin REVISION`' : ''));
}

interface TreeEntry {
  readonly name: string;
  readonly hash: string;
}

/** Files only: links lead out of what is seen, and submodules are other repositories. */
function entriesOf(source: string, commit: string, paths: readonly string[]): TreeEntry[] {
  const { status, stdout, stderr } = git(['ls-tree', '-r', '-z', '--end-of-options', commit, ...paths]);
  if (status !== 0) {refuse(source, undefined, `git cannot list it: ${reasonOf(stderr)}`);}
  return stdout.toString('utf8').split('\0').flatMap(line => {
    const [, mode, hash, name] = /^(\d+) blob ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
    return mode === undefined || mode === '120000' ? [] : [{ name, hash }];
  });
}

function fileOf(source: string, revision: string, { name, hash }: TreeEntry, isFound: boolean): GitFile {
  return {
    name: `git:${revision}:${name}`, isFound,
    read: () => {
      const { status, stdout, stderr } = git(['show', '--no-textconv', '--end-of-options', hash]);
      return status === 0 ? stdout : refuse(source, undefined, `git cannot read ${name}: ${reasonOf(stderr)}`);
    },
  };
}

/** More than any file that is read. */
const MAX_OUTPUT = 2 ** 31 - 1;

function git(args: readonly string[]): { readonly status: number | null; readonly stdout: Buffer; readonly stderr: Buffer } {
  const { status, stdout, stderr, error } = spawnSync('git', ['--no-pager', '--literal-pathspecs', ...args], {
    maxBuffer: MAX_OUTPUT, stdio: [
      'ignore', 'pipe', 'pipe',
    ], env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  if (error) {
    throw new InputError((error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'git is not installed, or not on the PATH'
      : `git cannot be run: ${error.message}`);
  }
  return { status, stdout, stderr };
}

function reasonOf(stderr: Buffer): string {
  return stderr.toString().trim().split('\n')[0].replace(/^fatal: /, '') || 'git says no more';
}
