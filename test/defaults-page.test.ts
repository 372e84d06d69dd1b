import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultsPage, readmeWithDefaults } from '../scripts/defaults/make-defaults';

const read = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');

test('docs/defaults.md is what the tables say: npm run generate', () => {
  expect(read('docs/defaults.md')).toBe(defaultsPage());
});

test('the table of the README is what the table of agents says: npm run generate', () => {
  expect(read('README.md')).toBe(readmeWithDefaults(read('README.md')));
  expect(() => readmeWithDefaults('# no table')).toThrow('the README has no table of defaults');
});
