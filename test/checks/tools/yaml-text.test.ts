import * as fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from '../../../src/checks/tools/yaml-text';
import { runs } from '../../support/runs';

test.each(['yes', 'on', 'n', 'null', '0o17', '1e1_0', '1e_', '0x1F', '12:30', '2001-01-01', '=', '~', '.5', '1_0', '0b1', '+1', '# no'])(
  'quotes %s, which is something else to one reader or another', text => {
    expect(yamlText({ key: text })).toBe(`key: ${JSON.stringify(text)}\n`);
    expect(yamlText({ [text]: 'value' })).toBe(`${JSON.stringify(text)}: value\n`);
  });

test('leaves words as they are, and folds no line', () => {
  expect(yamlText({ name: 'daemonset.node-agents.logs', statement: 'a '.repeat(100).trim() })).toBe(
    `name: daemonset.node-agents.logs\nstatement: ${'a '.repeat(100).trim()}\n`,
  );
});

test('repeats what stands twice, since not every reader takes references', () => {
  const same = ['node-agents'];
  expect(yamlText({ a: same, b: same })).toBe('a:\n  - node-agents\nb:\n  - node-agents\n');
});

test('comes out as it went in', () => {
  fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.string())), value => {
    expect({ ...parse(yamlText(value), { version: '1.1' }) }).toEqual({ ...value });
  }), { numRuns: runs(100) });
});
