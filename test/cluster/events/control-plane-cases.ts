import { EventCase, from } from './event-case';

const PLUGINS = 'pkg/scheduler/framework/plugins';
const scheduled = (reason: string): string => `0/12 nodes are available: 1 ${reason}. preemption: 0/12 nodes are available: 12 Preemption `
  + 'is not helpful for scheduling.';
const refused = (error: string): string => `Error creating: pods "logs-" is forbidden: ${error}`;
const QUOTA = 'pkg/admission/plugin/resourcequota/controller.go';
const LIMITS = 'plugin/pkg/admission/limitranger/admission.go';
const NODES_AVAILABLE = '0/%v nodes are available';

/** What the scheduler, the API server and controllers say. */
export const CONTROL_PLANE_CASES: readonly EventCase[] = [
  {
    id: 'insufficient-resource', message: scheduled('Insufficient cpu'), parts: { resource: 'cpu' },
    sources: [from('kubernetes', `${PLUGINS}/noderesources/fit.go`, 'Insufficient cpu')],
  },
  {
    id: 'insufficient-resource', message: scheduled('Insufficient nvidia.com/gpu'), parts: { resource: 'nvidia.com/gpu' },
    sources: [from('kubernetes', `${PLUGINS}/noderesources/fit.go`, 'Insufficient %v')],
  },
  {
    id: 'too-many-pods', message: scheduled('Too many pods'),
    sources: [from('kubernetes', `${PLUGINS}/noderesources/fit.go`, 'Too many pods')],
  },
  {
    id: 'host-port-taken', message: scheduled('node(s) didn\'t have free ports for the requested pod ports'),
    sources: [from('kubernetes', `${PLUGINS}/nodeports/node_ports.go`, 'node(s) didn\'t have free ports for the requested pod ports')],
  },
  {
    id: 'untolerated-taint', message: scheduled('node(s) had untolerated taint {node.kubernetes.io/not-ready: }'),
    parts: { key: 'node.kubernetes.io/not-ready' },
    sources: [from('kubernetes', `${PLUGINS}/tainttoleration/taint_toleration.go`, 'node(s) had untolerated taint {%s: %s}', 'oldest')],
  },
  {
    id: 'untolerated-taint', message: scheduled('node(s) had untolerated taint {dedicated: gpu}'),
    parts: { key: 'dedicated', value: 'gpu' },
    sources: [from('kubernetes', `${PLUGINS}/tainttoleration/taint_toleration.go`, 'node(s) had untolerated taint {%s: %s}', 'oldest')],
  },
  {
    id: 'untolerated-taint', message: scheduled('node(s) had untolerated taint(s)'),
    sources: [from('kubernetes', `${PLUGINS}/tainttoleration/taint_toleration.go`, 'node(s) had untolerated taint(s)', 'newest')],
  },
  {
    id: 'node-affinity-mismatch', message: scheduled('node(s) didn\'t match Pod\'s node affinity/selector'),
    sources: [from('kubernetes', `${PLUGINS}/nodeaffinity/node_affinity.go`, 'node(s) didn\'t match Pod\'s node affinity/selector')],
  },
  {
    id: 'node-unschedulable', message: scheduled('node(s) were unschedulable'),
    sources: [from('kubernetes', `${PLUGINS}/nodeunschedulable/node_unschedulable.go`, 'node(s) were unschedulable')],
  },
  {
    id: 'pod-affinity-not-met', message: scheduled('node(s) didn\'t match pod anti-affinity rules'),
    sources: [from('kubernetes', `${PLUGINS}/interpodaffinity/filtering.go`, 'node(s) didn\'t match pod anti-affinity rules')],
  },
  {
    id: 'pod-affinity-not-met', message: scheduled('node(s) didn\'t match pod topology spread constraints'),
    sources: [from('kubernetes', `${PLUGINS}/podtopologyspread/plugin.go`, 'node(s) didn\'t match pod topology spread constraints')],
  },
  {
    id: 'volume-not-on-node', message: scheduled('node(s) exceed max volume count'),
    sources: [from('kubernetes', `${PLUGINS}/nodevolumelimits/csi.go`, 'ErrReasonMaxVolumeCountExceeded')],
  },
  {
    id: 'volume-not-on-node', message: scheduled('node(s) had no available volume zone'),
    sources: [from('kubernetes', `${PLUGINS}/volumezone/volume_zone.go`, 'node(s) had no available volume zone')],
  },
  {
    id: 'claim-not-bound', message: '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found',
    sources: [from('kubernetes', `${PLUGINS}/volumebinding/volume_binding.go`, 'pod has unbound immediate PersistentVolumeClaims')],
  },
  {
    id: 'claim-not-bound', message: '0/3 nodes are available: persistentvolumeclaim "state" not found.', parts: { name: 'state' },
    sources: [from('kubernetes', `${PLUGINS}/volumebinding/volume_binding.go`, 'persistentvolumeclaim "myclaim" not found')],
  },
  {
    id: 'device-claim-not-allocated', message: scheduled('cannot allocate all claims'),
    sources: [from('kubernetes', `${PLUGINS}/dynamicresources/dynamicresources.go`, 'cannot allocate all claims', 'newest')],
  },
  {
    id: 'no-preemption-victims', message: '0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    sources: [
      from('kubernetes', `${PLUGINS}/defaultpreemption/default_preemption.go`, 'No preemption victims found for incoming pod'),
      from('kubernetes', 'pkg/scheduler/framework/types.go', NODES_AVAILABLE),
    ],
  },
  {
    id: 'violates-pod-security',
    message: refused('violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true), hostPath volumes (volume "root")'),
    parts: { policy: 'baseline:latest', violations: 'host namespaces (hostNetwork=true), hostPath volumes (volume "root")' },
    sources: [
      from('podSecurity', 'admission/admission.go', 'violates PodSecurity %q: %s'),
      from('kubernetes', 'pkg/controller/controller_utils.go', 'Error creating: %v'),
    ],
  },
  {
    id: 'service-account-missing', message: refused('error looking up service account node-agents/logs: serviceaccount "logs" not found'),
    parts: { namespace: 'node-agents', name: 'logs' },
    sources: [from('kubernetes', 'plugin/pkg/admission/serviceaccount/admission.go', 'error looking up service account %s/%s: %w')],
  },
  {
    id: 'priority-class-missing', message: refused('no PriorityClass with name agents-critical was found'),
    parts: { name: 'agents-critical' },
    sources: [from('kubernetes', 'plugin/pkg/admission/priority/admission.go', 'no PriorityClass with name %v was found')],
  },
  {
    id: 'critical-priority-without-quota',
    message: 'Error creating: insufficient quota to match these scopes: [{PriorityClass In [system-node-critical '
      + 'system-cluster-critical]}]',
    sources: [from('apiserver', QUOTA, 'insufficient quota to match these scopes: %v')],
  },
  {
    id: 'quota-exceeded', message: refused('exceeded quota: agents, requested: pods=1, used: pods=50, limited: pods=50'),
    parts: { name: 'agents', detail: 'pods=1', why: 'pods=50', error: 'pods=50' },
    sources: [from('apiserver', QUOTA, 'exceeded quota: %s, requested: %s, used: %s, limited: %s')],
  },
  {
    id: 'quota-needs-values', message: refused('failed quota: agents: must specify cpu for: agent; memory for: agent'),
    parts: { name: 'agents', detail: 'cpu for: agent; memory for: agent' },
    sources: [
      from('apiserver', QUOTA, 'failed quota: %s: %v'), from('kubernetes', 'pkg/quota/v1/evaluator/core/pods.go', 'must specify %s'),
    ],
  },
  {
    id: 'limit-range', message: refused('maximum memory usage per Container is 128Mi, but limit is 256Mi'),
    parts: { resource: 'memory', kind: 'Container', amount: '128Mi', error: 'limit is 256Mi' },
    sources: [from('kubernetes', LIMITS, 'maximum %s usage per %s is %s, but limit is %s')],
  },
  {
    id: 'limit-range', message: refused('minimum cpu usage per Container is 100m.  No request is specified'),
    parts: { resource: 'cpu', amount: '100m' },
    sources: [from('kubernetes', LIMITS, 'minimum %s usage per %s is %s.  No request is specified')],
  },
  {
    id: 'limit-range', message: refused('memory max limit to request ratio per Container is 2, but provided ratio is 4.000000'),
    sources: [from('kubernetes', LIMITS, '%s max limit to request ratio per %s is %s, but provided ratio is %f')],
  },
  {
    id: 'webhook-denied',
    message: 'Error creating: admission webhook "validate.policy.example.com" denied the request: hostPath is not allowed',
    parts: { name: 'validate.policy.example.com', error: 'hostPath is not allowed' },
    sources: [from('apiserver', 'pkg/admission/plugin/webhook/errors/statuserror.go', 'admission webhook %q denied the request')],
  },
  {
    id: 'webhook-not-reached',
    message: 'Error creating: Internal error occurred: failed calling webhook "inject.mesh.example.com": failed to call webhook: Post '
      + '"https://mesh.svc:443/inject": dial tcp 10.96.0.9:443: connect: connection refused',
    parts: { name: 'inject.mesh.example.com' },
    sources: [from('apiserver', 'pkg/util/webhook/error.go', 'failed calling webhook %q: %v')],
  },
  {
    id: 'security-context-constraints',
    message: refused(
      'unable to validate against any security context constraint: [provider "anyuid": Forbidden: not usable by user or serviceaccount]',
    ),
    sources: [
      from(
        'openshift', 'pkg/securitycontextconstraints/sccadmission/admission.go',
        'unable to validate against any security context constraint: %v',
      ),
    ],
  },
  {
    id: 'namespace-terminating', message: refused('unable to create new content in namespace node-agents because it is being terminated'),
    parts: { namespace: 'node-agents' },
    sources: [
      from(
        'apiserver', 'pkg/admission/plugin/namespace/lifecycle/admission.go',
        'unable to create new content in namespace %s because it is being terminated',
      ),
    ],
  },
  {
    id: 'failed-daemon-pod', reason: 'FailedDaemonPod',
    message: 'Found failed daemon pod node-agents/logs-7vwxz on node batch-2, will try to kill it',
    parts: { namespace: 'node-agents', pod: 'logs-7vwxz', node: 'batch-2' },
    sources: [
      from('kubernetes', 'pkg/controller/daemon/daemon_controller.go', 'Found failed daemon pod %s/%s on node %s, will try to kill it'),
    ],
  },
  {
    id: 'pod-not-created', reason: 'FailedCreate', message: 'Error creating: Timeout: request did not complete within requested timeout',
    parts: { error: 'Timeout: request did not complete within requested timeout' },
    sources: [from('kubernetes', 'pkg/controller/controller_utils.go', 'Error creating: %v')],
  },
  {
    id: 'preempted-by-scheduler', reason: 'Preempted', message: 'Preempted by a pod on node worker-1', parts: { node: 'worker-1' },
    sources: [from('kubernetes', 'pkg/scheduler/framework/preemption/preemption.go', 'Preempted by a pod on node %v', 'oldest')],
  },
  {
    id: 'preempted-by-scheduler', reason: 'Preempted', message: 'Preempted by pod 2f1c0d4e-1111-2222-3333-444455556666 on node worker-1',
    parts: { kind: 'pod', node: 'worker-1' },
    sources: [from('kubernetes', 'pkg/scheduler/framework/preemption/executor.go', 'Preempted by %s %v on node %v', 'newest')],
  },
  {
    id: 'evicted-for-taint', reason: 'TaintManagerEviction', message: 'Marking for deletion Pod node-agents/logs-bcdfg',
    parts: { pod: 'node-agents/logs-bcdfg' },
    sources: [
      from('kubernetes', 'pkg/controller/nodelifecycle/scheduler/taint_manager.go', 'Marking for deletion Pod %s', 'oldest'),
      from('kubernetes', 'pkg/controller/tainteviction/taint_eviction.go', 'Marking for deletion Pod %s', 'newest'),
    ],
  },
  {
    id: 'node-not-ready', reason: 'NodeNotReady', message: 'Node is not ready',
    sources: [from('kubernetes', 'pkg/controller/util/node/controller_utils.go', '"NodeNotReady", "Node is not ready"')],
  },
];
