import type { Manifests } from './manifests';
import { throwFailure } from './message/failure';
import type { PlanOptions } from './plan-options';
import { readNode } from '../cluster/inventory/cluster-node';
import { Forbidden, violationsOf } from '../plan/forbidden';
import type { ObjectAction } from '../plan/objects/object-plan';
import { ChangePlan, planBetween } from '../plan/plan';
import { planToWire } from '../plan/wire';
import { guardClass } from '../private/doors/guard-class';
import { describeEntry } from '../private/entry';

/**
 * What a change of manifests does to a cluster, and what can be asserted of it: that an upgrade of a platform replaces no object, say, or
 * that no agent gets a right that it did not have. It is what `node-agents plan` says. What does not hold is thrown.
 */
export class Plan {
  /**
   * The plan to go from one set of manifests to another.
   *
   * @param old what is there: `Manifests.parse` of the YAML of the last release, for one
   * @param next what will be there
   */
  public static between(old: Manifests, next: Manifests, options: PlanOptions = {}): Plan {
    const nodes = options.nodes?.map(node => readNode(node.toManifest()));
    return new Plan(planBetween(old._soundEntries, next._soundEntries, {
      ...nodes
      && { cluster: { nodes } }, prune: options.prune === true,
    }));
  }

  private constructor(private readonly plan: ChangePlan) {}

  /** The objects that are created, `Kind namespace/name`, sorted. */
  public get created(): string[] {
    return this.objectsThat('created');
  }

  /** The objects that change in place, sorted. */
  public get changed(): string[] {
    return this.objectsThat('changed');
  }

  /** The objects that must be deleted and created, since a field changes that never does; sorted. */
  public get replaced(): string[] {
    return this.objectsThat('replaced');
  }

  /** The objects of other tools that are taken over, sorted. */
  public get adopted(): string[] {
    return this.objectsThat('adopted');
  }

  /** The objects that are removed, sorted. */
  public get removed(): string[] {
    return this.objectsThat('removed');
  }

  /** The DaemonSets whose pods are replaced on every node, sorted. */
  public get restarted(): string[] {
    return this.plan.agents.filter(({ restarts }) => restarts).map(({ agent }) => describeEntry(agent)).sort();
  }

  /** Nothing changes. */
  public hasNoChanges(): void {
    const found = this.plan.objects.map(({ action, about }) => `${describeEntry(about)} is ${action}`);
    if (found.length > 0) {throwFailure({ expected: 'Expected no changes, and there are:', more: found.sort() }, this.hasNoChanges);}
  }

  /** No object must be deleted and created. */
  public replacesNothing(): void {
    this.require('replace', 'Expected no object to be replaced', this.replacesNothing);
  }

  /** No agent gets a right, a host path, a host port, API access or a Pod Security level that it did not have. */
  public widensNoAccess(): void {
    this.require('privilege', 'Expected no agent to get rights that it did not have', this.widensNoAccess);
  }

  /** No node loses an agent. It takes `nodes`. */
  public losesNoCoverage(): void {
    this.requireNodes('losesNoCoverage');
    this.require('coverage', 'Expected no node to lose an agent', this.losesNoCoverage);
  }

  /** Every update finishes by itself, on all nodes. It takes `nodes`. */
  public finishes(): void {
    this.requireNodes('finishes');
    this.require('stall', 'Expected every update to finish', this.finishes);
  }

  /** The whole plan as data, as `node-agents plan --format json` writes it. */
  public toJson(): any {
    return planToWire(this.plan);
  }

  private objectsThat(wanted: ObjectAction): string[] {
    return this.plan.objects.filter(({ action }) => action === wanted).map(({ about }) => describeEntry(about)).sort();
  }

  private require(what: Forbidden, expected: string, caller: (...args: never[]) => unknown): void {
    const [violation] = violationsOf(this.plan, [what]);
    if (violation) {throwFailure({ expected: `${expected}, and it is so for:`, more: violation.objects }, caller);}
  }

  private requireNodes(method: string): void {
    if (this.plan.cluster === undefined) {throw new Error(`${method} needs nodes; fix: pass nodes to Plan.between`);}
  }
}

guardClass({ Plan });
