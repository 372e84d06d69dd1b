import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { precisionPage } from '../../scripts/checks/precision-page';

interface Row {
  readonly [column: string]: string | number;
}

const { rules, repositories, wrong, noise: kinds }: { readonly [table: string]: readonly Row[] } = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'scripts', 'checks', 'precision.json'), 'utf8'),
);
const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);

test('at least 300 findings of 40 repositories were read, a third of them where no rule was corrected for', () => {
  expect(sum(rules, 'sampled')).toBeGreaterThanOrEqual(300);
  expect(repositories.filter(({ sampled }) => Number(sampled) > 0).length).toBeGreaterThanOrEqual(40);
  expect(sum(rules, 'unseen') * 3).toBeGreaterThanOrEqual(sum(rules, 'sampled'));
});

test('the tables count the same findings, and each has one label', () => {
  expect(sum(repositories, 'sampled')).toBe(sum(rules, 'sampled'));
  expect(sum(repositories, 'findings')).toBe(sum(rules, 'after'));
  expect(rules.filter(({ sampled, useful, noise, wrong: not }) => Number(useful) + Number(noise) + Number(not) !== sampled)).toEqual([]);
  expect(rules.filter(({ unseen, unseenUseful, sampled }) => unseenUseful > unseen || unseen > sampled)).toEqual([]);
  expect(wrong).toHaveLength(sum(rules, 'wrong'));
  expect(sum(kinds, 'findings')).toBe(sum(rules, 'noise'));
  expect(rules.filter(({ after, sampled }) => Number(after) > 0 && sampled === 0)).toEqual([]);
});

test('every repository has its whole commit, and every rule a line', () => {
  for (const { repository, commit } of repositories) {expect(`${repository}@${commit}`).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);}
  const page = precisionPage();
  for (const { rule, before, after } of rules) {expect(page).toContain(`| ${rule} | ${before} | ${after} | `);}
});
