import { Lazy } from 'cdk8s';
import { workloadName } from './agent-names';
import { AgentSource } from './agent-source';
import { ManifestObject } from './manifest-object';
import { workloadOfSpec } from '../../cluster/inventory/workload';
import { readsContent } from '../../cluster/references';
import { refusalsIn } from '../../cluster/refusals';
import { factsOf } from '../../cluster/workload-facts';
import type { Finding } from '../../private/finding';
import { contentHash } from '../../private/hash';
import { CONTENT_HASH } from '../../private/standard-values';
import { Wire } from '../../private/wire';
import { AppState } from '../app/app-state';
import { RegisteredWorkload, WorkloadState } from '../app/registered-agent';
import { Placement } from '../plan/placement';
import { review } from '../render/feature-calls';
import { explained, knowledgeOf } from '../render/knowledge';
import { isWrittenByHand } from '../render/overrides';
import { wrongSelection } from '../render/pool-selection';
import { privilegesOf } from '../render/privileges';
import { RenderedWorkload, renderWorkload } from '../render/render-workload';
import { WorkloadOptions } from '../workload-options';

/** One workload of an agent: its object, and what it amounts to. */
export class Workload implements RegisteredWorkload {
  public readonly object: ManifestObject;
  /** The labels by which it finds its pods. */
  public readonly selectorLabels: { readonly [key: string]: string };

  /** @param companions the objects of the agent next to its workloads, so far */
  public constructor(
    private readonly source: AgentSource, private readonly companions: readonly ManifestObject[], public readonly placement: Placement,
    private readonly index: number,
  ) {
    const { owner, names } = source;
    const { suffix, identity = names.identity, workload: { apiVersion, kind } } = placement;
    const name = workloadName(names, suffix);
    this.selectorLabels = identity._selectorLabels(name, suffix === undefined || placement.identity !== undefined);
    this.object = new ManifestObject(owner, suffix === undefined ? 'Resource' : `Resource-${suffix}`, {
      apiVersion,
      kind,
      metadata: {
        name,
        ...names.namespace !== undefined && { namespace: names.namespace },
        labels: { ...names.objectLabels, ...identity._objectLabels(name) },
        annotations: source.options().annotations,
      },
      spec: Lazy.any({ produce: () => this.rendered(true).spec }),
    }, { owner, source, byHand: () => this.isByHand });
  }

  public state(): WorkloadState {
    return this.leader?.state() ?? AppState.of(this.object).derived(this.judged);
  }

  /** The spec with late values and patches, as it is written. */
  public written(): Wire {
    const { spec } = this.rendered(true);
    return this.object.isPatched ? this.patchedSpec() ?? spec : spec;
  }

  /** The pool whose pods it makes; undefined where it has the agent's own name. */
  private get pool(): string | undefined {
    return this.placement.suffix;
  }

  /** The workload of an equal agent, of which everything holds for this one too. */
  private get leader(): Workload | undefined {
    return this.source.leader?.workloads[this.index] as Workload | undefined;
  }

  /** Whether someone wrote a part of it in the spelling of the Kubernetes API. What an equal agent says holds for this one too. */
  private get isByHand(): boolean {
    return this.leader?.isByHand ?? (isWrittenByHand(this.source.planIn(this.pool), this.options()) || this.hasProfiles);
  }

  /** Whether annotations of the pods name profiles of containers, which the API server compares with the fields. */
  private get hasProfiles(): boolean {
    const annotations: Wire = this.rendered().spec.template.metadata?.annotations ?? {};
    for (const key in annotations) {
      if (key.startsWith('container.apparmor.') || key.includes('seccomp.security.')) {return true;}
    }
    return false;
  }

  private rendered(written: boolean = false): RenderedWorkload {
    const { leader } = this;
    if (leader !== undefined) {return leader.rendered(written);}
    const isStale = this.source.rendered(written, this.pool).isLate && written;
    return AppState.of(this.object).derived(this.render, isStale);
  }

  private readonly render = (): RenderedWorkload => {
    const { source, placement, pool } = this;
    const rendered = renderWorkload(source.rendered(false, pool), source.planIn(pool), this.options(), placement, this.selectorLabels);
    return rendered.rollsOnContent ? { ...rendered, spec: this.rolledByPatches(rendered.spec) } : rendered;
  };

  /** Overrides of the spec are for the kind of workload that the agent is. */
  private options(): WorkloadOptions {
    const options = this.source.options(this.pool);
    return this.placement.suffix === undefined || this.placement.workload.kind === 'DaemonSet'
      ? options
      : { ...options, specOverrides: undefined };
  }

  /** What is really written, patches included, and what follows from it. */
  private readonly judged = (): WorkloadState => {
    const { names } = this.source;
    const plan = this.source.planIn(this.pool);
    const rendered = this.rendered();
    const spec = this.object.isPatched ? this.patchedSpec() ?? rendered.spec : rendered.spec;
    const reasons = privilegesOf(plan, this.source.options(this.pool).podSecurityContext);
    const { privileges, findings } = explained(factsOf(spec).rights, reasons);
    return {
      spec, privileges, knowledge: { ...knowledgeOf(plan, reasons), foundBy: [names.sharedLabels, this.selectorLabels] },
      findings: [
        ...rendered.findings, ...refusalsIn(workloadOfSpec(this.placement.workload.kind, spec)), ...wrongSelection(spec, this.placement),
        ...findings,
        ...this.review(spec),
      ],
    };
  };

  /** A patch of what the pods read rolls them as any other change of it does. */
  private rolledByPatches(spec: Wire): Wire {
    const patched = this.companions.filter(object => object.isPatched && (object.kind === 'ConfigMap' || object.kind === 'Secret'));
    if (patched.length === 0) {return spec;}
    const { metadata, spec: pod } = spec.template;
    const contents = patched.filter(readsContent(pod)).map(({ patchedContent }) => patchedContent).filter(content => content !== undefined);
    const hash = contents.reduce(
      (before: string, content) => contentHash({ before, patched: content }), metadata.annotations[CONTENT_HASH],
    );
    return {
      ...spec, template: { ...spec.template, metadata: { ...metadata, annotations: { ...metadata.annotations, [CONTENT_HASH]: hash } } },
    };
  }

  private review(spec: Wire): Finding[] {
    const { _checks: checks } = this.source.planIn(this.pool);
    return checks.length === 0 ? [] : AppState.of(this.object).reviewing(this.source.plan, () => review(checks, spec));
  }

  /** Undefined where a patch cannot be applied, which is reported by itself. */
  private patchedSpec(): Wire | undefined {
    try {
      return this.object.toJson().spec;
    } catch {
      return undefined;
    }
  }
}
