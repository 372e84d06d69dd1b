import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { buildSync } from 'esbuild';
import * as fc from 'fast-check';
import { agentIn, everyMap } from './everything';
import { testChart } from '../support/golden';
import { runs } from '../support/runs';

const yamlOf = (chart: Chart) => Yaml.stringify(...chart.toJson());

test('the same input gives the same bytes', () => {
  const [one, two] = [testChart(), testChart()];
  [one, two].forEach(chart => agentIn(chart));
  expect(yamlOf(one)).toBe(yamlOf(two));
});

test('a chart that is written twice is written alike', () => {
  const chart = testChart();
  agentIn(chart);
  expect(yamlOf(chart)).toBe(yamlOf(chart));
});

test('maps may have their keys in any order, as in Java they do in every run', () => {
  const chart = testChart();
  agentIn(chart);
  const expected = yamlOf(chart);
  const shuffled = fc.record(Object.fromEntries(Object.entries(everyMap).map(([name, map]) => [
    name, fc.shuffledSubarray(Object.entries(map), { minLength: Object.keys(map).length }).map(entries => Object.fromEntries(entries)),
  ])));
  fc.assert(fc.property(shuffled, maps => {
    const other = testChart();
    agentIn(other, maps as unknown as typeof everyMap);
    expect(yamlOf(other)).toBe(expected);
  }), { numRuns: runs(10) });
});

test('moving an agent in the tree changes no byte: no selector, no name, nothing', () => {
  const flat = testChart();
  agentIn(flat);
  const deep = testChart();
  agentIn(new Construct(new Construct(deep, 'platform'), 'team'));
  expect(yamlOf(deep)).toBe(yamlOf(flat));
  const elsewhere = new Chart(new Chart(new App(), 'outer'), 'inner', { namespace: 'node-agents' });
  agentIn(elsewhere);
  expect(yamlOf(elsewhere)).toBe(yamlOf(flat));
});

test('another construct beside the agent changes none of its bytes', () => {
  const alone = testChart();
  agentIn(alone);
  const crowded = testChart();
  new Construct(crowded, 'before');
  agentIn(crowded);
  new Construct(crowded, 'after');
  expect(yamlOf(crowded)).toBe(yamlOf(alone));
});

test('another language, another time zone and another order of sorting give the same bytes', () => {
  const here = testChart();
  agentIn(here);
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  try {
    const outfile = join(folder, 'everything.js');
    buildSync({
      entryPoints: [join(__dirname, 'everything.ts')], outfile, bundle: true, packages: 'external', platform: 'node', logLevel: 'error',
    });
    for (const [locale, zone] of [['tr_TR.UTF-8', 'Pacific/Kiritimati'], ['da_DK.UTF-8', 'America/St_Johns']]) {
      const env = { ...process.env, NODE_PATH: join(__dirname, '..', '..', 'node_modules'), LANG: locale, LC_ALL: locale, TZ: zone };
      const { stdout, stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8', env });
      expect([stderr, stdout]).toEqual(['', yamlOf(here)]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
