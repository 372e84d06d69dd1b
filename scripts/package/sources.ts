import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'src');

/** What is put into classes, by module and class. */
type Marks = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What pages of rules, errors and defaults are made from, and the command prints: no agent asks for it. */
const FOR_PAGES: ReadonlyArray<readonly [modules: RegExp, members: readonly string[]]> = [
  [/^checks\/rules\//, ['summary', 'looksAt', 'why', 'example']],
  [/^private\/errors\//, ['summary', 'why', 'fix']],
  [/^presets\/default-rows$/, ['shown', 'reason', 'source', 'change']],
  [/^(agent|devices|devices\/node-feature-discovery|logs|metrics|network|services|storage)(\/[\w-]+)?\/defaults$/, [
    'shown', 'reason', 'source', 'change', 'isInReadme',
  ]],
];

/** Reads the sources as a package needs them: with what jsii reads from each class, and without what is for pages. */
export function packagedSources(): Plugin {
  const marks = classMarks();
  return {
    name: 'packaged-sources',
    setup(bundler) {
      bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const module = relative(SOURCE, path).replace(/\.ts$/, '');
        const members = FOR_PAGES.find(([modules]) => modules.test(module))?.[1];
        const contents = withMarks(withQuotedTables(readFileSync(path, 'utf8')), marks.get(module));
        return { contents: members === undefined ? contents : without(members, contents), loader: 'ts' };
      });
    },
  };
}

/** The classes of the assembly, by module, with what jsii reads from each. */
function classMarks(): Marks {
  const { version, types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as {
    version: string; types: { [fqn: string]: { kind: string; symbolId: string } };
  };
  const marks = new Map<string, Map<string, string>>();
  for (const [fqn, { kind, symbolId }] of Object.entries(types)) {
    if (kind !== 'class') {continue;}
    const [path, name] = symbolId.split(':');
    const module = path.replace(/^src\//, '');
    const ofModule = marks.get(module) ?? new Map<string, string>();
    marks.set(module, ofModule.set(name, `static [Symbol.for("jsii.rtti")] = ${JSON.stringify({ fqn, version })};`));
  }
  return marks;
}

/** Classes have their names written in them: messages name them, and the names of variables are shortened. */
function withMarks(source: string, marks: ReadonlyMap<string, string> = new Map()): string {
  const marked = new Set<string>();
  const result = source.replace(/^(?:export )?(?:abstract )?class (\w+)\b[^{]*\{/gm, (head, name: string) => {
    marked.add(name);
    return `${head} ${marks.get(name) ?? ''} static { Object.defineProperty(this, "name", { value: "${name}", configurable: true }); }`;
  });
  const lost = [...marks.keys()].filter(name => !marked.has(name));
  if (lost.length > 0) {throw new Error(`there is no class ${lost.join(', ')} where the assembly has it`);}
  return result;
}

/** Tables are long texts: in quotes they are read twice as fast. */
function withQuotedTables(source: string): string {
  return source.replace(/(?<=^export const \w+ = )`([^`$\\]*)`(?=;$)/gm, (_, text: string) => JSON.stringify(text));
}

/** Without members of the tables in it that have such a name. */
function without(members: readonly string[], source: string): string {
  const kept: string[] = [];
  let end = 0;
  const visit = (node: ts.Node): void => {
    const name = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : '';
    if (name === 'value' || ts.isFunctionLike(node)) {return;}
    if (members.includes(name)) {
      kept.push(source.slice(end, node.getFullStart()));
      // with the comma behind it
      end = source[node.end] === ',' ? node.end + 1 : node.end;
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2022, true));
  return [...kept, source.slice(end)].join('');
}
