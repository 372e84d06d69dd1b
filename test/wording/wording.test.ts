import { AGENT_EXAMPLES, ErrorExample } from './core-examples';
import { expectWording } from './expect-wording';
import { PRESET_EXAMPLES } from './preset-examples';
import { contextOf } from '../../src/checks/example';
import { RULES } from '../../src/checks/rules';
import { runRules } from '../../src/checks/run-checks';
import { errorLine, pageBehind } from '../../src/private/agent-error';
import type { ErrorCode } from '../../src/private/error-catalogue';
import { Finding, isOurs } from '../../src/private/finding';
import { errorsOf, testChart } from '../support/golden';
import { wrongWith } from '../support/refused';

/** One for each code: a new code does not compile without an example. */
const EXAMPLES: { readonly [code in ErrorCode]: ErrorExample } = { ...AGENT_EXAMPLES, ...PRESET_EXAMPLES };

/** Every line that an example causes: thrown, in what it gives back, or at synth. */
function linesOf(example: ErrorExample): string[] {
  const chart = testChart();
  try {
    const value = example(chart);
    const given = typeof value === 'object' && value !== null && isOurs(value) ? [value as Finding] : wrongWith(value);
    return [...given.map(found => errorLine(found)), ...errorsOf(chart)];
  } catch (error) {
    return (error as Error).message.split('\n').map(line => line.trim());
  }
}

/** The sentence of a code, without the path of the construct. */
function sentenceOf(code: string, example: ErrorExample): string {
  const line = linesOf(example).map(text => text.replace(/^\[[^\]]*\] /, '')).find(text => text.startsWith(`${code}: `));
  return (line ?? `${code}: the example does not cause it`).replace(pageBehind(code), '').replace(/^([\w-]+: )\[[^\]]*\] /, '$1')
    .replace(/x{100,}/g, 'x...');
}

test('every error code is said in these words', () => {
  const codes = (Object.keys(EXAMPLES) as ErrorCode[]).sort();
  const lines = codes.map(code => sentenceOf(code, EXAMPLES[code]));
  expect(lines.filter(line => !/^[\w-]+: [^;]+.*; fix: \S/.test(line))).toEqual([]);
  expectWording('errors', lines);
});

test('every rule says its finding in these words', () => {
  expectWording('rules', RULES.flatMap(rule => {
    const { fails, minor, platform } = rule.example();
    return runRules([rule], contextOf(fails, minor, platform)).map(found => `${errorLine(found)} (${found.level})`);
  }));
});
