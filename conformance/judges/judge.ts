import type { Manifest } from './manifests';
import type { Review } from './review';

/** One thing that a judge has against an object. */
export interface Finding {
  readonly judge: string;
  readonly rule: string;
  /** The manifest, by its path from the root of the repository. */
  readonly file: string;
  /** The object, as `objectName` says, and the container after a blank where the judge names one. */
  readonly object: string;
  readonly message: string;
}

/** A program that has an opinion of manifests. */
export interface Judge {
  readonly name: string;
  /** Name and release of the program, for the table. */
  readonly program: string;
  /** What it would find, for the table. */
  readonly finds: string;
  readonly needs: readonly ('go' | 'python3')[];
  /** Rules that it must find in its bad manifest, `fixtures/<name>.yaml`; a part of the rule's name is enough. */
  readonly mustFind: readonly string[];
  /** Installs what it needs. */
  install(): Promise<void>;
  judge(manifests: readonly Manifest[], review: Review): Promise<Finding[]>;
}

export function showFinding(finding: Finding): string {
  const message = finding.message === '' || finding.rule.includes(finding.message) ? '' : `: ${finding.message}`;
  return `${finding.judge} ${finding.rule}\n    ${finding.file} ${finding.object}${message}`;
}
