import type { EventText } from '../event-text';

/** What the kubelet says of volumes that are no host paths. */
export const VOLUME_TEXTS: readonly EventText[] = [
  {
    id: 'config-map-volume-missing', symptom: 'mount', by: 'kubelet',
    texts: ['MountVolume.SetUp failed for volume "{volume}" : configmap "{name}" not found'],
    cause: 'The ConfigMap {name} does not exist in the namespace of the pod.',
    fix: 'Apply it together with the DaemonSet, or set `optional: true` where the agent works without it.',
    option: '`files: [...]`',
  },
  {
    id: 'secret-volume-missing', symptom: 'mount', by: 'kubelet',
    texts: ['MountVolume.SetUp failed for volume "{volume}" : secret "{name}" not found'],
    cause: 'The Secret {name} does not exist in the namespace of the pod.',
    fix: 'Create it in that namespace (Secrets are not shared between namespaces), or set `optional: true` where the agent works without '
      + 'it.',
  },
  {
    id: 'config-map-key-missing', symptom: 'mount', by: 'kubelet', texts: ['configmap references non-existent config key: {key}'],
    cause: 'The ConfigMap of the volume has no key {key}.', fix: 'Add the key, correct `items[].key`, or set `optional: true`.',
  },
  {
    id: 'secret-key-missing', symptom: 'mount', by: 'kubelet', texts: ['references non-existent secret key: {key}'],
    cause: 'The Secret of the volume has no key {key}.', fix: 'Add the key, correct `items[].key`, or set `optional: true`.',
  },
  {
    id: 'object-not-registered', symptom: 'mount', by: 'kubelet', texts: ['object "{namespace}"/"{name}" not registered'],
    cause: 'The kubelet does not watch {namespace}/{name} for this pod: as a rule the pod is being deleted, and the message ends with it.',
    fix: 'If the pod is not being deleted, delete it: the DaemonSet makes a new one.',
  },
  {
    id: 'service-account-token', symptom: 'mount', by: 'kubelet', texts: ['failed to fetch token: {error}'],
    cause: 'The kubelet gets no token for the service account of the pod: {error}.',
    fix: 'Check that the ServiceAccount exists in the namespace; if the API server cannot be reached from the node, correct that first.',
    option: '`serviceAccount: AgentServiceAccount...`',
  },
  {
    id: 'csi-driver-not-registered', symptom: 'mount', by: 'kubelet',
    texts: ['driver name {driver} not found in the list of registered CSI drivers'],
    cause: 'The node plugin of the CSI driver {driver} does not run on this node, or registers at another directory than the one of this '
      + 'kubelet.',
    fix: 'Run the node plugin on every node whose pods use the driver, taints included, and mount the plugins_registry of the kubelet '
      + 'directory that the platform has.',
    option: '`CsiNodePlugin` covers all nodes; `TargetCluster.configure(scope, { kubeletDirectory })`',
  },
  {
    id: 'volumes-not-ready', symptom: 'mount', isSummary: true, by: 'kubelet',
    texts: [
      'Unable to attach or mount volumes: unmounted volumes=[{names}], unattached volumes=',
      'unmounted volumes=[{names}], unattached volumes=',
    ],
    cause: 'The volumes {names} are not mounted after two minutes. This message is a summary: another event of the pod names the cause.',
    fix: 'Read the other FailedMount events of the pod: `kubectl describe pod`.',
  },
  {
    id: 'sub-path', symptom: 'mount', by: 'kubelet',
    texts: [
      'failed to prepare subPath for volumeMount "{volume}" of container "{container}"',
      'failed to create subPath directory for volumeMount "{volume}" of container "{container}"',
    ],
    cause: 'The `subPath` of the volume {volume} cannot be used: it leads out of the volume by a link, or cannot be created in it.',
    fix: 'Mount the volume without `subPath`, or create the directory with an init container.',
  },
  {
    id: 'mount-failed', symptom: 'mount', by: 'kubelet', texts: ['MountVolume.SetUp failed for volume "{volume}" : {error}'],
    cause: 'The volume {volume} cannot be mounted: {error}.',
    fix: 'Correct what the message names; `kubectl describe pod` shows what follows.',
  },
];
