/**
 * Makes src/logs/vector/option-table.ts and its shapes from the reference data of a release of Vector: website/cue/reference/components and
 * generated/ of its repository, as one JSON file (`global`, `sources`, `transforms`, `sinks`; each option with `type`, `required`, `when`).
 *
 *     npx ts-node -T scripts/vector/make-option-table.ts options.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longLiteral } from '../literals/long-literal';

interface Option { readonly type: Types; readonly required?: boolean; readonly when?: string }
interface Types { readonly [type: string]: { readonly enum?: string[]; readonly options?: Options; readonly items?: Types } }
interface Options { readonly [key: string]: Option }
interface Reference {
  readonly vector: string;
  readonly global: Options;
  readonly sources: { readonly [name: string]: Options };
  readonly transforms: { readonly [name: string]: Options };
  readonly sinks: { readonly [name: string]: Options };
}

/** Each shape of a value once: most components share those of TLS, buffers, requests and encodings. */
class Shapes {
  public readonly lines: string[] = [];
  private readonly indices = new Map<string, number>();

  public of(types: Types): number {
    const shape = Object.entries(types).map(([type, details]) => this.part(type, details)).join('|');
    const known = this.indices.get(shape);
    if (known !== undefined) {return known;}
    this.indices.set(shape, this.lines.length);
    this.lines.push(shape);
    return this.lines.length - 1;
  }

  public ofOptions(options: Options): number {
    return this.of({ object: { options } });
  }

  private part(type: string, { enum: values, options, items }: Types[string]): string {
    if (type === 'object') {return `{${Object.entries(options ?? {}).map(([key, option]) => this.entry(key, option)).join(' ')}}`;}
    if (type === 'array') {return items === undefined ? '[]' : `[${this.of(items)}]`;}
    return values === undefined ? type : `${type}(${values.join(' ')})`;
  }

  /** `key:SHAPE`, with `!` where it is required, and `?condition` where only then. */
  private entry(key: string, { type, required, when }: Option): string {
    return `${key}:${this.of(type)}${required ? '!' : ''}${when === undefined ? '' : `?${when.replace(/ /g, '').replace(/"or/g, '"|').replace(/"/g, '')}`}`;
  }
}

/** The files of the table, by name. Shapes that sinks are the first to use have a file of their own. */
export function optionTables(reference: Reference): { readonly [file: string]: string } {
  const shapes = new Shapes();
  const section = (name: 'sources' | 'transforms' | 'sinks') =>
    `  ${name}: `
      + `{\n${Object.entries(reference[name]).map(([component, options]) => `    ${component}: ${shapes.ofOptions(options)},`).join('\n')}\n `
      + ' },';
  const inputs = [section('sources'), section('transforms')];
  const ofInputs = shapes.lines.length;
  const sections = [...inputs, section('sinks')];
  const global = shapes.ofOptions(reference.global);
  const made = `// made by scripts/vector/make-option-table.ts from the reference data of Vector ${reference.vector}`;
  const list = (name: string, lines: readonly string[]) =>
    `${made}\n\nexport const ${name}: readonly string[] = [\n${lines.map(line => longLiteral(line, '  ')).join('\n')}\n];\n`;
  return {
    'input-shapes.ts': list('INPUT_SHAPES', shapes.lines.slice(0, ofInputs)),
    'output-shapes.ts': list('OUTPUT_SHAPES', shapes.lines.slice(ofInputs)),
    'option-table.ts': `${made}
import { INPUT_SHAPES } from './input-shapes';
import { OUTPUT_SHAPES } from './output-shapes';

/**
 * The shape of the options of each component. A shape is what a value may be: \`string(a b)\` with the texts that are allowed,
 * \`{key:SHAPE! other:SHAPE?mode=x}\` for a map, \`[SHAPE]\` for a list, and alternatives with \`|\`. Shapes are numbers of lines.
 */
export const SHAPES: readonly string[] = [...INPUT_SHAPES, ...OUTPUT_SHAPES];

/** Options beside those of components. */
export const GLOBAL = ${global};

export const COMPONENTS: { readonly [section: string]: { readonly [component: string]: number } } = {
${sections.join('\n')}
};
`,
  };
}

if (require.main === module) {
  const reference = JSON.parse(readFileSync(process.argv[2], 'utf8')) as Reference;
  for (const [file, text] of Object.entries(optionTables(reference))) {
    writeFileSync(join(__dirname, '..', '..', 'src', 'logs', 'vector', file), text);
  }
}
