import { contextOf, daemonSet, deployment } from '../../../src/checks/example';
import { isRolledOut, writtenDaemonSets, writtenWorkloads } from '../../../src/cluster/inventory/written-workloads';

const owned = (object: any, controller: boolean) => ({ ...object, metadata: { ...object.metadata, name: `by-${controller}`, ownerReferences: [{ kind: 'X', name: 'x', controller }] } });
const context = contextOf([daemonSet(), deployment({}, {}, { name: 'proxy' }), owned(daemonSet(), true), owned(daemonSet(), false)]);

test('what a controller made is mended in what it was made of', () => {
  expect(writtenWorkloads(context).map(({ name }) => name)).toEqual(['agent', 'proxy', 'by-false']);
  expect(writtenDaemonSets(context).map(({ name }) => name)).toEqual(['agent', 'by-false']);
});

test.each([['apps/v1', 'DaemonSet', true], ['apps/v1', 'Deployment', true], ['apps/v1', 'StatefulSet', true], ['apps/v1', 'ReplicaSet', false], ['batch/v1', 'Job', false], ['v1', 'Pod', false]])(
  '%s %s rolls out a change of its pods: %s', (apiVersion, kind, expected) => {
    expect(isRolledOut({ apiVersion, kind })).toBe(expected);
  },
);
