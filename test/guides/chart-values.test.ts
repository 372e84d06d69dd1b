import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from './snippets';

/** The names of all values of a chart, without what is below those that are one thing, such as resources. */
interface ChartValues {
  readonly release: string;
  readonly guide: string;
  readonly values: readonly string[];
  /** Those that only templates, or comments of the values, know. */
  readonly alsoInTemplates?: readonly string[];
}

const CHARTS: { readonly [chart: string]: ChartValues } = JSON.parse(readFileSync(join(__dirname, 'chart-values.json'), 'utf8'));

/** The names in the first cells of a table. Without its value a name with a colon is the same. */
const namesIn = (guide: string, header: string) => rowsOf(guide, header)
  .flatMap(([cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name.replace(/:.*/, '')));

const common = namesIn('storage.md', '| value | here |');

/** A name stands for every value whose parts have its parts side by side; a star is any one part, or the beginning of one. */
function stands(name: string, value: string): boolean {
  const [wanted, parts] = [name.split('.'), value.split('.')];
  const isPart = (want: string, part: string | undefined) => part !== undefined
    && (want.startsWith('*') ? part.endsWith(want.slice(1)) : want === part);
  return parts.some((_, start) => wanted.every((want, index) => isPart(want, parts[start + index])));
}

test.each([
  ['tolerations', 'controller.tolerations', true], ['controller.tolerations', 'node.tolerations', false],
  ['sidecars.*.image', 'sidecars.attacher.image', true], ['*Image', 'linux.registrarImage', true], ['image', 'linux.registrarImage', false],
])('the name %s and the value %s: %p', (name, value, expected) => {
  expect(stands(name, value)).toBe(expected);
});

test.each(Object.entries(CHARTS))('every value of the chart %s is in its guide, or among those of every chart', (_, { guide, values }) => {
  const names = [...namesIn(guide, '| chart'), ...common];
  expect(values.filter(value => !names.some(name => stands(name, value)))).toEqual([]);
});

test.each(Object.entries(CHARTS))('the guide names no value that the chart %s has not', (_, { guide }) => {
  const known = Object.values(CHARTS).filter(each => each.guide === guide).flatMap(each => [...each.values, ...each.alsoInTemplates ?? []]);
  const isKnown = (name: string) => known.some(value => stands(name, value) || `${name}.`.startsWith(`${value}.`));
  expect(namesIn(guide, '| chart').filter(name => !isKnown(name))).toEqual([]);
});
