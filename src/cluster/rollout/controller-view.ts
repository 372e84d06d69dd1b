import type { AgentPod } from './agent-pod';
import type { Budget } from './budget';
import { NodeStatus, Role, STATUS_FIGURES } from './node-view';
import type { RollingNode } from './rolling-node';

/** Creates and deletes that the controller does in one go, each. */
const AT_ONCE = 250;

/** Something that the controller does to a node. */
export type Action = { readonly node: RollingNode } & ({ readonly what: 'create' } | { readonly what: 'delete'; readonly pod: AgentPod });

/** All nodes as the controller sees them: kept up to date node by node, so that looking at them costs no more than what is to be done. */
export class ControllerView {
  private readonly toCreate = new Set<RollingNode>();
  private readonly toRemove = new Set<RollingNode>();
  private readonly byRole: { readonly [role in Role]: Set<RollingNode> } = {
    settled: new Set(), waiting: new Set(), urgent: new Set(), candidate: new Set(), superseded: new Set(), unwanted: new Set(),
  };
  private counted = 0;
  private readonly totals: { -readonly [figure in keyof NodeStatus]: number } = {
    scheduled: 0, misscheduled: 0, ready: 0, available: 0, updated: 0,
  };
  /** On how many nodes the agent should run and no pod of it is available. */
  public unserved = 0;

  public constructor(private readonly desired: number, private readonly budget: Budget | undefined) {}

  public get status(): NodeStatus {
    return this.totals;
  }

  /** Takes in a node, by its view. */
  public add(node: RollingNode): void {
    this.count(node, 1);
    const { view } = node;
    if (view.create) {this.toCreate.add(node);}
    if (view.remove.length > 0) {this.toRemove.add(node);}
    this.byRole[view.role].add(node);
  }

  /** Leaves out a node, before its view changes. */
  public remove(node: RollingNode): void {
    this.count(node, -1);
    this.toCreate.delete(node);
    this.toRemove.delete(node);
    this.byRole[node.view.role].delete(node);
  }

  /** Whether any node has this role. */
  public hasAny(role: Role): boolean {
    return this.byRole[role].size > 0;
  }

  /**
   * What the controller does next: nothing where it waits. Pods that are missing or must go come first, and the rolling update when there
   * are none.
   */
  public nextActions(): Action[] {
    const creates = first(this.toCreate, AT_ONCE).map(node => ({ node, what: 'create' as const }));
    const deletes = first(
      this.toRemove, AT_ONCE,
    ).flatMap(node => node.view.remove.map(pod => ({ node, what: 'delete' as const, pod }))).slice(0, AT_ONCE);
    if (creates.length + deletes.length > 0 || this.budget === undefined) {return [...creates, ...deletes];}
    return this.budget.kind === 'surge' && this.budget.resolved > 0 ? this.surge(this.budget.resolved) : this.replace(this.budget.resolved);
  }

  /** Deletes old pods: those that are not available in any case, and of the others as many as the budget still allows. */
  private replace(budget: number): Action[] {
    const { waiting, urgent, candidate } = this.byRole;
    const urgentNow = first(urgent, AT_ONCE);
    const left = Math.max(0, budget - waiting.size - urgent.size);
    return [...urgentNow, ...this.spend(candidate, Math.min(left, AT_ONCE - urgentNow.length))].map(deleteOld);
  }

  /** Makes new pods beside old ones: where the old one is not available in any case. Old pods go when the new one is available. */
  private surge(budget: number): Action[] {
    const { waiting, urgent, candidate, superseded, unwanted } = this.byRole;
    const urgentNow = first(urgent, AT_ONCE);
    const left = Math.max(0, budget - waiting.size);
    const chosen = this.spend(candidate, Math.min(left, AT_ONCE - urgentNow.length));
    // a node that should not run the agent keeps serving until enough others do
    const spare = Math.max(0, this.counted - this.desired);
    const going = [...first(superseded, AT_ONCE), ...first(unwanted, spare)].slice(0, AT_ONCE);
    return [...[...urgentNow, ...chosen].map(node => ({ node, what: 'create' as const })), ...going.map(deleteOld)];
  }

  private spend(candidates: ReadonlySet<RollingNode>, amount: number): RollingNode[] {
    const chosen = first(candidates, amount);
    for (const node of chosen) {node.tookBudget = true;}
    return chosen;
  }

  private count({ view }: RollingNode, sign: 1 | -1): void {
    this.counted += sign * Number(view.counted);
    this.unserved += sign * Number(view.unserved);
    for (const figure of STATUS_FIGURES) {this.totals[figure] += sign * view.status[figure];}
  }
}

function deleteOld(node: RollingNode): Action {
  return { node, what: 'delete', pod: node.view.old! };
}

function first<T>(set: ReadonlySet<T>, count: number): T[] {
  const result: T[] = [];
  for (const entry of set) {
    if (result.length >= count) {break;}
    result.push(entry);
  }
  return result;
}
