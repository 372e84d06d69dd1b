import { ManifestObject } from './manifest-object';
import { readsContent } from '../../cluster/references';
import { factsOf } from '../../cluster/workload-facts';
import { contentHash } from '../../private/hash';
import { Problem } from '../../private/problem';
import { Wire } from '../../private/wire';
import { AgentState } from '../app/registered-agent';
import { AgentPlan } from '../plan/agent-plan';
import { review } from '../render/feature-calls';
import { judge, Judged } from '../render/judge';
import { privilegesOf } from '../render/privileges';
import { missingKeys } from '../render/referenced-keys';
import { RenderedWorkload } from '../render/rendered-workload';
import { CONTENT_HASH } from '../render/rolling-content';

/** What an outcome is made from. */
export interface OutcomeSource {
  readonly plan: AgentPlan;
  readonly namespace?: string;
  /** The objects beside the workload, so far. */
  readonly siblings: readonly ManifestObject[];
  readonly workload: ManifestObject;
  /** Grows with every change. */
  readonly revision: number;
  render(): RenderedWorkload;
}

/** What an agent amounts to: worked out once for each state of the app, because everyone asks. */
export class WorkloadOutcome {
  private lastRendered?: { readonly revision: number; readonly value: RenderedWorkload };
  private lastState?: { readonly revision: number; readonly value: AgentState & Judged };
  private reviewing = false;

  public constructor(private readonly source: OutcomeSource) {}

  /** Whether checks of features look at the agent just now. */
  public get isReviewed(): boolean {
    return this.reviewing;
  }

  /** @param written whether it is to be written, so that late values in it are asked anew */
  public rendered(written: boolean = false): RenderedWorkload {
    const { revision } = this.source;
    if (this.lastRendered?.revision !== revision || written && this.lastRendered.value.isLate) {
      const value = this.source.render();
      this.lastRendered = { revision, value };
      this.hashPatches(value);
    }
    return this.lastRendered!.value;
  }

  /** What is really written, patches included, and what follows from it. */
  public state(): AgentState & Judged {
    const { revision, plan, workload, siblings, namespace } = this.source;
    if (this.lastState?.revision !== revision) {
      const rendered = this.rendered();
      const spec = workload.isPatched ? this.patchedSpec() ?? rendered.spec : rendered.spec;
      const facts = factsOf(spec);
      const judged = judge(spec, facts, plan, privilegesOf(plan));
      const problems = [...rendered.problems, ...judged.problems, ...missingKeys(spec, siblings, namespace), ...this.review(spec)];
      this.lastState = { revision, value: { ...judged, spec, selection: facts.selection, problems } };
    }
    return this.lastState.value;
  }

  /** A patch of what the pods read rolls them as any other change of it does. */
  private hashPatches({ spec, rollsOnContent }: RenderedWorkload): void {
    const patched = this.source.siblings.filter(object => object.isPatched && (object.kind === 'ConfigMap' || object.kind === 'Secret'));
    if (!rollsOnContent || patched.length === 0) {return;}
    const isRead = readsContent(spec.template.spec);
    const { annotations } = spec.template.metadata;
    for (const object of patched.filter(isRead)) {
      const { patchedContent } = object;
      if (patchedContent !== undefined) {annotations[CONTENT_HASH] = contentHash({ before: annotations[CONTENT_HASH], patched: patchedContent });}
    }
  }

  private review(spec: Wire): Problem[] {
    this.reviewing = true;
    try {
      return review(this.source.plan._checks, spec);
    } finally {
      this.reviewing = false;
    }
  }

  /** Undefined where a patch cannot be applied, which is reported by itself. */
  private patchedSpec(): any {
    try {
      return this.source.workload.toJson().spec;
    } catch {
      return undefined;
    }
  }
}
