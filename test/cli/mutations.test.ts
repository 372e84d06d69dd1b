import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { Files, runWith } from './fake-io';
import type { CommandName } from '../../src/cli/commands';
import { runs } from '../support/runs';

const ROOT = join(__dirname, '..', '..');
const GOLDEN = join(ROOT, 'test', 'golden');
const files = new Files();
afterAll(() => files.remove());

type Json = { [key: string]: any };

const objects: Json[] = readdirSync(GOLDEN).filter(name => name.endsWith('.yaml'))
  .flatMap(name => parseAllDocuments(readFileSync(join(GOLDEN, name), 'utf8')).map(document => document.toJS() as Json)).filter(
    object => object !== null,
  );
const NODES: Json = JSON.parse(readFileSync(join(ROOT, 'examples', 'platform', 'nodes.json'), 'utf8'));

const VALUES = [null, 0, -1, 1.5, '', 'x', true, [], {}, [null], [1], ['a'], [{}], { a: null }, { a: 1 }, '150%', 1e20, 'a\nb', undefined];

/** The same with another value in the place of one, or without it. */
function mutated(value: Json, choice: number, put: unknown): Json {
  const copy = structuredClone(value);
  const places: [Json, string][] = [];
  const visit = (map: Json): void => Object.keys(map).forEach(key => {
    places.push([map, key]);
    if (typeof map[key] === 'object' && map[key] !== null) {visit(map[key]);}
  });
  visit(copy);
  const [map, key] = places[choice % places.length];
  map[key] = put;
  return copy;
}

/** Arguments of each command; one that is missing here does not compile. */
const ARGUMENTS: { readonly [command in CommandName]: string[][] } = {
  check: [['--nodes', 'NODES'], ['--format', 'sarif', '--kubernetes-version', '1.28']],
  explain: [['--nodes', 'NODES']],
  capacity: [['--nodes', 'NODES'], ['--nodes', 'NODES', '--format', 'json']],
  rollout: [['--nodes', 'NODES']],
  plan: [['RELEASED', '--nodes', 'NODES'], ['RELEASED', '--nodes', 'NODES', '--format', 'json'], ['RELEASED', '--prune']],
  doctor: [[], ['--nodes', 'NODES', '--platform', 'talos', '--format', 'json']],
  commands: [[], ['--format', 'json']],
  admission: [[]],
  rules: [[]],
  why: [[]],
};
const COMMANDS = Object.entries(ARGUMENTS).flatMap(([
  command, all,
]) => all.map((args): [string, string[]] => [[command, ...args].join(' '), [command, ...args]]));

test.each(COMMANDS)('whatever stands in the fields, %s says what is wrong or does its work', async (_, args) => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...objects), {
    minLength: 1, maxLength: 4,
  }), fc.nat(), fc.nat(), fc.constantFrom(...VALUES), fc.boolean(),
  async (list, first, second, put, wrongNodes) => {
    const input = files.write('in.json', JSON.stringify([mutated(list[0], first, put), ...list.slice(1)]));
    const nodes = files.write('nodes.json', JSON.stringify(wrongNodes ? mutated(NODES, second, put) : NODES));
    const released = files.write('released.json', JSON.stringify(list));
    const inputs = args[1] === 'RELEASED' ? [released, input] : [input];
    const options = args.slice(1).filter(arg => arg !== 'RELEASED').map(arg => (arg === 'NODES' ? nodes : arg));
    const { code, err } = await runWith([args[0], ...inputs, ...options]);
    expect(err).not.toContain('error of node-agents itself');
    // what cannot be read is reported, and then what is missing for the rest
    if (code === 1) {expect(err).toMatch(/^(node-agents: .+\n){1,5}$/);}
  }), { numRuns: runs(20) });
}, 60_000);
