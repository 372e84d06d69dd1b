import { refusalOf, standstillOf, strategyOf } from './budget';
import type { RolloutInput } from './rollout-input';
import { selectorChange } from './selector-change';
import { describeEntry, namespaceOf } from '../../private/entry';
import { isDaemonSet } from '../inventory/workload';

/** Why a change of an agent is none that rolls out. */
export interface Refusal {
  readonly code: 'not-a-daemon-set' | 'another-object' | 'selector-changed' | 'invalid-budget' | 'invalid-object';
  /** One sentence that says what is wrong and what to change. */
  readonly message: string;
}

/** Undefined where the API server takes the change. */
export function refusalFor({ agent, previous, refused }: RolloutInput): Refusal | undefined {
  const name = describeEntry(agent);
  if (!isDaemonSet(agent)) {
    return { code: 'not-a-daemon-set', message: `${name} rolls out by other rules than a DaemonSet: give the DaemonSet` };
  }
  if (previous && (previous.kind !== agent.kind || previous.name !== agent.name || namespaceOf(previous) !== namespaceOf(agent))) {
    return {
      code: 'another-object',
      message: `${name} is another object than ${describeEntry(previous)}, so both run until someone deletes the old one: keep the name `
        + 'and the namespace',
    };
  }
  if (previous && selectorChange(previous, agent)) {
    return {
      code: 'selector-changed',
      message: `the selector of ${name} is another than before, and the API server never changes one: keep it, or delete the DaemonSet and `
        + 'create it again',
    };
  }
  const strategy = strategyOf(agent.object.spec);
  const message = refusalOf(strategy) ?? standstillOf(strategy);
  if (message !== undefined) {return { code: 'invalid-budget', message };}
  return refused === undefined ? undefined : { code: 'invalid-object', message: refused };
}
