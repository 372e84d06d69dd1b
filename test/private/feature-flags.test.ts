import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { TargetCluster } from '../../src';
import { FEATURE_FLAGS, FeatureFlag, FlagName, resolveFlag } from '../../src/private/feature-flags';
import { messageOf } from '../agent/make-agent';
import { refusal } from '../support/refusal';

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

test('flags are set on the app and on each chart, flag by flag', () => {
  const flags = FEATURE_FLAGS as { [name: string]: FeatureFlag };
  const [quiet, on] = Object.keys(known) as FlagName[];
  Object.assign(flags, known);
  try {
    const app = new App();
    const flagsOf = (chart: Chart) => [quiet, on].map(flag => resolveFlag(FEATURE_FLAGS, flag, TargetCluster.of(chart).featureFlags));
    expect(flagsOf(new Chart(app, 'before'))).toEqual([false, true]);
    TargetCluster.configure(app, { featureFlags: { [quiet]: true } });
    expect(flagsOf(new Chart(app, 'plain'))).toEqual([true, true]);
    const later = new Chart(app, 'later');
    TargetCluster.configure(later, { featureFlags: { [on]: false } });
    expect(flagsOf(later)).toEqual([true, false]);
    const back = new Chart(later, 'back');
    TargetCluster.configure(back, { featureFlags: { [quiet]: false } });
    expect(flagsOf(back)).toEqual([false, false]);
    const wrong = new Chart(app, 'wrong');
    TargetCluster.configure(wrong, { featureFlags: { quiet: true } });
    expect(messageOf(() => wrong)).toEqual(
      refusal('unknown-feature-flag', { at: 'wrong', given: "'quiet'", allowed: 'already-on, quiet-by-default' }));
  } finally {
    Object.keys(known).forEach(name => delete flags[name]);
  }
});

test('fails for a flag that this release does not know', () => {
  const message = (allowed: string) => refusal('unknown-feature-flag', { given: "'quiet'", allowed });
  expect(messageOf(() => resolveFlag(known, 'quiet', { quiet: true }))).toEqual(message('already-on, quiet-by-default'));
  expect(messageOf(() => resolveFlag({}, 'quiet', { quiet: true }))).toEqual(message('none yet'));
});

test('every flag of this major version is described, and no other', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'feature-flags.md'), 'utf8');
  const flags = Object.keys(FEATURE_FLAGS);
  flags.forEach(flag => expect(page).toContain(`\`${flag}\``));
  expect(page.includes('There are none yet.')).toBe(flags.length === 0);
});
