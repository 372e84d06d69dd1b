import type { ErrorEntry } from './error-entry';

/** Codes that metrics exporters can raise. */
export const METRICS_ERRORS = {
  'collector-without-access': {
    summary: 'A collector of an exporter is asked for that cannot see what it reports.',
    why: 'It would fail at every scrape, or describe the pod in place of the node.',
    fix: 'Give the exporter what the message names, or leave the collector out.',
    refusedBy: 'never-works',
  },
  'conflicting-flags': {
    summary: 'Two arguments of a program contradict each other, or an argument contradicts a property.',
    why: 'Exporters refuse to start when a flag is repeated, and when one side of a pair excludes the other.',
    fix: 'Keep one of them.',
    refusedBy: 'never-works',
  },
  'flag-too-new': {
    summary: 'A flag or collector is newer than the release of the program that runs.',
    why: 'Programs refuse to start with a flag that they do not know.',
    fix: 'Leave it out, or use a newer image.',
    refusedBy: 'never-works',
  },
  'unknown-collector': {
    summary: 'node_exporter has no collector of the given name.',
    why: 'It refuses to start with a flag that it does not know.',
    fix: 'Use the name that the message proposes.',
    refusedBy: 'never-works',
  },
  'unknown-exporter-version': {
    summary: 'The release of an exporter cannot be told, or is not supported.',
    why: 'Which flags there are depends on it, and an unknown flag keeps the exporter from starting.',
    fix: 'Name it in `version`, beside the image.',
    refusedBy: 'library',
  },
  'unknown-flag': {
    summary: 'A program has no flag of the given name, or not of that kind.',
    why: 'Programs refuse to start with a flag that they do not know.',
    fix: 'Use the name that the message proposes. A flag that only a build of your own has goes into `overrides`.',
    refusedBy: 'never-works',
  },
} as const satisfies { [code: string]: ErrorEntry };
