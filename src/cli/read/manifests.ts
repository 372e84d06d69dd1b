import { readObjects } from './objects';
import type { FieldLines } from '../../cluster/inventory/read/field-lines';
import { InputError, refuse } from '../../cluster/inventory/read/input-error';
import { soundnessOf } from '../../cluster/inventory/soundness';
import { describeEntry, Entry } from '../../private/entry';
import type { Io } from '../io';
import { clip, printable } from '../printable';

/** What a command is to look at. */
export interface Manifests {
  /** How the input was named. */
  readonly paths: readonly string[];
  readonly entries: readonly Entry[];
}

export interface ReadManifestsOptions {
  readonly fieldLines?: FieldLines;
  /** Whether it is fine that there is no object. */
  readonly mayBeEmpty?: boolean;
  /** What else is read for the command, by the option that names it. */
  readonly others?: { readonly [option: string]: string | undefined };
}

/**
 * Everything that arguments name, or standard input where they name nothing. What directories have besides is reported on standard error.
 *
 * @throws InputError
 */
export async function readManifests(
  given: readonly string[], io: Io, { fieldLines, mayBeEmpty = false, others = {} }: ReadManifestsOptions = {},
): Promise<Manifests> {
  if (given.length === 0
    && io.stdin.isTerminal) {throw new InputError('nothing to read: name files or directories, or give YAML on standard input');}
  const paths = given.length === 0 ? ['-'] : given;
  const onStdin = [...paths.filter(path => path === '-').slice(0, 1), ...Object.values(others).filter(path => path === '-')];
  if (onStdin.length > 1) {throw new InputError('standard input can be one thing: name files for the others');}
  const entries: Entry[] = [];
  const foreign: string[] = [];
  const kustomizations: string[] = [];
  const unreadable: InputError[] = [];
  const reading = readObjects(paths, io, {
    onForeign: place => foreign.push(place), onKustomization: place => kustomizations.push(place),
    onUnreadable: mistake => unreadable.push(mistake),
    mayBeEmpty, ...fieldLines && { fieldLines },
  });
  try {
    for await (const entry of reading) {entries.push(entry);}
  } finally {
    await report(io, 'left out, since it is no object of Kubernetes:', foreign);
    await report(io, 'left out; give what `kubectl kustomize` makes of it:', kustomizations);
  }
  for (const { message } of unreadable.slice(0, MOST_REPORTED)) {await io.stderr.write(`node-agents: ${printable(message)}\n`);}
  if (unreadable.length > MOST_REPORTED) {
    await io.stderr.write(`node-agents: ${unreadable.length - MOST_REPORTED} more documents cannot be read\n`);
  }
  io.unreadable?.push(...unreadable.map(({ message }) => message));
  return { paths, entries };
}

/** As many files as someone reads of in one go. */
const MOST_REPORTED = 20;

async function report(io: Io, what: string, places: readonly string[]): Promise<void> {
  if (places.length === 0) {return;}
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  await io.stderr.write(`node-agents: ${what} ${printable(places.slice(0, 3).join(', '))}${more}\n`);
}

/**
 * The objects as they can be looked into.
 *
 * @throws InputError for one whose fields have wrong types
 */
export function soundOnes(entries: readonly Entry[]): readonly Entry[] {
  const { sound, findings: [wrong] } = soundnessOf(entries);
  if (wrong) {
    const { about, path, allowed, given = '' } = wrong;
    refuse(
      about.source.file ?? '-', about.source.line,
      `${describeEntry(about)}: ${path} is of the wrong type; given: ${clip(given)}; allowed: ${allowed}`,
    );
  }
  return sound;
}
