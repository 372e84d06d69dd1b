import { Lazy } from 'cdk8s';
import { byText, Wire } from '../../private/wire';

export const SECURITY_OPENSHIFT = 'security.openshift.io';

/** The fields of SecurityContextConstraints, all of which an object has: its schema asks for most of them. */
export const CONSTRAINT_FIELDS = [
  'allowHostDirVolumePlugin', 'allowHostIPC', 'allowHostNetwork', 'allowHostPID', 'allowHostPorts', 'allowPrivilegeEscalation',
  'allowPrivilegedContainer',
  'allowedCapabilities', 'defaultAddCapabilities', 'requiredDropCapabilities', 'allowedUnsafeSysctls', 'fsGroup', 'priority',
  'readOnlyRootFilesystem', 'runAsUser', 'seLinuxContext',
  'seccompProfiles', 'supplementalGroups', 'users', 'groups', 'volumes',
] as const;

/** A container, with what holds for it: what it leaves out is as its pod says. */
interface Confined {
  readonly ports: readonly Wire[];
  readonly own: Wire;
  readonly pod: Wire;
}

/**
 * SecurityContextConstraints that admit pods as they are, and as little besides as they can say. They change nothing of them: what
 * admission fills in would not be what was reviewed.
 *
 * @param pods the specs of all pods that run under them, as they are written
 */
export function constraintsFor(pods: readonly Wire[]): { readonly [field in typeof CONSTRAINT_FIELDS[number]]: unknown } {
  const containers = pods.flatMap(confinedIn);
  const securities = containers.map(({ own }) => own);
  const volumes: readonly Wire[] = pods.flatMap(pod => pod.volumes ?? []);
  const isPrivileged = securities.some(({ privileged }) => privileged === true);
  const mountsHost = volumes.some(({ hostPath }) => hostPath !== undefined);
  const user = commonUser(containers);
  return {
    allowHostDirVolumePlugin: mountsHost,
    allowHostIPC: pods.some(({ hostIPC }) => hostIPC === true),
    allowHostNetwork: pods.some(({ hostNetwork }) => hostNetwork === true),
    allowHostPID: pods.some(({ hostPID }) => hostPID === true),
    allowHostPorts: containers.some(usesHostPort),
    allowPrivilegeEscalation: securities.some(({ allowPrivilegeEscalation }) => allowPrivilegeEscalation !== false),
    allowPrivilegedContainer: isPrivileged,
    allowedCapabilities: sortedOnce(securities.flatMap(({ capabilities }) => capabilities?.add ?? [])),
    defaultAddCapabilities: [],
    requiredDropCapabilities: securities.every(({ capabilities }) => (capabilities?.drop ?? []).includes('ALL')) ? ['ALL'] : [],
    allowedUnsafeSysctls: sortedOnce(pods.flatMap(({ securityContext }) => securityContext?.sysctls ?? []).map(({ name }: Wire) => name)),
    fsGroup: { type: 'RunAsAny' },
    priority: 0,
    readOnlyRootFilesystem: securities.every(({ readOnlyRootFilesystem }) => readOnlyRootFilesystem === true),
    runAsUser: user === undefined ? { type: 'RunAsAny' } : { type: 'MustRunAs', uid: user },
    // labels of the namespace would be in the way of what a container says of itself
    seLinuxContext: { type: mountsHost || isPrivileged || setsSeLinux(pods, securities) ? 'RunAsAny' : 'MustRunAs' },
    seccompProfiles: seccompOf(containers),
    supplementalGroups: { type: 'RunAsAny' },
    users: [],
    groups: [],
    volumes: volumeKinds(pods, volumes),
  };
}

/**
 * The same of pods that are not written yet: the fields of an object are read in their order, and what they say is worked out for the
 * first.
 */
export function lateConstraints(pods: () => readonly Wire[]): { readonly [field: string]: unknown } {
  let written: Wire = {};
  return Object.fromEntries(CONSTRAINT_FIELDS.map((field, index) => [field, Lazy.any({
    produce: () => {
      if (index === 0) {written = constraintsFor(pods());}
      return written[field];
    },
  })]));
}

function confinedIn(pod: Wire): Confined[] {
  const containers: readonly Wire[] = [...pod.initContainers ?? [], ...pod.containers ?? []];
  return containers.map(({ ports, securityContext }) => ({ ports: ports ?? [], own: securityContext ?? {}, pod }));
}

/** On the host network, every port of a container is one of the node. */
function usesHostPort({ ports, pod: { hostNetwork } }: Confined): boolean {
  return ports.some(({ hostPort, containerPort }) => hostPort || hostNetwork === true && containerPort);
}

function sortedOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byText);
}

/** The user that every container names; undefined where they differ, or where one leaves it to its image. */
function commonUser(containers: readonly Confined[]): number | undefined {
  const users = new Set(containers.map(({ own, pod }) => own.runAsUser ?? pod.securityContext?.runAsUser));
  const [user] = users;
  return users.size === 1 ? user : undefined;
}

function setsSeLinux(pods: readonly Wire[], securities: readonly Wire[]): boolean {
  const all: readonly Wire[] = [...pods.map(({ securityContext }) => securityContext ?? {}), ...securities];
  return all.some(({ seLinuxOptions }) => seLinuxOptions !== undefined);
}

const SECCOMP: { readonly [type: string]: (profile: Wire) => string } = {
  RuntimeDefault: () => 'runtime/default', Unconfined: () => 'unconfined',
  Localhost: ({ localhostProfile }) => `localhost/${localhostProfile}`,
};

/** Where a container names none, any is allowed: with a list, admission would fill in the first. */
function seccompOf(containers: readonly Confined[]): string[] {
  const profiles = containers.map(({ own, pod }) => own.seccompProfile ?? pod.securityContext?.seccompProfile);
  return profiles.some(profile => profile === undefined)
    ? ['*']
    : sortedOnce(profiles.map(profile => SECCOMP[profile.type]?.(profile) ?? '*'));
}

/** The kinds of volumes as the constraints call them: nearly as the pod does. */
function volumeKinds(pods: readonly Wire[], volumes: readonly Wire[]): string[] {
  const token = pods.every(({ automountServiceAccountToken }) => automountServiceAccountToken === false) ? [] : ['projected'];
  const found = sortedOnce([...volumes.flatMap(kindsOf), ...token]);
  return found.length === 0 ? ['none'] : found;
}

/** A volume without a source becomes an emptyDir. */
function kindsOf(volume: Wire): string[] {
  const kinds = Object.keys(volume).filter(key => key !== 'name' && volume[key] !== undefined);
  return kinds.length === 0 ? ['emptyDir'] : kinds.map(kind => (kind === 'cephfs' ? 'cephFS' : kind));
}
