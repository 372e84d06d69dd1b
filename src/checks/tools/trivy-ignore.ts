import type { Acceptance } from './acceptance';
import { objectKey } from './accepted-objects';
import { reasonText } from './reason-text';
import { TRIVY } from './tables/trivy';
import { outcomesFor } from './tool-table';
import { yamlText } from './yaml-text';
import { entriesOf } from '../../private/entry';
import { byText, Wire } from '../../private/wire';

/** A file that Trivy scans. */
export interface ScannedFile {
  /** Its path from the directory that is scanned. */
  readonly path: string;
  /** Everything that is in it. */
  readonly objects: readonly Wire[];
}

export interface TrivyOptions {
  readonly files: readonly ScannedFile[];
}

/**
 * An entry of Trivy is for a check and a file, so a check is named only where all that it finds in the file is accepted: in each of its
 * objects.
 */
export function trivyIgnore(acceptances: readonly Acceptance[], { files }: TrivyOptions): string {
  const pathsByStatement = new Map<string, { readonly id: string; readonly statement: string; readonly paths: string[] }>();
  for (const { path, objects } of [...files].sort((a, b) => byText(a.path, b.path))) {
    for (const [id, reasons] of acceptedIn(objects, acceptances)) {
      const statement = reasonText(reasons);
      const key = `${id}\n${statement}`;
      pathsByStatement.set(key, pathsByStatement.get(key) ?? { id, statement, paths: [] });
      pathsByStatement.get(key)!.paths.push(asPattern(path));
    }
  }
  const misconfigurations = [
    ...pathsByStatement,
  ].sort(([a], [b]) => byText(a, b)).map(([, { id, paths, statement }]) => ({ id, paths, statement }));
  return yamlText({ misconfigurations });
}

/** The checks that find nothing in a file that is not accepted, with the reasons. */
function acceptedIn(objects: readonly Wire[], acceptances: readonly Acceptance[]): Map<string, string[]> {
  const found = objects.flatMap(object => entriesOf(object)).flatMap(entry => {
    const given = acceptances.filter(({ object }) => objectKey(object) === objectKey(entry));
    return outcomesFor(TRIVY, entry.object, given);
  });
  const open = new Set(found.filter(outcome => outcome.open.length > 0).map(({ check }) => check.id));
  const accepted = new Map<string, string[]>();
  for (const { check: { id }, reasons } of found) {
    if (!open.has(id)) {accepted.set(id, [...accepted.get(id) ?? [], ...reasons]);}
  }
  return accepted;
}

/** Trivy matches paths as patterns. */
function asPattern(path: string): string {
  return path.replace(/[*?[\]{}\\]/g, '\\$&');
}
