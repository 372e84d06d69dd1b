import { byText, Wire } from '../../private/wire';

export const SECURITY_OPENSHIFT = 'security.openshift.io';

/** The fields of SecurityContextConstraints, all of which an object has: its schema asks for most of them. */
export const CONSTRAINT_FIELDS = [
  'allowHostDirVolumePlugin', 'allowHostIPC', 'allowHostNetwork', 'allowHostPID', 'allowHostPorts', 'allowPrivilegeEscalation', 'allowPrivilegedContainer',
  'allowedCapabilities', 'defaultAddCapabilities', 'requiredDropCapabilities', 'allowedUnsafeSysctls', 'fsGroup', 'priority', 'readOnlyRootFilesystem', 'runAsUser', 'seLinuxContext',
  'seccompProfiles', 'supplementalGroups', 'users', 'groups', 'volumes',
] as const;

/**
 * SecurityContextConstraints that admit a pod as it is, and as little besides as they can say. They change nothing of it: what admission fills in would not be what
 * was reviewed.
 *
 * @param pod the spec of the pods
 */
export function constraintsFor(pod: Wire): { readonly [field in typeof CONSTRAINT_FIELDS[number]]: unknown } {
  const containers: readonly Wire[] = [...pod.initContainers ?? [], ...pod.containers ?? []];
  const securities = containers.map(({ securityContext }): Wire => securityContext ?? {});
  const volumes: readonly Wire[] = pod.volumes ?? [];
  const isPrivileged = securities.some(({ privileged }) => privileged === true);
  const hostNetwork = pod.hostNetwork === true;
  const mountsHost = volumes.some(({ hostPath }) => hostPath !== undefined);
  const added = sortedOnce(securities.flatMap(({ capabilities }) => capabilities?.add ?? []));
  const user = commonUser(pod, securities);
  return {
    allowHostDirVolumePlugin: mountsHost,
    allowHostIPC: pod.hostIPC === true,
    allowHostNetwork: hostNetwork,
    allowHostPID: pod.hostPID === true,
    // on the host network, every port of a container is one of the node
    allowHostPorts: containers.some(({ ports = [] }) => ports.some(({ hostPort, containerPort }: Wire) => hostPort || hostNetwork && containerPort)),
    allowPrivilegeEscalation: securities.some(({ allowPrivilegeEscalation }) => allowPrivilegeEscalation !== false),
    allowPrivilegedContainer: isPrivileged,
    allowedCapabilities: added,
    defaultAddCapabilities: [],
    requiredDropCapabilities: securities.every(({ capabilities }) => (capabilities?.drop ?? []).includes('ALL')) ? ['ALL'] : [],
    allowedUnsafeSysctls: sortedOnce((pod.securityContext?.sysctls ?? []).map(({ name }: Wire) => name)),
    fsGroup: { type: 'RunAsAny' },
    priority: 0,
    readOnlyRootFilesystem: securities.every(({ readOnlyRootFilesystem }) => readOnlyRootFilesystem === true),
    runAsUser: user === undefined ? { type: 'RunAsAny' } : { type: 'MustRunAs', uid: user },
    // labels of the namespace would stand in the way of what a container says of itself
    seLinuxContext: { type: mountsHost || isPrivileged || setsSeLinux(pod, securities) ? 'RunAsAny' : 'MustRunAs' },
    seccompProfiles: seccompOf(pod, securities),
    supplementalGroups: { type: 'RunAsAny' },
    users: [],
    groups: [],
    volumes: volumeKinds(pod, volumes),
  };
}

function sortedOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byText);
}

/** The user that every container names; undefined where they differ, or where one leaves it to its image. */
function commonUser(pod: Wire, securities: readonly Wire[]): number | undefined {
  const users = new Set(securities.map(({ runAsUser }) => runAsUser ?? pod.securityContext?.runAsUser));
  const [user] = users;
  return users.size === 1 ? user : undefined;
}

function setsSeLinux(pod: Wire, securities: readonly Wire[]): boolean {
  return [pod.securityContext ?? {}, ...securities].some(({ seLinuxOptions }) => seLinuxOptions !== undefined);
}

const SECCOMP: { readonly [type: string]: (profile: Wire) => string } = {
  RuntimeDefault: () => 'runtime/default', Unconfined: () => 'unconfined', Localhost: ({ localhostProfile }) => `localhost/${localhostProfile}`,
};

/** Where a container names none, any is allowed: with a list, admission would fill in the first. */
function seccompOf(pod: Wire, securities: readonly Wire[]): string[] {
  const profiles = securities.map(({ seccompProfile }) => seccompProfile ?? pod.securityContext?.seccompProfile);
  return profiles.some(profile => profile === undefined) ? ['*'] : sortedOnce(profiles.map(profile => SECCOMP[profile.type]?.(profile) ?? '*'));
}

/** The kinds of volumes as the constraints call them: nearly as the pod does. */
function volumeKinds(pod: Wire, volumes: readonly Wire[]): string[] {
  const kinds = volumes.flatMap(volume => Object.keys(volume).filter(key => key !== 'name')).map(kind => (kind === 'cephfs' ? 'cephFS' : kind));
  const token = pod.automountServiceAccountToken === false ? [] : ['projected'];
  const found = sortedOnce([...kinds, ...token]);
  return found.length === 0 ? ['none'] : found;
}
