import type { Wire } from '../../../src/private/wire';

/** A kind, and what objects of it say. To go from one of these to each other one is a change. */
interface Variants {
  readonly apiVersion: string;
  readonly isClusterScoped?: boolean;
  readonly of: readonly Wire[];
}

const TEMPLATE: Wire = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'main', image: 'agent:1' }] } };
const APP = { matchLabels: { app: 'a' } };
const WIDER: Wire = { ...TEMPLATE, metadata: { labels: { app: 'a', tier: 'b' } } };
const IDLE: Wire = { ...TEMPLATE, spec: { ...TEMPLATE.spec, nodeSelector: { nobody: 'has' } } };
const WIDER_IDLE: Wire = { ...IDLE, metadata: WIDER.metadata };
const RBAC = 'rbac.authorization.k8s.io';
const ROLE = { apiGroup: RBAC, kind: 'Role', name: 'a' };
const SUBJECT = { kind: 'ServiceAccount', name: 'a', namespace: 'default' };
const RULE = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] };
const PORT = { name: 'http', port: 80 };
const SERVICE = { selector: { app: 'a' }, ports: [PORT] };
const CLASS = { provisioner: 'example.com/a' };
const JOB = { ...TEMPLATE, spec: { ...TEMPLATE.spec, restartPolicy: 'Never' } };
const CLAIM = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const VOLUME = { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], csi: { driver: 'example.com', volumeHandle: 'a' } };
const SET = { serviceName: 'a', selector: APP, template: TEMPLATE, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: CLAIM }] };

/** What stands beside agents, with every field that no update changes among those that differ, and other spellings of one thing. */
const KINDS: { readonly [kind: string]: Variants } = {
  ConfigMap: {
    apiVersion: 'v1', of: [
      { data: { a: '1' } }, { data: { a: '2' } }, { data: { a: '1' }, immutable: true }, { data: { a: '2' }, immutable: true },
      { data: { a: '1' }, immutable: false }, { data: { a: '1' }, binaryData: { b: 'AA==' } },
      { data: { a: '1' }, binaryData: { b: 'AA==' }, immutable: true },
    ],
  },
  Secret: {
    apiVersion: 'v1', of: [
      { data: { a: 'MQ==' } }, { data: { a: 'Mg==' } }, { type: 'Opaque', data: { a: 'MQ==' } },
      { type: 'example.com/a', data: { a: 'MQ==' } },
      { data: { a: 'MQ==' }, immutable: true }, { data: { a: 'Mg==' }, immutable: true }, { stringData: { a: '1' } },
    ],
  },
  Service: {
    apiVersion: 'v1', of: [
      { spec: SERVICE }, { spec: { ...SERVICE, type: 'ClusterIP', ports: [{ ...PORT, targetPort: 80, protocol: 'TCP' }] } },
      { spec: { ...SERVICE, clusterIP: 'None' } }, { spec: { ...SERVICE, ports: [{ ...PORT, targetPort: 'http' }] } },
      { spec: { ...SERVICE, ports: [PORT, { name: 'more', port: 81 }] } },
      { spec: { ...SERVICE, ports: [{ name: 'more', port: 81 }, PORT] } },
      { spec: { ...SERVICE, type: 'NodePort' } }, { spec: { ...SERVICE, sessionAffinity: 'ClientIP' } },
      { spec: { ...SERVICE, internalTrafficPolicy: 'Local' } }, { spec: { ...SERVICE, internalTrafficPolicy: 'Cluster' } },
      { spec: { type: 'ExternalName', externalName: 'a.example.com' } }, { spec: { ...SERVICE, publishNotReadyAddresses: true } },
      { spec: { ...SERVICE, type: 'LoadBalancer' } }, { spec: { ...SERVICE, type: 'LoadBalancer', externalTrafficPolicy: 'Local' } },
      { spec: { ...SERVICE, type: 'LoadBalancer', loadBalancerClass: 'example.com/a' } },
      { spec: { ...SERVICE, ipFamilyPolicy: 'SingleStack' } },
    ],
  },
  ServiceAccount: { apiVersion: 'v1', of: [{}, { automountServiceAccountToken: false }, { imagePullSecrets: [{ name: 'a' }] }] },
  ResourceQuota: {
    apiVersion: 'v1', of: [{ spec: { hard: { 'limits.cpu': '1000' } } }, { spec: { hard: { 'limits.cpu': '1k' } } },
      { spec: { hard: { 'limits.cpu': '2000' } } }],
  },
  PersistentVolumeClaim: {
    apiVersion: 'v1', of: [
      { spec: CLAIM }, { spec: { ...CLAIM, volumeMode: 'Filesystem' } }, { spec: { ...CLAIM, storageClassName: 'a' } },
      { spec: { ...CLAIM, accessModes: ['ReadWriteMany'] } }, { spec: { ...CLAIM, volumeMode: 'Block' } },
    ],
  },
  PersistentVolume: {
    apiVersion: 'v1', isClusterScoped: true, of: [
      { spec: VOLUME }, { spec: { ...VOLUME, capacity: { storage: '2Gi' } } },
      { spec: { ...VOLUME, persistentVolumeReclaimPolicy: 'Retain' } },
      { spec: { ...VOLUME, persistentVolumeReclaimPolicy: 'Delete' } },
      { spec: { ...VOLUME, csi: { ...VOLUME.csi, volumeHandle: 'b' } } }, { spec: { ...VOLUME, volumeMode: 'Block' } },
      { spec: { ...VOLUME, storageClassName: 'a' } }, { spec: { ...VOLUME, mountOptions: ['ro'] } },
    ],
  },
  DaemonSet: {
    apiVersion: 'apps/v1', of: [
      { spec: { selector: APP, template: IDLE } },
      {
        spec: {
          selector: APP, template: IDLE, minReadySeconds: 0, revisionHistoryLimit: 10,
          updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
        },
      },
      { spec: { selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] }, template: IDLE } },
      { spec: { selector: APP, template: WIDER_IDLE } },
      { spec: { selector: { matchLabels: { app: 'a', tier: 'b' } }, template: WIDER_IDLE } },
    ],
  },
  Deployment: {
    apiVersion: 'apps/v1', of: [
      { spec: { selector: APP, template: TEMPLATE } },
      { spec: { selector: APP, template: TEMPLATE, replicas: 1, progressDeadlineSeconds: 600 } },
      { spec: { selector: APP, template: TEMPLATE, replicas: 2 } },
      { spec: { selector: APP, template: TEMPLATE, strategy: { type: 'Recreate' } } },
      { spec: { selector: APP, template: WIDER } }, { spec: { selector: { matchLabels: { app: 'a', tier: 'b' } }, template: WIDER } },
    ],
  },
  StatefulSet: {
    apiVersion: 'apps/v1', of: [
      { spec: SET }, { spec: { ...SET, podManagementPolicy: 'OrderedReady' } }, { spec: { ...SET, podManagementPolicy: 'Parallel' } },
      { spec: { ...SET, serviceName: 'b' } }, { spec: { ...SET, replicas: 3 } }, { spec: { ...SET, minReadySeconds: 5 } },
      { spec: { ...SET, revisionHistoryLimit: 3 } }, { spec: { ...SET, updateStrategy: { type: 'OnDelete' } } },
      { spec: { ...SET, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { ...CLAIM, storageClassName: 'a' } }] } },
      { spec: { ...SET, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { ...CLAIM, volumeMode: 'Filesystem' } }] } },
      { spec: { ...SET, ordinals: { start: 1 } } },
    ],
  },
  Job: {
    apiVersion: 'batch/v1', of: [
      { spec: { template: JOB } }, { spec: { template: JOB, backoffLimit: 6 } }, { spec: { template: JOB, backoffLimit: 2 } },
      { spec: { template: JOB, completions: 2 } }, { spec: { template: JOB, parallelism: 2 } }, { spec: { template: JOB, suspend: true } },
      { spec: { template: { ...JOB, spec: { ...JOB.spec, containers: [{ name: 'main', image: 'agent:2' }] } } } },
      { spec: { template: JOB, ttlSecondsAfterFinished: 60 } },
      { spec: { template: JOB, completions: 1 } }, { spec: { template: JOB, parallelism: 1 } },
      { spec: { template: JOB, completions: 2, parallelism: 2, completionMode: 'Indexed' } },
      { spec: { template: JOB, completions: 3, parallelism: 3, completionMode: 'Indexed' } },
    ],
  },
  CronJob: {
    apiVersion: 'batch/v1', of: [
      { spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template: JOB } } } },
      { spec: { schedule: '0 1 * * *', jobTemplate: { spec: { template: JOB } } } },
      {
        spec: {
          schedule: '0 0 * * *', concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1,
          jobTemplate: { spec: { template: JOB } },
        },
      },
      { spec: { schedule: '0 0 * * *', concurrencyPolicy: 'Forbid', jobTemplate: { spec: { template: JOB, completions: 2 } } } },
    ],
  },
  NetworkPolicy: {
    apiVersion: 'networking.k8s.io/v1', of: [
      { spec: { podSelector: APP } }, { spec: { podSelector: APP, policyTypes: ['Ingress'] } }, { spec: { podSelector: {} } },
      { spec: { podSelector: APP, ingress: [{ ports: [{ port: 80 }] }] } },
      { spec: { podSelector: APP, ingress: [{ ports: [{ port: 80, protocol: 'TCP' }] }] } },
      { spec: { podSelector: APP, egress: [{}], policyTypes: ['Egress'] } },
    ],
  },
  PodDisruptionBudget: {
    apiVersion: 'policy/v1', of: [
      { spec: { selector: APP, minAvailable: 1 } }, { spec: { selector: APP, maxUnavailable: 1 } },
      { spec: { selector: { matchLabels: { app: 'b' } }, minAvailable: 1 } },
      { spec: { selector: APP, minAvailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' } },
    ],
  },
  Role: { apiVersion: `${RBAC}/v1`, of: [{ rules: [RULE] }, { rules: [{ ...RULE, verbs: ['list', 'get'] }] }, { rules: [] }] },
  ClusterRole: {
    apiVersion: `${RBAC}/v1`, isClusterScoped: true, of: [
      { rules: [RULE] }, { rules: [{ ...RULE, verbs: ['*'] }] }, { rules: [RULE], aggregationRule: { clusterRoleSelectors: [APP] } },
    ],
  },
  RoleBinding: {
    apiVersion: `${RBAC}/v1`, of: [
      { roleRef: ROLE, subjects: [SUBJECT] },
      { roleRef: { kind: 'Role', name: 'a', apiGroup: RBAC }, subjects: [{ ...SUBJECT, apiGroup: '' }] },
      { roleRef: { ...ROLE, name: 'b' }, subjects: [SUBJECT] }, { roleRef: { ...ROLE, kind: 'ClusterRole' }, subjects: [SUBJECT] },
      { roleRef: ROLE, subjects: [{ ...SUBJECT, name: 'b' }] }, { roleRef: ROLE },
    ],
  },
  ClusterRoleBinding: {
    apiVersion: `${RBAC}/v1`, isClusterScoped: true, of: [
      { roleRef: { ...ROLE, kind: 'ClusterRole' }, subjects: [SUBJECT] },
      { roleRef: { ...ROLE, kind: 'ClusterRole', name: 'b' }, subjects: [SUBJECT] },
      { roleRef: { ...ROLE, kind: 'ClusterRole' }, subjects: [SUBJECT, { ...SUBJECT, name: 'b' }] },
    ],
  },
  PriorityClass: {
    apiVersion: 'scheduling.k8s.io/v1', isClusterScoped: true, of: [
      { value: 1000 }, { value: 1000, preemptionPolicy: 'PreemptLowerPriority', globalDefault: false },
      { value: 1000, preemptionPolicy: 'Never' },
      { value: 2000 }, { value: 1000, description: 'agents' },
    ],
  },
  RuntimeClass: {
    apiVersion: 'node.k8s.io/v1', isClusterScoped: true, of: [
      { handler: 'a' }, { handler: 'b' }, { handler: 'a', overhead: { podFixed: { cpu: '10m' } } },
      { handler: 'a', scheduling: { nodeSelector: { a: 'b' } } },
    ],
  },
  CSIDriver: {
    apiVersion: 'storage.k8s.io/v1', isClusterScoped: true, of: [
      { spec: {} }, { spec: { attachRequired: true, podInfoOnMount: false } }, { spec: { attachRequired: false } },
      { spec: { podInfoOnMount: true } },
      { spec: { fsGroupPolicy: 'File' } }, { spec: { storageCapacity: true } }, { spec: { volumeLifecycleModes: ['Persistent'] } },
      { spec: { volumeLifecycleModes: ['Persistent', 'Ephemeral'] } }, { spec: { volumeLifecycleModes: ['Ephemeral', 'Persistent'] } },
      { spec: { requiresRepublish: true } }, { spec: { seLinuxMount: true } }, { spec: { tokenRequests: [{ audience: 'a' }] } },
    ],
  },
  StorageClass: {
    apiVersion: 'storage.k8s.io/v1', isClusterScoped: true, of: [
      CLASS, { ...CLASS, reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }, { provisioner: 'example.com/b' },
      { ...CLASS, parameters: { a: '1' } },
      { ...CLASS, parameters: { a: '2' } }, { ...CLASS, reclaimPolicy: 'Retain' }, { ...CLASS, volumeBindingMode: 'WaitForFirstConsumer' },
      { ...CLASS, allowVolumeExpansion: true }, { ...CLASS, mountOptions: ['ro'] },
      { ...CLASS, allowedTopologies: [{ matchLabelExpressions: [{ key: 'zone', values: ['a'] }] }] },
    ],
  },
};

/** An object before and after a change; one of them is absent where it is created or no longer wanted. */
export interface ObjectPair {
  readonly before?: Wire;
  readonly after?: Wire;
}

/** Every change of an object from one of its variants to another one, and that it comes and goes. */
export const OBJECT_PAIRS: ReadonlyArray<(name: string, namespace: string) => ObjectPair> = Object.entries(KINDS).flatMap(
  ([kind, variants]) => [undefined, ...variants.of].flatMap((before, from) =>
    [undefined, ...variants.of].filter((_, to) => to !== from).map(after => (name: string, namespace: string) => {
      const [old, next] = [before, after].map(said => objectOf(kind, variants, said, name, namespace));
      return { before: old, after: next };
    })),
);

function objectOf(
  kind: string, { apiVersion, isClusterScoped }: Variants, said: Wire | undefined, name: string, namespace: string,
): Wire | undefined {
  const metadata = isClusterScoped ? { name: `${namespace}-${name}` } : { name, namespace };
  return said && { apiVersion, kind, metadata, ...said };
}
