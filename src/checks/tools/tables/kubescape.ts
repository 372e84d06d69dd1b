import type { Wire } from '../../../private/wire';
import { ALL, anyOf, Causes, each, MAIN, ofContainer } from '../cause';
import { addedCapabilities } from '../causes/capabilities';
import { hostNamespaces, hostPorts, noNetworkPolicy, writableRootFilesystem } from '../causes/host-access';
import { anyHostPath, sensitiveHostPaths, writableHostPaths } from '../causes/host-paths';
import { imagesWithoutDigest } from '../causes/images';
import { privileged, privilegeEscalation, unconfined } from '../causes/privilege';
import { isAbsent, missingAmount } from '../causes/resources';
import { groups, users } from '../causes/users';
import type { ToolTable } from '../tool-table';

/** `default-config-inputs.json` */
const INSECURE_CAPABILITIES = new Set([
  'ALL', 'BPF', 'MAC_ADMIN', 'MAC_OVERRIDE', 'NET_ADMIN', 'NET_RAW', 'PERFMON', 'SETPCAP', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_MODULE',
  'SYS_PTRACE', 'SYS_RAWIO',
]);

const SOCKETS = new Set(['/run/containerd/containerd.sock', '/var/run/crio/crio.sock', '/var/run/docker', '/var/run/docker.sock']);

/** No rule of ours asks for a limit of processor time: checks that also ask for one stay as long as there is none. */
const NO_CPU_LIMIT = missingAmount(MAIN, 'limits', 'cpu', isAbsent);
const NO_MEMORY_LIMIT = missingAmount(MAIN, 'limits', 'memory', isAbsent, 'missing-memory-limit');
const NO_CPU_REQUEST = missingAmount(MAIN, 'requests', 'cpu', isAbsent, 'missing-requests');
const NO_MEMORY_REQUEST = missingAmount(MAIN, 'requests', 'memory', isAbsent, 'missing-requests');

const TAG = /:[\w][\w.-]{0,127}(\/)?/g;

/** `latest`, or no tag, with a policy not to pull it again. */
const latestButNotPulled: Causes = each(MAIN, container => {
  const { image = '', imagePullPolicy } = container.container as Wire;
  const parts: string[] = [...image.matchAll(TAG)].map(([part]) => part);
  const isLatest = parts.includes(':latest') || !parts.some(part => !part.endsWith('/'));
  return isLatest && ['IfNotPresent', 'Never'].includes(imagePullPolicy)
    ? ofContainer(container, 'image', `starts ${image}`, ['mutable-image'])
    : undefined;
});

export const KUBESCAPE: ToolTable = {
  readFrom: 'kubescape/regolibrary@ce7ef32a, folder rules',
  kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet'],
  checks: [
    { id: 'C-0004', source: 'resources-memory-limit-and-request', causes: anyOf(NO_MEMORY_LIMIT, NO_MEMORY_REQUEST) },
    { id: 'C-0009', source: 'resource-policies', causes: anyOf(NO_CPU_LIMIT, NO_MEMORY_LIMIT) },
    {
      // a user of its own is not enough: the group must be said too
      id: 'C-0013',
      source: 'non-root-containers',
      causes: anyOf(
        users(ALL, ({ user, runAsNonRoot }) => runAsNonRoot !== true && (user ?? 0) === 0),
        groups(ALL, ({ group }) => (group ?? 0) === 0)),
    },
    { id: 'C-0016', source: 'rule-allow-privilege-escalation', causes: privilegeEscalation(MAIN, field => field !== false) },
    { id: 'C-0017', source: 'immutable-container-filesystem', causes: writableRootFilesystem(ALL) },
    { id: 'C-0038', source: 'host-pid-ipc-privileges', causes: hostNamespaces('hostPID', 'hostIPC') },
    { id: 'C-0041', source: 'host-network-access', causes: hostNamespaces('hostNetwork') },
    { id: 'C-0044', source: 'container-hostPort', causes: hostPorts(MAIN, port => 'hostPort' in port) },
    { id: 'C-0045', source: 'alert-rw-hostpath', causes: writableHostPaths },
    { id: 'C-0046', source: 'insecure-capabilities', causes: addedCapabilities(ALL, name => INSECURE_CAPABILITIES.has(name)) },
    { id: 'C-0048', source: 'alert-any-hostpath', causes: ifAnythingIsMounted(anyHostPath()) },
    {
      id: 'C-0055', source: 'linux-hardening', causes: unconfined(ALL, (_, { security }, pod) => Boolean(
        security.seccompProfile || pod.security.seccompProfile,
      )),
    },
    // SYS_ADMIN counts as privileged, in this very spelling
    {
      id: 'C-0057', source: 'rule-privileged-container', causes: anyOf(
        privileged(ALL), addedCapabilities(ALL, name => name === 'SYS_ADMIN'),
      ),
    },
    {
      id: 'C-0074', source: 'containers-mounting-docker-socket', causes: ifAnythingIsMounted(sensitiveHostPaths(
        path => SOCKETS.has(path), 'declared',
      )),
    },
    { id: 'C-0075', source: 'image-pull-policy-is-not-set-to-always', causes: latestButNotPulled },
    { id: 'C-0260', source: 'ensure_network_policy_configured_in_labels', causes: noNetworkPolicy },
    { id: 'C-0030', source: 'ingress-and-egress-blocked', causes: noNetworkPolicy },
    { id: 'C-0268', source: 'resources-cpu-requests', causes: NO_CPU_REQUEST },
    { id: 'C-0269', source: 'resources-memory-requests', causes: NO_MEMORY_REQUEST },
    { id: 'C-0271', source: 'resources-memory-limits', causes: NO_MEMORY_LIMIT },
    { id: 'C-0275', source: 'host-pid-privileges', causes: hostNamespaces('hostPID') },
    { id: 'C-0276', source: 'host-ipc-privileges', causes: hostNamespaces('hostIPC') },
    { id: 'C-0306', source: 'image-not-pinned-to-digest', causes: imagesWithoutDigest(ALL) },
  ],
};

/** It only looks at volumes of pods in which some container mounts something. */
function ifAnythingIsMounted(causes: Causes): Causes {
  return subject => (subject.containers.some(({ container }) => container.volumeMounts) ? causes(subject) : []);
}
