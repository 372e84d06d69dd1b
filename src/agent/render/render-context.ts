import { AgentError } from '../../private/agent-error';
import { strictly } from '../../private/doors/guard-class';
import { ErrorFacts, finding, Finding, withFacts } from '../../private/finding';
import { versionFinding } from '../../private/version-finding';
import { VERSIONED_FIELDS, VersionedFieldName } from '../../private/versioned-fields';
import type { AgentContainer } from '../container/agent-container';

/** Where the pods of a workload are written. */
export const POD = 'spec.template.spec';

/** The containers of an agent, in their order. */
interface Containers {
  readonly _initContainers: readonly AgentContainer[];
  readonly _containers: readonly AgentContainer[];
}

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
    private readonly plan?: Containers,
  ) {}

  /** Where a container of the agent is written, or one of its fields. */
  public placeOf(container: AgentContainer, field?: string): { readonly container: string; readonly path: string } {
    const isInit = this.plan?._initContainers.includes(container) === true;
    const index = (isInit ? this.plan?._initContainers : this.plan?._containers)?.indexOf(container) ?? 0;
    const path = `${POD}.${isInit ? 'initContainers' : 'containers'}[${index}]`;
    return { container: container.name, path: field === undefined ? path : `${path}.${field}` };
  }

  /** Whether it is the container that the agent is about. */
  public isOwn(container: AgentContainer): boolean {
    return this.plan?._containers[0] === container;
  }

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
      return strictly(act);
    } catch (error) {
      if (!(error instanceof AgentError)) {throw error;}
      this.add(error.finding);
      return undefined;
    }
  }

  /** Reports a field that the oldest cluster would not know. Nothing is dropped in silence. */
  public needs(field: VersionedFieldName, where: string, place: Partial<Pick<Finding, 'path' | 'container'>>): void {
    const { since, alternative } = VERSIONED_FIELDS[field];
    if (this.minor >= since) {return;}
    this.add(withFacts(versionFinding({ what: `${where} uses ${field}, which`, since, oldest: this.minor, alternative }), place));
  }
}
