import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from './samples';
import { problemsOf, sinkText } from './vector-config';
import { codesIn } from '../../support/golden';
import { oneOfEach } from '../one-of-each';

const FOLDER = join(__dirname, '..', 'golden', 'vector');

test.each(KINDS)('%s in the spelling of Vector, with the program that makes its records', kind => {
  const text = sinkText(oneOfEach(kind));
  const file = join(FOLDER, `${kind}.yaml`);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('there is a golden for each kind, and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(KINDS.map(kind => `${kind}.yaml`).sort());
});

test.each(['forward', 'otlpGrpc', 'file'] as const)('%s is refused, with the collector that can', kind => {
  const problems = problemsOf({ destinations: [oneOfEach(kind)] });
  expect(codesIn(problems)).toContain('[test/logs] unsupported-by-collector');
  expect(problems[0]).toContain('LogCollector.fluentBit()');
});
