import { AgentError } from '../../private/agent-error';
import { ErrorFacts, finding, Finding } from '../../private/finding';
import { versionFinding } from '../../private/version-finding';
import { VERSIONED_FIELDS, VersionedFieldName } from '../../private/versioned-fields';

/** What the parts of the renderer share: where the YAML goes, and what is wrong with it so far. */
export class RenderContext {
  public readonly findings: Finding[] = [];

  public constructor(
    /** The minor of the oldest cluster that gets the YAML. */
    public readonly minor: number,
    /** Whether the pods run on Windows nodes. */
    public readonly windows: boolean,
    /** The definition of the workload in the table of fields; absent where it is about another object. */
    public readonly workload?: string,
  ) {}

  public report(facts: ErrorFacts): void {
    this.findings.push(finding(facts));
  }

  /** Adds what someone else found. */
  public add(found: Finding): void {
    this.findings.push(found);
  }

  /** Reports what is wrong with a single value together with everything else, instead of stopping at it. */
  public attempt<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof AgentError)) {throw error;}
      this.add(error.finding);
      return undefined;
    }
  }

  /** Reports a field that the oldest cluster would not know. Nothing is dropped in silence. */
  public needs(field: VersionedFieldName, where: string): void {
    const { since, alternative } = VERSIONED_FIELDS[field];
    if (this.minor < since) {this.add(versionFinding({ what: `${where} uses ${field}, which`, since, oldest: this.minor, alternative }));}
  }
}
