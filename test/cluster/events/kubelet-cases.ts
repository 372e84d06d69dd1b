import { EventCase, from } from './event-case';

const EVICTION = 'pkg/kubelet/eviction/helpers.go';
const PREDICATE = 'pkg/kubelet/lifecycle/predicate.go';
const PODS = 'pkg/kubelet/kubelet_pods.go';
const SECURITY = 'pkg/kubelet/kuberuntime/security_context_others.go';
const MANAGER = 'pkg/kubelet/kuberuntime/kuberuntime_manager.go';
const CONTAINER = 'pkg/kubelet/kuberuntime/kuberuntime_container.go';
const PROBER = 'pkg/kubelet/prober/prober.go';
const IMAGES = 'pkg/kubelet/images/image_manager.go';
const OF_POD = '(pod: "logs-bcdfg_node-agents(0d6f)", container: agent)';

/** What the kubelet says of containers and of pods that it evicts or does not take. */
export const KUBELET_CASES: readonly EventCase[] = [
  {
    id: 'variable-key-missing', message: 'Error: couldn\'t find key level in ConfigMap node-agents/agent',
    parts: { key: 'level', namespace: 'node-agents', name: 'agent' },
    sources: [from('kubernetes', PODS, 'couldn\'t find key %v in ConfigMap %v/%v')],
  },
  {
    id: 'variable-key-missing', message: 'Error: couldn\'t find key token in Secret node-agents/agent', parts: { key: 'token' },
    sources: [from('kubernetes', PODS, 'couldn\'t find key %v in Secret %v/%v')],
  },
  {
    id: 'variable-config-map-missing', message: 'Error: configmap "agent" not found', parts: { name: 'agent' },
    sources: [from('kubernetes', 'pkg/kubelet/configmap/configmap_manager.go', 'corev1.Resource("configmap")')],
  },
  {
    id: 'variable-secret-missing', message: 'Error: secret "agent-token" not found', parts: { name: 'agent-token' },
    sources: [from('kubernetes', 'pkg/kubelet/secret/secret_manager.go', 'corev1.Resource("secret")')],
  },
  {
    id: 'image-runs-as-root', message: `Error: container has runAsNonRoot and image will run as root ${OF_POD}`,
    sources: [from('kubernetes', SECURITY, 'container has runAsNonRoot and image will run as root')],
  },
  {
    id: 'image-user-is-a-name',
    message: `Error: container has runAsNonRoot and image has non-numeric user (nobody), cannot verify user is non-root ${OF_POD}`,
    parts: { user: 'nobody' },
    sources: [
      from('kubernetes', SECURITY, 'container has runAsNonRoot and image has non-numeric user (%s), cannot verify user is non-root'),
    ],
  },
  {
    id: 'user-breaks-non-root', message: `Error: container's runAsUser breaks non-root policy ${OF_POD}`,
    sources: [from('kubernetes', SECURITY, 'container\'s runAsUser breaks non-root policy')],
  },
  {
    id: 'node-low-on-resource', reason: 'Evicted',
    message: 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 90Mi. Container agent was using 300Mi, request '
      + 'is 64Mi, has larger consumption of memory. ',
    parts: { resource: 'memory' }, sources: [from('kubernetes', EVICTION, 'The node was low on resource: %v. ')],
  },
  {
    id: 'node-pressure', reason: 'Evicted', message: 'The node had condition: [DiskPressure]. ', parts: { names: 'DiskPressure' },
    sources: [from('kubernetes', EVICTION, 'The node had condition: %v. ')],
  },
  {
    id: 'container-disk-limit', reason: 'Evicted', message: 'Container agent exceeded its local ephemeral storage limit "1Gi". ',
    parts: { container: 'agent', amount: '1Gi' },
    sources: [from('kubernetes', EVICTION, 'Container %s exceeded its local ephemeral storage limit %q. ')],
  },
  {
    id: 'pod-disk-limit', reason: 'Evicted', message: 'Pod ephemeral local storage usage exceeds the total limit of containers 1Gi. ',
    parts: { amount: '1Gi' },
    sources: [from('kubernetes', EVICTION, 'Pod ephemeral local storage usage exceeds the total limit of containers %s. ')],
  },
  {
    id: 'empty-dir-limit', reason: 'Evicted', message: 'Usage of EmptyDir volume "buffer" exceeds the limit "512Mi". ',
    parts: { volume: 'buffer', amount: '512Mi' },
    sources: [from('kubernetes', EVICTION, 'Usage of EmptyDir volume %q exceeds the limit %q. ')],
  },
  {
    id: 'preempted-by-kubelet', reason: 'Preempting', message: 'Preempted in order to admit critical pod',
    sources: [from('kubernetes', 'pkg/kubelet/preemption/preemption.go', 'Preempted in order to admit critical pod')],
  },
  {
    id: 'node-shutting-down', reason: 'NodeShutdown', message: 'Pod was rejected as the node is shutting down.',
    sources: [
      from(
        'kubernetes', 'pkg/kubelet/nodeshutdown/nodeshutdown_manager_linux.go', 'Pod was rejected as the node is shutting down.', 'oldest',
      ),
      from('kubernetes', 'pkg/kubelet/nodeshutdown/nodeshutdown_manager.go', 'Pod was rejected as the node is shutting down.', 'newest'),
    ],
  },
  {
    id: 'node-shutting-down', reason: 'Terminated', message: 'Pod was terminated in response to imminent node shutdown.',
    sources: [
      from(
        'kubernetes', 'pkg/kubelet/nodeshutdown/nodeshutdown_manager.go', 'Pod was terminated in response to imminent node shutdown.',
        'newest',
      ),
    ],
  },
  {
    id: 'kubelet-out-of-resource', reason: 'OutOfcpu',
    message: 'Pod was rejected: Node didn\'t have enough resource: cpu, requested: 500, used: 3800, capacity: 3920',
    parts: { resource: 'cpu', requested: '500', used: '3800', capacity: '3920' },
    sources: [from('kubernetes', PREDICATE, 'Node didn\'t have enough resource: %s, requested: %d, used: %d, capacity: %d')],
  },
  {
    id: 'kubelet-predicate', reason: 'NodePorts',
    message: 'Predicate NodePorts failed: node(s) didn\'t have free ports for the requested pod ports',
    parts: { predicate: 'NodePorts' }, sources: [from('kubernetes', PREDICATE, 'Predicate %s failed: %s', 'newest')],
  },
  {
    id: 'kubelet-predicate', reason: 'NodeAffinity', message: 'Predicate NodeAffinity failed', parts: { predicate: 'NodeAffinity' },
    sources: [from('kubernetes', PREDICATE, 'Predicate %s failed')],
  },
  {
    id: 'operating-system-mismatch', reason: 'PodOSSelectorNodeLabelDoesNotMatch',
    message: 'Failed to admit pod as the `kubernetes.io/os` label doesn\'t match node label',
    sources: [from('kubernetes', PREDICATE, 'Failed to admit pod as the `kubernetes.io/os` label doesn\'t match node label')],
  },
  {
    id: 'operating-system-mismatch', reason: 'PodOSNotSupported', message: 'Failed to admit pod as the OS field doesn\'t match node OS',
    sources: [from('kubernetes', PREDICATE, 'Failed to admit pod as the OS field doesn\'t match node OS')],
  },
  {
    id: 'sysctl-forbidden', reason: 'SysctlForbidden', message: 'forbidden sysctl: "net.core.somaxconn" not allowlisted',
    parts: { sysctl: 'net.core.somaxconn', why: 'not allowlisted' },
    sources: [
      from('kubernetes', 'pkg/kubelet/sysctl/allowlist.go', 'forbidden sysctl: %v'),
      from('kubernetes', 'pkg/kubelet/sysctl/allowlist.go', '%q not allowlisted'),
    ],
  },
  {
    id: 'device-not-healthy', reason: 'UnexpectedAdmissionError',
    message: 'Pod was rejected: Allocate failed due to no healthy devices present; cannot allocate unhealthy devices nvidia.com/gpu, '
      + 'which is unexpected',
    parts: { error: 'no healthy devices present; cannot allocate unhealthy devices nvidia.com/gpu' },
    sources: [
      from('kubernetes', 'pkg/kubelet/cm/admission/errors.go', 'Allocate failed due to %v, which is unexpected'),
      from('kubernetes', 'pkg/kubelet/cm/devicemanager/manager.go', 'no healthy devices present; cannot allocate unhealthy devices %s'),
    ],
  },
  {
    id: 'topology-not-met', reason: 'TopologyAffinityError', message: 'Resources cannot be allocated with Topology locality',
    sources: [
      from('kubernetes', 'pkg/kubelet/cm/topologymanager/topology_manager.go', 'Resources cannot be allocated with Topology locality'),
    ],
  },
  {
    id: 'out-of-memory', reason: 'OOMKilled', message: '',
    sources: [
      from('containerd1', 'pkg/cri/sbserver/helpers.go', 'oomExitReason = "OOMKilled"'),
      from('containerd2', 'internal/cri/server/helpers.go', 'oomExitReason = "OOMKilled"'),
    ],
  },
  {
    id: 'liveness-probe-restarts', message: 'Container agent failed liveness probe, will be restarted', parts: { container: 'agent' },
    sources: [from('kubernetes', MANAGER, 'Container %s failed liveness probe'), from('kubernetes', MANAGER, '%s, will be restarted')],
  },
  {
    id: 'startup-probe-restarts', message: 'Container agent failed startup probe, will be restarted',
    sources: [from('kubernetes', MANAGER, 'Container %s failed startup probe')],
  },
  {
    id: 'probe-not-answered',
    message: 'Readiness probe failed: Get "http://10.0.0.4:2020/": dial tcp 10.0.0.4:2020: connect: connection refused',
    parts: { probe: 'Readiness' },
    sources: [from('kubernetes', PROBER, '%s probe failed: %s'), from('go', 'src/syscall/zerrors_linux_amd64.go', 'connection refused')],
  },
  {
    id: 'probe-timed-out',
    message: 'Liveness probe failed: Get "http://10.0.0.4:2020/": context deadline exceeded (Client.Timeout exceeded while awaiting '
      + 'headers)',
    parts: { probe: 'Liveness' },
    sources: [
      from('kubernetes', PROBER, '%s probe failed: %s'),
      from('go', 'src/net/http/client.go', ' (Client.Timeout exceeded while awaiting headers)'),
    ],
  },
  {
    id: 'probe-refused', message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    parts: { probe: 'Readiness', code: '503' },
    sources: [from('kubernetes', 'pkg/probe/http/http.go', 'HTTP probe failed with statuscode: %d')],
  },
  {
    id: 'probe-failed', message: 'Startup probe failed: waiting for the backend',
    parts: { probe: 'Startup', output: 'waiting for the backend' }, sources: [from('kubernetes', PROBER, '%s probe failed: %s')],
  },
  {
    id: 'probe-failed', message: 'Liveness probe errored and resulted in unknown state: rpc error: code = Unknown',
    parts: { probe: 'Liveness', state: 'unknown' },
    sources: [from('kubernetes', PROBER, '%s probe errored and resulted in %s state: %s', 'newest')],
  },
  {
    id: 'post-start-hook', reason: 'FailedPostStartHook', message: 'PostStartHook failed',
    sources: [from('kubernetes', CONTAINER, '"PostStartHook failed"')],
  },
  {
    id: 'pre-stop-hook', reason: 'FailedPreStopHook', message: 'PreStopHook failed',
    sources: [from('kubernetes', CONTAINER, '"PreStopHook failed"')],
  },
  {
    id: 'crash-loop', message: 'Back-off restarting failed container agent in pod logs-bcdfg_node-agents(0d6f)',
    parts: { container: 'agent' }, sources: [from('kubernetes', MANAGER, 'Back-off restarting failed container %s in pod %s')],
  },
  {
    id: 'crash-loop', message: 'back-off 5m0s restarting failed container=agent pod=logs-bcdfg_node-agents(0d6f)',
    parts: { container: 'agent', delay: '5m0s' },
    sources: [from('kubernetes', MANAGER, 'back-off %s restarting failed container=%s pod=%s')],
  },
  ...([
    '126 exit-not-executable', '127 exit-not-found', '137 exit-killed', '139 exit-crashed', '134 exit-crashed', '143 exit-terminated',
    '2 exit-with-error',
  ] as const).map(each => {
    const [code, id] = each.split(' ');
    return { id, message: `Exit Code: ${code}`, sources: [] };
  }),
  {
    id: 'image-never-pulled', reason: 'ErrImageNeverPull', message: 'Container image "agent:1" is not present with pull policy of Never',
    parts: { image: 'agent:1' }, sources: [from('kubernetes', IMAGES, 'Container image %q is not present with pull policy of Never')],
  },
  {
    id: 'image-name-invalid', reason: 'InspectFailed',
    message: 'Failed to apply default image tag "Agent:1": couldn\'t parse image name "Agent:1": invalid reference format: repository '
      + 'name must be lowercase',
    parts: { image: 'Agent:1' }, sources: [from('kubernetes', IMAGES, 'Failed to apply default image tag %q: %v')],
  },
  {
    id: 'image-signature', message: 'image pull failed for example.com/agent:1 because the signature validation failed: no key',
    parts: { image: 'example.com/agent:1' },
    sources: [from('kubernetes', IMAGES, 'image pull failed for %s because the signature validation failed%s')],
  },
  {
    id: 'image-registry-not-reached', message: 'image pull failed for example.com/agent:1 because the registry is unavailable: no route',
    parts: { image: 'example.com/agent:1' },
    sources: [from('kubernetes', IMAGES, 'image pull failed for %s because the registry is unavailable%s')],
  },
  {
    id: 'image-pull-limited', message: 'Failed to pull image "agent:1": pull QPS exceeded',
    sources: [from('kubernetes', 'pkg/kubelet/images/helpers.go', 'pull QPS exceeded')],
  },
  {
    id: 'image-pull-failed', message: 'Failed to pull image "agent:1": rpc error: code = Unknown desc = something new',
    parts: { image: 'agent:1' }, sources: [from('kubernetes', IMAGES, 'Failed to pull image %q: %v')],
  },
  {
    id: 'image-pull-back-off', message: 'Back-off pulling image "agent:1"', parts: { image: 'agent:1' },
    sources: [from('kubernetes', IMAGES, 'Back-off pulling image %q')],
  },
  {
    id: 'network-not-ready', reason: 'NetworkNotReady',
    message: 'network is not ready: container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network '
      + 'plugin returns error: cni plugin not initialized',
    sources: [
      from('kubernetes', 'pkg/kubelet/errors.go', 'network is not ready'), from('goCni', 'errors.go', 'cni plugin not initialized'),
    ],
  },
];
