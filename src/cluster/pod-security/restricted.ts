import { addedCapabilities, forbiddenSeccompProfile, procMount } from './baseline';
import {
  CheckedPod, PodSecurityCheck, containersWhere, hasTrustedUserNamespace, isWindows, listOf, named, plural, quoted, settersWhere,
  sortedOnce, uses,
} from './check';
import type { Wire } from '../../private/wire';

/** Checks that ask for current hardening practice, in the order in which the admission plugin reports them. */
export const RESTRICTED_CHECKS: readonly PodSecurityCheck[] = [
  { id: 'allowPrivilegeEscalation', level: 'restricted', violation: unlessWindows(allowPrivilegeEscalation) },
  { id: 'capabilities_restricted', level: 'restricted', overrides: 'capabilities_baseline', violation: unlessWindows(capabilities) },
  { id: 'procMount_restricted', level: 'restricted', since: 35, overrides: 'procMount', violation: procMount },
  { id: 'restrictedVolumes', level: 'restricted', overrides: 'hostPathVolumes', violation: restrictedVolumes },
  { id: 'runAsNonRoot', level: 'restricted', violation: unlessUserNamespace(runAsNonRoot) },
  { id: 'runAsUser', level: 'restricted', violation: unlessUserNamespace(runAsUser) },
  { id: 'seccompProfile_restricted', level: 'restricted', overrides: 'seccompProfile_baseline', violation: unlessWindows(seccompProfile) },
];

type Violation = PodSecurityCheck['violation'];

/** The API server refuses the field on Windows, so its absence is no fault. */
function unlessWindows(violation: Violation): Violation {
  return pod => (isWindows(pod) ? undefined : violation(pod));
}

function unlessUserNamespace(violation: Violation): Violation {
  return pod => (hasTrustedUserNamespace(pod) ? undefined : violation(pod));
}

function allowPrivilegeEscalation(pod: CheckedPod): string | undefined {
  const containers = containersWhere(pod, context => context.allowPrivilegeEscalation !== false);
  if (containers.length === 0) return undefined;
  return `allowPrivilegeEscalation != false (${named('container', containers)} must set securityContext.allowPrivilegeEscalation=false)`;
}

function capabilities(pod: CheckedPod): string | undefined {
  const keeping = containersWhere(pod, context => !(context.capabilities?.drop ?? []).includes('ALL'));
  const wrong = [
    ...keeping.length > 0 ? [`${named('container', keeping)} must set securityContext.capabilities.drop=["ALL"]`] : [],
    addedCapabilities(pod, ['NET_BIND_SERVICE'], detail => detail) ?? [],
  ].flat();
  return wrong.length === 0 ? undefined : `unrestricted capabilities (${wrong.join('; ')})`;
}

const UNRESTRICTED_VOLUMES: readonly string[] = [
  'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret',
];

function restrictedVolumes({ spec }: CheckedPod): string | undefined {
  // a volume without a source becomes an emptyDir
  const sourcesOf = (volume: Wire): string[] => Object.keys(volume).filter(field => field !== 'name' && volume[field]);
  const isRestricted = (volume: Wire): boolean =>
    sourcesOf(volume).length > 0 && !sourcesOf(volume).some(source => UNRESTRICTED_VOLUMES.includes(source));
  const restricted = listOf(spec.volumes).filter(isRestricted);
  if (restricted.length === 0) return undefined;
  const names = restricted.map(volume => volume.name);
  const types = sortedOnce(restricted.map(volume => sourcesOf(volume)[0]));
  return `restricted volume types (${named('volume', names)} ${uses(names)} ${plural('restricted volume type', types)} ${quoted(types)})`;
}

function runAsNonRoot(pod: CheckedPod): string | undefined {
  const setters = settersWhere(pod, context => context.runAsNonRoot === false);
  if (setters !== undefined) return `runAsNonRoot != true (${setters} must not set securityContext.runAsNonRoot=false)`;
  if (pod.securityContext.runAsNonRoot === true) return undefined;
  const silent = containersWhere(pod, context => context.runAsNonRoot !== true);
  return silent.length === 0 ? undefined
    : `runAsNonRoot != true (pod or ${named('container', silent)} must set securityContext.runAsNonRoot=true)`;
}

function runAsUser(pod: CheckedPod): string | undefined {
  const setters = settersWhere(pod, context => context.runAsUser === 0);
  return setters && `runAsUser=0 (${setters} must not set runAsUser=0)`;
}

function seccompProfile(pod: CheckedPod): string | undefined {
  const forbidden = forbiddenSeccompProfile(pod);
  if (forbidden !== undefined || pod.securityContext.seccompProfile) return forbidden;
  const silent = containersWhere(pod, context => !context.seccompProfile);
  return silent.length === 0 ? undefined
    : `seccompProfile (pod or ${named('container', silent)} must set securityContext.seccompProfile.type to "RuntimeDefault" or `
      + '"Localhost")';
}
