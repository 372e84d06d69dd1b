import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CATALOGUE } from '../../src/private/error-catalogue';

const SRC = join(__dirname, '..', '..', 'src');
const TEST = join(__dirname, '..');
/** Where the codes are described, not raised. */
const CATALOGUE = /^(error-catalogue\.ts$|errors[/\\])/;

function textsBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(ending) && !CATALOGUE.test(file) && !file.endsWith('error-codes.test.ts'))
    .map(file => readFileSync(join(folder, file), 'utf8'));
}

const sources = ['agent', 'cluster', 'private'].flatMap(folder => textsBelow(join(SRC, folder), '.ts'));
const tests = textsBelow(TEST, '.test.ts').join('\n');
const raised = Object.keys(ERROR_CATALOGUE).filter(code => sources.some(text => text.includes(`'${code}'`)));

test('the core raises errors at all', () => {
  expect(raised.length).toBeGreaterThan(50);
});

/** A whole message: its code, what is wrong, and what to do about it. */
test.each(raised)('a test holds the whole message of %s', code => {
  expect(tests).toMatch(new RegExp(`\\b${code}: [^\\n]*; fix: `));
});
