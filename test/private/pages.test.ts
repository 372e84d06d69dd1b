import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from '../../src/private/pages';

const ROOT = join(__dirname, '..', '..');

test.each(['coverage.md', 'feature-flags.md'] as const)('the page %s is in the repository that package.json names', file => {
  const { repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(pageOf(file)).toBe(`${repository.url.replace(/\.git$/, '')}/blob/main/docs/${file}`);
  expect(existsSync(join(ROOT, 'docs', file))).toBe(true);
});

test('no message leads to a page that the package does not have', () => {
  for (const file of ['agent/render/wire-check.ts', 'private/feature-flags.ts']) {
    expect(readFileSync(join(ROOT, 'src', file), 'utf8')).not.toMatch(/(what|fix|allowed): .*[ '`]docs\//);
  }
});
