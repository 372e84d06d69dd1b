import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { unexplained } from './parity';
import { workloadFacts } from './workload-facts';
import { CsiController, CsiDriver, CsiNodePlugin } from '../../src';
import { testChart } from '../support/golden';

/** The roles of the operator of the project: the newest that it publishes, with the release that it deploys. */
const UPSTREAM: { readonly source: string; readonly roles: { readonly [workload: string]: { readonly [right: string]: string } } } =
  JSON.parse(readFileSync(join(__dirname, 'facts', 'ceph-csi-operator-roles.json'), 'utf8'));

const OPTIONS = { kmsConfigMap: 'ceph-csi-encryption-kms-config', groupSnapshots: true };

function rightsOf(write: (chart: Chart) => void): string[] {
  const chart = testChart();
  write(chart);
  return Object.keys(workloadFacts(chart.toJson())).filter(thing => thing.startsWith('may '));
}

/** What is in one of the two alone, and has no reason; and reasons of nothing. */
function compared(workload: string, ours: readonly string[], because: {
  readonly [reason: string]: readonly string[];
}): ReturnType<typeof unexplained> {
  const upstream = Object.keys(UPSTREAM.roles[workload]);
  const found = [...new Set([...upstream, ...ours])].sort().filter(thing => !upstream.includes(thing) || !ours.includes(thing))
    .map(thing => ({ thing, ...upstream.includes(thing) ? { upstream: 'yes' } : { ours: 'yes' } }));
  return unexplained(found, because);
}

/** What the operator deploys beside the driver, which the library does not. */
const ADDONS = {
  'CSI-Addons is a program of its own, with an account of its own': [
    'may create csiaddonsnodes*', 'may delete csiaddonsnodes*', 'may get csiaddonsnodes*', 'may list csiaddonsnodes*',
    'may update csiaddonsnodes*',
    'may watch csiaddonsnodes*', 'may get pods of core', 'may get replicasets of apps', 'may update daemonsets/finalizers of apps',
    'may update deployments/finalizers of apps', 'may create tokenreviews of authentication.k8s.io',
  ],
};
const NODE = {
  ...ADDONS,
  'CSI-Addons reports the condition of volumes as events': [
    'may create events of core', 'may list events of core', 'may patch events of core', 'may update events of core',
    'may watch events of core',
    'may get persistentvolumeclaims of core',
  ],
  'Secrets are read by name, and the copies of CSI-Addons are not there': ['may list secrets of core', 'may watch secrets of core'],
};
const CONTROLLER = {
  ...ADDONS,
  'CSI-Addons replicates groups of volumes': [
    'may get volumegroupreplicationclasses*', 'may list volumegroupreplication*', 'may watch volumegroupreplication*',
    'may get volumegroupreplicationcontents*',
  ],
  'OpenShift Data Foundation has an API of groups of its own': ['get', 'list', 'watch', 'patch', 'update']
    .map(verb => `may ${verb} volumegroupsnapshot*`),
  'Ceph changes no volumes by VolumeAttributesClasses, and the gate of the resizer is off': ['get', 'list', 'watch']
    .map(verb => `may ${verb} volumeattributesclasses of storage.k8s.io`),
  'sidecars of today patch': ['may update persistentvolumes of core'],
  'the provisioner has the rights that its own project names': ['may update volumesnapshots of snapshot.storage.k8s.io'],
};

const pluginOf = (driver: CsiDriver) => rightsOf(chart => new CsiNodePlugin(chart, 'ceph', { driver }));
const controllerOf = (driver: CsiDriver) => rightsOf(chart => new CsiController(chart, 'ceph', { driver }));
const NOTHING = { open: [], stale: [] };

test('the roles that are compared are those of the newest release that is known here', () => {
  expect(UPSTREAM.source).toContain('v3.17.0');
});

test('the node plugin for RBD has no right that the roles of the operator lack', () => {
  expect(compared('rbd-node', pluginOf(CsiDriver.cephRbd(OPTIONS)), {
    ...NODE,
    'devices that rbd-nbd lost are mapped again where classes ask for it': ['get', 'list'].flatMap(verb => [
      `may ${verb} persistentvolumes of core`, `may ${verb} volumeattachments of storage.k8s.io`,
    ]),
  })).toEqual(NOTHING);
  expect(compared('rbd-node', pluginOf(CsiDriver.cephRbd({ ...OPTIONS, nbd: true })), {
    ...NODE, 'volumes are read by name': ['may list persistentvolumes of core'],
  })).toEqual(NOTHING);
});

test('the node plugin for CephFS has no right that the roles of the operator lack', () => {
  expect(compared('fs-node', pluginOf(CsiDriver.cephFs(OPTIONS)), {
    ...NODE, 'and names the volumes of events': ['may get persistentvolumes of core'],
  })).toEqual(NOTHING);
});

test('the controller for RBD has the rights of the roles of the operator', () => {
  expect(compared('rbd-controller', controllerOf(CsiDriver.cephRbd({ ...OPTIONS, omapGenerator: true })), {
    ...CONTROLLER,
    'changed blocks of snapshots are served by a sidecar of its own': [
      'may create subjectaccessreviews of authorization.k8s.io', 'may get snapshotmetadataservices of cbt.storage.k8s.io',
      'may list snapshotmetadataservices of cbt.storage.k8s.io',
    ],
  })).toEqual(NOTHING);
});

test('the controller for CephFS has the rights of the roles of the operator', () => {
  expect(compared('fs-controller', controllerOf(CsiDriver.cephFs(OPTIONS)), {
    ...CONTROLLER,
    'nothing is attached': ['get', 'list', 'watch', 'patch'].map(verb => `may ${verb} volumeattachments of storage.k8s.io`)
      .concat('may patch volumeattachments/status of storage.k8s.io'),
    'Secrets are read by name, when a class names them': ['may list secrets of core', 'may watch secrets of core'],
    'claims are updated by the provisioner, and their status is patched': ['may patch persistentvolumeclaims of core'],
  })).toEqual(NOTHING);
});
