import type { EventText } from '../event-text';

/**
 * What the scheduler says of a pod that it leaves Pending: several reasons in one message, each with its number of nodes. The pod of a
 * DaemonSet is for one node alone.
 */
export const SCHEDULING_TEXTS: readonly EventText[] = [
  {
    id: 'insufficient-resource', symptom: 'pending', by: 'scheduler', texts: ['Insufficient {resource}'],
    cause: 'The requests of the pods on the node and of the agent together are more {resource} than the node has.',
    fix: 'Lower the requests, give agents a size by node pool, or set a priority class so that the scheduler evicts other pods: '
      + '`node-agents capacity` names nodes and sizes.',
    option: '`resources: Resources.of(...)`, `pools: [...]`, `priority: Priority.systemNodeCritical()`',
  },
  {
    id: 'too-many-pods', symptom: 'pending', by: 'scheduler', texts: ['Too many pods'],
    cause: 'The node runs as many pods as its kubelet takes (`maxPods`).', fix: 'Raise `maxPods`, move pods away, or set a priority class.',
    option: '`priority: Priority.systemNodeCritical()`',
  },
  {
    id: 'host-port-taken', symptom: 'pending', by: 'scheduler', texts: ['node(s) didn\'t have free ports for the requested pod ports'],
    cause: 'Another pod of the node has a host port of the agent. With `hostNetwork: true` every declared `containerPort` is one; with '
      + '`maxSurge` it is the old pod of the agent itself.',
    fix: 'Change one of the ports, remove `hostPort`, or use `maxUnavailable` with `maxSurge: 0`: `node-agents explain --pods` names the '
      + 'pod that has the port.',
    option: '`rollout: Rollout.percent(10)`',
  },
  {
    id: 'untolerated-taint', symptom: 'pending', by: 'scheduler',
    texts: [
      'node(s) had untolerated taint {{key}: {value}}', 'node(s) had untolerated taint {{key}: }', 'node(s) had untolerated taint(s)',
      'node(s) had taints that the pod didn\'t tolerate',
    ],
    cause: 'The node has a taint that the pod does not tolerate.',
    fix: 'Add a toleration, or leave such nodes out by a label. `not-ready` and `unreachable` of the effect NoSchedule are not among the '
      + 'tolerations that every DaemonSet gets.',
    option: '`nodes: NodeCoverage.linux({ tolerations })`',
  },
  {
    id: 'node-affinity-mismatch', symptom: 'pending', isSummary: true, by: 'scheduler',
    texts: ['node(s) didn\'t match Pod\'s node affinity/selector'],
    cause: 'The scheduler looks at every node, and the pod of a DaemonSet is for one: of the other nodes this is always said. Of its own '
      + 'node it is said when its labels changed.',
    fix: 'Look at the other reasons in the message first; then compare the labels of the node with `nodeSelector`: `node-agents explain '
      + '--node`.',
  },
  {
    id: 'node-unschedulable', symptom: 'pending', by: 'scheduler', texts: ['node(s) were unschedulable'],
    cause: 'The node is cordoned, and the pod does not tolerate it: pods of a DaemonSet do, others do not.',
    fix: '`kubectl uncordon` when the maintenance is over.',
  },
  {
    id: 'pod-affinity-not-met', symptom: 'pending', by: 'scheduler',
    texts: [
      'node(s) didn\'t match pod anti-affinity rules', 'node(s) didn\'t satisfy existing pods anti-affinity rules',
      'node(s) didn\'t match pod affinity rules',
      'node(s) didn\'t match pod topology spread constraints',
    ],
    cause: 'Affinity between pods or topology spread keeps the pod from its node. The DaemonSet controller does not look at either, so '
      + 'the pod stays Pending.',
    fix: 'Remove pod affinity, anti-affinity and topologySpreadConstraints from the DaemonSet: it runs once on every node by itself.',
  },
  {
    id: 'volume-not-on-node', symptom: 'pending', by: 'scheduler',
    texts: [
      'node(s) didn\'t match PersistentVolume\'s node affinity', 'node(s) had no available volume zone', 'node(s) exceed max volume count',
      'node(s) did not have enough free storage',
    ],
    cause: 'A PersistentVolumeClaim of the pod cannot be used on this node: its volume is in another zone, or the node has as many '
      + 'volumes as it takes.',
    fix: 'Keep the state of an agent in a host path or an ephemeral volume: all pods of a DaemonSet share one claim.',
    option: '`HostPath.state(path)`',
  },
  {
    id: 'claim-not-bound', symptom: 'pending', by: 'scheduler',
    texts: [
      'pod has unbound immediate PersistentVolumeClaims', 'persistentvolumeclaim "{name}" not found',
      'persistentvolumeclaim "{name}" bound to non-existent persistentvolume',
    ],
    cause: 'A PersistentVolumeClaim of the pod does not exist or has no volume.',
    fix: 'Create the claim, or keep the state in a host path.',
    option: '`HostPath.state(path)`',
  },
  {
    id: 'device-claim-not-allocated', symptom: 'pending', by: 'scheduler', texts: ['cannot allocate all claims'],
    cause: 'The node has no free device for a ResourceClaim of the pod.',
    fix: 'Check that the DRA driver runs on the node (`kubectl get resourceslices`), and which pods have its devices.',
  },
  {
    id: 'no-preemption-victims', symptom: 'pending', isSummary: true, by: 'scheduler',
    texts: ['No preemption victims found for incoming pod'],
    cause: 'Evicting pods of lower priority would not make room for the agent.',
    fix: 'Look at the other reasons in the message: priority alone does not help here.',
  },
];
