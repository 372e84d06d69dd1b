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
  /** What else is read for the command, by the option that names it. */
  readonly others?: { readonly [option: string]: string | undefined };
}

/**
 * Everything that arguments name, or standard input where they name nothing. What directories have besides is told of on standard error.
 *
 * @throws InputError
 */
export async function readManifests(given: readonly string[], io: Io, { fieldLines, others = {} }: ReadManifestsOptions = {}): Promise<Manifests> {
  if (given.length === 0 && io.stdin.isTerminal) {throw new InputError('nothing to read: name files or directories, or give YAML on standard input');}
  const paths = given.length === 0 ? ['-'] : given;
  const onStdin = [...paths.filter(path => path === '-').slice(0, 1), ...Object.values(others).filter(path => path === '-')];
  if (onStdin.length > 1) {throw new InputError('standard input can be one thing: name files for the others');}
  const entries: Entry[] = [];
  const foreign: string[] = [];
  const onForeign = (place: string): void => void foreign.push(place);
  for await (const entry of readObjects(paths, io, { onForeign, ...fieldLines && { fieldLines } })) {entries.push(entry);}
  if (foreign.length > 0) {
    const more = foreign.length > 3 ? ` and ${foreign.length - 3} more` : '';
    await io.stderr.write(`node-agents: left out, since it is no object of Kubernetes: ${printable(foreign.slice(0, 3).join(', '))}${more}\n`);
  }
  return { paths, entries };
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
    refuse(about.source.file ?? '-', about.source.line, `${describeEntry(about)}: ${path} is of the wrong type; given: ${clip(given)}; allowed: ${allowed}`);
  }
  return sound;
}
