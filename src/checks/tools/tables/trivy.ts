import { ALL, anyOf, Causes, ofPod } from '../cause';
import { addedCapabilities, keptCapabilities } from '../causes/capabilities';
import { hostNamespaces, hostPorts, hostProcess, writableRootFilesystem } from '../causes/host-access';
import { anyHostPath, sensitiveHostPaths } from '../causes/host-paths';
import { isUntagged, mutableImages } from '../causes/images';
import { privileged, privilegeEscalation, unconfined } from '../causes/privilege';
import { isAbsent, missingAmount } from '../causes/resources';
import { groups, rootGroupOfPod, rootOfPod, users } from '../causes/users';
import type { ToolTable } from '../tool-table';

/** Up to this a user or group may be one of the node. */
const LOW = 10_000;

/** `Kubernetes_resource_with_disallowed_volumes_mounted.rego`: these directories themselves, not what is below them. */
const DIRECTORIES = new Set(['/', '/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr', '/var/lib/docker']);

const isAll = (name: string) => name.toUpperCase() === 'ALL';

const SECCOMP_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';

/** An annotation of old takes the place of the field, for Trivy and nobody else. */
const withoutSeccomp: Causes = subject => {
  const annotation = subject.template.metadata?.annotations?.[SECCOMP_ANNOTATION];
  if (annotation === undefined) {return unconfined(ALL, type => type === 'RuntimeDefault' || type === 'Localhost')(subject);}
  return annotation === 'runtime/default'
    ? []
    : [ofPod(subject, 'securityContext.seccompProfile', `has the annotation ${SECCOMP_ANNOTATION}`, [])];
};

export const TRIVY: ToolTable = {
  readFrom: 'aquasecurity/trivy-checks@80e53822, folder checks/kubernetes',
  kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet'],
  checks: [
    { id: 'KSV-0001', source: 'can_elevate_its_own_privileges.rego', causes: privilegeEscalation(ALL, field => field !== false) },
    { id: 'KSV-0003', source: 'capabilities_no_drop_all.rego', causes: keptCapabilities(ALL, dropped => dropped.some(isAll)) },
    {
      id: 'KSV-0004', source: 'capabilities_no_drop_at_least_one.rego',
      causes: keptCapabilities(ALL, (_, { security }) => security.capabilities?.drop !== undefined),
    },
    { id: 'KSV-0005', source: 'SYS_ADMIN_capability.rego', causes: addedCapabilities(ALL, name => name === 'SYS_ADMIN') },
    {
      id: 'KSV-0006', source: 'mounts_docker_socket.rego', causes: sensitiveHostPaths(
        path => path === '/var/run/docker.sock', 'declared',
      ),
    },
    { id: 'KSV-0008', source: 'host_ipc.rego', causes: hostNamespaces('hostIPC') },
    { id: 'KSV-0009', source: 'host_network.rego', causes: hostNamespaces('hostNetwork') },
    { id: 'KSV-0010', source: 'host_pid.rego', causes: hostNamespaces('hostPID') },
    {
      id: 'KSV-0012', source: 'runs_as_root.rego',
      causes: users(ALL, ({ runAsNonRoot }, { security }) => security.runAsNonRoot !== true && runAsNonRoot !== true),
    },
    { id: 'KSV-0013', source: 'uses_image_tag_latest.rego', causes: mutableImages(ALL, isUntagged) },
    { id: 'KSV-0014', source: 'file_system_not_read_only.rego', causes: writableRootFilesystem(ALL) },
    {
      id: 'KSV-0015', source: 'CPU_requests_not_specified.rego', causes: missingAmount(
        ALL, 'requests', 'cpu', isAbsent, 'missing-requests',
      ),
    },
    {
      id: 'KSV-0016', source: 'memory_requests_not_specified.rego', causes: missingAmount(
        ALL, 'requests', 'memory', isAbsent, 'missing-requests',
      ),
    },
    { id: 'KSV-0017', source: 'privileged.rego', causes: privileged(ALL) },
    { id: 'KSV-0018', source: 'memory_not_limited.rego', causes: missingAmount(ALL, 'limits', 'memory', isAbsent, 'missing-memory-limit') },
    { id: 'KSV-0020', source: 'runs_with_UID_le_10000.rego', causes: users(ALL, ({ user }) => user === undefined || user <= LOW) },
    { id: 'KSV-0021', source: 'runs_with_GID_le_10000.rego', causes: groups(ALL, ({ group }) => group === undefined || group <= LOW) },
    { id: 'KSV-0022', source: 'specific_capabilities_added.rego', causes: addedCapabilities(ALL, () => true) },
    { id: 'KSV-0023', source: 'hostpath_volumes_mounted.rego', causes: anyHostPath() },
    { id: 'KSV-0024', source: 'access_to_host_ports.rego', causes: hostPorts(ALL, port => 'hostPort' in port) },
    { id: 'KSV-0030', source: 'runtime_default_seccomp_profile_not_set.rego', causes: withoutSeccomp },
    { id: 'KSV-0103', source: 'windows_host_process.rego', causes: hostProcess() },
    { id: 'KSV-0105', source: 'runs_with_a_root_uid.rego', causes: anyOf(users(ALL, ({ user }) => user === 0), rootOfPod) },
    {
      id: 'KSV-0106',
      source: 'drop_all_capabilities_only_add_net_bind_service.rego',
      causes: anyOf(
        keptCapabilities(ALL, dropped => dropped.some(isAll)),
        addedCapabilities(subject => ALL(subject).filter(({ dropped }) => dropped.some(isAll)), name => name !== 'NET_BIND_SERVICE')),
    },
    { id: 'KSV-0116', source: 'runs_with_a_root_primary_or_supplementary_GID.rego', causes: rootGroupOfPod },
    { id: 'KSV-0119', source: 'net_raw_capability.rego', causes: addedCapabilities(ALL, name => name === 'NET_RAW') },
    { id: 'KSV-0120', source: 'SYS_MODULE_capability.rego', causes: addedCapabilities(ALL, name => name === 'SYS_MODULE') },
    {
      id: 'KSV-0121', source: 'Kubernetes_resource_with_disallowed_volumes_mounted.rego', causes: sensitiveHostPaths(
        path => DIRECTORIES.has(path), 'declared',
      ),
    },
  ],
};
