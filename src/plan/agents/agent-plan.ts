import { AccessChange, accessChange } from './access';
import { ContentChange, contentChanges } from './content';
import { CostChange, costChanges } from './cost';
import { CoverageChange, coverageChange } from './coverage';
import { ImageChange, imageChanges } from './images';
import type { PlacedAgent } from './placed-agent';
import { movesOfPool, PoolMove } from './pool-moves';
import { PlanCluster, RolloutEffect, rolloutEffect } from './rollout-effect';
import { Explainer } from '../../cluster/explain/explain';
import type { Workload } from '../../cluster/inventory/workload';
import { isSameTemplate } from '../../cluster/rollout/pod-template';
import { selectorChange } from '../../cluster/rollout/selector-change';
import { describeEntry, namespaceOf } from '../../private/entry';
import type { FieldChange } from '../objects/field-changes';
import type { Leftover } from '../objects/leftovers';
import type { ObjectPlan } from '../objects/object-plan';

/** What a change does to an agent and its nodes. */
export interface AgentPlan {
  /** `unchanged`: the DaemonSet is the same, and something else that concerns it changes. */
  readonly action: ObjectPlan['action'] | 'unchanged';
  /** As it will be; as it is where it is removed. */
  readonly agent: Workload;
  /** What changes in its DaemonSet, field by field. */
  readonly changes: readonly FieldChange[];
  readonly immutable: ObjectPlan['immutable'];
  readonly adoptedFrom?: string;
  readonly stays: ObjectPlan['stays'];
  /** Whether every pod is replaced; also where the nodes are not known. */
  readonly restarts: boolean;
  readonly contents: readonly ContentChange[];
  readonly images: readonly ImageChange[];
  readonly access: AccessChange;
  readonly costs: readonly CostChange[];
  /** Absent where the nodes are not known. */
  readonly coverage?: CoverageChange;
  /** Absent where the nodes are not known, and where the agent is removed or unchanged. */
  readonly rollout?: RolloutEffect;
  /** What stays on the nodes of an agent that is removed. */
  readonly leftovers: readonly Leftover[];
}

/** What is looked at together for all agents. */
export interface AgentContext {
  readonly plans: readonly ObjectPlan[];
  readonly moves: readonly PoolMove[];
  readonly cluster?: PlanCluster;
  /** For the nodes of the cluster. */
  readonly explainer?: Explainer;
}

/** What a change does to one agent; either is absent where it is created or removed. Undefined where nothing concerns it. */
export function planAgent(before: PlacedAgent | undefined, after: PlacedAgent | undefined, context: AgentContext): AgentPlan | undefined {
  const { plans, moves, cluster, explainer } = context;
  const agent = (after ?? before)!.agent;
  const plan = plans.find(({ about }) => about.object === agent.object);
  const access = withoutAccount(accessChange(before, after), after, plans);
  const contents = after && before ? contentChanges(after, plans) : [];
  if (plan === undefined && contents.length === 0 && !concerns(access)) {return undefined;}
  const action = plan?.action ?? 'unchanged';
  const changesNodes = action !== 'unchanged' && after !== undefined;
  return {
    action, agent,
    changes: withCauses(plan?.changes ?? [], contents), immutable: plan?.immutable ?? [], stays: plan?.stays ?? [],
    leftovers: plan?.leftovers ?? [],
    ...plan?.adoptedFrom !== undefined && { adoptedFrom: plan.adoptedFrom },
    restarts: before !== undefined && after !== undefined && restartsAll(before.agent, after.agent),
    contents, access, images: imageChanges(before?.agent, after?.agent), costs: costChanges(before?.agent, after?.agent, cluster?.nodes),
    ...explainer && { coverage: coverageChange(explainer, before?.agent, after?.agent, movesOfPool(moves, agent)) },
    ...cluster && changesNodes && { rollout: rolloutEffect(after.agent, before?.agent, cluster) },
  };
}

/** Pods that a changed selector still matches stay while their DaemonSet is deleted and created. */
function restartsAll(before: Workload, after: Workload): boolean {
  const change = selectorChange(before, after);
  return change === undefined ? !isSameTemplate(before.template, after.template) : !change.keepsPods;
}

/** The access of an agent whose pods the API server refuses as soon as its service account is gone. */
function withoutAccount(access: AccessChange, after: PlacedAgent | undefined, plans: readonly ObjectPlan[]): AccessChange {
  const account: unknown = after?.agent.pod.serviceAccountName;
  const isRemoved = plans.some(({ action, about }) => action === 'removed' && about.kind === 'ServiceAccount' && about.name === account
    && namespaceOf(about) === namespaceOf(after!.agent));
  const message = `ServiceAccount ${account} is removed, and an update leaves its name in the pods: write serviceAccountName: default`;
  return isRemoved ? { ...access, refused: [...access.refused, message] } : access;
}

function concerns({ grants, podSecurity, refused }: AccessChange): boolean {
  return grants.gained.length + grants.lost.length + refused.length > 0 || podSecurity.before !== podSecurity.after;
}

/** A changed hash comes from changed content. */
function withCauses(changes: readonly FieldChange[], contents: readonly ContentChange[]): FieldChange[] {
  const covered = contents.filter(({ restarts }) => restarts !== 'no').map(({ about }) => `content of ${describeEntry(about)}`);
  return changes.map(change => (covered.length > 0 && isHash(change) ? { ...change, cause: covered.join(', ') } : change));
}

function isHash({ path }: FieldChange): boolean {
  return /^spec\.template\.metadata\.annotations\["[^"]*(?:checksum|hash|digest)[^"]*"\]$/i.test(path);
}
