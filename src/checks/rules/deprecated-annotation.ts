import { containersIn } from '../../cluster/inventory/containers';
import { podMetadataPath, Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { isMap } from '../../private/entry';
import { keyPath } from '../../private/field-path';
import { findingOf, Finding, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Annotations of pods that do nothing any more, and the field that does it. */
const WITHOUT_EFFECT: ReadonlyMap<string, { readonly since: string; readonly field: string; readonly loss: string }> = new Map([
  ['scheduler.alpha.kubernetes.io/critical-pod', { since: '1.16', field: 'priorityClassName', loss: 'the pods have no priority' }],
  ['security.alpha.kubernetes.io/sysctls', { since: '1.11', field: 'securityContext.sysctls', loss: 'the kernel parameters are not set' }],
  ['security.alpha.kubernetes.io/unsafe-sysctls', {
    since: '1.11', field: 'securityContext.sysctls', loss: 'the kernel parameters are not set',
  }],
]);

const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** The minor from which AppArmor has fields. */
const APP_ARMOR_FIELDS = 30;

export const deprecatedAnnotation: Rule = {
  id: 'deprecated-annotation',
  level: 'warning',
  summary: 'An annotation of the pods asks for what only a field does any more.',
  looksAt: 'Annotations of pods for priority, kernel parameters, seccomp and AppArmor, and the same on the workload, which never had '
    + 'an effect.',
  why: 'Kubernetes reads most of these annotations no more: seccomp since 1.27, sysctls since 1.11, critical pods since 1.16. The pods '
    + 'start without what was asked for, such as a seccomp profile, and nothing says so. AppArmor annotations still work where no field is '
    + 'set, and are deprecated since 1.30.',
  fix: 'Set the field in place of the annotation.',
  example: () => ({
    fails: [annotated({ 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' })],
    passes: [daemonSet({ securityContext: { seccompProfile: { type: 'RuntimeDefault' } } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      yield* misplaced(workload);
      const annotations = workload.template.metadata?.annotations;
      if (!isMap(annotations) || !isAnyEarly(annotations)) {continue;}
      const { securityContext = {} } = workload.pod;
      const say = (key: string, found: Pick<Finding, 'what' | 'allowed' | 'container'> & Partial<Pick<Finding, 'level'>>) =>
        findingOf(deprecatedAnnotation, {
          about: workload, path: keyPath(`${podMetadataPath(workload)}.annotations`, key), given: `${key}: ${annotations[key]}`, ...found,
        });
      for (const [key, { since, field, loss }] of WITHOUT_EFFECT) {
        if (key in annotations && !isSaidByField(workload.pod, field)) {
          yield say(key, { what: `the annotation has done nothing since Kubernetes ${since}: ${loss}`, allowed: field });
        }
      }
      if (SECCOMP_OF_POD in annotations && !securityContext?.seccompProfile) {
        yield say(SECCOMP_OF_POD, {
          what: 'the annotation has done nothing since Kubernetes 1.27: the pods run without the profile',
          allowed: 'securityContext.seccompProfile',
        });
      }
      for (const { name, container } of containersIn(workload)) {
        const own = container.securityContext ?? {};
        const seccomp = `${SECCOMP_OF_CONTAINER}${name}`;
        if (seccomp in annotations && !own.seccompProfile) {
          yield say(seccomp, {
            container: name, allowed: 'securityContext.seccompProfile',
            what: 'the annotation has done nothing since Kubernetes 1.27: the container runs without the profile',
          });
        }
        const appArmor = `${APP_ARMOR}${name}`;
        const isSaidTwice = own.appArmorProfile || isSameProfile(securityContext?.appArmorProfile, annotations[appArmor]);
        if (appArmor in annotations && context.minor >= APP_ARMOR_FIELDS && !isSaidTwice) {
          yield say(appArmor, {
            container: name, allowed: 'securityContext.appArmorProfile', level: 'note',
            what: 'the annotation is deprecated since Kubernetes 1.30',
          });
        }
      }
    }
  },
};

/** Annotations of a workload that only pods could have: nothing copies them. */
function* misplaced(about: Workload): Generator<ObjectFinding> {
  const annotations: unknown = about.object.metadata?.annotations;
  if (!isMap(annotations) || !isAnyEarly(annotations) || about.template === about.object) {return;}
  for (const key of Object.keys(annotations)) {
    if (!WITHOUT_EFFECT.has(key) && key !== SECCOMP_OF_POD && !key.startsWith(SECCOMP_OF_CONTAINER)
      && !key.startsWith(APP_ARMOR)) {continue;}
    yield findingOf(deprecatedAnnotation, {
      about, path: keyPath('metadata.annotations', key), given: `${key}: ${annotations[key]}`,
      allowed: key.startsWith(APP_ARMOR) ? 'securityContext.appArmorProfile' : fieldOf(key),
      what: `the annotation is on the ${about.kind}, which does not hand it to its pods: it has no effect`,
    });
  }
}

/** Whether a pod has the field that does what the annotation did. */
function isSaidByField(pod: Wire, field: string): boolean {
  return field.split('.').reduce((value: unknown, key) => (isMap(value) ? value[key] : undefined), pod) !== undefined;
}

function fieldOf(key: string): string {
  return WITHOUT_EFFECT.get(key)?.field ?? 'securityContext.seccompProfile';
}

/** Whether an annotation is of a time before there were fields: all of these are. */
function isAnyEarly(annotations: Wire): boolean {
  for (const key in annotations) {
    if (key.includes('.alpha.kubernetes.io/') || key.includes('.beta.kubernetes.io/')) {return true;}
  }
  return false;
}

/** The API server warns of no annotation that says what the pod says. */
function isSameProfile(profile: Wire | undefined, annotation: unknown): boolean {
  if (!profile) {return false;}
  const text = profile.type === 'Localhost'
    ? `localhost/${profile.localhostProfile}`
    : profile.type === 'RuntimeDefault' ? 'runtime/default' : 'unconfined';
  return text === annotation;
}

function annotated(annotations: Wire): Wire {
  return daemonSet({}, {}, { template: { metadata: { annotations } } });
}
