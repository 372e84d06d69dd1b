import { parse } from 'yaml';
import types from './option-types.json';
import { LogMetadata } from '../../../src';
import { FLUENT_BIT_SUPPORT } from '../../../src/logs/fluent-bit/support';
import { errorsOf, testChart } from '../../support/golden';
import { destinationVariants, FILTERS, pairsMet, sourceFor, SOURCES } from '../destination-variants';
import { agentOf, configText } from '../log-config';

const DESTINATIONS = destinationVariants(FLUENT_BIT_SUPPORT);

/** What a value of a type looks like; a variable may be anything. */
const LOOKS: { readonly [type: string]: RegExp } = {
  b: /^(true|false|on|off|yes|no)$/i, i: /^-?\d+$/, z: /^(\d+[KMG]?|false)$/i, t: /^\d+[smhd]?$/i, d: /^\d+(\.\d+)?$/, s: /^/, p: /^/,
  l: /^/,
};
/** Keys of the engine, which the table of plugins does not have; parsers of the filter are a list of their own. */
const ENGINE = ['name', 'processors', 'storage.total_limit_size', 'key_name', 'parser', 'reserve_data', 'preserve_key', 'unescape_key'];

function wrongIn(section: string, plugin: { [key: string]: unknown }): string[] {
  const table = (types as { [section: string]: { [plugin: string]: string } })[section][String(plugin.name)];
  if (table === undefined) {return [`no table for ${section} ${plugin.name}`];}
  const known = new Map(table.split(' ').map(entry => [entry.slice(0, entry.lastIndexOf(':')), entry.at(-1)!]));
  return Object.entries(plugin).filter(([name]) => !ENGINE.includes(name)).flatMap(([name, value]) => {
    const type = known.get(name) ?? [...known].find(([prefix, each]) => each === 'p' && name.startsWith(prefix))?.[1];
    const isRight = type !== undefined && (Array.isArray(value) ? value : [value]).every(each => typeof each !== 'object'
      && (LOOKS[type].test(String(each)) || String(each).includes('${')));
    return isRight ? [] : [`${section} ${plugin.name}: ${name}: ${JSON.stringify(value)} (${type ?? 'unknown'})`];
  });
}

test.each(DESTINATIONS)(
  'with every filter and some source, %s has the keys and types that Fluent Bit knows', (_, destination, index) => {
    for (let filter = 0; filter < FILTERS.length; filter += 1) {
      const source = sourceFor(SOURCES, index, filter);
      const chart = testChart();
      agentOf({ inputs: [source], filters: [FILTERS[filter]()], destinations: [destination], metadata: LogMetadata.fromApi() }, chart);
      expect(errorsOf(chart)).toEqual([]);
      const { pipeline } = parse(configText(chart));
      const found = ['inputs', 'filters', 'outputs'].flatMap(section => (pipeline[section] as any[]).flatMap(plugin => [
        ...wrongIn(section, plugin),
        ...(plugin.processors?.logs
          ?? []).flatMap((processor: any) => wrongIn(processor.name in types.processors ? 'processors' : 'filters', processor)),
      ]));
      expect(found).toEqual([]);
    }
  });

test('every pair of source and filter, and of source and kind of destination, is among the combinations', () => {
  expect(pairsMet(DESTINATIONS.length)).toBe(FILTERS.length * SOURCES.length);
  expect(FILTERS.length).toBeGreaterThanOrEqual(SOURCES.length);
});
