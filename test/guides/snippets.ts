import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import { App, AppProps, Chart } from 'cdk8s';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import * as library from '../../src';

const ROOT = join(__dirname, '..', '..');

/** The text of docs/guides/NAME, or of README.md. */
export function guide(name: string): string {
  return readFileSync(name === 'README.md' ? join(ROOT, name) : join(ROOT, 'docs', 'guides', name), 'utf8');
}

/** The TypeScript snippets of a guide, in its order. */
export function snippetsOf(name: string): string[] {
  return [...guide(name).matchAll(/```ts\n(.*?)```/gs)].map(match => match[1]);
}

/** The rows of the table whose first row has these words: a list of cells each. */
export function rowsOf(name: string, header: string): string[][] {
  const lines = guide(name).split('\n');
  const first = lines.findIndex(line => line.startsWith('|') && line.includes(header));
  if (first < 0) {throw new Error(`${name} has no table with ${header}`);}
  const below = lines.slice(first + 2);
  return below.slice(0, below.findIndex(line => !line.startsWith('|'))).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()));
}

/** What a snippet did. */
export interface Ran {
  /** What it exports. */
  readonly exported: any;
  /** The apps that it made. */
  readonly apps: readonly App[];
}

/** Runs a snippet. What it declares, such as `declare const chart: Chart`, is taken from `given`. */
export function ran(text: string, given: { readonly [name: string]: unknown } = {}): Ran {
  const names = [...text.matchAll(/^ *declare const (\w+)/gm)].map(([, name]) => name);
  const source = text.replace(/^ *declare const .*$/gm, '');
  const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  const [exported, apps]: [any, App[]] = [{}, []];
  class RecordedApp extends App {
    public constructor(props?: AppProps) {
      super(props);
      apps.push(this);
    }
  }
  const modules = new Map<string, unknown>([['cdk8s-node-agents', library], ['cdk8s', { ...cdk8s, App: RecordedApp }]]);
  new Function('exports', 'require', 'console', ...names, outputText)(
    exported, (name: string) => modules.get(name) ?? jest.requireActual(name), { log: () => undefined }, ...names.map(name => given[name]));
  return { exported, apps };
}

/** What a snippet exports. */
export function runSnippet(text: string, given: { readonly [name: string]: unknown } = {}): any {
  return ran(text, given).exported;
}

/** The only chart of a snippet that makes its own app. */
export function chartOf(text: string): Chart {
  const { apps: [app] } = ran(text);
  return app.charts[0];
}
