import type { CheckContext } from './check-context';
import type { Entry } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';

/** What Kubernetes removed, by its guide to deprecated APIs. */
const REMOVED: readonly Removed[] = [
  { version: 'extensions/v1beta1', kinds: ['DaemonSet', 'Deployment', 'ReplicaSet'], from: 16, instead: 'apps/v1' },
  { version: 'extensions/v1beta1', kinds: ['NetworkPolicy', 'Ingress'], from: 22, instead: 'networking.k8s.io/v1' },
  ...['apps/v1beta1', 'apps/v1beta2'].map(version =>
    ({ version, kinds: ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'], from: 16, instead: 'apps/v1' })),
  ...[
    'extensions/v1beta1', 'policy/v1beta1',
  ].map(version => ({ version, kinds: ['PodSecurityPolicy'], from: 25, instead: 'the labels of Pod Security admission on the Namespace' })),
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
  {
    version: 'flowcontrol.apiserver.k8s.io/v1beta1', kinds: [
      'FlowSchema', 'PriorityLevelConfiguration',
    ], from: 26, instead: 'flowcontrol.apiserver.k8s.io/v1',
  },
  {
    version: 'flowcontrol.apiserver.k8s.io/v1beta2', kinds: [
      'FlowSchema', 'PriorityLevelConfiguration',
    ], from: 29, instead: 'flowcontrol.apiserver.k8s.io/v1',
  },
  {
    version: 'flowcontrol.apiserver.k8s.io/v1beta3', kinds: [
      'FlowSchema', 'PriorityLevelConfiguration',
    ], from: 32, instead: 'flowcontrol.apiserver.k8s.io/v1',
  },
  { version: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], from: 22, instead: 'networking.k8s.io/v1' },
  { version: 'node.k8s.io/v1beta1', kinds: ['RuntimeClass'], from: 25, instead: 'node.k8s.io/v1' },
  { version: 'policy/v1beta1', kinds: ['PodDisruptionBudget'], from: 25, instead: 'policy/v1' },
  ...['v1alpha1', 'v1beta1'].map(version => ({
    version: `rbac.authorization.k8s.io/${version}`, kinds: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'], from: 22,
    instead: 'rbac.authorization.k8s.io/v1',
  })),
  { version: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], from: 22, instead: 'scheduling.k8s.io/v1' },
  {
    version: 'storage.k8s.io/v1beta1', kinds: [
      'CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment',
    ], from: 22, instead: 'storage.k8s.io/v1',
  },
  { version: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'], from: 27, instead: 'storage.k8s.io/v1' },
];

const BY_VERSION: ReadonlyMap<string, readonly Removed[]> =
  new Map(REMOVED.map(({ version }) => [version, REMOVED.filter(removed => removed.version === version)]));

/** What such findings have in common. */
export const REMOVED_API_VERSION: FindingKind = {
  id: 'removed-api-version',
  level: 'error',
  refusedBy: 'api-server',
  fix: 'Write the object in the version that stands in for it: some of its fields have moved.',
};

/** Whether Kubernetes once had the kind in this version. */
export function isOfOlderKubernetes({ apiVersion, kind }: Entry): boolean {
  return BY_VERSION.get(apiVersion)?.some(({ kinds }) => kinds.includes(kind)) ?? false;
}

/** Objects of a version that no API server has any more. */
export function* removedVersions({ inventory, minor }: CheckContext): Generator<ObjectFinding> {
  for (const entry of inventory.entries) {yield* removedVersion(entry, minor);}
}

/** The same of one object. */
export function* removedVersion(about: Entry, minor: number): Generator<ObjectFinding> {
  const found = removedIn(about, minor);
  if (found === undefined) {return;}
  yield findingOf(REMOVED_API_VERSION, {
    about, path: 'apiVersion', given: about.apiVersion, allowed: found.instead,
    what: `no API server has a ${about.kind} of this version since Kubernetes 1.${found.from}`,
  });
}

interface Removed {
  readonly version: string;
  readonly kinds: readonly string[];
  /** The minor from which no API server has it. */
  readonly from: number;
  readonly instead: string;
}

/** Why no API server of a minor has an object of this version; undefined where it has. */
export function removedIn({ apiVersion, kind }: Pick<Entry, 'apiVersion' | 'kind'>, minor: number): Removed | undefined {
  return BY_VERSION.get(apiVersion)?.find(({ kinds, from }) => kinds.includes(kind) && minor >= from);
}
