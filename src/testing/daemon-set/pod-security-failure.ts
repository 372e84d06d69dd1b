import type { Workload } from '../../cluster/inventory/workload';
import {
  podSecurityLevel, PodSecurityLevel, PodSecurityReason, podSecurityViolations, PodSecurityTemplate,
} from '../../cluster/pod-security';
import { quote } from '../../private/agent-error';
import type { Difference } from '../../private/compare/difference';
import type { Failure } from '../message/failure';
import type { PodSecurityOptions } from '../pod-security-options';
import { minorOf } from '../read/minor-version';

const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** What the admission plugin would hold against the pods at a level. */
export function violationsOf(workload: Workload, level: string, options: PodSecurityOptions): readonly PodSecurityReason[] {
  return podSecurityViolations(templateOf(workload), requireLevel(level), minorOf(options.kubernetesVersion));
}

/** The strictest level that admits the pods. */
export function levelOf(workload: Workload, options: PodSecurityOptions): string {
  return podSecurityLevel(templateOf(workload), minorOf(options.kubernetesVersion)).level;
}

/** Why a level is not the strictest one that admits the pods; undefined where it is. */
export function levelFailure(workload: Workload, text: string, options: PodSecurityOptions): Failure | undefined {
  const level = requireLevel(text);
  const found = levelOf(workload, options);
  if (found === level) {return undefined;}
  const isStricter = LEVELS.indexOf(found) > LEVELS.indexOf(level);
  return {
    expected: `Expected the pods of DaemonSet ${workload.name} to be ${level}, and they are `
      + `${isStricter ? 'even ' : 'only '}${found}${isStricter ? '.' : ':'}`,
    about: workload,
    differences: isStricter ? [] : reasonPlaces(violationsOf(workload, level, options)),
    hints: isStricter ? [`their namespace can enforce ${found}; assert that, or meetsPodSecurityLevel where stricter is fine`] : [],
  };
}

/** Why a namespace that enforces a level refuses the pods; undefined where it does not. */
export function admissionFailure(workload: Workload, level: string, options: PodSecurityOptions): Failure | undefined {
  const reasons = violationsOf(workload, level, options);
  return reasons.length === 0 ? undefined : {
    expected: `Expected the pods of DaemonSet ${workload.name} to be admitted where ${level} is enforced, and they are refused:`,
    about: workload,
    differences: reasonPlaces(reasons),
    hints: ['a namespace that enforces the level takes the DaemonSet and refuses each of its pods'],
  };
}

function reasonPlaces(reasons: readonly PodSecurityReason[]): Difference[] {
  return reasons.map(({ check, message }) => ({ path: [check], found: message, foundText: message, weight: 1 }));
}

function templateOf({ template }: Workload): PodSecurityTemplate {
  return { metadata: template.metadata, spec: template.spec };
}

function requireLevel(level: string): PodSecurityLevel {
  if (!LEVELS.includes(level)) {
    throw new Error(
      `there is no such level of the Pod Security Standards; given: ${quote(level)}; allowed: ${LEVELS.join(', ')}; fix: write one of them`,
    );
  }
  return level as PodSecurityLevel;
}
