import * as fc from 'fast-check';
import { tableLines } from '../../../src/cli/format/table';
import { runs } from '../../support/runs';

test('columns are as wide as what is in them, and numbers stand right', () => {
  expect(tableLines({ head: ['agent', 'runs', 'why'], rows: [['logs', 12, 'x'], ['a-longer-name', 3, '']] })).toEqual([
    'agent          runs  why', 'logs             12  x', 'a-longer-name     3',
  ]);
});

test('the widest column gives way to the width of the terminal', () => {
  const lines = tableLines({ head: ['agent', 'why'], rows: [['logs', 'a rather long reason that goes on']] }, 24);
  expect(lines[1]).toBe('logs   a rather long re…');
});

test('no line is wider than the terminal, as long as there is room to see something', () => {
  const cell = fc.oneof(fc.stringMatching(/^[a-z]{0,40}$/), fc.nat());
  fc.assert(fc.property(fc.integer({ min: 1, max: 5 }).chain(columns => fc.array(
    fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 },
  )),
  fc.integer({ min: 50, max: 120 }), (rows, width) => {
    const head = rows[0].map(() => 'head');
    for (const line of tableLines({ head, rows }, width)) {expect(line.length).toBeLessThanOrEqual(width);}
  }), { numRuns: runs(100) });
});
