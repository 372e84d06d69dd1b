import type { ApiGrant } from '../../agent/companions/api-grant';
import type { AgentPlan } from '../../agent/plan/agent-plan';

/** What checks find in the program of every driver, and why it is so. */
export function acceptDriver(plan: AgentPlan, grants: readonly ApiGrant[]): void {
  plan.acknowledge({
    id: 'missing-memory-limit', container: plan.container.name,
    reason: 'checks of file systems run within the driver, and a limit that one volume exceeds would stop all of them',
  });
  if (grants.some(grant => grant.allows('get', 'secrets'))) {acceptSecrets(plan);}
}

/** What checks find in the controller of every driver besides. */
export function acceptController(plan: AgentPlan, readsSecrets: boolean): void {
  plan.acknowledge({
    id: 'csi-snapshot-definitions',
    reason: 'the definitions of snapshots are installed once for all drivers of a cluster: docs/guides/storage.md',
  });
  if (readsSecrets) {acceptSecrets(plan);}
}

function acceptSecrets(plan: AgentPlan): void {
  plan.acknowledge({ id: 'rbac-too-broad', reason: 'StorageClasses and volumes name Secrets in any namespace' });
}
