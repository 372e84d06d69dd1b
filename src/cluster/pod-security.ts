import { BASELINE_CHECKS } from './pod-security/baseline';
import { PodSecurityCheck, podToCheck } from './pod-security/check';
import { RESTRICTED_CHECKS } from './pod-security/restricted';
import { OLDEST_MINOR } from '../private/oldest-minor';

/** The levels of the Pod Security Standards, the most permissive first. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** One check that a pod fails. */
export interface PodSecurityReason {
  /** The id of the check, as upstream has it. */
  readonly check: string;
  /** What the admission plugin would say. */
  readonly message: string;
  /** The level that the check is one step stricter than: a pod that fails it can be no better than that. */
  readonly stricterThan: 'privileged' | 'baseline';
}

/** A pod template: of a DaemonSet, a Deployment, a Job, or a pod itself. */
export interface PodSecurityTemplate {
  readonly metadata?: any;
  readonly spec: any;
}

/**
 * The strictest Pod Security level that admits the pods of a template, and everything that is in the way of a stricter one.
 *
 * `minor` is the policy version, the 34 of `v1.34`; without it the newest known rules count. All versions before 1.28 are taken as 1.28.
 * A namespace that enforces a stricter level does not refuse the DaemonSet: it refuses every one of its pods.
 */
export function podSecurityLevel(
  template: PodSecurityTemplate,
  minor: number = Infinity,
): { readonly level: PodSecurityLevel; readonly reasons: readonly PodSecurityReason[] } {
  const reasons = failures([...BASELINE_CHECKS, ...RESTRICTED_CHECKS], template, minor);
  const level = reasons.length === 0 ? 'restricted' : reasons[0].stricterThan;
  return { level, reasons };
}

/**
 * What the admission plugin would hold against the pods of a template in a namespace that enforces a level, in its words and order.
 * A restricted check can stand in for a weaker baseline check, so this is not always the whole list of `podSecurityLevel`.
 */
export function podSecurityViolations(
  template: PodSecurityTemplate,
  level: PodSecurityLevel,
  minor: number = Infinity,
): readonly PodSecurityReason[] {
  if (level === 'privileged') return [];
  if (level === 'baseline') return failures(BASELINE_CHECKS, template, minor);
  const overridden = RESTRICTED_CHECKS.filter(check => applies(check, minor)).map(check => check.overrides);
  return failures([...BASELINE_CHECKS.filter(check => !overridden.includes(check.id)), ...RESTRICTED_CHECKS], template, minor);
}

function failures(checks: readonly PodSecurityCheck[], template: PodSecurityTemplate, minor: number): PodSecurityReason[] {
  const pod = podToCheck(template, Math.max(minor, OLDEST_MINOR));
  return checks.filter(check => applies(check, minor)).flatMap(check => {
    const message = check.violation(pod);
    return message === undefined
      ? []
      : [{ check: check.id, message, stricterThan: check.level === 'baseline' ? 'privileged' : 'baseline' }];
  });
}

function applies(check: PodSecurityCheck, minor: number): boolean {
  return (check.since ?? OLDEST_MINOR) <= Math.max(minor, OLDEST_MINOR);
}
