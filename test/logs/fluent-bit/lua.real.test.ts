import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { firstBytes, luaPattern, PATTERN_LIBRARY, REPLACE_LIBRARY } from '../../../src/logs/fluent-bit/lua/lua-pattern';
import { luaText } from '../../../src/logs/fluent-bit/lua/lua-text';
import { patternText, portablePattern, PortablePattern } from '../../../src/logs/private/portable-pattern';
import { PATTERNS } from '../private/patterns';

/** A Fluent Bit to run: without one these tests are skipped. */
const { FLUENT_BIT } = process.env;
const withFluentBit = FLUENT_BIT === undefined ? test.skip : test;

const TEXT = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'B', 'é', ' ', '.', '1', '-', '_', '$', '"', '/', '日'), maxLength: 8 });

/** Every match replaced, as JavaScript does it; matches of nothing are left alone. */
function replaced(pattern: PortablePattern, text: string): string {
  const source = patternText({ ...pattern, ignoreCase: false }, '(?<').replace(/\\A/g, '^').replace(/\\z/g, '$').replace(
    /\\([^a-zA-Z0-9\\^$.*+?()[\]{}|/])/g, '$1',
  );
  const regex = new RegExp(source, `gy${pattern.ignoreCase ? 'i' : ''}`);
  let result = '';
  for (let at = 0; at < text.length;) {
    regex.lastIndex = at;
    const found = regex.exec(text)?.[0] ?? '';
    result += found === '' ? text[at] : '#';
    at += found === '' ? 1 : found.length;
  }
  return result;
}

/** What a program of Lua writes. */
function run(program: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'lua-'));
  try {
    const config = join(directory, 'fluent-bit.yaml');
    writeFileSync(config, stringify({
      service: { flush: 0.2, grace: 1, log_level: 'error' },
      pipeline: {
        inputs: [{ name: 'dummy', samples: 1, flush_on_startup: true }], filters: [{ name: 'lua', match: '*', call: 'run', code: program }],
        outputs: [{ name: 'exit', match: '*', flush_count: 1 }],
      },
    }));
    return execFileSync(FLUENT_BIT!, ['-c', config], { encoding: 'utf8', timeout: 60_000, stdio: 'pipe' });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

withFluentBit('patterns in Lua replace what JavaScript replaces', () => {
  const cases = fc.sample(fc.tuple(PATTERNS, fc.boolean(), fc.array(TEXT, { minLength: 4, maxLength: 4 })), { numRuns: 400, seed: 7 })
    .map(([
      source, ignoreCase, texts,
    ]) => ({ pattern: portablePattern(ignoreCase ? `(?i)${source}` : source, 'p'), texts: [...texts, 'aab é.1 日'] }));
  const calls = cases.map(({ pattern, texts }) =>
    `do local m, f = ${luaPattern(pattern)}, ${firstBytes(pattern)} for _, t in ipairs({${texts.map(luaText).join(', ')}}) do `
      + 'io.write(\'>\', replace(m, f, t, \'#\'), \'\\n\') end end');
  // few at a time, since a function of Lua holds a limited number of constants
  const groups = calls.reduce<string[][]>(
    (all, call, index) => (index % 20 === 0 ? [...all, [call]] : [...all.slice(0, -1), [...all.at(-1)!, call]]), [],
  );
  const body = groups.map((group, index) => `local function g${index}()\n${group.join('\n')}\nend`).join('\n');
  const output = run(`${PATTERN_LIBRARY}${REPLACE_LIBRARY}${body}\nfunction run(_, t, `
    + `r)\n${groups.map((_, index) => `g${index}()`).join('\n')}\nio.flush() return 0, t, r end`);
  const lines = output.split('\n').filter(line => line.startsWith('>')).map(line => line.slice(1));
  const expected = cases.flatMap(({ pattern, texts }) => texts.map(text => `${pattern.source} in ${text}: ${replaced(pattern, text)}`));
  expect(lines.map((line, index) => `${expected[index].slice(0, expected[index].lastIndexOf(': '))}: ${line}`)).toEqual(expected);
});
