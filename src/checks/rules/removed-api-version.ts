import type { Rule } from '../rule';

interface Removed {
  readonly version: string;
  readonly kinds: readonly string[];
  /** The minor from which no API server has it. */
  readonly from: number;
  readonly instead: string;
}

/** What Kubernetes removed, by its guide to deprecated APIs. */
const REMOVED: readonly Removed[] = [
  { version: 'extensions/v1beta1', kinds: ['DaemonSet', 'Deployment', 'ReplicaSet'], from: 16, instead: 'apps/v1' },
  { version: 'extensions/v1beta1', kinds: ['NetworkPolicy', 'Ingress'], from: 22, instead: 'networking.k8s.io/v1' },
  ...['apps/v1beta1', 'apps/v1beta2'].map(version =>
    ({ version, kinds: ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'], from: 16, instead: 'apps/v1' })),
  ...['extensions/v1beta1', 'policy/v1beta1'].map(version => ({ version, kinds: ['PodSecurityPolicy'], from: 25, instead: 'the labels of Pod Security admission on the Namespace' })),
  {
    version: 'admissionregistration.k8s.io/v1beta1', kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'], from: 22,
    instead: 'admissionregistration.k8s.io/v1',
  },
  { version: 'apiextensions.k8s.io/v1beta1', kinds: ['CustomResourceDefinition'], from: 22, instead: 'apiextensions.k8s.io/v1' },
  { version: 'apiregistration.k8s.io/v1beta1', kinds: ['APIService'], from: 22, instead: 'apiregistration.k8s.io/v1' },
  { version: 'autoscaling/v2beta1', kinds: ['HorizontalPodAutoscaler'], from: 25, instead: 'autoscaling/v2' },
  { version: 'autoscaling/v2beta2', kinds: ['HorizontalPodAutoscaler'], from: 26, instead: 'autoscaling/v2' },
  { version: 'batch/v1beta1', kinds: ['CronJob'], from: 25, instead: 'batch/v1' },
  { version: 'certificates.k8s.io/v1beta1', kinds: ['CertificateSigningRequest'], from: 22, instead: 'certificates.k8s.io/v1' },
  { version: 'coordination.k8s.io/v1beta1', kinds: ['Lease'], from: 22, instead: 'coordination.k8s.io/v1' },
  { version: 'discovery.k8s.io/v1beta1', kinds: ['EndpointSlice'], from: 25, instead: 'discovery.k8s.io/v1' },
  { version: 'flowcontrol.apiserver.k8s.io/v1beta1', kinds: ['FlowSchema', 'PriorityLevelConfiguration'], from: 26, instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { version: 'flowcontrol.apiserver.k8s.io/v1beta2', kinds: ['FlowSchema', 'PriorityLevelConfiguration'], from: 29, instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { version: 'flowcontrol.apiserver.k8s.io/v1beta3', kinds: ['FlowSchema', 'PriorityLevelConfiguration'], from: 32, instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { version: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], from: 22, instead: 'networking.k8s.io/v1' },
  { version: 'node.k8s.io/v1beta1', kinds: ['RuntimeClass'], from: 25, instead: 'node.k8s.io/v1' },
  { version: 'policy/v1beta1', kinds: ['PodDisruptionBudget'], from: 25, instead: 'policy/v1' },
  ...['v1alpha1', 'v1beta1'].map(version => ({
    version: `rbac.authorization.k8s.io/${version}`, kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'], from: 22, instead: 'rbac.authorization.k8s.io/v1',
  })),
  { version: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], from: 22, instead: 'scheduling.k8s.io/v1' },
  { version: 'storage.k8s.io/v1beta1', kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], from: 22, instead: 'storage.k8s.io/v1' },
  { version: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'], from: 27, instead: 'storage.k8s.io/v1' },
];

const BY_VERSION: ReadonlyMap<string, readonly Removed[]> =
  new Map(REMOVED.map(({ version }) => [version, REMOVED.filter(removed => removed.version === version)]));

export const removedApiVersion: Rule = {
  id: 'removed-api-version',
  level: 'error',
  summary: 'An object is written in a version of the API that clusters do not have any more.',
  looksAt: '`apiVersion` and `kind` of every object, against the oldest cluster that gets it.',
  why: 'The API server answers `no matches for kind`, and nothing of the object is there. Manifests of older agents come with such versions of DaemonSet, RBAC, CSIDriver and '
    + 'PodSecurityPolicy.',
  fix: 'Write the object in the version that stands in for it: some of its fields have moved.',
  raisedBy: 'api-server',
  sameAs: ['unknown-field'],
  example: () => ({
    fails: [{ apiVersion: 'storage.k8s.io/v1beta1', kind: 'CSIDriver', metadata: { name: 'nfs.example.com' }, spec: { attachRequired: false } }],
    passes: [{ apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'nfs.example.com' }, spec: { attachRequired: false } }],
  }),
  check: ({ inventory, minor }, report) => {
    for (const entry of inventory.entries) {
      const found = BY_VERSION.get(entry.apiVersion)?.find(({ kinds }) => kinds.includes(entry.kind));
      if (found !== undefined && minor >= found.from) {
        report({
          about: entry, path: 'apiVersion', given: entry.apiVersion, wanted: found.instead,
          what: `no API server has a ${entry.kind} of this version since Kubernetes 1.${found.from}`,
        });
      }
    }
  },
};
