import { WorkloadKind } from '../plan/placement';
import { Rollout } from '../rollout';

/** A DaemonSet that is updated by a rollout. */
export function daemonSet(rollout: Rollout): WorkloadKind {
  return { apiVersion: 'apps/v1', kind: 'DaemonSet', definition: 'DaemonSetSpec', fields: rollout._toWire() };
}
