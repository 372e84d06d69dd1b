import { readFileSync } from 'fs';
import { COVERAGE_PAGE, coveragePage, coveredDefinitions } from '../scripts/field-coverage/make-coverage';
import { REFUSED, TYPED } from '../scripts/field-coverage/typed-fields';
import { fieldsOf } from '../src/private/fields/fields';

const page = readFileSync(COVERAGE_PAGE, 'utf8');
const covered = coveredDefinitions().flatMap((definition) => fieldsOf(definition).map(({ name }) => `${definition}.${name}`));

/** The rows of a page as `Definition.field`, with what stands in the last column. */
function rows(text: string): Map<string, string> {
  return new Map(text.split('\n## ').slice(1).flatMap((section) => {
    const [definition, ...lines] = section.split('\n');
    return lines.flatMap((line): [string, string][] => {
      const cells = /^\| (\w+) \|.*\| ([^|]+) \|$/.exec(line);
      return cells === null || cells[1] === 'field' ? [] : [[`${definition}.${cells[1]}`, cells[2]]];
    });
  }));
}

test('the page names every field of the table that a DaemonSet is made of, and no other', () => {
  expect([...rows(page).keys()]).toEqual(covered);
});

test('the page is the one that scripts/field-coverage/make-coverage.ts makes', () => {
  expect(page).toBe(coveragePage());
});

test('the page covers the pod, its containers and their volumes', () => {
  expect(coveredDefinitions()).toEqual(expect.arrayContaining(['DaemonSetSpec', 'PodSpec', 'Container', 'Volume', 'SecurityContext']));
});

test('what is typed or refused exists in the table', () => {
  expect([...Object.keys(TYPED), ...Object.keys(REFUSED)].filter((name) => !covered.includes(name))).toEqual([]);
});

test('no field is both typed and refused', () => {
  expect(Object.keys(TYPED).filter((name) => name in REFUSED)).toEqual([]);
});

test('each field is typed, refused for a reason, or left to a patch', () => {
  for (const [name, how] of rows(page)) {
    expect([name, how]).toEqual([
      name, expect.stringMatching(name in TYPED ? /^typed as `.+`$/ : name in REFUSED ? /^refused because .+/ : /^patch$/),
    ]);
  }
});
