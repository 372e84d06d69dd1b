import { fieldOf } from './fields';
import { normalize } from './normalize';
import type { FieldType } from './parse-table';
import { isMap } from '../entry';
import type { Wire } from '../wire';

/**
 * A value as the API server stores it, without what it fills in where nothing is written: two values with one stored form are one to it.
 */
export function storedForm(definition: string, value: Wire): Wire {
  return withoutDefaults(definition, normalize(definition, value));
}

/** What the API server fills in. */
const DEFAULTS: { readonly [field: string]: unknown } = {
  'PodTemplateSpec.metadata': {},
  'PersistentVolumeClaimTemplate.metadata': {},
  'PodSpec.dnsPolicy': 'ClusterFirst',
  'PodSpec.restartPolicy': 'Always',
  'PodSpec.schedulerName': 'default-scheduler',
  'PodSpec.securityContext': {},
  'PodSpec.terminationGracePeriodSeconds': 30,
  'Container.terminationMessagePath': '/dev/termination-log',
  'Container.terminationMessagePolicy': 'File',
  'Container.resources': {},
  'ContainerPort.protocol': 'TCP',
  'Probe.timeoutSeconds': 1,
  'Probe.periodSeconds': 10,
  'Probe.successThreshold': 1,
  'Probe.failureThreshold': 3,
  'HTTPGetAction.path': '/',
  'HTTPGetAction.scheme': 'HTTP',
  'GRPCAction.service': '',
  'ObjectFieldSelector.apiVersion': 'v1',
  'FileKeySelector.optional': false,
  'ResourceFieldSelector.divisor': '0',
  'Volume.emptyDir': {},
  'HostPathVolumeSource.type': '',
  'ConfigMapVolumeSource.defaultMode': 420,
  'SecretVolumeSource.defaultMode': 420,
  'DownwardAPIVolumeSource.defaultMode': 420,
  'ProjectedVolumeSource.defaultMode': 420,
  'ServiceAccountTokenProjection.expirationSeconds': 3600,
  'PersistentVolumeClaimSpec.volumeMode': 'Filesystem',
  'AzureDiskVolumeSource.cachingMode': 'ReadWrite',
  'AzureDiskVolumeSource.fsType': 'ext4',
  'AzureDiskVolumeSource.kind': 'Shared',
  'AzureDiskVolumeSource.readOnly': false,
  'ISCSIVolumeSource.iscsiInterface': 'default',
  'RBDVolumeSource.keyring': '/etc/ceph/keyring',
  'RBDVolumeSource.pool': 'rbd',
  'RBDVolumeSource.user': 'admin',
  'ScaleIOVolumeSource.fsType': 'xfs',
  'ScaleIOVolumeSource.storageMode': 'ThinProvisioned',
  'CronJobSpec.concurrencyPolicy': 'Allow',
  'CronJobSpec.failedJobsHistoryLimit': 1,
  'CronJobSpec.successfulJobsHistoryLimit': 3,
  'CronJobSpec.suspend': false,
  'CSIDriverSpec.attachRequired': true,
  'CSIDriverSpec.fsGroupPolicy': 'ReadWriteOnceWithFSType',
  'CSIDriverSpec.podInfoOnMount': false,
  'CSIDriverSpec.requiresRepublish': false,
  'CSIDriverSpec.seLinuxMount': false,
  'CSIDriverSpec.storageCapacity': false,
  'CSIDriverSpec.volumeLifecycleModes': ['Persistent'],
  'DaemonSetSpec.revisionHistoryLimit': 10,
  'DaemonSetSpec.updateStrategy': {},
  'DaemonSetUpdateStrategy.rollingUpdate': {},
  'DaemonSetUpdateStrategy.type': 'RollingUpdate',
  'DeploymentSpec.progressDeadlineSeconds': 600,
  'DeploymentSpec.replicas': 1,
  'DeploymentSpec.revisionHistoryLimit': 10,
  'DeploymentSpec.strategy': {},
  'DeploymentStrategy.rollingUpdate': {},
  'DeploymentStrategy.type': 'RollingUpdate',
  'Namespace.spec': {},
  'NetworkPolicyPort.protocol': 'TCP',
  'PriorityClass.globalDefault': false,
  'PriorityClass.preemptionPolicy': 'PreemptLowerPriority',
  'RoleRef.apiGroup': 'rbac.authorization.k8s.io',
  'RollingUpdateDaemonSet.maxSurge': 0,
  'RollingUpdateDaemonSet.maxUnavailable': 1,
  'RollingUpdateDeployment.maxSurge': '25%',
  'RollingUpdateDeployment.maxUnavailable': '25%',
  'RollingUpdateStatefulSetStrategy.partition': 0,
  'Secret.type': 'Opaque',
  'ServicePort.protocol': 'TCP',
  'ServiceSpec.allocateLoadBalancerNodePorts': true,
  'ServiceSpec.externalTrafficPolicy': 'Cluster',
  'ServiceSpec.internalTrafficPolicy': 'Cluster',
  'ServiceSpec.sessionAffinity': 'None',
  'ServiceSpec.type': 'ClusterIP',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': 'Retain',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': 'Retain',
  'StatefulSetSpec.persistentVolumeClaimRetentionPolicy': {},
  'StatefulSetSpec.podManagementPolicy': 'OrderedReady',
  'StatefulSetSpec.replicas': 1,
  'StatefulSetSpec.revisionHistoryLimit': 10,
  'StatefulSetSpec.updateStrategy': {},
  'StatefulSetUpdateStrategy.rollingUpdate': {},
  'StatefulSetUpdateStrategy.type': 'RollingUpdate',
  'StorageClass.reclaimPolicy': 'Delete',
  'StorageClass.volumeBindingMode': 'Immediate',
};

/** What it fills in for Jobs, and not for those that a CronJob describes. */
const DEFAULTS_OF_JOB: { readonly [field: string]: (spec: Wire) => unknown } = {
  backoffLimit: ({ backoffLimitPerIndex }) => (backoffLimitPerIndex === undefined ? 6 : 2 ** 31 - 1),
  completionMode: () => 'NonIndexed',
  manualSelector: () => false,
  podReplacementPolicy: ({ podFailurePolicy }) => (podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed'),
  suspend: () => false,
};

function withoutDefaults(definition: string, value: Wire): Wire {
  const result: Wire = {};
  for (const [name, entry] of Object.entries(value)) {
    const field = fieldOf(definition, name);
    const kept = field === undefined ? entry : inType(field.type, entry);
    const path = `${definition}.${name}`;
    if (!(Object.hasOwn(DEFAULTS, path) && isEqual(kept, DEFAULTS[path]) || isDerived(definition, name, value))) {result[name] = kept;}
  }
  if (definition === 'Job' && isMap(result.spec)) {
    const { spec } = result;
    result.spec = Object.fromEntries(Object.entries(spec).filter(([name, entry]) => entry !== DEFAULTS_OF_JOB[name]?.(spec)));
  }
  if (definition === 'PodSpec'
    && result.serviceAccountName === undefined && value.serviceAccount) {result.serviceAccountName = value.serviceAccount;}
  return result;
}

function inType(type: FieldType, value: any): any {
  if (typeof value !== 'object' || value === null) {return value;}
  if (type.kind === 'list' && Array.isArray(value)) {return value.map(item => inType(type.of, item));}
  if (type.kind === 'map') {return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inType(type.of, entry)]));}
  return type.kind === 'definition' && !Array.isArray(value) ? withoutDefaults(type.definition, value) : value;
}

/** Whether the API server would write a field by others of the same map. */
function isDerived(definition: string, name: string, value: Wire): boolean {
  switch (`${definition}.${name}`) {
    case 'Container.imagePullPolicy': return value[name] === pullPolicyOf(value.image);
    case 'ImageVolumeSource.pullPolicy': return value[name] === pullPolicyOf(value.reference);
    case 'PodSpec.serviceAccount': return true; // the old name of serviceAccountName, always kept in step with it
    case 'ObjectMeta.creationTimestamp': return true;
    case 'ServiceSpec.ipFamilyPolicy': return value[name] === familyPolicyOf(value);
    case 'ServicePort.targetPort': return value[name] === value.port;
    case 'Subject.apiGroup': return value[name] === (value.kind === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io');
    case 'Subject.namespace': return value[name] === '';
    case 'NetworkPolicySpec.policyTypes': return isEqual(value[name], ['Ingress', ...value.egress === undefined ? [] : ['Egress']]);
    default: return false;
  }
}

function familyPolicyOf({ clusterIP, selector }: Wire): string {
  return clusterIP === 'None' && Object.keys(selector ?? {}).length === 0 ? 'RequireDualStack' : 'SingleStack';
}

function pullPolicyOf(image: string = ''): string {
  const [, tag = '', digest = ''] = /^(?:.*\/)?[^/:@]*(?::([^/:@]*))?(@.*)?$/.exec(image) ?? [];
  return tag === 'latest' || tag === '' && digest === '' ? 'Always' : 'IfNotPresent';
}

/** Whether two values are one, whatever the order of their keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) {return true;}
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {return false;}
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && isEqual((a as Wire)[key], (b as Wire)[key]));
}
