import type { EventText } from '../event-text';

/** Pods that the kubelet evicts, ends or does not take. The DaemonSet controller makes new ones. */
export const EVICTION_TEXTS: readonly EventText[] = [
  {
    id: 'node-low-on-resource', symptom: 'evicted', by: 'kubelet', texts: ['The node was low on resource: {resource}. '],
    cause: 'The node had too little {resource}, and the kubelet evicts pods that use more than they request first.',
    fix: 'Request what the agent uses; free the node; system-node-critical exempts the agent from eviction for pressure while others can '
      + 'go.',
    option: '`resources: Resources.of(...)`, `priority: Priority.systemNodeCritical()`',
  },
  {
    id: 'node-pressure', symptom: 'evicted', by: 'kubelet', texts: ['The node had condition: [{names}]. '],
    cause: 'The node is under {names}, and its kubelet takes no pod that is not critical. The scheduler let the pod pass, since pods of '
      + 'a DaemonSet tolerate the taint of the condition.',
    fix: 'Free the disk or end processes of the node, or give the agent the priority class system-node-critical.',
    option: '`priority: Priority.systemNodeCritical()`',
  },
  {
    id: 'container-disk-limit', symptom: 'evicted', by: 'kubelet',
    texts: ['Container {container} exceeded its local ephemeral storage limit "{amount}". '],
    cause: 'The container {container} wrote more than its limit of {amount} to its file system, logs and emptyDir volumes.',
    fix: 'Keep buffers in a host path, or raise the limit of ephemeral-storage.', option: '`LogState`, `HostPath.state(path)`',
  },
  {
    id: 'pod-disk-limit', symptom: 'evicted', by: 'kubelet',
    texts: ['Pod ephemeral local storage usage exceeds the total limit of containers {amount}. '],
    cause: 'The pod wrote more than the limits of ephemeral storage of its containers together, {amount}.',
    fix: 'Keep buffers in a host path, or raise the limits.',
    option: '`HostPath.state(path)`',
  },
  {
    id: 'empty-dir-limit', symptom: 'evicted', by: 'kubelet', texts: ['Usage of EmptyDir volume "{volume}" exceeds the limit "{amount}". '],
    cause: 'The emptyDir volume {volume} holds more than its `sizeLimit` of {amount}.',
    fix: 'Raise `sizeLimit`, or bound the buffer of the agent below it.',
  },
  {
    id: 'preempted-by-kubelet', symptom: 'evicted', by: 'kubelet', texts: ['Preempted in order to admit critical pod'],
    cause: 'A critical pod needed the room of this one.',
    fix: 'Give the agent the priority class system-node-critical if the node is of no use without it.',
    option: '`priority: Priority.systemNodeCritical()`',
  },
  {
    id: 'preempted-by-scheduler', symptom: 'evicted', by: 'scheduler', reason: 'Preempted',
    texts: ['Preempted by {kind} {uid} on node {node}', 'Preempted by a pod on node {node}'],
    cause: 'The scheduler evicted the pod on {node} for one of higher priority.',
    fix: 'Give the agent a higher priority than the workloads of the node have.',
    option: '`priority: Priority.systemNodeCritical()`, `Priority.dedicated(value)`',
  },
  {
    id: 'evicted-for-taint', symptom: 'evicted', by: 'controller manager', reason: 'TaintManagerEviction',
    texts: ['Marking for deletion Pod {pod}'],
    cause: 'The node got a taint of the effect NoExecute that the pod does not tolerate.',
    fix: 'Tolerate the taint if the agent must stay on such nodes; `kubectl describe node` shows it.',
    option: '`nodes: NodeCoverage.linux({ tolerations })`',
  },
  {
    id: 'node-shutting-down', symptom: 'evicted', by: 'kubelet',
    texts: ['Pod was rejected as the node is shutting down.', 'Pod was terminated in response to imminent node shutdown.'],
    cause: 'The node shuts down. Nothing is wrong with the agent.', fix: 'Nothing, unless the node stays: then restart its kubelet.',
  },
  {
    id: 'kubelet-out-of-resource', symptom: 'evicted', by: 'kubelet',
    texts: ['Node didn\'t have enough resource: {resource}, requested: {requested}, used: {used}, capacity: {capacity}'],
    cause: 'When the pod came to the node, {used} of {capacity} {resource} were taken and it requests {requested}: another pod was '
      + 'faster, or the scheduler did not count it.',
    fix: 'Lower the requests or move pods away; a pod with `spec.nodeName` passes by the scheduler and always risks this.',
    option: '`resources: Resources.of(...)`',
  },
  {
    id: 'kubelet-predicate', symptom: 'evicted', by: 'kubelet', texts: ['Predicate {predicate} failed'],
    cause: 'The kubelet does not take the pod: {predicate}. NodePorts: the host port is taken; NodeAffinity: labels of the node changed; '
      + 'TaintToleration: a NoExecute taint.',
    fix: '`node-agents explain --node` names the port, label or taint.',
  },
  {
    id: 'operating-system-mismatch', symptom: 'evicted', by: 'kubelet',
    texts: [
      'Failed to admit pod as the `kubernetes.io/os` label doesn\'t match node label',
      'Failed to admit pod as the OS field doesn\'t match node OS',
    ],
    cause: 'The pod is made for another operating system than the node has.', fix: 'Ask for the label kubernetes.io/os in `nodeSelector`.',
    option: '`nodes: NodeCoverage.linux()` or `NodeCoverage.windows()`',
  },
  {
    id: 'sysctl-forbidden', symptom: 'permission', by: 'kubelet', texts: ['forbidden sysctl: "{sysctl}" {why}'],
    cause: 'The kubelet does not allow {sysctl} in pods: {why}.',
    fix: 'Set it for the whole node instead, or allow it with `allowedUnsafeSysctls` of the kubelet.', option: '`NodeTuning`',
  },
  {
    id: 'device-not-healthy', symptom: 'evicted', by: 'kubelet', texts: ['Allocate failed due to {error}, which is unexpected'],
    cause: 'The device plugin of the node cannot give the pod a device: {error}.',
    fix: 'Look at the device plugin on this node: it restarts, or its devices are not healthy.',
  },
  {
    id: 'topology-not-met', symptom: 'evicted', by: 'kubelet', texts: ['Resources cannot be allocated with Topology locality'],
    cause: 'The Topology Manager of the kubelet finds no processors and devices of the pod in one NUMA node.',
    fix: 'Request no whole processors with equal limits (Guaranteed) for the agent, or use another policy of the Topology Manager.',
    option: '`resources: Resources.of(...)`',
  },
  {
    id: 'node-not-ready', symptom: 'evicted', by: 'controller manager', reason: 'NodeNotReady', texts: ['Node is not ready'],
    cause: 'The kubelet of the node does not report, so the pod counts as not Ready, whether it runs or not.',
    fix: 'Look at the kubelet and the network of the node. One such node holds up a rollout of one node at a time.',
    option: '`rollout: Rollout.percent(10)`',
  },
];
