import { said } from './preset';
import type { AgentFile } from '../agent/container/agent-file';
import type { IAgentFeature } from '../agent/plan/agent-feature';
import { NodePool } from '../agent/pools/node-pool';
import { fail, quote } from '../private/agent-error';
import { nearest } from '../private/nearest';

/** Refuses options for pools that the agent does not have. */
export function requirePools(pools: readonly NodePool[], options: { readonly [pool: string]: unknown } = {}): void {
  const names = pools.flatMap(({ name }) => name ?? []);
  const unknown = Object.keys(options).find(name => !names.includes(name));
  if (unknown === undefined) {return;}
  const meant = nearest(unknown, names);
  fail({
    code: 'invalid-node-pool', what: 'the agent has no pool of this name', given: `poolOptions: { ${quote(unknown)}: ... }`,
    allowed: names.map(quote).join(', ') || 'it has no pools with a name',
    fix: meant === undefined
      ? 'correct the name, or add the pool to `pools`; options of the rest are those of the agent'
      : `correct the name: did you mean ${quote(meant)}?`,
  });
}

/** Refuses what the pools of an agent cannot have for themselves. */
export function requireSame(pool: string, what: string, [ofAgent, ofPool]: readonly [unknown, unknown]): void {
  const [allowed, given] = [ofAgent, ofPool].map(value => JSON.stringify(value) ?? 'nothing');
  if (allowed === given) {return;}
  fail({
    code: 'invalid-node-pool', what: `the pool ${quote(pool)} cannot have ${what} of its own`, given,
    allowed: `${allowed}, as the agent has`,
    fix: 'use the same as the agent, or a second agent for these nodes',
  });
}

/** The pool with further options. What it says itself wins. */
export function poolWith({ kind, name, options }: NodePool, further: Omit<NonNullable<NodePool['options']>, 'nodes'>): NodePool {
  const all = { ...further, ...said(options!), nodes: options!.nodes };
  return kind === 'canary' ? NodePool.canary(name!, all) : NodePool.of(name!, all);
}

/** What runs in the pods of a pool in place of what the agent runs elsewhere. */
interface InPool {
  readonly pool: string;
  readonly files?: readonly AgentFile[];
  readonly features: readonly IAgentFeature[];
}

/** What an agent takes of its pods, and its pools with a configuration of their own of theirs. */
export function featuresInPools(ofAgent: readonly IAgentFeature[], ofPools: readonly InPool[]): IAgentFeature[] {
  if (ofPools.length === 0) {return [...ofAgent];}
  const names = ofPools.map(({ pool }) => pool);
  return [
    ...ofAgent.map((feature): IAgentFeature => ({ contribute: plan => feature.contribute(plan.exceptPools(names)) })),
    ...ofPools.flatMap(({ pool, files = [], features }) => [
      { contribute: plan => plan.forPools([pool]).container.addFiles(...files) } as IAgentFeature,
      ...features.map((feature): IAgentFeature => ({ contribute: plan => feature.contribute(plan.forPools([pool])) })),
    ]),
  ];
}
