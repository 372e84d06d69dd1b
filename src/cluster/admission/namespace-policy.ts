import { LATEST, PolicyVersion, readPolicyVersion } from './policy-version';
import type { Entry } from '../../private/entry';
import type { PodSecurityLevel } from '../pod-security';

/** A level of the Pod Security Standards, by the rules of a version. */
export interface PolicyLevel {
  readonly level: PodSecurityLevel;
  readonly version: PolicyVersion;
}

/** What a namespace does with pods that do not meet a level. */
export interface NamespacePolicy {
  readonly about: Entry;
  /** It refuses them. */
  readonly enforce: PolicyLevel;
  /** It lets them in, and tells whoever makes them. */
  readonly warn: PolicyLevel;
  /** It lets them in, and writes it down. */
  readonly audit: PolicyLevel;
}

/** What the labels of Pod Security begin with. */
export const PREFIX = 'pod-security.kubernetes.io/';

const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'] satisfies PodSecurityLevel[];

/** A label that Pod Security admission cannot read. */
export interface WrongLabel {
  readonly key: string;
  readonly value: string;
  readonly allowed: string;
}

/** The labels that Pod Security admission refuses. */
export function wrongPodSecurityLabels(labels: { readonly [key: string]: unknown }): WrongLabel[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const kind = /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)(-version)?$/.exec(key);
    if (kind === null) {return [];}
    const isVersion = kind[1] !== undefined;
    const isRight = typeof value === 'string' && (isVersion ? readPolicyVersion(value) !== undefined : LEVELS.includes(value));
    return isRight ? [] : [{ key, value: String(value), allowed: isVersion ? 'latest, or a version such as v1.34' : LEVELS.join(', ') }];
  });
}

const ANYTHING: PolicyLevel = { level: 'privileged', version: LATEST };

/**
 * What the labels of a namespace say, as the admission plugin of a cluster without defaults of its own reads them: what it cannot read it
 * takes for `restricted` where pods are refused, and for nothing elsewhere. A namespace that refuses warns of its own level, so that makers
 * of pods hear of it.
 */
export function namespacePolicy(about: Entry): NamespacePolicy {
  const labels: { readonly [key: string]: string } = about.object.metadata?.labels ?? {};
  const enforce = policyLevel(labels, 'enforce', 'restricted');
  const warn = policyLevel(labels, 'warn', 'privileged');
  const follows = labels[`${PREFIX}warn`] === undefined && LEVELS.includes(labels[`${PREFIX}enforce`]);
  return {
    about, enforce, audit: policyLevel(labels, 'audit', 'privileged'),
    warn: follows
      ? { level: enforce.level, version: labels[`${PREFIX}warn-version`] === undefined ? enforce.version : warn.version }
      : warn,
  };
}

function policyLevel(labels: { readonly [key: string]: string }, mode: string, unreadable: PodSecurityLevel): PolicyLevel {
  const { [`${PREFIX}${mode}`]: level, [`${PREFIX}${mode}-version`]: version } = labels;
  return {
    level: level === undefined ? ANYTHING.level : LEVELS.includes(level) ? level as PodSecurityLevel : unreadable,
    version: version === undefined ? ANYTHING.version : readPolicyVersion(version) ?? LATEST,
  };
}
