import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformsPage } from '../../scripts/platforms/make-platforms';

test('docs/platforms.md is what the table says: npm run generate', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'platforms.md'), 'utf8')).toBe(platformsPage());
});
