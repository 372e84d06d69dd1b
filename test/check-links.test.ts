import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorsOf, brokenLinks, pages, REPOSITORY } from '../scripts/docs/check-links';

const ROOT = join(__dirname, '..');

test('every link between the pages of the repository leads somewhere', () => {
  expect(pages()).toEqual(expect.arrayContaining(['README.md', join('docs', 'coverage.md'), join('docs', 'errors', 'README.md')]));
  expect(pages().flatMap(page => brokenLinks(page, readFileSync(join(ROOT, page), 'utf8')))).toEqual([]);
});

test('links to nowhere, to no heading and out of the repository are found; addresses and code are left alone', () => {
  const text = [
    '[a](docs/none.md) [b](README.md#no-such-heading) [c](../outside.md) [d](#nor-this)',
    '[e](https://example.com/none.md) `[f](none.md)` [g](docs/errors) [h](/README.md)',
    '```md', '[i](none.md)', '```', '[j]: none.md',
  ].join('\n');
  expect(brokenLinks(
    'README.md', text,
  )).toEqual(['docs/none.md', 'README.md#no-such-heading', '../outside.md', '#nor-this', 'none.md'].map(link => 'README.md: '
    + `${link}`));
});

test('the README, which npm and PyPI show, has links that work there', () => {
  const links = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(match => match[1]);
  expect(links.filter(link => !/^(https:|#)/.test(link))).toEqual([]);
  expect(brokenLinks('README.md', `[a](${REPOSITORY}docs/none.md) [b](${REPOSITORY}docs/coverage.md)`)).toEqual([
    'README.md: /docs/none.md',
  ]);
});

test('headings are named as the site of the repository names them', () => {
  expect([...anchorsOf('# A `b`: c, d\n\n## A\n## A\n```\n# no\n```\n### [Link](x.md) here ###')]).toEqual([
    'a-b-c-d', 'a', 'a-1', 'link-here',
  ]);
});
