import { relative, resolve } from 'node:path';
import { baselineKey } from './baseline';
import { Level, ObjectFinding, withFacts } from '../../private/finding';

/** Which findings someone wants, and how bad they are for them. */
export interface CheckChoice {
  /** The rules that are looked at; all if absent. */
  readonly include?: ReadonlySet<string>;
  readonly exclude: ReadonlySet<string>;
  /** Patterns of files, from `directory`: `*` is any part of a name, `**` any directories. */
  readonly ignoredPaths: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
  /** What was found before, and is not to fail anything. */
  readonly baseline?: { readonly file: string; readonly keys: ReadonlySet<string> };
  readonly directory: string;
}

/**
 * The findings that someone wants. What the API server or the kubelet refuses stays, whatever was chosen: it is no question of taste. Files
 * that are ignored are ignored as a whole.
 */
export function chosen(findings: readonly ObjectFinding[], choice: CheckChoice | undefined): readonly ObjectFinding[] {
  if (choice === undefined) {return findings;}
  const ignored = choice.ignoredPaths.map(patternOf);
  const wanted = findings.filter(finding => isWanted(finding, choice) && !isIgnored(finding, ignored, choice.directory));
  return wanted.map(finding => settled(finding, choice));
}

function isWanted({ code, refusedBy }: ObjectFinding, { include, exclude }: CheckChoice): boolean {
  return refusedBy !== 'nobody' || (include?.has(code) ?? true) && !exclude.has(code);
}

function settled(finding: ObjectFinding, { levels, baseline }: CheckChoice): ObjectFinding {
  if (finding.refusedBy !== 'nobody') {return finding;}
  const level = levels.get(finding.code);
  const made = level === undefined || level === finding.level ? finding : withFacts(finding, { level });
  const isKnown = made.acknowledged === undefined && baseline?.keys.has(baselineKey(made)) === true;
  return isKnown ? { ...made, acknowledged: `it is in the baseline ${baseline.file}` } : made;
}

function isIgnored({ about: { source: { file } } }: ObjectFinding, patterns: readonly RegExp[], directory: string): boolean {
  if (patterns.length === 0 || file === undefined || file === '-') {return false;}
  const path = relative(directory, resolve(file)).replace(/\\/g, '/');
  return patterns.some(pattern => pattern.test(path));
}

/** A directory stands for everything below it. */
function patternOf(glob: string): RegExp {
  const text = glob.replace(/^\.\//, '').replace(/\/+$/, '').replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, wild => (wild === '?' ? '[^/]' : wild === '*' ? '[^/]*' : wild === '**' ? '.*' : '(?:.*/)?'));
  return new RegExp(`^${text}(?:/.*)?$`);
}
