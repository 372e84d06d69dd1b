import type { Symptom } from '../../src/cluster/events/symptom';

/** What the page says of a symptom besides the table of texts. */
export interface Section {
  /** What people see, and what it means. */
  readonly see: string;
  /** What to ask, as arguments of `node-agents` in examples/platform; its answer is on the page. */
  readonly ask: readonly string[];
  /** What else is to be known. */
  readonly more?: string;
}

const INCIDENT = ['doctor', 'expected', 'nodes.json', 'incident.json'];
const of = (agent: string, symptom: Symptom): string[] => [...INCIDENT, '--agent', agent, '--symptom', symptom];

/** By symptom: one that is missing here does not compile. */
export const SECTIONS: { readonly [symptom in Symptom]: Section } = {
  'no-pod': {
    see: '`DESIRED` of `kubectl get daemonset` is less than the number of nodes, or a node has no pod of the agent. The DaemonSet '
      + 'controller looks at `nodeName`, `nodeSelector`, required node affinity and '
      + 'taints of the effects NoSchedule and NoExecute, and at nothing else: it writes no event about nodes that it leaves out.',
    ask: of('logs', 'no-pod'),
    more: 'A new node has the taint `node.kubernetes.io/not-ready:NoSchedule`. Every DaemonSet tolerates `not-ready` with NoExecute '
      + 'only, so agents that must run before the node is ready need a toleration of '
      + 'their own. Nodes that the agent leaves out by its own selector or affinity are notes, not errors. `node-agents explain --node '
      + 'NAME` says all of one node.',
  },
  'refused': {
    see: '`CURRENT` is less than `DESIRED`, there is no pod at all, and `kubectl describe daemonset` shows FailedCreate. The API server '
      + 'takes the DaemonSet and refuses its pods.',
    ask: ['admission', 'expected'],
    more: '`node-agents admission` says which level of the Pod Security Standards the pods need, and why; nearly every agent that mounts '
      + 'paths of the node needs `privileged`.',
  },
  'pending': {
    see: 'The pod is Pending and has no node: the controller made it for one node, and the scheduler does not find it fit. The message '
      + 'counts all nodes, but only one of them is meant.',
    ask: of('metrics', 'pending'),
  },
  'mount': {
    see: 'The pod stays in ContainerCreating, with FailedMount or `failed to create containerd task`. The kubelet checks `hostPath.type` '
      + 'first; without a type the container runtime creates what is missing, as a directory.',
    ask: of('nfs', 'mount'),
    more: 'Before the rollout, `node-agents check --platform NAME` holds each host path against what is [known of the '
      + 'platform](platforms.md): where its kubelet, container runtime and CNI have their directories, what it '
      + 'does not have, and what is read-only. `doctor --platform NAME` does the same for a pod that does not start.',
  },
  'network': {
    see: 'The pod stays in ContainerCreating with FailedCreatePodSandBox or NetworkNotReady: no CNI plugin is ready on the node.',
    ask: [
      'doctor', '--event',
      'network is not ready: container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin '
        + 'returns error: cni plugin not initialized',
    ],
  },
  'image': {
    see: 'The state of the container is ErrImagePull or ImagePullBackOff. The kubelet passes on what the container runtime says, so the '
      + 'cause is at the end of the message.',
    ask: of('node-agent', 'image'),
  },
  'config': {
    see: 'The state of the container is CreateContainerConfigError, CreateContainerError or RunContainerError: the image is there, and '
      + 'the container cannot be made.',
    ask: ['doctor', '--event', 'Error: couldn\'t find key token in Secret node-agents/agent'],
  },
  'crash': {
    see: 'RESTARTS grows and the state is CrashLoopBackOff. Where only pods of the new template crash, the update is the cause: `doctor` '
      + 'says so and names the command that goes back. '
      + 'The update stops by itself after `maxUnavailable` nodes; the others keep the old pods.',
    ask: [
      'doctor', '--event',
      'Liveness probe failed: Get "http://10.0.0.4:2020/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    more: '`doctor` reads the end of each container from the pods: its exit code, OOMKilled, and the last lines where '
      + '`terminationMessagePolicy: FallbackToLogsOnError` is set. Without it `kubectl logs --previous` has them.',
  },
  'permission': {
    see: 'The agent logs `permission denied`, `operation not permitted` or `read-only file system`, or the kubelet does not start it '
      + 'because of `runAsNonRoot`.',
    ask: of('logs', 'permission'),
    more: 'What is asked for is the least that works. Capabilities reach user 0 alone: `capabilities.add` does nothing for another user.',
  },
  'evicted': {
    see: 'Pods are Failed with the reason Evicted, OutOfcpu, NodePorts and others, and new ones come and go. The scheduler lets pods of '
      + 'a DaemonSet pass, since they tolerate the taints of pressure; the kubelet does not.',
    ask: of('logs', 'evicted'),
  },
  'rollout': {
    see: '`kubectl rollout status` waits for ever. A DaemonSet has no deadline and no condition that says Failed: it just does not go '
      + 'on. Each node whose pod is not available takes one of `maxUnavailable`, dead nodes too.',
    ask: of('logs', 'rollout'),
    more: 'With pods, the update that is under way is continued from where it is, and pods that are not ready count as broken. Without '
      + 'pods it is the next update that is tried: `node-agents rollout` says all of it.',
  },
};
