import { fieldOf } from '../../private/fields/fields';
import { normalize } from '../../private/fields/normalize';
import type { FieldType } from '../../private/fields/parse-table';
import type { Wire } from '../../private/wire';

/**
 * Whether two pod templates are one to the API server: in any order of keys, in any spelling of quantities, and with or without what it fills in. Each other
 * difference replaces all pods, one in an annotation too.
 */
export function isSameTemplate(a: Wire, b: Wire): boolean {
  return a === b || isEqual(storedForm(a), storedForm(b));
}

/** Whether two label selectors are one. */
export function isSameSelector(a: Wire | undefined, b: Wire | undefined): boolean {
  return isEqual(normalize('LabelSelector', a ?? {}), normalize('LabelSelector', b ?? {}));
}

/** A template without what goes without saying. */
function storedForm(template: Wire): Wire {
  return withoutDefaults('PodTemplateSpec', normalize('PodTemplateSpec', template));
}

/** What the API server fills in, in templates of pods. */
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
};

function withoutDefaults(definition: string, value: Wire): Wire {
  const result: Wire = {};
  for (const [name, entry] of Object.entries(value)) {
    const field = fieldOf(definition, name);
    const kept = field === undefined ? entry : inType(field.type, entry);
    const path = `${definition}.${name}`;
    if (!(Object.hasOwn(DEFAULTS, path) && isEqual(kept, DEFAULTS[path]) || isDerived(definition, name, value))) {result[name] = kept;}
  }
  if (definition === 'PodSpec' && result.serviceAccountName === undefined && value.serviceAccount) {result.serviceAccountName = value.serviceAccount;}
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
    default: return false;
  }
}

function pullPolicyOf(image: string = ''): string {
  const [, tag = '', digest = ''] = /^(?:.*\/)?[^/:@]*(?::([^/:@]*))?(@.*)?$/.exec(image) ?? [];
  return tag === 'latest' || tag === '' && digest === '' ? 'Always' : 'IfNotPresent';
}

/** Whether two values are one, whatever the order of their keys. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) {return true;}
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {return false;}
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && isEqual((a as Wire)[key], (b as Wire)[key]));
}
