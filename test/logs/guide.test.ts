import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import * as library from '../../src';
import { errorsOf, expectStrict, testChart } from '../support/golden';

const guide = [
  'logs.md', 'log-destinations.md', 'vector.md', 'log-tenancy.md', 'logs-from-charts.md',
].map(page => readFileSync(join(__dirname, '..', '..', 'docs', 'guides', page), 'utf8')).join('\n');
const snippets = [...guide.matchAll(/```ts\n(.*?)```/gs)].map(match => match[1]).filter(text => text.includes('export function'));

test.each(snippets.map(text => [/export function (\w+)/.exec(text)![1], text]))('the guide can be followed: %s', (name, text) => {
  const { outputText } = transpileModule(text, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  const exported: any = {};
  new Function(
    'exports', 'require', outputText,
  )(exported, (module: string) => module === 'cdk8s-node-agents' ? library : jest.requireActual(module));
  const chart = testChart();
  exported[name](chart);
  expect(errorsOf(chart)).toEqual([]);
  expectStrict(chart.toJson(), 28);
});
