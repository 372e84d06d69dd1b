import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A file of a tarball. */
export interface PackedFile {
  readonly name: string;
  readonly mode: number;
  readonly content: Buffer;
}

const BLOCK = 512;

/** The files of a tarball as npm writes it, without the folder that all of them are in. */
export function filesOf(tarball: string): PackedFile[] {
  const bytes = gunzipSync(readFileSync(tarball));
  const files: PackedFile[] = [];
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const text = (from: number, length: number) => bytes.toString('utf8', at + from, at + from + length).replace(/\0[^]*$/, '').trim();
    const size = parseInt(text(124, 12), 8);
    const type = text(156, 1);
    const begin = at + BLOCK;
    if (type === '' || type === '0') {
      const name = [text(345, 155), text(0, 100)].filter(part => part !== '').join('/');
      files.push({ name: name.replace(/^package\//, ''), mode: parseInt(text(100, 8), 8), content: bytes.subarray(begin, begin + size) });
    }
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** What would go wrong for who installs a tarball, in whatever language. */
export function tarballProblems(files: readonly PackedFile[]): string[] {
  const find = (name: string) => files.find(file => file.name === name);
  const {
    bin = {},
  } = JSON.parse(find('package.json')?.content.toString('utf8') ?? '{}') as { readonly bin?: { readonly [name: string]: string } };
  const commands = Object.values(bin).map(path => path.replace(/^\.\//, ''));
  return [
    ...Object.keys(bin).length === 0 ? ['the package has no command'] : [],
    ...commands.flatMap(path => {
      const file = find(path);
      if (file === undefined) {return [`${path} is a command, and is not in the tarball`];}
      return [
        .../^[1357]{3}$/.test(file.mode.toString(8).slice(-3))
          ? []
          : [`${path} is a command, and not executable: its mode is ${file.mode.toString(8)}`],
        ...file.content.subarray(0, 20).toString('latin1').startsWith('#!/usr/bin/env node\n')
          ? []
          : [`${path} is a command, and does not begin with #!/usr/bin/env node`],
      ];
    }),
    ...files.filter(({ name, content }) => name.startsWith('lib/') && name.endsWith('.js')
      && content.includes('//# sourceMappingURL=data:'))
      .map(({ name }) => `${name} holds its own source as a map`),
  ];
}
