import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, tarballProblems } from '../../../scripts/package/tarball';
import { Files } from '../../cli/fake-io';

const files = new Files();
afterAll(() => files.remove());

const pack = (folder: string, paths: { readonly [path: string]: { readonly text: string; readonly mode?: number } }): string => {
  for (const [path, { text, mode = 0o644 }] of Object.entries(paths)) {
    mkdirSync(join(files.path(folder), 'package', path, '..'), { recursive: true });
    const file = files.write(join(folder, 'package', path), text);
    chmodSync(file, mode);
  }
  const tarball = files.path(`${folder}.tgz`);
  execFileSync('tar', ['--format=ustar', '-czf', tarball, '-C', files.path(folder), 'package']);
  return tarball;
};

const manifest = { text: '{"bin":{"tool":"lib/main.js"}}' };
const command = { text: '#!/usr/bin/env node\nrun();\n', mode: 0o755 };
const long = `lib/${'deep/'.repeat(18)}file-with-a-long-name.js`;

test('the files of a tarball come with their names, modes and contents', () => {
  const found = filesOf(pack('good', { 'package.json': manifest, 'lib/main.js': command, [long]: { text: 'x' } }));
  expect(found.map(({ name, mode, content }) => [name, mode.toString(8), content.toString()]).sort()).toEqual([
    ['lib/main.js', '755', command.text], ['package.json', '644', manifest.text], [long, '644', 'x'],
  ].sort());
  expect(tarballProblems(found)).toEqual([]);
});

test.each([
  ['a command that is not executable', {
    'package.json': manifest, 'lib/main.js': { ...command, mode: 0o644 },
  }, /not executable: its mode is 644/],
  ['a command without its first line', {
    'package.json': manifest, 'lib/main.js': { text: 'run();', mode: 0o755 },
  }, /does not begin with #!/],
  ['a command that is missing', { 'package.json': manifest }, /not in the tarball/],
  ['no command', { 'package.json': { text: '{}' } }, /has no command/],
  ['a source map', {
    'package.json': manifest, 'lib/main.js': command, 'lib/a.js': { text: '//# sourceMappingURL=data:application/json;base64,e30=' },
  }, /lib\/a\.js holds its own source/],
])('%s is found', (_, paths, problem) => {
  expect(tarballProblems(filesOf(pack(expect.getState().currentTestName!.replace(/\W/g, '-'), paths)))).toEqual([
    expect.stringMatching(problem),
  ]);
});
