import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/checks/rules';
import { ERROR_CATALOGUE } from '../../src/private/error-catalogue';
import { CODES_WITHOUT_PAGE, pageOf, pageOfCode } from '../../src/private/pages';

const ROOT = join(__dirname, '..', '..');

test.each(
  ['checks/README.md', 'coverage.md', 'feature-flags.md'] as const,
)('the page %s is in the repository that package.json names', file => {
  const { repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(pageOf(file)).toBe(`${repository.url.replace(/\.git$/, '')}/blob/main/docs/${file}`);
  expect(existsSync(join(ROOT, 'docs', file))).toBe(true);
});

test('no message leads to a page that the package does not have', () => {
  // the catalogue of errors is no message: its texts are pages of the repository
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')
    && !/^private.errors/.test(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter(file => /(what|fix|allowed): .*[ '`]docs\//.test(readFileSync(join(ROOT, 'src', file), 'utf8')))).toEqual([]);
});

const RULE_IDS = RULES.map(({ id }) => id);
const fileOf = (code: string): string => pageOfCode(code).replace(pageOf('coverage.md').replace('coverage.md', ''), '');

test.each([...RULE_IDS, ...Object.keys(ERROR_CATALOGUE), ...CODES_WITHOUT_PAGE])('the page about %s is one of docs', code => {
  expect(existsSync(join(ROOT, 'docs', fileOf(code)))).toBe(true);
});

test('what a rule finds has the page of the rule, where an error has the same code too', () => {
  expect(RULE_IDS.filter(id => fileOf(id) !== `checks/${id}.md`)).toEqual([]);
});
