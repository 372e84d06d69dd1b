import type { CheckFieldsOptions } from '../../../src/private/fields/fields';
import {
  checkFields, definitionNames, definitionOfKind, fieldOf, fieldsOf, isKnownTo, isRequiredBy, knownMinors,
} from '../../../src/private/fields/fields';
import type { Finding } from '../../../src/private/finding';

const { oldest, newest } = knownMinors();

type Facts = Pick<Finding, 'code' | 'path' | 'given' | 'allowed'>;

function findings(definition: string, value: unknown, options: Partial<CheckFieldsOptions> = {}): Facts[] {
  return checkFields(definition, value, {
    minor: newest, ...options,
  }).map(({ code, path, given, allowed }) => ({ code, path, given, allowed }));
}

/** A DaemonSet around a pod, with as little else as a strict reader allows. */
function daemonSet(podSpec: object): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', labels: { 'app.kubernetes.io/name': 'agent' } },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'agent' } },
      template: { metadata: { labels: { 'app.kubernetes.io/name': 'agent' } }, spec: podSpec },
    },
  };
}

function container(fields: object = {}): object {
  return { name: 'agent', image: 'agent:1', ...fields };
}

describe('looking up', () => {
  test('a kind leads to its definition', () => {
    expect(definitionOfKind('apps/v1', 'DaemonSet')).toBe('DaemonSet');
    expect(definitionOfKind('v1', 'Service')).toBe('Service');
    expect(definitionOfKind('rbac.authorization.k8s.io/v1', 'ClusterRole')).toBe('ClusterRole');
  });

  test('a custom resource, an old version of a kind and a part of a kind have no definition of a kind', () => {
    expect(definitionOfKind('monitoring.coreos.com/v1', 'ServiceMonitor')).toBeUndefined();
    expect(definitionOfKind('extensions/v1beta1', 'DaemonSet')).toBeUndefined();
    expect(definitionOfKind('v1', 'PodSpec')).toBeUndefined();
  });

  test('a field tells its type, its age and whether it is required', () => {
    expect(fieldOf('Container', 'name')).toEqual({ name: 'name', type: { kind: 'string' }, since: 28, required: true });
    expect(fieldOf('VolumeMount', 'recursiveReadOnly')).toEqual({
      name: 'recursiveReadOnly', type: { kind: 'string' }, since: 30, required: false,
    });
    expect(fieldOf('Container', 'ports')?.type).toEqual({
      kind: 'list', of: { kind: 'definition', definition: 'ContainerPort' }, mapKeys: ['containerPort', 'protocol'],
    });
    expect(fieldOf('ResourceRequirements', 'limits')?.type).toEqual({ kind: 'map', of: { kind: 'quantity' } });
  });

  test('a field that came and went tells both minors', () => {
    const field = fieldOf('PodSpec', 'workloadRef')!;
    expect([field.since, field.until]).toEqual([35, 35]);
    expect([34, 35, 36].map((minor) => isKnownTo(field, minor))).toEqual([false, true, false]);
  });

  test('a field that became optional is required by the older minors only', () => {
    const field = fieldOf('NetworkPolicySpec', 'podSelector')!;
    expect([28, 33, 34, 36].map((minor) => isRequiredBy(field, minor))).toEqual([true, true, false, false]);
  });

  test('fields and definitions that do not exist are undefined or empty, also those with a meaning in JavaScript', () => {
    expect(fieldOf('PodSpec', 'constructor')).toBeUndefined();
    expect(fieldOf('constructor', 'name')).toBeUndefined();
    expect(fieldsOf('toString')).toEqual([]);
  });

  test('definitions are listed in alphabetical order', () => {
    const names = definitionNames();
    expect(names).toEqual([...names].sort());
    expect(names).toContain('DaemonSetSpec');
  });
});

describe('unknown fields', () => {
  test('fails for a misspelt field, with its path and the field that was meant', () => {
    expect(findings('DaemonSet', daemonSet({ hostNetwrok: true, containers: [container()] }))).toEqual([
      { code: 'unknown-field', path: 'spec.template.spec.hostNetwrok', given: 'hostNetwrok', allowed: 'hostNetwork' },
    ]);
  });

  test('fails for a misspelt field inside a list item', () => {
    const mounts = [{ name: 'log', mountPath: '/var/log' }, { name: 'run', mountPath: '/run', readonly: true }];
    expect(findings('DaemonSet', daemonSet({ containers: [container(), container({ name: 'second', volumeMounts: mounts })] }))).toEqual([
      { code: 'unknown-field', path: 'spec.template.spec.containers[1].volumeMounts[1].readonly', given: 'readonly', allowed: 'readOnly' },
    ]);
  });

  test('fails without a suggestion when no field has a similar name', () => {
    expect(findings('DaemonSetSpec', { replicas: 3 })).toEqual([
      { code: 'unknown-field', path: 'replicas', given: 'replicas' },
    ]);
  });

  test('a field that the target does not have yet is not suggested', () => {
    expect(findings('PodSpec', { hostnameOverrid: 'a' }, { minor: 35 })[0].allowed).toBe('hostnameOverride');
    expect(findings('PodSpec', { hostnameOverrid: 'a' }, { minor: 34 })[0].allowed).toBeUndefined();
  });

  test('fails for a field whose name has a meaning in JavaScript', () => {
    expect(findings('PodSpec', { constructor: 'a', toString: 'b' }).map((finding) => finding.code)).toEqual([
      'unknown-field', 'unknown-field',
    ]);
  });

  test('the keys of maps are free', () => {
    expect(findings('ObjectMeta', { labels: { hostNetwrok: 'a' }, annotations: { 'example.com/a': 'b' } })).toEqual([]);
    expect(findings('ConfigMap', { data: { 'fluent-bit.conf': '' } })).toEqual([]);
  });

  test('fields that are undefined do not count', () => {
    expect(findings('PodSpec', { hostNetwrok: undefined, hostNetwork: undefined })).toEqual([]);
  });
});

describe('types', () => {
  test.each([
    ['DaemonSetSpec', { minReadySeconds: '5' }, 'minReadySeconds', 'integer', "'5'"],
    ['DaemonSetSpec', { minReadySeconds: 1.5 }, 'minReadySeconds', 'integer', '1.5'],
    ['PodSpec', { hostNetwork: 'true' }, 'hostNetwork', 'boolean', "'true'"],
    ['PodSpec', { nodeName: 5 }, 'nodeName', 'string', '5'],
    ['PodSpec', { containers: {} }, 'containers', 'list of Container', 'an object'],
    ['PodSpec', { containers: ['agent'] }, 'containers[0]', 'Container', "'agent'"],
    ['PodSpec', { containers: [null] }, 'containers[0]', 'Container', 'null'],
    ['PodSpec', { nodeSelector: { zone: 1 } }, 'nodeSelector.zone', 'string', '1'],
    ['PodSpec', { nodeSelector: { zone: null } }, 'nodeSelector.zone', 'string', 'null'],
    ['PodSpec', { nodeSelector: ['a'] }, 'nodeSelector', 'map of string', 'a list'],
    ['PodSpec', { securityContext: 'root' }, 'securityContext', 'PodSecurityContext', "'root'"],
    ['ResourceRequirements', { limits: { cpu: true } }, 'limits.cpu', 'quantity', 'true'],
    ['ResourceRequirements', { limits: { 'example.com/gpu': [] } }, "limits['example.com/gpu']", 'quantity', 'a list'],
    ['RollingUpdateDaemonSet', { maxUnavailable: 0.1 }, 'maxUnavailable', 'int-or-string', '0.1'],
    ['ManagedFieldsEntry', { fieldsV1: 'f' }, 'fieldsV1', 'object', "'f'"],
  ])('fails in %s for %j', (definition, value, path, expected, given) => {
    expect(findings(definition, value)).toEqual([expect.objectContaining({ code: 'invalid-field', path, allowed: expected, given })]);
  });

  test('fails for a value that is no object at all', () => {
    expect(findings('DaemonSet', 'DaemonSet')).toEqual([
      { code: 'invalid-field', path: '', allowed: 'DaemonSet', given: "'DaemonSet'" },
    ]);
  });

  test.each([0, 2, 0.5, '100m', '64Mi', '1e3'])('the quantity %p is accepted', (quantity) => {
    expect(findings('ResourceRequirements', { limits: { cpu: quantity }, requests: { cpu: quantity } })).toEqual([]);
  });

  test.each([0, 1, '10%', '0%'])('the number or percentage %p is accepted', (maxUnavailable) => {
    expect(findings('RollingUpdateDaemonSet', { maxUnavailable })).toEqual([]);
  });

  test.each([8080, 'http'])('the number or name %p of a port is accepted', (port) => {
    expect(findings('Probe', { httpGet: { port, path: '/healthz' } })).toEqual([]);
  });

  test('an explicit null is read as an absent field', () => {
    expect(findings('ObjectMeta', { creationTimestamp: null, name: 'agent' })).toEqual([]);
  });
});

describe('the minor of the target', () => {
  test('fails for restartPolicyRules of a container before 1.35, which switched it on', () => {
    const restarting = daemonSet({ containers: [container({ restartPolicyRules: [{ action: 'Restart' }] })] });
    expect(findings('DaemonSet', restarting, { minor: 28 })).toEqual([{
      code: 'field-too-new', path: 'spec.template.spec.containers[0].restartPolicyRules', given: 'Kubernetes 1.28',
      allowed: '1.35 or newer',
    }]);
    expect(findings('DaemonSet', restarting, { minor: 35 })).toEqual([]);
  });

  test('fails for recursiveReadOnly of a volume mount before 1.31, which switched it on', () => {
    const mounting = { volumeMounts: [{ name: 'a', mountPath: '/a', readOnly: true, recursiveReadOnly: 'IfPossible' }] };
    expect(findings('Container', mounting, { minor: 28 })).toEqual([
      { code: 'field-too-new', path: 'volumeMounts[0].recursiveReadOnly', given: 'Kubernetes 1.28', allowed: '1.31 or newer' },
    ]);
    expect(findings('Container', mounting, { minor: 31 })).toEqual([]);
  });

  test('fails for a field that the target no longer has', () => {
    const grouped = { workloadRef: { name: 'a', podGroup: 'b' } };
    expect(findings('PodSpec', grouped, { minor: 35 })).toEqual([]);
    expect(findings('PodSpec', grouped, { minor: 36 })).toEqual([
      { code: 'unknown-field', path: 'workloadRef', given: 'Kubernetes 1.36', allowed: '1.35 or older' },
    ]);
  });

  test('what a too new field holds is not reported once more', () => {
    expect(findings('PodSpec', { schedulingGroup: { podGroupName: 'a' } }, { minor: 28 })).toHaveLength(1);
  });

  test('claims of 1.28 keep the resources they had before their definition was renamed', () => {
    expect(findings('PersistentVolumeClaimSpec', { resources: { requests: { storage: '1Gi' } } }, { minor: 28 })).toEqual([]);
  });

  test('a minor outside the table is read as the nearest one inside', () => {
    const values = [{ hostnameOverride: 'a' }, { workloadRef: {} }, { hostUsers: false }];
    for (const value of values) {
      expect(findings('PodSpec', value, { minor: 1 })).toEqual(findings('PodSpec', value, { minor: oldest }));
      expect(findings('PodSpec', value, { minor: 99 })).toEqual(findings('PodSpec', value, { minor: newest }));
    }
  });
});

describe('list items kept apart by keys', () => {
  test('fails for two environment variables of one name', () => {
    expect(findings('Container', { env: [{ name: 'A', value: '1' }, { name: 'B' }, { name: 'A', value: '2' }] })).toEqual([
      { code: 'invalid-field', path: 'env[2]', given: "name 'A'", allowed: 'one item for each name' },
    ]);
  });

  test('fails for two ports of one number and protocol', () => {
    expect(findings('Container', { ports: [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53, protocol: 'UDP', name: 'dns' }] }))
      .toEqual([expect.objectContaining({ code: 'invalid-field', path: 'ports[1]', given: "containerPort 53, protocol 'UDP'" })]);
  });

  test('fails for a port without a protocol next to the same one with TCP, which is the default', () => {
    expect(findings('Container', { ports: [{ containerPort: 53 }, { containerPort: 53, protocol: 'TCP' }] })).toHaveLength(1);
  });

  test('one number may serve two protocols', () => {
    expect(findings('Container', { ports: [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53, protocol: 'TCP' }] })).toEqual([]);
  });

  test('a number and its text are different keys, and only the text is of the wrong type', () => {
    expect(findings('Container', { ports: [{ containerPort: 53 }, { containerPort: '53' }] }).map((finding) => finding.code)).toEqual([
      'invalid-field',
    ]);
  });

  test('items without a key are left to the check for required fields', () => {
    expect(findings('Container', { env: [{}, {}] })).toEqual([]);
  });

  test('lists without keys may repeat themselves', () => {
    const toleration = { operator: 'Exists' };
    expect(findings('PodSpec', { tolerations: [toleration, toleration], containers: [container({ args: ['-v', '-v'] })] })).toEqual([]);
  });
});

describe('required fields', () => {
  test('fails for each absent one when asked to look', () => {
    expect(findings('DaemonSet', { spec: { template: { spec: { containers: [{}] } } } }, { aspects: ['required'] })).toEqual([
      { code: 'invalid-field', path: 'spec.template.spec.containers[0].name', allowed: 'string' },
      { code: 'invalid-field', path: 'spec.selector', allowed: 'LabelSelector' },
    ]);
  });

  test('says nothing unless asked to look', () => {
    expect(findings('DaemonSet', { spec: {} })).toEqual([]);
  });

  test('fails for one that is null', () => {
    expect(findings('HostPathVolumeSource', { path: null }, { aspects: ['required'] })).toHaveLength(1);
  });

  test('fails only where the target still requires it', () => {
    expect(findings('RoleRef', { kind: 'Role', name: 'a' }, { aspects: ['required'], minor: 35 })).toHaveLength(1);
    expect(findings('RoleRef', { kind: 'Role', name: 'a' }, { aspects: ['required'], minor: 36 })).toEqual([]);
  });
});

test('fails to check against a definition that does not exist', () => {
  expect(() => findings('Deamonset', {})).toThrow("the field table has no definition 'Deamonset'");
});

test('the value that is checked stays as it was', () => {
  const value = daemonSet({ containers: [container({ ports: [{ containerPort: 1 }] })] });
  const before = JSON.stringify(value);
  findings('DaemonSet', value, { aspects: ['required'] });
  expect(JSON.stringify(value)).toBe(before);
});
