import type { Wire } from '../../../private/wire';
import { ALL, anyOf, Causes, MAIN, ofPod } from '../cause';
import { addedCapabilities, keptCapabilities } from '../causes/capabilities';
import { hostNamespaces, hostPorts, hostProcess, writableRootFilesystem } from '../causes/host-access';
import { anyHostPath, sensitiveHostPaths, writableHostPaths } from '../causes/host-paths';
import { mutableImages } from '../causes/images';
import { privileged, privilegeEscalation, unconfined } from '../causes/privilege';
import { identicalProbes } from '../causes/probes';
import { isEmpty, missingAmount } from '../causes/resources';
import { groups, rootOfPod, users } from '../causes/users';
import type { ToolCheck, ToolTable } from '../tool-table';

/** A rule of a policy of the public library, as a check. */
export interface KyvernoCheck extends ToolCheck {
  readonly policy: string;
  readonly rule: string;
  /** The kinds that the rule itself names: for a rule about pods, Kyverno makes rules for what makes pods. */
  readonly kinds: readonly string[];
}

const DEFAULT_CAPABILITIES = new Set([
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID',
  'SYS_CHROOT',
]);

const ALLOWED_VOLUMES = new Set([
  'name', 'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret',
]);

const isAll = (name: string) => name === 'ALL';

/** Volumes of a kind that the restricted level does not know, other than host paths: no rule of ours speaks of them. */
const otherVolumes: Causes = subject => (subject.pod.volumes ?? []).flatMap((volume: Wire, index: number) => {
  const kind = Object.keys(volume).find(key => !ALLOWED_VOLUMES.has(key));
  return kind === undefined || kind === 'hostPath'
    ? []
    : [ofPod(subject, `volumes[${index}]`, `has the ${kind} volume ${volume.name}`, [])];
});

/**
 * The policies of pod-security, best-practices and other that a right or a rule of ours speaks of; ClusterPolicies, not those written in
 * CEL.
 */
export const KYVERNO: ToolTable<KyvernoCheck> = {
  readFrom: 'kyverno/policies@b9c4317c',
  kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet'],
  checks: [
    check(
      'disallow-host-namespaces/host-namespaces', 'pod-security/baseline/disallow-host-namespaces',
      hostNamespaces('hostNetwork', 'hostPID', 'hostIPC'),
    ),
    check('disallow-host-path/host-path', 'pod-security/baseline/disallow-host-path', anyHostPath()),
    check(
      'disallow-host-ports/host-ports-none', 'pod-security/baseline/disallow-host-ports',
      hostPorts(ALL, ({ hostPort }) => Boolean(hostPort)),
    ),
    check('disallow-host-process/host-process-containers', 'pod-security/baseline/disallow-host-process', hostProcess(
      subject => ALL(subject).filter(({ security }) => security.windowsOptions?.hostProcess === true))),
    check('disallow-privileged-containers/privileged-containers', 'pod-security/baseline/disallow-privileged-containers', privileged(ALL)),
    check(
      'disallow-capabilities/adding-capabilities', 'pod-security/baseline/disallow-capabilities',
      addedCapabilities(ALL, name => !DEFAULT_CAPABILITIES.has(name)),
    ),
    check(
      'disallow-capabilities-strict/require-drop-all', 'pod-security/restricted/disallow-capabilities-strict',
      keptCapabilities(ALL, dropped => dropped.some(isAll)),
    ),
    check(
      'disallow-capabilities-strict/adding-capabilities-strict', 'pod-security/restricted/disallow-capabilities-strict',
      addedCapabilities(ALL, name => name !== 'NET_BIND_SERVICE' && name !== '')),
    check(
      'disallow-privilege-escalation/privilege-escalation', 'pod-security/restricted/disallow-privilege-escalation',
      privilegeEscalation(ALL, field => field !== false),
    ),
    check(
      'require-run-as-nonroot/run-as-non-root', 'pod-security/restricted/require-run-as-nonroot',
      users(ALL, ({ runAsNonRoot }) => runAsNonRoot !== true),
    ),
    check(
      'require-run-as-non-root-user/run-as-non-root-user', 'pod-security/restricted/require-run-as-non-root-user',
      anyOf(users(ALL, ({ user }) => user === 0), rootOfPod),
    ),
    check(
      'restrict-seccomp-strict/check-seccomp-strict', 'pod-security/restricted/restrict-seccomp-strict',
      unconfined(ALL, type => type === 'RuntimeDefault' || type === 'Localhost'),
    ),
    check('restrict-volume-types/restricted-volumes', 'pod-security/restricted/restrict-volume-types', anyOf(anyHostPath(), otherVolumes)),
    check(
      'disallow-container-sock-mounts/validate-docker-sock-mount', 'best-practices/disallow-cri-sock-mount', socket('/var/run/docker.sock'),
    ),
    check(
      'disallow-container-sock-mounts/validate-containerd-sock-mount', 'best-practices/disallow-cri-sock-mount',
      socket('/var/run/containerd/containerd.sock'),
    ),
    check(
      'disallow-container-sock-mounts/validate-crio-sock-mount', 'best-practices/disallow-cri-sock-mount',
      socket('/var/run/crio/crio.sock'),
    ),
    check(
      'disallow-container-sock-mounts/validate-dockerd-sock-mount', 'best-practices/disallow-cri-sock-mount',
      socket('/var/run/cri-dockerd.sock'),
    ),
    check('disallow-latest-tag/require-image-tag', 'best-practices/disallow-latest-tag', mutableImages(ALL, image => !image.includes(':'))),
    check(
      'disallow-latest-tag/validate-image-tag', 'best-practices/disallow-latest-tag',
      mutableImages(ALL, image => image.endsWith(':latest')),
    ),
    check(
      'drop-all-capabilities/require-drop-all', 'best-practices/require-drop-all',
      keptCapabilities(ALL, dropped => dropped.some(name => isAll(name.toUpperCase()))),
    ),
    check('drop-cap-net-raw/require-drop-cap-net-raw', 'best-practices/require-drop-cap-net-raw', keptCapabilities(
      // to it, ALL does not include NET_RAW
      ALL, dropped => dropped.some(name => /^(CAP_)?NET_RAW$/i.test(name)), 'NET_RAW')),
    check('require-requests-limits/validate-resources', 'best-practices/require-pod-requests-limits', anyOf(
      missingAmount(ALL, 'requests', 'memory', isEmpty, 'missing-requests'),
      missingAmount(ALL, 'requests', 'cpu', isEmpty, 'missing-requests'),
      missingAmount(ALL, 'limits', 'memory', isEmpty, 'missing-memory-limit'))),
    check('require-ro-rootfs/validate-readOnlyRootFilesystem', 'best-practices/require-ro-rootfs', writableRootFilesystem(MAIN)),
    check('ensure-readonly-hostpath/ensure-hostpaths-readonly', 'other/ensure-readonly-hostpath', writableHostPaths),
    check(
      'require-non-root-groups/check-runasgroup', 'other/require-non-root-groups',
      groups(ALL, ({ group }) => !(group !== undefined && group > 0)),
    ),
    check('validate-probes/validate-probes', 'other/ensure-probes-different', identicalProbes(MAIN, areEqual), [
      'DaemonSet', 'Deployment', 'StatefulSet',
    ]),
  ],
};

/** The names that the rule has for an object of a kind, and for the pods of that object. */
export function ruleNames({ rule, kinds }: KyvernoCheck, kind: string): string[] {
  if (!kinds.includes('Pod') || kind === 'Pod') {return [rule];}
  // cut as Kyverno cuts them
  return [rule, `${kind === 'CronJob' ? 'autogen-cronjob' : 'autogen'}-${rule}`.slice(0, 63)];
}

function check(id: string, folder: string, causes: Causes, kinds: readonly string[] = ['Pod']): KyvernoCheck {
  const [policy, rule] = id.split('/');
  const isForPods = kinds.includes('Pod');
  return {
    id, policy, rule, kinds, source: `${folder}/${folder.split('/').pop()}.yaml`,
    causes: subject => (isForPods || kinds.includes(subject.kind) ? causes(subject) : []),
  };
}

function socket(path: string): Causes {
  return sensitiveHostPaths(each => each === path, 'declared');
}

/** Also where a container has neither. */
function areEqual(readiness: Wire | undefined, liveness: Wire | undefined): boolean {
  return JSON.stringify(sorted(readiness)) === JSON.stringify(sorted(liveness));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {return value.map(sorted);}
  if (typeof value !== 'object' || value === null) {return value ?? null;}
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sorted(entry)]));
}
