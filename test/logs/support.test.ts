import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectorsPage } from '../../scripts/logs/make-collectors';
import { LogCollector } from '../../src';
import { Answer, Choices, isCannot } from '../../src/logs/support/choice';
import { COLLECTORS } from '../../src/logs/support/collectors';
import { DESTINATION_CHOICES } from '../../src/logs/support/destination-choices';
import { FILTER_CHOICES } from '../../src/logs/support/filter-choices';
import { INPUT_CHOICES } from '../../src/logs/support/input-choices';

const PARTS = COLLECTORS.flatMap(({ program, inputs, filters, destinations }) => [
  ...Object.entries(INPUT_CHOICES).map(([
    kind, choices,
  ]) => [program, kind, choices as Choices<never>, inputs[kind as 'files'] as Answer<unknown>] as const),
  ...Object.entries(FILTER_CHOICES).map(([
    kind, choices,
  ]) => [program, kind, choices as Choices<never>, filters[kind as 'keep'] as Answer<unknown>] as const),
  ...Object.entries(DESTINATION_CHOICES).map(([
    kind, choices,
  ]) => [program, kind, choices as Choices<never>, destinations[kind as 'http'] as Answer<unknown>] as const),
]);

test('docs/log-collectors.md is what the collectors say: npm run generate', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'log-collectors.md'), 'utf8')).toBe(collectorsPage());
});

test('every factory of LogCollector has a row among the collectors, and every row a factory', () => {
  const factories = Object.getOwnPropertyNames(LogCollector).filter(name => typeof (LogCollector as any)[name] === 'function');
  expect(COLLECTORS.map(({ factory }) => factory).sort()).toEqual(factories.map(name => `LogCollector.${name}()`).sort());
});

test.each(PARTS)('%s answers %s for the values that it has', (_, __, choices, answer) => {
  if (isCannot(answer)) {return;}
  for (const [option, values] of Object.entries(answer as { [option: string]: string[] })) {
    expect(choices[option].values).toEqual(expect.arrayContaining(values));
    expect(new Set(values).size).toBe(values.length);
  }
});
