import type { Symptom } from '../../cluster/events/symptom';

/** What the findings of checks lead to on a cluster, by rule. Rules that are not here find no cause of such a symptom. */
export const CHECK_SYMPTOMS: ReadonlyMap<string, Symptom> = new Map(Object.entries({
  'no-pod': [
    'coverage-gap', 'csi-untolerated-taints', 'device-plugin-without-nodes', 'impossible-node-selection', 'outdated-toleration',
    'overwritten-toleration', 'pool-excludes-tainted-nodes',
    'temporary-toleration', 'toleration-never-matches', 'unreadable-node-term', 'unusable-pool',
  ],
  'refused': ['critical-priority-quota', 'invalid-pod-security-label', 'refused-by-platform', 'service-account-missing'],
  'pending': ['host-port-conflict', 'port-of-platform', 'scheduler-bypassed', 'shared-claim', 'spread-on-daemon-set'],
  'mount': [
    'bidirectional-needs-privileged', 'csi-kubelet-mismatch', 'csi-mount-not-shared', 'dangling-log-links', 'file-in-missing-directory',
    'host-path-on-immutable-os', 'other-kubelet-directory',
    'other-platform-path', 'relative-host-path', 'stale-mounts', 'stale-socket', 'untyped-file-path',
  ],
  'network': ['host-network-dns', 'network-waits-for-itself', 'two-cni-plugins'],
  'image': ['mutable-image'],
  'config': ['missing-key', 'missing-reference', 'unset-variable'],
  'crash': ['csi-health-port-conflict', 'csi-probe-timeout', 'identical-probes', 'probe-port-undeclared', 'windows-incompatible'],
  'permission': ['privilege-contradiction', 'unknown-capability'],
  'evicted': ['ephemeral-storage-unset', 'memory-volume-unbounded', 'missing-memory-limit', 'missing-priority', 'missing-requests'],
  'rollout': [
    'csi-fuse-rollout', 'csi-immutable-field', 'csi-surge', 'disruption-budget-on-daemon-set', 'rollout-deadlock', 'unstable-selector',
  ],
} satisfies { readonly [symptom in Symptom]: readonly string[] })
  .flatMap(([symptom, codes]) => codes.map(code => [code, symptom as Symptom] as const)));
