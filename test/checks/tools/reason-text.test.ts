import * as fc from 'fast-check';
import { reasonText } from '../../../src/checks/tools/reason-text';
import { isMisread } from '../../../src/private/yaml/scalar';
import { runs } from '../../support/runs';

test.each([
  ['one stays as it is', ['mounts the volumes of pods'], 'mounts the volumes of pods'],
  ['several are joined, each once and in one order', ['b reason', 'a reason', 'b reason'], 'a reason; b reason'],
  ['lines become one', [' reads\r\n\tthe journal '], 'reads the journal'],
  ['empty ones are left out', ['', ' \n', 'reads the journal'], 'reads the journal'],
  ['what YAML readers refuse becomes a blank', ['a\u2028b\u0000c\ud800d\u0085e'], 'a b c d e'],
])('%s', (_, reasons, expected) => {
  expect(reasonText(reasons)).toBe(expected);
});

test('a long text is cut between characters', () => {
  expect(reasonText(['x'.repeat(1000)])).toBe('x'.repeat(1000));
  expect(reasonText(['😀'.repeat(1001)])).toBe(`${'😀'.repeat(997)}...`);
});

test('any text becomes one line that can be written', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 4 }), reasons => {
    const text = reasonText(reasons);
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/[\r\n\t]/);
    expect(/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)).toBe(false);
    expect([...text].length).toBeLessThanOrEqual(1000);
    expect(isMisread(`x${text}`, 'value')).toBe(false);
  }), { numRuns: runs(100) });
});
