import { reported } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import type { Finding as InternalFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { Finding } from '../acknowledge/finding';

/**
 * An agent as it will be written, for a check that judges the whole.
 */
export class AgentReview {
  /** @internal */
  public static _of(spec: Wire, report: (finding: InternalFinding) => void): AgentReview {
    return new AgentReview(spec, report);
  }

  private constructor(
    /** The spec of the workload in the spelling of the Kubernetes API, overrides and patches included: to read, not to change. */
    public readonly spec: any,
    private readonly report: (finding: InternalFinding) => void,
  ) {}

  /**
   * The spec of the pods, in the spelling of the Kubernetes API: to read, not to change.
   */
  public get podSpec(): any {
    return this.spec.template?.spec ?? {};
  }

  /**
   * The labels of the pods.
   */
  public get podLabels(): { [key: string]: string } {
    return { ...this.spec.template?.metadata?.labels };
  }

  /**
   * The annotations of the pods.
   */
  public get podAnnotations(): { [key: string]: string } {
    return { ...this.spec.template?.metadata?.annotations };
  }

  /**
   * A container of the pods by its name, init containers included, in the spelling of the Kubernetes API; undefined where there is none.
   */
  public findContainer(name: string): any {
    return [...this.podSpec.initContainers ?? [], ...this.podSpec.containers ?? []].find(container => container.name === name);
  }

  /** Says that the agent cannot work as it would be written. */
  public addError(finding: Finding): void {
    this.report(reported(finding));
  }
}

guardClass({ AgentReview });
