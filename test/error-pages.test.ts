import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_PAGES, errorPages } from '../scripts/errors/make-error-pages';

/** Reasons and findings have codes of their own. */
const OTHER_CODES = /^(cluster\/(explain|scheduling|rollout|capacity)|checks|cli|testing)\//;

test('docs/errors is what the catalogue says (npm run generate)', () => {
  const written = Object.fromEntries(readdirSync(ERROR_PAGES).map(file => [file, readFileSync(join(ERROR_PAGES, file), 'utf8')]));
  expect(written).toEqual(errorPages());
});

test('every code that the sources raise has a page, and every page a code that is raised', () => {
  const files = readdirSync(join(__dirname, '..', 'src'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')
    && !OTHER_CODES.test(file));
  const raised = new Set(files.flatMap(file => [
    ...readFileSync(join(__dirname, '..', 'src', file), 'utf8').matchAll(/\bcode: '([a-z-]+)'/g),
  ].map(match => match[1])));
  expect([...raised].sort()).toEqual(
    Object.keys(errorPages()).filter(file => file !== 'README.md').map(file => file.replace('.md', '')).sort(),
  );
});
