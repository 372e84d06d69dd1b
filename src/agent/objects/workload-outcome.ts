import { ManifestObject } from './manifest-object';
import { factsOf } from '../../cluster/workload-facts';
import { contentHash } from '../../private/hash';
import { Problem } from '../../private/problem';
import { Wire } from '../../private/wire';
import { AgentPlan } from '../agent-plan';
import { AgentState } from '../app/registered-agent';
import { review } from '../render/feature-calls';
import { judge, Judged } from '../render/judge';
import { FILE_HASH } from '../render/pod-template';
import { privilegesOf } from '../render/privileges';
import { missingKeys } from '../render/referenced-keys';
import { RenderedWorkload } from '../render/rendered-workload';

/** What an outcome is made from. */
export interface OutcomeSource {
  readonly plan: AgentPlan;
  readonly namespace?: string;
  readonly configMapName: string;
  /** The objects beside the workload, so far. */
  readonly siblings: readonly ManifestObject[];
  /** Annotations of the pods that the user gave. */
  readonly podAnnotations?: { readonly [key: string]: string };
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
      this.hashPatchedConfig(value);
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

  /** A patch of the ConfigMap is a change of the files like any other; what rolled the pods before still does. */
  private hashPatchedConfig({ spec, config: given }: RenderedWorkload): void {
    const { siblings, configMapName, podAnnotations } = this.source;
    const annotations = spec.template?.metadata?.annotations;
    if (annotations?.[FILE_HASH] === undefined || podAnnotations?.[FILE_HASH] !== undefined) {return;}
    const config = siblings.find(object => object.isPatched && object.kind === 'ConfigMap' && object.name === configMapName);
    if (config === undefined) {return;}
    const { data, binaryData } = config.toJson();
    const patched = contentHash({ ...data, ...binaryData });
    if (patched === contentHash({ ...given.data, ...given.binaryData })) {return;}
    annotations[FILE_HASH] = contentHash({ patched, before: annotations[FILE_HASH] });
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
