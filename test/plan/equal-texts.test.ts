import { Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { Document, visit } from 'yaml';
import { nodes } from './support';
import { readYaml } from '../../src/cluster/inventory/read/yaml';
import { planBetween } from '../../src/plan/plan';
import { entriesOf, Entry, isMap } from '../../src/private/entry';
import { chartWith, randomConstruct } from '../support/random-agent';
import { runs } from '../support/runs';

const cluster = { nodes: nodes(3) };

/** Keys of maps in another order. */
function reordered(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) {return value.map(each => reordered(each, order));}
  if (!isMap(value)) {return value;}
  return Object.fromEntries(order(Object.keys(value)).map(key => [key, reordered(value[key], order)]));
}

const QUOTES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'] as const;

/** To the writer, which knows YAML 1.1, a plain text; to a reader of YAML 1.2 a number. */
const isOctal = /^0o[0-7]+$/;

/** A text that says the same. */
function rewritten(objects: readonly unknown[], quotes: typeof QUOTES[number], flow: boolean, order: (keys: string[]) => string[]): string {
  return objects.map(object => {
    const document = new Document(reordered(object, order), { aliasDuplicateObjects: false, version: '1.1' });
    visit(document, {
      Scalar: (_, node) => {
        if (typeof node.value === 'string') {node.type = isOctal.test(node.value) ? 'QUOTE_DOUBLE' : quotes;}
      },
      Collection: (_, node) => {
        node.flow = flow;
      },
    });
    return document.toString({ lineWidth: 0 });
  }).join('---\n');
}

function read(text: string): Entry[] {
  return [...readYaml(text, 'test.yaml')].flatMap(({ value }) => (isMap(value) ? entriesOf(value) : []));
}

test('objects that are written in another order, with other quotes and in another style plan to nothing', () => {
  const shuffle = fc.func(fc.nat(1000));
  fc.assert(fc.property(randomConstruct, fc.constantFrom(
    ...QUOTES,
  ), fc.boolean(), shuffle, fc.boolean(), (agent, quotes, flow, rank, isReversed) => {
    const objects = Testing.synth(chartWith(agent));
    const order = (keys: string[]): string[] => [...keys].sort((a, b) => rank(a) - rank(b));
    const before = read(rewritten(objects, 'PLAIN', false, keys => keys));
    const after = read(rewritten(isReversed ? [...objects].reverse() : objects, quotes, flow, order));
    expect(after).toHaveLength(objects.length);
    expect(planBetween(before, after, { cluster })).toMatchObject({ objects: [], agents: [], kept: [] });
  }), { numRuns: runs(40) });
}, 120_000);

test('a text of an object that changes does not plan to nothing', () => {
  fc.assert(fc.property(randomConstruct, agent => {
    const objects = Testing.synth(chartWith(agent));
    const changed = objects.map((object, index) => (index === objects.length - 1
      ? { ...object, metadata: { ...object.metadata, labels: { ...object.metadata.labels, changed: 'yes' } } }
      : object));
    expect(
      planBetween(read(rewritten(objects, 'PLAIN', false, keys => keys)), read(rewritten(changed, 'PLAIN', true, keys => keys))).objects,
    ).toHaveLength(1);
  }), { numRuns: runs(10) });
}, 120_000);
