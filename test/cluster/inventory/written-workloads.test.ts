import { contextOf, daemonSet, deployment } from '../../../src/checks/example';
import { isRolledOut, isWritten, writtenDaemonSets, writtenWorkloads } from '../../../src/cluster/inventory/written-workloads';

const owned = (object: any, apiVersion: string, controller: boolean = true) =>
  ({
    ...object,
    metadata: { ...object.metadata, name: `by-${apiVersion}`, ownerReferences: [{ apiVersion, kind: 'X', name: 'x', controller }] },
  });
const context = contextOf([
  daemonSet(), deployment({}, {}, { name: 'proxy' }), owned(daemonSet(), 'operator.example.com/v1'), owned(daemonSet(), 'apps/v1', false),
]);

test('what an operator made is judged: the cluster gets no other', () => {
  expect(writtenWorkloads(context).map(({ name }) => name)).toEqual(['agent', 'proxy', 'by-operator.example.com/v1', 'by-apps/v1']);
  expect(writtenDaemonSets(context).map(({ name }) => name)).toEqual(['agent', 'by-operator.example.com/v1', 'by-apps/v1']);
});

test.each([
  ['Pod', 'apps/v1', false], ['Pod', 'operator.example.com/v1', false], ['ReplicaSet', 'apps/v1', false],
  ['ControllerRevision', 'apps/v1', false], ['Job', 'batch/v1', false],
  ['Job', 'operator.example.com/v1', true], ['Deployment', 'operator.example.com/v1', true], ['ConfigMap', 'operator.example.com/v1', true],
])('a %s of a controller with %s is judged: %s', (kind, apiVersion, expected) => {
  expect(isWritten({ kind, object: owned({}, apiVersion) })).toBe(expected);
});

test.each([
  ['apps/v1', 'DaemonSet', true], ['apps/v1', 'Deployment', true], ['apps/v1', 'StatefulSet', true], ['apps/v1', 'ReplicaSet', false],
  ['batch/v1', 'Job', false], ['v1', 'Pod', false],
])(
  '%s %s rolls out a change of its pods: %s', (apiVersion, kind, expected) => {
    expect(isRolledOut({ apiVersion, kind })).toBe(expected);
  },
);
