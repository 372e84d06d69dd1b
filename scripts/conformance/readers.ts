/* eslint-disable @typescript-eslint/no-require-imports */
import { ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type * as Yaml from 'yaml';
import { buildProgram } from './go';
import { pythonWith } from '../../conformance/judges/tools/toolbox';

const FOLDER = join(__dirname, '..', '..', 'conformance', 'readers');

/** What a reader made of a document. */
type Outcome = { readonly value: unknown } | { readonly error: string };

/** Who reads something else than was written. */
export interface Misreading {
  readonly reader: string;
  readonly message: string;
}

/** The YAML readers of Go, Python and JavaScript that read manifests: kubectl, Helm, Argo CD, Flux, Ansible and cdk8s have them inside. */
export class Readers {
  public static async start(): Promise<Readers> {
    const python = join(await pythonWith(join(FOLDER, 'requirements.txt'), 'PyYAML'), 'python');
    return new Readers([new Process(await buildProgram('read'), []), new Process(python, [join(FOLDER, 'read.py')])], yamlPackages());
  }

  /** The names of those who answered. */
  public readonly names = new Set<string>();

  private constructor(private readonly processes: readonly Process[], private readonly packages: readonly Package[]) {}

  /** Who reads something else in each of the texts than the value that it was made of. */
  public async misreadings(texts: readonly string[], values: readonly unknown[]): Promise<Misreading[][]> {
    const answers = await Promise.all(this.processes.map(process => process.ask(texts)));
    return texts.map((text, index) => {
      const outcomes: Array<[string, Outcome]> = [...answers.flatMap(each => Object.entries(each[index])), ...this.inThisProcess(text)];
      outcomes.forEach(([reader]) => this.names.add(reader));
      return outcomes.flatMap(([reader, outcome]) => {
        if ('error' in outcome) {return [{ reader, message: outcome.error }];}
        return isSame(outcome.value, values[index]) ? [] : [{ reader, message: `reads ${JSON.stringify(outcome.value).slice(0, 300)}` }];
      });
    });
  }

  public stop(): void {
    this.processes.forEach(process => process.stop());
  }

  private inThisProcess(text: string): Array<[string, Outcome]> {
    return this.packages.flatMap(([name, { parse }]) => (['1.1', '1.2'] as const).map((version): [string, Outcome] => {
      try {
        return [`${name}, YAML ${version}`, { value: parse(text, { version, logLevel: 'error' }) }];
      } catch (error) {
        return [`${name}, YAML ${version}`, { error: (error as Error).message }];
      }
    }));
  }
}

type Package = readonly [name: string, exported: typeof Yaml];

/** That of cdk8s, and the one of this package, which is newer. */
function yamlPackages(): Package[] {
  const from = [dirname(require.resolve('cdk8s')), __dirname];
  const folders = from.map(folder => dirname(require.resolve('yaml/package.json', { paths: [folder] })));
  return [...new Set(folders)].map((folder): Package => [`yaml ${require(join(folder, 'package.json')).version}`, require(folder)]);
}

/** A program that answers every line with a line. */
class Process {
  private readonly child: ChildProcess;
  private readonly waiting: Array<{ readonly resolve: (line: string) => void; readonly reject: (error: Error) => void }> = [];

  public constructor(private readonly command: string, args: readonly string[]) {
    this.child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.child.stdout! }).on('line', line => this.waiting.shift()!.resolve(line));
    const fail = (error: Error) => this.waiting.splice(0).forEach(({ reject }) => reject(error));
    this.child.on('close', () => fail(new Error(`${this.command} ended before it answered`)));
    this.child.on('error', fail);
  }

  public ask(texts: readonly string[]): Promise<Array<{ readonly [reader: string]: Outcome }>> {
    const answers = texts.map(() => new Promise<string>((resolve, reject) => this.waiting.push({ resolve, reject })));
    texts.forEach(text => this.child.stdin!.write(`${JSON.stringify(text)}\n`));
    return Promise.all(answers.map(async answer => JSON.parse(await answer)));
  }

  public stop(): void {
    this.child.stdin!.end();
  }
}

/** Whether two values of JSON are the same. Keys of maps may be in another order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {return one === other;}
  const entries = Object.entries(one);
  return Array.isArray(one) === Array.isArray(other) && entries.length === Object.keys(other).length
    && entries.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, (other as { [key: string]: unknown })[key]));
}
