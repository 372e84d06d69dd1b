import { listOf, mapOf, PartRule, Wrong, wrong } from './part-rule';
import { keyPath } from '../../../private/field-path';
import type { Wire } from '../../../private/wire';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';

const LOCALHOST = 'localhost/';

/** Annotations that the API server reads: profiles of containers, from the time before there were fields for them. */
export const annotations: PartRule = function* ({ metadata, spec }, { kind }) {
  const all = mapOf(metadata?.annotations);
  const pod = mapOf(spec);
  for (const key in all) {
    const at = keyPath('.metadata.annotations', key);
    if (key.startsWith(APP_ARMOR)) {
      yield* appArmor(key.slice(APP_ARMOR.length), String(all[key]), pod, { at, isPod: kind === 'Pod' });
    } else if ((key.startsWith(SECCOMP) || key === SECCOMP_POD) && !isSeccompProfile(String(all[key]))) {
      yield wrong(at, 'this is no profile of seccomp', {
        given: String(all[key]), allowed: 'runtime/default, unconfined, localhost/PROFILE',
        fix: 'use seccompProfile in place of the annotation',
      });
    } else if (key === 'controller.kubernetes.io/pod-deletion-cost' && !/^(0|-?[1-9]\d*)$/.test(String(all[key]))) {
      yield wrong(at, 'this is no cost', { given: String(all[key]), allowed: 'a whole number', fix: 'correct it' });
    }
  }
};

function isSeccompProfile(text: string): boolean {
  const path = text.slice(LOCALHOST.length);
  return ['runtime/default', 'docker/default', 'unconfined'].includes(text)
    || text.startsWith(LOCALHOST) && !path.startsWith('/') && !path.split('/').includes('..');
}

function* appArmor(name: string, profile: string, pod: Wire, { at, isPod }: {
  readonly at: string; readonly isPod: boolean;
}): Generator<Wrong> {
  const container = [...listOf(pod.containers), ...listOf(pod.initContainers)].find(each => each.name === name);
  if (container === undefined) {
    yield wrong(at, 'the annotation is for a container that the pod does not have', {
      given: name, allowed: listOf(pod.containers).map(each => each.name).join(', '),
      fix: 'name the container as it is, or use securityContext.appArmorProfile',
    });
    return;
  }
  if (!['', 'runtime/default', 'unconfined'].includes(profile) && !profile.startsWith(LOCALHOST)) {
    yield wrong(at, 'this is no profile of AppArmor', {
      given: profile, allowed: 'runtime/default, unconfined, localhost/PROFILE', fix: 'correct it',
    });
    return;
  }
  const field = mapOf(container.securityContext?.appArmorProfile ?? pod.securityContext?.appArmorProfile);
  const expected = FIELDS.get(field.type)?.(field);
  if (expected !== undefined && expected !== profile && pod.os?.name !== 'windows') {
    yield wrong(at, 'the annotation says otherwise than appArmorProfile', {
      given: `${profile} in the annotation, ${field.type} in the field`, allowed: expected,
      fix: isPod ? 'leave the annotation out' : 'leave the annotation out: no pod of the template would be created',
    });
  }
}

const FIELDS: ReadonlyMap<unknown, (field: Wire) => string> = new Map<unknown, (field: Wire) => string>([
  ['RuntimeDefault', () => 'runtime/default'], ['Unconfined', () => 'unconfined'],
  ['Localhost', ({ localhostProfile }) => `localhost/${localhostProfile}`],
]);
