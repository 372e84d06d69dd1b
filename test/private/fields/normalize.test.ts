import * as fc from 'fast-check';
import { validObject } from './valid-object';
import { checkFields, definitionNames, fieldOf } from '../../../src/private/fields/fields';
import { normalize } from '../../../src/private/fields/normalize';
import { runs } from '../../support/runs';

const pod = (spec: object) => normalize('PodSpec', spec);
const container = (fields: object) => normalize('Container', { name: 'a', ...fields });

test('null, empty lists and empty maps are left out, at any depth', () => {
  const affinity = { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] } };
  expect(pod({ tolerations: [], nodeSelector: {}, hostname: null, affinity })).toEqual({ affinity: { podAffinity: {} } });
});

test('quantities are written as the API server stores them', () => {
  expect(container({ resources: { limits: { 'cpu': 1, 'memory': '1024Mi', 'example.com/x': '1000m' }, requests: {} } })).toEqual({
    name: 'a', resources: { limits: { 'cpu': '1', 'memory': '1Gi', 'example.com/x': '1' } },
  });
  expect(pod({ volumes: [{ name: 'v', emptyDir: { sizeLimit: '1.5Gi' } }] })).toEqual({
    volumes: [{ name: 'v', emptyDir: { sizeLimit: '1536Mi' } }],
  });
  expect(container({ resources: { limits: { cpu: 'wrong' } } })).toEqual({ name: 'a', resources: { limits: { cpu: 'wrong' } } });
});

test.each([
  ['PodSpec', {
    hostNetwork: false, hostPID: false, hostIPC: false, nodeName: '', dnsPolicy: '', priorityClassName: '', schedulerName: '',
  }],
  ['Container', { tty: false, stdin: false, stdinOnce: false, workingDir: '', imagePullPolicy: '', lifecycle: {}, resources: {} }],
  ['ContainerPort', { hostPort: 0, hostIP: '', name: '', protocol: '' }],
  ['Probe', { initialDelaySeconds: 0, periodSeconds: 0, timeoutSeconds: 0, successThreshold: 0, failureThreshold: 0 }],
  ['VolumeMount', { readOnly: false, subPath: '', subPathExpr: '' }],
  ['EnvVar', { value: '' }],
  ['Toleration', { key: '', value: '', operator: '', effect: '' }],
  ['DaemonSetSpec', { minReadySeconds: 0 }],
  ['ServiceSpec', { publishNotReadyAddresses: false, clusterIP: '', type: '' }],
  ['SELinuxOptions', { user: '', role: '', type: '', level: '' }],
  ['EmptyDirVolumeSource', { medium: '' }],
])('of %s the zero values that the API server cannot tell from absent ones are left out', (definition, fields) => {
  expect(normalize(definition, fields)).toEqual({});
  Object.keys(fields).forEach(field => expect(fieldOf(definition, field)).toBeDefined());
});

test.each([
  ['PodSpec', {
    terminationGracePeriodSeconds: 0, enableServiceLinks: false, automountServiceAccountToken: false, hostUsers: false,
    shareProcessNamespace: false, securityContext: {},
  }],
  ['SecurityContext', {
    privileged: false, runAsUser: 0, runAsNonRoot: false, readOnlyRootFilesystem: false, allowPrivilegeEscalation: false,
  }],
  ['SecretVolumeSource', { defaultMode: 0, optional: false }],
  ['Volume', { emptyDir: {} }],
  ['DaemonSetSpec', { revisionHistoryLimit: 0 }],
  ['RollingUpdateDaemonSet', { maxUnavailable: 0, maxSurge: 0 }],
  ['CSIVolumeSource', { readOnly: false, fsType: '' }],
])('of %s the zero values that say something stay', (definition, fields) => {
  expect(normalize(definition, fields)).toEqual(fields);
});

test('of every kind of volume but csi, a mount that may be written need not say so', () => {
  const sources = definitionNames().filter(name => name.endsWith('VolumeSource') && fieldOf(name, 'readOnly') !== undefined);
  expect(sources).toContain('NFSVolumeSource');
  sources.forEach(name => expect(normalize(name, { readOnly: false })).toEqual(name === 'CSIVolumeSource' ? { readOnly: false } : {}));
});

test('what nobody knows, or has the wrong type, is passed on for others to judge', () => {
  const odd = { hostNetwrok: false, tolerations: 'all', containers: [7, null], nodeSelector: [] };
  expect(pod(odd)).toEqual(odd);
  expect(normalize('NoSuchDefinition', { a: '' })).toEqual({ a: '' });
});

test('nothing gets worse by it, and what is normal stays as it is', () => {
  fc.assert(fc.property(validObject('DaemonSetSpec', 36, ['template']), spec => {
    const before = JSON.stringify(spec);
    const normal = normalize('DaemonSetSpec', spec);
    expect(JSON.stringify(spec)).toBe(before);
    expect(normalize('DaemonSetSpec', normal)).toEqual(normal);
    expect(checkFields('DaemonSetSpec', normal, { minor: 36 }).length).toBeLessThanOrEqual(
      checkFields('DaemonSetSpec', spec, { minor: 36 }).length,
    );
  }), { numRuns: runs(100) });
});
