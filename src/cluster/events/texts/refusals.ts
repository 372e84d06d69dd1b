import type { EventText } from '../event-text';

const NAMESPACE_LEVEL = 'Label the namespace with `pod-security.kubernetes.io/enforce` of the level that `node-agents admission` names, '
  + 'or remove what violates it.';

/** Why no pod is made: the API server refuses it, and the controller tries again for ever. */
export const REFUSAL_TEXTS: readonly EventText[] = [
  {
    id: 'violates-pod-security', symptom: 'refused', by: 'API server', texts: ['violates PodSecurity "{policy}": {violations}'],
    cause: 'The namespace enforces the Pod Security level {policy}, and the pods need more: {violations}.', fix: NAMESPACE_LEVEL,
    option: '`AgentNamespace` computes the level and writes the labels',
  },
  {
    id: 'service-account-missing', symptom: 'refused', by: 'API server',
    texts: ['error looking up service account {namespace}/{name}: {error}'],
    cause: 'The ServiceAccount {namespace}/{name} does not exist.', fix: 'Apply it before or with the DaemonSet.',
    option: '`grants` and `serviceAccount: AgentServiceAccount...` write it',
  },
  {
    id: 'priority-class-missing', symptom: 'refused', by: 'API server', texts: ['no PriorityClass with name {name} was found'],
    cause: 'The PriorityClass {name} does not exist in the cluster.', fix: 'Create it, or use system-node-critical.',
    option: '`priority: Priority.systemNodeCritical()`',
  },
  {
    id: 'critical-priority-without-quota', symptom: 'refused', by: 'API server',
    texts: ['insufficient quota to match these scopes: {names}'],
    cause: 'The cluster admits critical priority classes only where a ResourceQuota of the namespace allows them, as GKE does outside '
      + 'kube-system.',
    fix: 'Create a ResourceQuota whose scopeSelector names the priority class, or use no critical class.',
    option: '`TargetCluster.configure(scope, { platform: NodePlatform.gke() })` writes the quota; `Priority.none()`',
  },
  {
    id: 'quota-exceeded', symptom: 'refused', by: 'API server',
    texts: ['exceeded quota: {name}, requested: {detail}, used: {why}, limited: {error}'],
    cause: 'The ResourceQuota {name} has no room: requested {detail}, used {why}, limited {error}.',
    fix: 'Raise the quota to the number of nodes times the requests of the agent (`node-agents capacity`), or lower the requests.',
    option: '`resources: Resources.of(...)`',
  },
  {
    id: 'quota-needs-values', symptom: 'refused', by: 'API server', texts: ['failed quota: {name}: must specify {detail}'],
    cause: 'The ResourceQuota {name} counts resources that the containers do not state: {detail}.',
    fix: 'State requests and limits of every container, init containers too.',
    option: '`resources: Resources.of(...)`',
  },
  {
    id: 'limit-range', symptom: 'refused', by: 'API server',
    texts: [
      'maximum {resource} usage per {kind} is {amount}, but {error}', 'minimum {resource} usage per {kind} is {amount}, but {error}',
      'maximum {resource} usage per {kind} is {amount}.  No {error} is specified',
      'minimum {resource} usage per {kind} is {amount}.  No {error} is specified',
      '{resource} max limit to request ratio per {kind} is {amount}, but {error}',
    ],
    cause: 'A LimitRange of the namespace does not allow the {resource} of the pods: {amount} per {kind}.',
    fix: 'Change requests and limits, or the LimitRange.',
    option: '`resources: Resources.of(...)`',
  },
  {
    id: 'webhook-denied', symptom: 'refused', by: 'API server',
    texts: ['admission webhook "{name}" denied the request: {error}', 'admission webhook "{name}" denied the request'],
    cause: 'The admission webhook {name} does not allow the pods: {error}.',
    fix: 'Ask its owner for an exception for the namespace of the agents, or change what it names.',
  },
  {
    id: 'webhook-not-reached', symptom: 'refused', by: 'API server',
    texts: ['failed calling webhook "{name}": {error}', 'failed calling webhook "{name}"'],
    cause: 'The admission webhook {name} does not answer, and the API server refuses pods without it. If the webhook needs the network, '
      + 'and the network needs the agent, neither starts.',
    fix: 'Restore the webhook; leave the namespace of node agents out by its namespaceSelector.',
  },
  {
    id: 'security-context-constraints', symptom: 'refused', by: 'API server',
    texts: ['unable to validate against any security context constraint: {error}'],
    cause: 'On OpenShift no SecurityContextConstraints that the service account may use allow the pods.',
    fix: 'Bind the service account to SecurityContextConstraints that allow what the agent needs.',
    option: '`openShift: OpenShiftAccess...`',
  },
  {
    id: 'namespace-terminating', symptom: 'refused', by: 'API server',
    texts: ['unable to create new content in namespace {namespace} because it is being terminated'],
    cause: 'The namespace {namespace} is being deleted.',
    fix: 'Wait until it is gone and apply it again; finalizers of its objects can hold it up.',
  },
  {
    id: 'failed-daemon-pod', symptom: 'evicted', isSummary: true, by: 'controller manager', reason: 'FailedDaemonPod',
    texts: ['Found failed daemon pod {namespace}/{pod} on node {node}, will try to kill it'],
    cause: 'The kubelet of {node} rejected or evicted the pod {pod}; the controller deletes it and makes another, at longer and longer '
      + 'intervals.',
    fix: '`kubectl describe node` shows the pressure of the node; other events of the pod name the reason. system-node-critical keeps '
      + 'agents under pressure.',
    option: '`priority: Priority.systemNodeCritical()`',
  },
  {
    id: 'pod-not-created', symptom: 'refused', by: 'controller manager', reason: 'FailedCreate', texts: ['Error creating: {error}'],
    cause: 'The API server refuses the pods: {error}.', fix: 'Change what the message names.',
  },
];
