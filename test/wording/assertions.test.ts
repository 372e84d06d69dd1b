import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_ASSERTIONS, MANIFEST_ASSERTIONS } from './assertion-examples';
import { expectWording } from './expect-wording';

/** The public methods of a class of src/testing that give nothing back: they hold, or they throw. */
function assertionsOf(file: string): string[] {
  const source = readFileSync(join(__dirname, '..', '..', 'src', 'testing', file), 'utf8');
  return [...source.matchAll(/^ {2}public (\w+)\(.*\): void \{/gm)].map(([, name]) => name);
}

function failureOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'the example does not fail';
}

test.each([
  ['agent-assertions', 'daemon-set-view.ts', AGENT_ASSERTIONS], ['manifest-assertions', 'manifests.ts', MANIFEST_ASSERTIONS],
])('every assertion of %s fails in these words', (name, file, examples) => {
  expect(Object.keys(examples)).toEqual(assertionsOf(file));
  const failures = Object.entries(examples).map(([assertion, acts]) => [assertion, acts.map(failureOf)] as const);
  expect(failures.filter(([, texts]) => texts.includes('the example does not fail'))).toEqual([]);
  expectWording(name, failures.flatMap(([assertion, texts]) =>
    [`${assertion}:`, ...texts.flatMap(text => text.split('\n').map(line => `  ${line}`.trimEnd()))]));
});
