import { readFileSync } from 'node:fs';
import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { AgentNamespace, AgentObject } from '../../../src';
import { agentIn } from '../../../test/agent/everything';
import { hostileText } from '../../../test/support/random/hostile-text';

/** An object of the library with other texts in all of its places. */
export interface Filled {
  readonly kind: string;
  /** How many places there were. */
  readonly places: number;
  readonly object: { readonly [field: string]: unknown };
}

/** Texts that readers disagree about. */
export function hostileTexts(seed: number, count: number): string[] {
  return fc.sample(hostileText, { seed, numRuns: count });
}

/** What the library writes: the objects of an agent that uses about everything, and those of files that are kept. */
export function objectsOf(files: readonly string[]): any[] {
  const chart = new Chart(new App(), 'texts', { namespace: 'node-agents' });
  const agent = agentIn(chart);
  const bytes = { a: 'YQ==' };
  const text = { b: 'c' };
  for (const object of [
    AgentObject.of({ apiVersion: 'v1', kind: 'Secret', name: 'secret', fields: { data: bytes, stringData: text } }),
    AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'bytes', fields: { binaryData: bytes, data: text } }),
    AgentObject.of({ apiVersion: 'example.com/v1', kind: 'Custom', name: 'custom', clusterScoped: false, fields: { spec: [text, ['d']] } }),
  ]) {agent.plan.addObject(object);}
  new AgentNamespace(chart, 'namespace', {});
  const documents = files.flatMap(file => parseAllDocuments(readFileSync(file, 'utf8')));
  const kept = documents.map(document => document.toJS()).filter(object => object !== null);
  return [...chart.toJson(), ...kept];
}

/** An object with the next texts in all places of texts: values, elements and keys. Two keys of one map stay two. */
export function filledWith(object: any, next: () => string): Filled {
  let places = 0;
  const text = () => {
    places++;
    return next();
  };
  const fill = (value: any): any => {
    if (typeof value === 'string') {return text();}
    if (Array.isArray(value)) {return value.map(fill);}
    if (typeof value !== 'object' || value === null) {return value;}
    const filled: { [key: string]: any } = {};
    for (const key of Object.keys(value)) {
      let other = text();
      while (other in filled) {other += '_';}
      filled[other] = fill(value[key]);
    }
    return filled;
  };
  const result = fill(object);
  return { kind: object.kind, places, object: result };
}

/** Maps of any shape. */
export function hostileMaps(seed: number, count: number): object[] {
  const value = fc.letrec<{ node: unknown }>(tie => ({
    node: fc.oneof(
      { maxDepth: 3 }, { weight: 4, arbitrary: hostileText }, fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 60, 1e21, 1e-7),
      fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(hostileText, tie('node'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).node;
  return fc.sample(fc.dictionary(hostileText, value, { maxKeys: 3, noNullPrototype: true }), { seed, numRuns: count });
}
