import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { agentYaml, Files, runWith } from './fake-io';
import { COMMAND_NAMES, CommandName, COMMANDS } from '../../src/cli/commands';
import { runs } from '../support/runs';

const ROOT = join(__dirname, '..', '..');
const files = new Files();
afterAll(() => files.remove());

type Json = { [key: string]: any };

const objects: Json[] = readdirSync(join(ROOT, 'test', 'golden')).filter(name => name.endsWith('.yaml'))
  .flatMap(name => parseAllDocuments(readFileSync(
    join(ROOT, 'test', 'golden', name), 'utf8',
  )).map(document => document.toJS() as Json)).filter(object => object !== null);
const NODES: Json = JSON.parse(readFileSync(join(ROOT, 'examples', 'platform', 'nodes.json'), 'utf8'));

/** What nobody sees or what steers a terminal: an independent list, by ranges. */
const DANGEROUS = new RegExp(
  '[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f'
  + '\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164'
  + '\\ud800-\\udfff\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\u{e0000}-\\u{e0fff}]', 'u');

const PIECES = [
  '\u202e', '\u2066', '\u2069', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u0000', '\u001b[31m', '\u001b[2J', '\u001b]8;;http://x\u0007',
  '\u009b31m', '\u0085', '\u2028', '\u2029', '\r', '\t', '\n',
  '\ud800', '\u{e0041}', '\u3164', '\u2800', '\u00a0', '\u{1f600}', '\u05d0', '::error::', '%0A', '${', '$(', '/', '.', 'a', '-',
];
const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''));
/** What a file can be called. */
const fileName = hostile.map(text => text.replace(/[/\0\ud800-\udfff]/gu, ''));

/** Hostile texts in the place of texts and of keys, or at their ends. */
function spoiled(value: unknown, choose: (count: number) => number, texts: readonly string[], rarity: number): unknown {
  if (typeof value === 'string') {
    const text = texts[choose(texts.length)];
    return choose(rarity) === 0 ? [value + text, text + value, text][choose(3)] : value;
  }
  if (Array.isArray(value)) {return value.map(item => spoiled(item, choose, texts, rarity));}
  if (typeof value !== 'object' || value === null) {return value;}
  return Object.fromEntries(Object.entries(value).map(([key, entry]) =>
    [choose(10 * rarity) === 0
      ? key + texts[choose(texts.length)]
      : key, ['kind', 'apiVersion'].includes(key) ? entry : spoiled(entry, choose, texts, rarity)]));
}

const chooser = (seed: number) => {
  let state = seed % 2147483646 + 1;
  return (count: number): number => {
    state = state * 48271 % 2147483647;
    return state % count;
  };
};

const RUNS = COMMAND_NAMES.filter(name => COMMANDS[name]().readsNothing !== true).flatMap((name): [string, CommandName, string][] =>
  (COMMANDS[name]().options.format.choices ?? []).map(format => [`${name} --format ${format}`, name, format]));

test.each(RUNS)('nothing that %s prints is invisible or steers a terminal, and it never fails by itself', async (_, name, format) => {
  let found = 0;
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...objects), {
    minLength: 1, maxLength: 3,
  }), fc.array(hostile, { minLength: 1, maxLength: 4 }), fileName, fc.nat(), fc.constantFrom(1, 4, 20),
  fc.boolean(), fc.boolean(), async (list, texts, suffix, seed, rarity, asYaml, isTerminal) => {
    const choose = chooser(seed);
    const all = [...list, parseAllDocuments(agentYaml())[0].toJS()].map(object => spoiled(object, choose, texts, rarity));
    const input = files.write(`in${suffix}.yaml`, asYaml ? all.map(object => stringify(object)).join('---\n') : JSON.stringify(all));
    const nodes = files.write(
      `nodes${suffix}.json`, JSON.stringify(spoiled({ ...NODES, items: NODES.items.slice(0, 3) }, choose, texts, rarity)),
    );
    const released = name === 'plan'
      ? [files.write('released.json', JSON.stringify([...list, parseAllDocuments(agentYaml())[0].toJS()]))]
      : [];
    const args = [name, ...released, input, ...name === 'admission' || name === 'commands' ? [] : ['--nodes', nodes], '--format', format];
    const { code, out, err } = await runWith(args, isTerminal ? { columns: 100 } : {});
    // colours of its own, which no text of others can write
    const plain = isTerminal ? (text: string) => text.replace(/\u001b\[(?:1|2|22|3[01236]|39)m/g, '') : (text: string) => text;
    expect(DANGEROUS.exec(plain(out))).toBeNull();
    expect(DANGEROUS.exec(plain(err))).toBeNull();
    expect(err).not.toContain('error of node-agents itself');
    if (code !== 1 && (format === 'json' || format === 'sarif')) {JSON.parse(out);}
    if (format === 'github'
        && out !== '') {expect(out.trimEnd().split('\n').filter(line => !/^::(error|warning|notice) /.test(line))).toEqual([]);}
    found += code === 1 ? 0 : 1;
  }), { numRuns: runs(20), examples: [[[objects[0]], ['\u202e'], '\u202e', 1, 100, true, false]] });
  expect(found).toBeGreaterThan(0);
}, 120_000);

test.each([[
  'text that is no YAML', 'a: "\u202e\u001b[31m\n',
], ['a key that stands twice', 'a\u202e: 1\na\u202e: 2\n'], ['JSON that is cut off', '{"a\u202e\u009b": \u200b']])(
  'the error of %s is one line without anything invisible', async (_, text) => {
    const { code, err } = await runWith(['check', files.write('wrong\u202e.yaml', text)]);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(DANGEROUS.exec(err)).toBeNull();
  });

test('arguments come back without anything invisible', async () => {
  for (const args of [['che\u202eck'], ['check', '--for\u001b[31mmat'], ['check', '--format', 'te\u200bxt'], ['check', 'gone\u202e']]) {
    const { code, err } = await runWith(args);
    expect(code).toBe(1);
    expect(DANGEROUS.exec(err)).toBeNull();
  }
});

test('what is escaped in JSON is the same value to who reads it', async () => {
  const path = files.write('json.yaml', agentYaml('logs', 'hostNetwrok\u202e\u{e0041}: true\n'));
  const { out } = await runWith(['check', path, '--format', 'json']);
  expect(JSON.parse(out).map(({ given }: Json) => given)).toContain('hostNetwrok\u202e\u{e0041}');
  expect(out).toContain('hostNetwrok\\u202e\\udb40\\udc41');
});
