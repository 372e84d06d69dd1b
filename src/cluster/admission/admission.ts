import { namespacePolicy, NamespacePolicy, PolicyLevel } from './namespace-policy';
import { LATEST, PolicyVersion } from './policy-version';
import { namespaceOf } from '../../private/entry';
import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../inventory/workload';
import { podSecurityLevel, PodSecurityLevel, PodSecurityReason, PodSecurityTemplate, podSecurityViolations } from '../pod-security';

/** The strictest level that the pods of an object meet, and what its namespace does with them. */
export interface Admission {
  readonly about: Workload;
  readonly version: PolicyVersion;
  readonly level: PodSecurityLevel;
  /** Everything that is in the way of a stricter level. */
  readonly reasons: readonly PodSecurityReason[];
  /** What the namespace holds against them, where it is known and does: nothing else follows a refusal. */
  readonly objections: readonly Objection[];
}

/** A namespace asks for a level that pods do not meet. */
export interface Objection extends PolicyLevel {
  /** `enforce`: the pods are refused, and whoever makes them tries for ever. */
  readonly mode: 'enforce' | 'warn' | 'audit';
  readonly policy: NamespacePolicy;
  readonly reasons: readonly PodSecurityReason[];
}

/** What becomes of everything that makes pods, by the rules of a version. Namespaces judge by the version that they name. */
export function admissionsIn(inventory: Inventory, version: PolicyVersion = LATEST): Admission[] {
  const policies = new Map(inventory.ofKind('Namespace').map(entry => [entry.name, namespacePolicy(entry)]));
  return inventory.workloads.map(about => {
    const policy = policies.get(namespaceOf(about));
    return { about, version, ...podSecurityLevel(templateOf(about), version.minor), objections: policy ? objectionsOf(policy, about) : [] };
  });
}

function templateOf({ template, pod }: Workload): PodSecurityTemplate {
  return { metadata: template.metadata, spec: pod };
}

function objectionsOf(policy: NamespacePolicy, about: Workload): Objection[] {
  const found = (['enforce', 'warn', 'audit'] as const).map(mode => {
    const { level, version } = policy[mode];
    return { mode, policy, level, version, reasons: podSecurityViolations(templateOf(about), level, version.minor) };
  }).filter(({ reasons }) => reasons.length > 0);
  const refusal = found.find(({ mode }) => mode === 'enforce');
  return refusal ? [refusal] : found;
}

/** Whether the pods are refused. */
export function isRefused({ objections }: Admission): boolean {
  return objections.some(({ mode }) => mode === 'enforce');
}
