import { fieldOf, knownMinors, worksSince } from '../../src/private/fields/fields';
import { VERSIONED_FIELDS } from '../../src/private/versioned-fields';

const rows = Object.entries(VERSIONED_FIELDS).map(([name, row]) => [name, row] as const);

test.each(rows)('%s says what to do on older clusters', (_, { since, alternative }) => {
  expect(alternative.length).toBeGreaterThan(10);
  expect(since).toBeGreaterThan(knownMinors().oldest);
  expect(since).toBeLessThanOrEqual(knownMinors().newest);
});

// a path of the downward API is a value, which no table of fields holds
test.each(rows.filter(([name]) => !name.includes(': ')))('%s works since the minor that the table of fields says', (name, { since }) => {
  const [definition, field] = name.split('.');
  const known = fieldOf(definition, field);
  expect(known).toBeDefined();
  expect(worksSince(definition, known!)).toBe(since);
});
