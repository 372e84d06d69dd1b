import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import charts from './chart-values.json';

/** The page that says what becomes of the values of a chart, and the heading above its table. */
const PLACES: { readonly [chart: string]: readonly [page: string, heading: string] } = {
  'fluent-bit': ['logs-from-charts.md', '## The chart `fluent-bit`'],
  'fluent-bit-collector': ['logs-from-charts.md', '## The chart `fluent-bit-collector`'],
  'vector': ['vector.md', '## Moving from the chart `vector`'],
  'opentelemetry-collector': ['logs-open-telemetry.md', '## From the Helm chart opentelemetry-collector'],
};

/** The names in the first column of the tables below a heading. A name stands for what is below it, too. */
function namesIn(chart: string): string[] {
  const [page, heading] = PLACES[chart];
  const text = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', page), 'utf8');
  const [, section] = text.split(`${heading}\n`);
  const rows = section.split(/^## /m)[0].matchAll(/^\| (`.*?) \|/gm);
  return [...rows].flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name.replace(/:.*$|\.\*$/, '')));
}

const covers = (name: string, value: string) => value === name || value.startsWith(`${name}.`);

test.each(charts.map(({ chart, version, values }) => [chart, version, values] as const))('every value of the chart %s %s is in its '
  + 'guide', (chart, _, values) => {
  const names = namesIn(chart);
  expect(values.filter(value => !names.some(name => covers(name, value)))).toEqual([]);
});

test.each(charts.map(({ chart, values }) => [chart, values] as const))('the guide of the chart %s names no value that it does not '
  + 'have', (chart, values) => {
  expect(namesIn(chart).filter(name => !values.some(value => covers(name, value)))).toEqual([]);
});
