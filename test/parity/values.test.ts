import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const GUIDE = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'moving-from-charts.md'), 'utf8');
const CHARTS = [
  'prometheus-node-exporter', 'kube-state-metrics', 'prometheus-windows-exporter', 'dcgm-exporter', 'prometheus-smartctl-exporter',
  'prometheus-systemd-exporter', 'nvidia-device-plugin',
];

const valuesOf = (chart: string): string[] => JSON.parse(readFileSync(join(__dirname, 'values', `${chart}.json`), 'utf8')).values;

/** The names in the first column of a section, with `a.{b, c}` spelled out. */
function namesIn(section: string): string[] {
  const text = new RegExp(`^## ${section}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(GUIDE)![1];
  return [
    ...text.matchAll(/^\| (`[^|]*) \|/gm),
  ].flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => spelled(name)));
}

function spelled(name: string): string[] {
  const [, stem, list] = /^(.*\.)\{(.*)\}$/.exec(name) ?? [];
  return list === undefined ? [name] : list.split(', ').map(each => stem + each);
}

const COMMON = namesIn('Values of all charts');

test.each(CHARTS)('the guide names every value of the chart %s, and none that it has not', chart => {
  const own = namesIn(chart);
  const values = valuesOf(chart);
  expect(values.length).toBeGreaterThan(40);
  expect(values.filter(value => !own.includes(value) && !COMMON.includes(value))).toEqual([]);
  expect(own.filter(name => !values.includes(name))).toEqual([]);
});

test('what is said of all charts is a value of one of them', () => {
  const all = new Set(CHARTS.flatMap(valuesOf));
  expect(COMMON.filter(name => !all.has(name))).toEqual([]);
});

test('the guide names every value of the components of kube-prometheus, and none that they have not', () => {
  const values = valuesOf('kube-prometheus');
  expect(values.length).toBe(40);
  expect(namesIn('kube-prometheus').sort()).toEqual([...values].sort());
});
