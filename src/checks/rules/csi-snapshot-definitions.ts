import type { CheckContext } from '../../cluster/inventory/check-context';
import { runningContainersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { deployment } from '../example';
import type { Rule } from '../rule';

const GROUP = 'snapshot.storage.k8s.io';
const DEFINITIONS = ['volumesnapshotclasses', 'volumesnapshotcontents', 'volumesnapshots'].map(name => `${name}.${GROUP}`);
const SNAPSHOTTER = /(^|\/)csi-snapshotter$/;

export const csiSnapshotDefinitions: Rule = {
  id: 'csi-snapshot-definitions',
  level: 'note',
  summary: 'Snapshots of volumes need definitions that are not among the objects.',
  looksAt: 'Containers of csi-snapshotter and VolumeSnapshotClass objects, and whether the CustomResourceDefinitions `volumesnapshots`, '
    + '`volumesnapshotcontents` and `volumesnapshotclasses` of snapshot.storage.k8s.io are among the objects.',
  why: 'Kubernetes does not bring them along. Without them csi-snapshotter ends after a while with `failed to list v1 snapshotcontents`, '
    + 'again and again, and a VolumeSnapshotClass is refused with `no matches for kind`. Nothing makes snapshots before the snapshot '
    + 'controller runs, once for all drivers.',
  fix: 'Apply the definitions and the snapshot controller of kubernetes-csi/external-snapshotter once for the cluster, and acknowledge '
    + 'this where another repository does; or run no snapshotter: `snapshotter: CsiSidecar.none()`.',
  example: () => {
    const controller = deployment({}, { name: 'csi-snapshotter', image: 'registry.k8s.io/sig-storage/csi-snapshotter:v8.6.0' });
    return { fails: [controller], passes: [controller, ...DEFINITIONS.map(definition)] };
  },
  *check(context) {
    const needing = [...snapshotters(context), ...classes(context)];
    const missing = needing.length === 0
      ? []
      : DEFINITIONS.filter(name => context.inventory.find('CustomResourceDefinition', 'apiextensions.k8s.io', name) === undefined);
    if (missing.length > 0) {yield* needing.map(found => ({ ...found, given: `without ${missing.join(', ')}` }));}
  },
};

function snapshotters(context: CheckContext): ObjectFinding[] {
  return writtenWorkloads(
    context,
  ).flatMap(about => runningContainersIn(about).filter(({ container }) => SNAPSHOTTER.test(programOf(container.image) ?? ''))
    .map(({ name, path }) => findingOf(csiSnapshotDefinitions, {
      about, container: name, path, what: 'the sidecar needs the definitions of snapshots in the cluster',
    })));
}

function classes({ inventory }: CheckContext): ObjectFinding[] {
  return inventory.ofKind('VolumeSnapshotClass', GROUP)
    .map(about => findingOf(csiSnapshotDefinitions, {
      about, path: 'kind', what: 'the class needs the definitions of snapshots in the cluster',
    }));
}

function definition(name: string): Wire {
  const plural = name.slice(0, name.indexOf('.'));
  return {
    apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name },
    spec: {
      group: GROUP, scope: plural === 'volumesnapshots' ? 'Namespaced' : 'Cluster', names: { plural, kind: plural },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
    },
  };
}
