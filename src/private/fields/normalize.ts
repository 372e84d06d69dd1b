import { fieldOf } from './fields';
import { FieldType } from './parse-table';
import { canonicalQuantity, isQuantity } from '../quantity';

/**
 * A value in the form that the API server stores, so that nothing comes back changed: without empty lists and maps and the zero values that
 * it drops, and with quantities in their canonical spelling. What a user wrote in the spelling of the API needs it; the typed API writes
 * nothing else.
 */
export function normalize(definition: string, value: object): any {
  const result: { [field: string]: unknown } = {};
  for (const [name, entry] of Object.entries(value)) {
    const field = fieldOf(definition, name);
    const kept = field === undefined ? entry : normalizeAs(field.type, entry);
    if (kept !== undefined && kept !== null && !isDropped(`${definition}.${name}`, name, kept)) {result[name] = kept;}
  }
  return result;
}

function normalizeAs(type: FieldType, value: unknown): unknown {
  if (type.kind === 'quantity') {
    return (typeof value === 'string' || typeof value === 'number') && isQuantity(String(value)) ? canonicalQuantity(String(value)) : value;
  }
  if (typeof value !== 'object' || value === null) {return value;}
  if (type.kind === 'list' && Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map(item => normalizeAs(type.of, item));
  }
  if (type.kind === 'map' && !Array.isArray(value)) {
    const entries = Object.entries(value).map(([key, entry]) => [key, normalizeAs(type.of, entry)]);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return type.kind === 'definition' && !Array.isArray(value) ? normalize(type.definition, value) : value;
}

/** Fields whose zero value the API server does not store: it cannot tell it from an absent one. */
const ZERO_IS_ABSENT = new Set([
  'PodSpec.hostNetwork', 'PodSpec.hostPID', 'PodSpec.hostIPC', 'VolumeMount.readOnly', 'VolumeMount.subPath', 'VolumeMount.subPathExpr',
  'Container.stdin', 'Container.stdinOnce', 'Container.tty', 'Container.workingDir', 'ContainerPort.hostPort', 'ContainerPort.hostIP',
  'ContainerPort.name',
  'Probe.initialDelaySeconds', 'Probe.periodSeconds', 'Probe.timeoutSeconds', 'Probe.successThreshold', 'Probe.failureThreshold',
  'DaemonSetSpec.minReadySeconds', 'DeploymentSpec.minReadySeconds', 'DeploymentSpec.paused', 'StatefulSetSpec.minReadySeconds',
  'EnvVar.value', 'ServiceSpec.publishNotReadyAddresses', 'ServicePort.nodePort', 'Toleration.value', 'PodSpec.nodeName',
  'Container.imagePullPolicy', 'Container.terminationMessagePath', 'Container.terminationMessagePolicy', 'ContainerPort.protocol',
  'EnvFromSource.prefix',
  'HTTPGetAction.host', 'HTTPGetAction.path', 'HTTPGetAction.scheme', 'TCPSocketAction.host', 'ObjectFieldSelector.apiVersion',
  'ResourceFieldSelector.containerName',
  'PodSpec.dnsPolicy', 'PodSpec.hostname', 'PodSpec.priorityClassName', 'PodSpec.restartPolicy', 'PodSpec.schedulerName',
  'PodSpec.serviceAccount',
  'PodSpec.serviceAccountName', 'PodSpec.subdomain', 'SELinuxOptions.level', 'SELinuxOptions.role', 'SELinuxOptions.type',
  'SELinuxOptions.user',
  'Toleration.effect', 'Toleration.key', 'Toleration.operator', 'EmptyDirVolumeSource.medium', 'ServiceAccountTokenProjection.audience',
  'ServicePort.name', 'ServicePort.protocol', 'ServiceSpec.clusterIP', 'ServiceSpec.sessionAffinity', 'ServiceSpec.type',
]);

/** `readOnly: false` and `fsType: ''` of every kind of volume but `csi`, which can tell them from absent ones. */
const ZERO_OF_VOLUME = /^(?!CSI)\w+VolumeSource\.(readOnly|fsType|partition)$/;

/** `emptyDir: {}` and the like say something; an empty context or an empty list of requirements does not. */
const EMPTY_IS_ABSENT = new Set(['resources', 'requests', 'limits', 'lifecycle']);

function isDropped(path: string, name: string, value: unknown): boolean {
  if (ZERO_IS_ABSENT.has(path) || ZERO_OF_VOLUME.test(path)) {return value === false || value === 0 || value === '';}
  return EMPTY_IS_ABSENT.has(name) && typeof value === 'object' && Object.keys(value as object).length === 0;
}
