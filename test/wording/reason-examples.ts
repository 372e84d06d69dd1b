import { controllerReason } from '../../src/cluster/explain/controller-reasons';
import { kubeletReasons } from '../../src/cluster/explain/kubelet-reasons';
import type { Reason, ReasonCode } from '../../src/cluster/explain/reason';
import { otherScheduler, schedulerReasons } from '../../src/cluster/explain/scheduler-reasons';
import type { ClusterPod } from '../../src/cluster/inventory/cluster-pod';
import type { Workload } from '../../src/cluster/inventory/workload';
import { Placement } from '../../src/cluster/placement/placement';
import { Occupancy } from '../../src/cluster/scheduling/node-load';
import { agentOf, asking, Fields, nodeOf, opening, podOf, podOn } from '../cluster/inventory/objects';

type NodeFields = Parameters<typeof nodeOf>[1];

const ofController = (pod: Fields, fields: NodeFields = {}): Reason[] =>
  new Placement(pod).blockersOn(nodeOf('worker-1', fields)).map(blocker => controllerReason(blocker, pod.tolerations ?? []));
const ofKubelet = (agent: Workload, fields: NodeFields): readonly Reason[] => kubeletReasons(agent)(nodeOf('worker-1', fields));
const ofScheduler = (agent: Workload, ...pods: ClusterPod[]): readonly Reason[] =>
  schedulerReasons(agent, new Occupancy(pods))(nodeOf('worker-1', { allocatable: { cpu: '2', memory: '4Gi', pods: '3' } }));

const LABELLED: NodeFields = { labels: { pool: 'c', size: '8' } };
const affinity = (...nodeSelectorTerms: Fields[]): Fields => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const expecting = (...matchExpressions: Fields[]): Fields => affinity({ matchExpressions });
const byField = (key: string, operator: string, value: string): Fields => affinity({ matchFields: [{ key, operator, values: [value] }] });
const GPU = { taints: ['gpu=true:NoSchedule'] };
const tolerating = (...tolerations: Fields[]) => ofController({ tolerations }, GPU);
const tainted = (...taints: string[]) => ofController({}, { taints });
const PORT = { containerPort: 9100, hostPort: 9100, name: 'metrics' };
const using = (cpu: string): Fields => ({ containers: [{ name: 'main', image: 'a:1', resources: { requests: { cpu } } }] });
const CRITICAL = { priorityClassName: 'system-node-critical' };
const FOR_LINUX = agentOf({ os: { name: 'linux' } });

/** What causes each reason, in all the forms in which it is said. */
export const REASON_EXAMPLES: { readonly [code in ReasonCode]: ReadonlyArray<readonly Reason[]> } = {
  'node-name-mismatch': [ofController({ nodeName: 'worker-2' })],
  'node-selector-mismatch': [
    ofController({ nodeSelector: { pool: 'a', zone: 'z' } }, { labels: { pool: 'b' } }),
    ofController({ nodeSelector: { 'kubernetes.io/os': 'windows' } }),
  ],
  'node-affinity-mismatch': [
    expecting({ key: 'pool', operator: 'In', values: ['a', 'b'] }),
    expecting({ key: 'pool', operator: 'NotIn', values: ['c', 'd'] }),
    expecting({ key: 'gpu', operator: 'Exists' }),
    expecting({ key: 'pool', operator: 'DoesNotExist' }),
    expecting({ key: 'size', operator: 'Gt', values: ['8'] }),
    expecting({ key: 'size', operator: 'Lt', values: ['8'] }),
    byField('metadata.name', 'In', 'worker-2'), byField('metadata.name', 'NotIn', 'worker-1'), byField('spec.x', 'In', 'a'),
    expecting({ key: 'pool', operator: 'In', values: ['a'] }, { key: 'size', operator: 'Exists' }, { key: 'gpu', operator: 'Exists' }),
    affinity({}), affinity(),
    expecting({ key: '', operator: 'Exists' }, { key: 'a', operator: 'Near', values: ['b', 'c'] }),
    affinity({}, { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }),
  ].map(pod => ofController(pod, LABELLED)),
  'untolerated-taint': [
    tainted('gpu=true:NoSchedule', 'spot:NoExecute'),
    tolerating({ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }),
    tolerating({ key: 'gpu', value: 'false' }),
    tolerating({ key: 'gpu', operator: 'Equal' }),
    tolerating({ key: 'gpu', operator: 'Gt', value: '1' }),
    tolerating({ operator: 'Exists', effect: 'NoExecute' }),
    ...[
      'node.kubernetes.io/not-ready:NoSchedule', 'node.kubernetes.io/unreachable:NoSchedule',
      'node.kubernetes.io/network-unavailable:NoSchedule', 'node.kubernetes.io/out-of-service=nodeshutdown:NoExecute',
      'node.cloudprovider.kubernetes.io/uninitialized=true:NoSchedule', 'node.cloudprovider.kubernetes.io/shutdown:NoSchedule',
      'node-role.kubernetes.io/control-plane:NoSchedule', 'eks.amazonaws.com/compute-type=fargate:NoSchedule',
    ].map(taint => tainted(taint)),
  ],
  'host-port-taken': [
    ofScheduler(opening([{ ...PORT, hostIP: '10.0.0.1' }]), podOf(opening([PORT], {}, 'exporter'), 'worker-1')),
    ofScheduler(opening([PORT], CRITICAL), podOn('worker-1', 'web', opening([PORT]).pod)),
  ],
  'insufficient-resource': [
    ofScheduler(asking({ cpu: '500m', memory: '5Gi' }), podOn('worker-1', 'web', using('1600m'))),
    ofScheduler(asking({ 'example.com/gpu': '1' })),
    ofScheduler(asking({ cpu: '1' }, CRITICAL), podOn('worker-1', 'web', using('2'))),
  ],
  'too-many-pods': [ofScheduler(agentOf({}), ...['x', 'y', 'z'].map(name => podOn('worker-1', name)))],
  'node-pressure': [
    ofKubelet(agentOf({}), { conditions: { DiskPressure: 'True' } }), ofKubelet(agentOf({}), { conditions: { PIDPressure: 'True' } }),
  ],
  'node-not-ready': [
    ofKubelet(agentOf({}), { conditions: { Ready: 'False' } }),
    ofKubelet(agentOf({ hostNetwork: true }), { conditions: { Ready: 'False' } }),
    ofKubelet(agentOf({}), { conditions: { Ready: 'Unknown' } }),
  ],
  'operating-system-mismatch': [ofKubelet(FOR_LINUX, { labels: { 'kubernetes.io/os': 'windows' } })],
  'other-scheduler': [otherScheduler(agentOf({ schedulerName: 'gang' }), new Set(['default-scheduler']))],
};
