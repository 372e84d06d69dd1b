import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { precisionPage } from '../../scripts/checks/precision-page';

interface Row {
  readonly [column: string]: string | number;
}

const { rules, repositories, wrong, alike }: {
  readonly rules: readonly Row[]; readonly repositories: readonly Row[]; readonly wrong: readonly Row[]; readonly alike: number;
} = JSON.parse(readFileSync(join(__dirname, '..', '..', 'scripts', 'checks', 'precision.json'), 'utf8'));
const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);

test('at least 300 findings of 40 repositories were read', () => {
  expect(sum(rules, 'sampled')).toBeGreaterThanOrEqual(300);
  expect(repositories.filter(({ sampled }) => Number(sampled) > 0).length).toBeGreaterThanOrEqual(40);
});

test('the tables count the same findings, and each has one label of each reader', () => {
  expect(sum(repositories, 'sampled')).toBe(sum(rules, 'sampled'));
  expect(sum(repositories, 'findings')).toBe(sum(rules, 'after'));
  expect(rules.filter(({ sampled, useful, noise, wrong: not }) => Number(useful) + Number(noise) + Number(not) !== sampled)).toEqual([]);
  expect(rules.filter(({ sampled, author }) => Number(author) > Number(sampled))).toEqual([]);
  expect(wrong).toHaveLength(sum(rules, 'wrong'));
  expect(alike).toBeLessThanOrEqual(sum(rules, 'sampled'));
  expect(rules.filter(({ after, sampled }) => Number(after) > 0 && sampled === 0)).toEqual([]);
});

test('every repository has its whole commit, and every rule a line', () => {
  for (const { repository, commit } of repositories) {expect(`${repository}@${commit}`).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);}
  const page = precisionPage();
  for (const { rule, before, after } of rules) {expect(page).toContain(`| ${rule} | ${before} | ${after} | `);}
});
