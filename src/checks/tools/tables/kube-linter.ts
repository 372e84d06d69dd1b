import { ALL, anyOf, Causes, ofPod } from '../cause';
import { addedCapabilities, keptCapabilities } from '../causes/capabilities';
import { hostNamespaces, noNetworkPolicy, writableRootFilesystem } from '../causes/host-access';
import { sensitiveHostPaths, writableHostPaths } from '../causes/host-paths';
import { mutableImages } from '../causes/images';
import { privileged, privilegeEscalation } from '../causes/privilege';
import { undeclaredProbePort } from '../causes/probes';
import { isZero, missingAmount } from '../causes/resources';
import { groups, users } from '../causes/users';
import type { ToolTable } from '../tool-table';

/** `host-mounts.yaml`: these directories themselves, not what is below them. */
const DIRECTORIES = new Set(['/', '/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr']);

const isNetRaw = (name: string) => name.includes('NET_RAW');
const isAll = (name: string) => name.toLowerCase() === 'all';

/**
 * An account that is named: whether it is among the files is not seen here, but the finding of ours that is accepted says that it is not.
 */
const ownServiceAccount: Causes = subject => {
  const name = subject.pod.serviceAccountName || subject.pod.serviceAccount || 'default';
  return name === 'default'
    ? []
    : [ofPod(subject, 'serviceAccountName', `runs under the service account ${name}`, [{ id: 'service-account-missing' }])];
};

/** Some checks are off by default; what is written for them waits until they are switched on. */
export const KUBE_LINTER: ToolTable = {
  readFrom: 'stackrox/kube-linter@35de568',
  kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet'],
  checks: [
    { id: 'host-network', source: 'pkg/templates/hostnetwork/template.go', causes: hostNamespaces('hostNetwork') },
    { id: 'host-pid', source: 'pkg/templates/hostpid/template.go', causes: hostNamespaces('hostPID') },
    { id: 'host-ipc', source: 'pkg/templates/hostipc/template.go', causes: hostNamespaces('hostIPC') },
    { id: 'privileged-container', source: 'pkg/templates/privileged/template.go', causes: privileged(ALL) },
    {
      // also for what cannot be without it: privileged containers, and SYS_ADMIN in this very spelling
      id: 'privilege-escalation-container',
      source: 'pkg/templates/privilegeescalation/template.go',
      causes: anyOf(
        privilegeEscalation(ALL, field => field === true), privileged(ALL), addedCapabilities(ALL, name => name === 'SYS_ADMIN'),
      ),
    },
    {
      id: 'run-as-non-root',
      source: 'pkg/templates/runasnonroot/template.go',
      causes: anyOf(
        groups(ALL, ({ group }) => group === 0),
        users(ALL, ({ user, runAsNonRoot }) => user === 0 || (user === undefined && runAsNonRoot !== true))),
    },
    {
      // silent where a container says nothing of capabilities
      id: 'drop-net-raw-capability',
      source: 'pkg/templates/containercapabilities/template.go',
      causes: anyOf(
        addedCapabilities(ALL, name => isNetRaw(name) || isAll(name)),
        keptCapabilities(
          subject => ALL(subject).filter(({ security }) => security.capabilities),
          dropped => dropped.some(name => isNetRaw(name) || isAll(name)), 'NET_RAW',
        )),
    },
    { id: 'no-read-only-root-fs', source: 'pkg/templates/readonlyrootfs/template.go', causes: writableRootFilesystem(ALL) },
    {
      id: 'sensitive-host-mounts', source: 'pkg/builtinchecks/yamls/host-mounts.yaml', causes: sensitiveHostPaths(
        path => DIRECTORIES.has(path), 'mounted',
      ),
    },
    {
      id: 'docker-sock', source: 'pkg/builtinchecks/yamls/docker-sock.yaml', causes: sensitiveHostPaths(
        path => /docker.sock$/.test(path), 'mounted',
      ),
    },
    { id: 'writable-host-mount', source: 'pkg/templates/writablehostmount/template.go', causes: writableHostPaths },
    {
      id: 'latest-tag',
      source: 'pkg/builtinchecks/yamls/latest-tag.yaml',
      causes: mutableImages(ALL, image => /^[^:]*$|:latest$|\/[^:/]+$/.test(image)),
    },
    {
      id: 'unset-cpu-requirements', source: 'pkg/builtinchecks/yamls/unset-cpu-requirements.yaml', causes: missingAmount(
        ALL, 'requests', 'cpu', isZero, 'missing-requests',
      ),
    },
    {
      id: 'unset-memory-requirements', source: 'pkg/builtinchecks/yamls/unset-memory-requirements.yaml', causes: missingAmount(
        ALL, 'limits', 'memory', isZero, 'missing-memory-limit',
      ),
    },
    { id: 'liveness-port', source: 'pkg/templates/util/check_probe_port.go', causes: undeclaredProbePort('livenessProbe') },
    { id: 'readiness-port', source: 'pkg/templates/util/check_probe_port.go', causes: undeclaredProbePort('readinessProbe') },
    { id: 'startup-port', source: 'pkg/templates/util/check_probe_port.go', causes: undeclaredProbePort('startupProbe') },
    { id: 'non-existent-service-account', source: 'pkg/templates/nonexistentserviceaccount/template.go', causes: ownServiceAccount },
    { id: 'non-isolated-pod', source: 'pkg/templates/nonisolatedpod/template.go', causes: noNetworkPolicy },
  ],
};
