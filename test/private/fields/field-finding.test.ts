import { describeFinding, describeType } from '../../../src/private/fields/field-finding';
import { checkFields } from '../../../src/private/fields/fields';

function lines(definition: string, value: unknown, minor = 28): string[] {
  return checkFields(definition, value, { minor, requireRequired: true }).map(describeFinding);
}

test('a finding reads as one line that begins with its path', () => {
  expect(lines('PodSpec', {
    containers: [
      { name: 'a', env: [{ name: 'A' }, { name: 'A' }], ports: [{ containerPort: '80' }] },
      { volumeMounts: [{ name: 'b', mountPath: '/b', recursiveReadOnly: 'Enabled' }] },
    ],
    hostNetwrok: true,
    replicas: 1,
  })).toEqual([
    "containers[0].env[1]: name 'A' stands already in containers[0].env[0]",
    "containers[0].ports[0].containerPort: expected integer, given '80'",
    'containers[1].volumeMounts[0].recursiveReadOnly: VolumeMount has recursiveReadOnly since Kubernetes 1.31',
    'containers[1].name: Container requires name (string)',
    'hostNetwrok: PodSpec has no field hostNetwrok, did you mean hostNetwork?',
    'replicas: PodSpec has no field replicas',
  ]);
});

test('a finding about a field that went away tells the last minor that has it', () => {
  expect(lines('PodSpec', { containers: [], workloadRef: {} }, 36)).toEqual(['workloadRef: PodSpec had workloadRef until Kubernetes 1.35']);
});

test('a finding about the object itself has no path', () => {
  expect(lines('PodSpec', [])).toEqual(['expected PodSpec, given a list']);
});

test('types read as words', () => {
  expect(describeType({ kind: 'int-or-string' })).toBe('int-or-string');
  expect(describeType({ kind: 'map', of: { kind: 'quantity' } })).toBe('map of quantity');
  expect(describeType({ kind: 'list', of: { kind: 'definition', definition: 'Container' }, mapKeys: ['name'] })).toBe('list of Container');
});
