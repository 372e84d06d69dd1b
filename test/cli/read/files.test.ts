import { mkdirSync, symlinkSync } from 'node:fs';
import { findFiles, readBytes, readStream } from '../../../src/cli/read/files';
import { Files } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const names = (...paths: string[]): string[] => findFiles(paths).map(({ name }) => name.replace(files.directory, ''));

beforeAll(() => {
  for (const folder of ['tree', 'tree/b', 'tree/.git', 'tree/node_modules', 'empty']) {mkdirSync(files.path(folder));}
  for (const name of [
    'tree/z.yaml', 'tree/a.yml', 'tree/b/c.JSON', 'tree/b/readme.md', 'tree/.hidden.yaml', 'tree/.git/x.yaml', 'tree/node_modules/x.json',
    'empty/x.txt',
  ]) {
    files.write(name, 'a: 1');
  }
  symlinkSync(files.path('tree'), files.path('tree/b/back'));
  symlinkSync(files.path('tree/z.yaml'), files.path('tree/b/link.yaml'));
  symlinkSync('loop.yaml', files.path('loop.yaml'));
});

test('directories stand for the files below them, by name, without what is hidden', () => {
  expect(names(files.path('tree'))).toEqual(['/tree/a.yml', '/tree/b/c.JSON', '/tree/b/link.yaml', '/tree/z.yaml']);
});

test('a file is named as it was given, and read once', () => {
  const path = files.path('tree/z.yaml');
  expect(names('-', path, files.path('tree/b/../z.yaml'), '-')).toEqual(['-', '/tree/z.yaml']);
  expect(findFiles([path, files.path('tree')]).filter(({ name }) => name === path)).toHaveLength(1);
});

test('a file that is named explicitly needs no ending', () => {
  expect(findFiles([files.path('empty/x.txt')])).toEqual([{ name: files.path('empty/x.txt'), isFound: false }]);
});

test('a directory without YAML is refused', () => {
  expect(() => names(files.path('empty'))).toThrow('this directory has no file that ends in .yaml, .yml or .json');
});

describe('reading', () => {
  test('tells how far it is', () => {
    const steps: unknown[] = [];
    const path = files.write('large.yaml', 'a'.repeat(5 * 1024 * 1024));
    expect(readBytes(path, (read, total) => steps.push([read, total])).length).toBe(5 * 1024 * 1024);
    expect(steps).toEqual([[4 * 1024 * 1024, 5 * 1024 * 1024], [5 * 1024 * 1024, 5 * 1024 * 1024]]);
  });

  test('takes what has no size of its own', () => {
    expect(readBytes('/dev/null', () => undefined).length).toBe(0);
  });

  test('of a stream puts its pieces together', async () => {
    const stream = async function* () {yield* [Buffer.from('a: '), Buffer.from('b')];};
    expect((await readStream(stream(), () => undefined)).toString()).toBe('a: b');
  });

  test.each([
    ['a missing file', () => files.path('gone.yaml'), 'there is no such file or directory'],
    ['a directory', () => files.path('tree'), 'it is a directory'],
    ['a link to itself', () => files.path('loop.yaml'), 'it is a link that leads back to itself'],
    ['a path through a file', () => files.path('empty/x.txt/y'), 'there is no such file or directory'],
    ['what never ends', () => '/dev/zero', 'is not text, but binary'],
    ['what is binary', () => files.write('a.bin', Buffer.from([65, 0, 66])), 'is not text, but binary'],
  ])('refuses %s', (_, path, message) => {
    const name = path();
    expect(() => readBytes(name, () => undefined)).toThrow(`${name}: ${message}`);
  });

  test('lets UTF-16 pass, which is full of zeros', () => {
    const bytes = Buffer.from('\ufeffa: b', 'utf16le');
    expect(readBytes(files.write('wide.yaml', bytes), () => undefined)).toEqual(bytes);
  });
});
