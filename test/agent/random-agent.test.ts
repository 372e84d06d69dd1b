import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { errorsOf, expectStrict } from '../support/golden';
import { broken } from '../support/random/broken';
import { chartWith, randomAgent, randomConstruct } from '../support/random-agent';
import { runs } from '../support/runs';

test('every agent that can be asked for is taken, and every minor from its oldest cluster on knows all its fields', () => {
  fc.assert(fc.property(randomConstruct, agent => {
    expectStrict(chartWith(agent).toJson(), agent.minor);
  }), { numRuns: runs(60) });
});

test('every agent is written alike twice', () => {
  fc.assert(fc.property(randomConstruct, agent => {
    expect(Yaml.stringify(...chartWith(agent).toJson())).toBe(Yaml.stringify(...chartWith(agent).toJson()));
  }), { numRuns: runs(10) });
});

/** What the API server would drop from what it stores: null, empty lists, and empty maps where they say nothing. */
test('no agent has a value that the API server would drop', () => {
  const says = new Set(['emptyDir', 'namespaceSelector', 'podSelector', 'data', 'binaryData', 'csi']);
  const droppedIn = (value: any, path: string): string[] => {
    if (value === null || (Array.isArray(value) && value.length === 0)) {return [path];}
    if (typeof value !== 'object') {return [];}
    const entries = Object.entries(value);
    const isEmpty = entries.length === 0 && !says.has(path.split('.').pop()!) && !/\[\d+\]$/.test(path);
    return isEmpty
      ? [path]
      : entries.flatMap(([key, entry]) => droppedIn(entry, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`));
  };
  fc.assert(fc.property(randomConstruct, agent => {
    for (const object of chartWith(agent).toJson()) {expect(droppedIn(object, object.kind)).toEqual([]);}
  }), { numRuns: runs(30) });
});

test('an agent with one value that cannot be meant is never written, and the error says where it is', () => {
  const brokenAgent = randomAgent.chain(agent => broken(agent.props).map(({ path, props }) => ({ ...agent, path, props })));
  fc.assert(fc.property(brokenAgent, ({ path, ...agent }) => {
    const lines = errorsOf(chartWith(agent));
    const option = path.map((step, index) => (typeof step === 'number'
      ? `[${step}]`
      : /^[\w$]+$/.test(step) ? `${index === 0 ? '' : '.'}${step}` : `['${step}']`)).join('');
    expect(lines.some(line => /^\[random\/[^\]]*\] (wrong-option|unset-value): /.test(line) && line.includes(`: ${option}: `))).toBe(true);
  }), { numRuns: runs(60) });
});
