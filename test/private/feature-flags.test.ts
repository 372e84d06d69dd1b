import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURE_FLAGS, FeatureFlag, resolveFlag } from '../../src/private/feature-flags';
import { messageOf } from '../agent/make-agent';

const known = {
  'quiet-by-default': { since: '1.2.0', changes: 'Agents log warnings alone.', default: false },
  'already-on': { since: '0.9.0', changes: 'Agents start later.', default: true },
} satisfies { [name: string]: FeatureFlag };

test('an upgrade changes nothing unasked: the default is what the major version began with', () => {
  expect(resolveFlag(known, 'quiet-by-default', {})).toBe(false);
  expect(resolveFlag(known, 'already-on', {})).toBe(true);
});

test('a flag can be taken up, or held back', () => {
  expect(resolveFlag(known, 'quiet-by-default', { 'quiet-by-default': true })).toBe(true);
  expect(resolveFlag(known, 'already-on', { 'already-on': false })).toBe(false);
  expect(resolveFlag(known, 'already-on', { 'quiet-by-default': false })).toBe(true);
});

test('fails for a flag that this release does not know', () => {
  const message = (allowed: string) =>
    `unknown-feature-flag: there is no such feature flag in this release; given: 'quiet'; allowed: ${allowed}; fix: remove it; docs/feature-flags.md lists those of each release`;
  expect(messageOf(() => resolveFlag(known, 'quiet', { quiet: true }))).toBe(message('already-on, quiet-by-default'));
  expect(messageOf(() => resolveFlag({}, 'quiet', { quiet: true }))).toBe(message('none yet'));
});

test('every flag of this major version is described, and no other', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'feature-flags.md'), 'utf8');
  const flags = Object.keys(FEATURE_FLAGS);
  flags.forEach(flag => expect(page).toContain(`\`${flag}\``));
  expect(page.includes('There are none yet.')).toBe(flags.length === 0);
});
