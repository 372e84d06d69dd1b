import {
  CheckedPod, PodSecurityCheck, containersWhere, hasTrustedUserNamespace, listOf, named, plural, quoted, settersWhere, sortedOnce, uses,
  valuesOf,
} from './check';
import type { Wire } from '../../private/wire';
import { safeSysctls } from '../sysctls/sysctl-scope';

/** Checks that keep pods from the known ways to take over a node, in the order in which the admission plugin reports them. */
export const BASELINE_CHECKS: readonly PodSecurityCheck[] = [
  { id: 'appArmorProfile', level: 'baseline', violation: appArmorProfile },
  { id: 'capabilities_baseline', level: 'baseline', violation: capabilities },
  { id: 'hostNamespaces', level: 'baseline', violation: hostNamespaces },
  { id: 'hostPathVolumes', level: 'baseline', violation: hostPathVolumes },
  { id: 'hostPorts', level: 'baseline', violation: hostPorts },
  { id: 'hostProbesAndHostLifecycle', level: 'baseline', since: 34, violation: hostProbesAndHostLifecycle },
  { id: 'privileged', level: 'baseline', violation: privileged },
  { id: 'procMount', level: 'baseline', violation: pod => (hasTrustedUserNamespace(pod) ? undefined : procMount(pod)) },
  { id: 'seLinuxOptions', level: 'baseline', violation: seLinuxOptions },
  { id: 'seccompProfile_baseline', level: 'baseline', violation: forbiddenSeccompProfile },
  { id: 'sysctls', level: 'baseline', violation: sysctls },
  { id: 'windowsHostProcess', level: 'baseline', violation: windowsHostProcess },
];

const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

function appArmorProfile(pod: CheckedPod): string | undefined {
  const isForbidden = ({ appArmorProfile: profile }: Wire): boolean => Boolean(profile) && !isConfiningProfile(profile);
  const setters = settersWhere(pod, isForbidden);
  const types = valuesOf(pod, context => (isForbidden(context) ? context.appArmorProfile.type ?? '' : undefined));
  const annotations = Object.entries(pod.annotations)
    .filter(([key, value]) => key.startsWith(APP_ARMOR_ANNOTATION) && !/^$|^runtime\/default$|^localhost\//.test(value))
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort();
  const who = [...setters === undefined ? [] : [setters], ...annotations.length === 0 ? [] : [plural('annotation', annotations)]];
  if (who.length === 0) return undefined;
  const what = [...types, ...annotations];
  return `${plural('forbidden AppArmor profile', what)} (${who.join(' and ')} must not set AppArmor profile type to ${quoted(what)})`;
}

/** What container runtimes grant anyway, less NET_RAW, which lets a pod forge packets. */
const DEFAULT_CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID',
  'SYS_CHROOT',
];

function capabilities(pod: CheckedPod): string | undefined {
  return addedCapabilities(pod, DEFAULT_CAPABILITIES, detail => `non-default capabilities (${detail})`);
}

/** Capabilities beyond a list; names count as they are written, so CAP_CHOWN is not CHOWN. */
export function addedCapabilities(pod: CheckedPod, allowed: readonly string[], say: (detail: string) => string): string | undefined {
  const beyond = ({ capabilities: given }: Wire): string[] => ((given?.add ?? []) as string[]).filter(name => !allowed.includes(name));
  const containers = containersWhere(pod, context => beyond(context).length > 0);
  if (containers.length === 0) return undefined;
  return say(`${named('container', containers)} must not include ${quoted(valuesOf(pod, beyond))} in securityContext.capabilities.add`);
}

function hostNamespaces({ spec }: CheckedPod): string | undefined {
  const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter(field => spec[field] === true).map(field => `${field}=true`);
  return shared.length === 0 ? undefined : `host namespaces (${shared.join(', ')})`;
}

function hostPathVolumes({ spec }: CheckedPod): string | undefined {
  const volumes = listOf(spec.volumes).filter(volume => volume.hostPath).map(volume => volume.name);
  return volumes.length === 0 ? undefined : `hostPath volumes (${named('volume', volumes)})`;
}

function hostPorts(pod: CheckedPod): string | undefined {
  const portsOf = (container: Wire): string[] => listOf(container.ports).filter(port => port.hostPort).map(port => String(port.hostPort));
  const containers = pod.containers.filter(container => portsOf(container).length > 0).map(container => container.name);
  if (containers.length === 0) return undefined;
  const ports = sortedOnce(pod.containers.flatMap(portsOf));
  return `hostPort (${named('container', containers)} ${uses(containers)} ${plural('hostPort', ports)} ${ports.join(', ')})`;
}

/** The kubelet would send the request from the node to any host, past all network policies. */
function hostProbesAndHostLifecycle(pod: CheckedPod): string | undefined {
  const hostsOf = ({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Wire): string[] =>
    [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop]
      .flatMap(handler => [handler?.httpGet?.host, handler?.tcpSocket?.host])
      .filter(Boolean);
  const containers = sortedOnce(pod.containers.filter(container => hostsOf(container).length > 0).map(container => container.name));
  if (containers.length === 0) return undefined;
  const hosts = sortedOnce(pod.containers.flatMap(hostsOf));
  return `probe or lifecycle host (${named('container', containers)} ${uses(containers)} ${named('probe or lifecycle host', hosts)})`;
}

function privileged(pod: CheckedPod): string | undefined {
  const containers = containersWhere(pod, context => context.privileged === true);
  return containers.length === 0
    ? undefined
    : `privileged (${named('container', containers)} must not set securityContext.privileged=true)`;
}

/** Anything but the default leaves files of the node's kernel readable. */
export function procMount(pod: CheckedPod): string | undefined {
  const isUnmasked = (context: Wire): boolean => (context.procMount ?? 'Default') !== 'Default';
  const containers = containersWhere(pod, isUnmasked);
  if (containers.length === 0) return undefined;
  const types = sortedOnce(pod.containers.map(container => container.securityContext ?? {}).filter(isUnmasked).map(
    context => context.procMount,
  ));
  return `procMount (${named('container', containers)} must not set securityContext.procMount to ${quoted(types)})`;
}

function seLinuxOptions(pod: CheckedPod): string | undefined {
  const types = ['', 'container_t', 'container_init_t', 'container_kvm_t', ...pod.minor >= 31 ? ['container_engine_t'] : []];
  const forbiddenType = ({ seLinuxOptions: options }: Wire): string
    | undefined => (types.includes(options?.type ?? '') ? undefined : options.type);
  const sets = (field: 'user' | 'role') => ({ seLinuxOptions: options }: Wire): boolean => Boolean(options?.[field]);
  const setters = settersWhere(pod, context => forbiddenType(context) !== undefined || sets('user')(context) || sets('role')(context));
  if (setters === undefined) return undefined;
  const forbidden = valuesOf(pod, forbiddenType);
  const wrong = [
    ...forbidden.length > 0 ? [named('type', forbidden)] : [],
    ...(['user', 'role'] as const).filter(field => settersWhere(pod, sets(field))).map(field => `${field} may not be set`),
  ];
  return `seLinuxOptions (${setters} set forbidden securityContext.seLinuxOptions: ${wrong.join('; ')})`;
}

/** A seccomp profile that someone set and that confines nothing. */
export function forbiddenSeccompProfile(pod: CheckedPod): string | undefined {
  const isForbidden = ({ seccompProfile: profile }: Wire): boolean => Boolean(profile) && !isConfiningProfile(profile);
  const setters = settersWhere(pod, isForbidden);
  const types = valuesOf(pod, context => (isForbidden(context) ? context.seccompProfile.type ?? '' : undefined));
  return setters && `seccompProfile (${setters} must not set securityContext.seccompProfile.type to ${quoted(types)})`;
}

/** The types that seccomp and AppArmor have in common. */
export function isConfiningProfile(profile: Wire): boolean {
  return profile.type === 'RuntimeDefault' || profile.type === 'Localhost';
}

function sysctls(pod: CheckedPod): string | undefined {
  const safe = safeSysctls(pod.minor);
  const forbidden = listOf(pod.securityContext.sysctls).map(sysctl => sysctl.name).filter(name => !safe.includes(name));
  return forbidden.length === 0 ? undefined : `forbidden sysctls (${forbidden.join(', ')})`;
}

function windowsHostProcess(pod: CheckedPod): string | undefined {
  const setters = settersWhere(pod, context => context.windowsOptions?.hostProcess === true);
  return setters && `hostProcess (${setters} must not set securityContext.windowsOptions.hostProcess=true)`;
}
