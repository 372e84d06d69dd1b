import { refusalOf, strategyOf } from './budget';
import { isSameSelector } from './pod-template';
import type { RolloutInput } from './rollout-input';
import { describeEntry, namespaceOf } from '../../private/entry';
import { isDaemonSet } from '../inventory/workload';

/** Why a change of an agent is none that rolls out. */
export interface Refusal {
  readonly code: 'not-a-daemon-set' | 'another-object' | 'selector-changed' | 'invalid-budget';
  /** One sentence that says what is wrong and what to change. */
  readonly message: string;
}

/** Undefined where the API server takes the change. */
export function refusalFor({ agent, previous }: RolloutInput): Refusal | undefined {
  const name = describeEntry(agent);
  if (!isDaemonSet(agent)) {return { code: 'not-a-daemon-set', message: `${name} rolls out by other rules than a DaemonSet: give the DaemonSet` };}
  if (previous && (previous.kind !== agent.kind || previous.name !== agent.name || namespaceOf(previous) !== namespaceOf(agent))) {
    return {
      code: 'another-object',
      message: `${name} is another object than ${describeEntry(previous)}, so both run until someone deletes the old one: keep the name and the namespace`,
    };
  }
  if (previous && !isSameSelector(previous.object.spec.selector, agent.object.spec.selector)) {
    return {
      code: 'selector-changed',
      message: `the selector of ${name} is another than before, and the API server never changes one: keep it, or delete the DaemonSet and make it anew`,
    };
  }
  const message = refusalOf(strategyOf(agent.object.spec));
  return message === undefined ? undefined : { code: 'invalid-budget', message };
}
