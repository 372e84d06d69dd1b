import { ApiGrant } from '../../agent/companions/api-grant';

/** The sidecars of a controller, by the names of the options of CsiControllerOptions. */
export type ControllerRole = 'provisioner' | 'attacher' | 'resizer' | 'snapshotter';

/** What decides what the sidecars of one controller do, and so what they may. */
export interface ControllerWork {
  readonly roles: ReadonlySet<ControllerRole>;
  readonly readsSecrets: boolean;
  readonly modifiesVolumes: boolean;
  readonly groupSnapshots: boolean;
  readonly expandsOnline: boolean;
  /** Whether the scheduler looks at the capacity that the provisioner reports. */
  readonly reportsCapacity: boolean;
}

/** A rule of a role, as the projects of the sidecars write it. */
export interface RbacRule {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Whether it is about objects of the controller's own namespace. */
  readonly ownNamespace?: boolean;
}

const STORAGE = 'storage.k8s.io';
const SNAPSHOTS = 'snapshot.storage.k8s.io';
const GROUP_SNAPSHOTS = 'groupsnapshot.storage.k8s.io';
const READ = ['get', 'list', 'watch'];
const EVENTS: RbacRule = { group: '', resources: ['events'], verbs: ['list', 'watch', 'create', 'update', 'patch'] };

/** deploy/kubernetes/rbac.yaml of external-provisioner v6.3.0, with what it says is for some drivers alone. */
export function provisionerRules({ roles, modifiesVolumes, reportsCapacity }: ControllerWork): RbacRule[] {
  return [
    { group: '', resources: ['persistentvolumes'], verbs: [...READ, 'create', 'patch', 'delete'] },
    { group: '', resources: ['persistentvolumeclaims'], verbs: [...READ, 'update'] },
    { group: STORAGE, resources: ['storageclasses'], verbs: READ },
    EVENTS,
    ...roles.has('snapshotter') ? [
      { group: SNAPSHOTS, resources: ['volumesnapshots'], verbs: [...READ, 'update'] },
      { group: SNAPSHOTS, resources: ['volumesnapshotcontents'], verbs: ['get', 'list'] },
    ] : [],
    { group: STORAGE, resources: ['csinodes'], verbs: READ },
    { group: '', resources: ['nodes'], verbs: READ },
    // it deletes a volume when the last attachment is gone
    ...roles.has('attacher') ? [{ group: STORAGE, resources: ['volumeattachments'], verbs: READ }] : [],
    ...modifiesVolumes ? [{ group: STORAGE, resources: ['volumeattributesclasses'], verbs: READ }] : [],
    ...reportsCapacity ? CAPACITY_RULES : [],
  ];
}

/** The objects with the capacity, and the owners of the pod up to the one that they belong to. */
const CAPACITY_RULES: readonly RbacRule[] = [
  { group: STORAGE, resources: ['csistoragecapacities'], verbs: [...READ, 'create', 'update', 'patch', 'delete'], ownNamespace: true },
  { group: '', resources: ['pods'], verbs: ['get'], ownNamespace: true },
  { group: 'apps', resources: ['replicasets'], verbs: ['get'], ownNamespace: true },
];

/** The same for a provisioner on each node, whose pod owns the objects with the capacity of its node, and which leads nobody. */
export function nodeProvisionerRules(): RbacRule[] {
  const work = {
    roles: new Set<ControllerRole>(), readsSecrets: false, modifiesVolumes: false, expandsOnline: false, groupSnapshots: false,
    reportsCapacity: true,
  };
  return provisionerRules(work).filter(({ resources }) => !resources.includes('replicasets'));
}

/** deploy/kubernetes/rbac.yaml of external-attacher v4.12.0. */
export const ATTACHER_RULES: readonly RbacRule[] = [
  { group: '', resources: ['persistentvolumes'], verbs: [...READ, 'patch'] },
  { group: STORAGE, resources: ['csinodes'], verbs: READ },
  { group: STORAGE, resources: ['volumeattachments'], verbs: [...READ, 'patch'] },
  { group: STORAGE, resources: ['volumeattachments/status'], verbs: ['patch'] },
];

/** deploy/kubernetes/rbac.yaml of external-resizer v2.2.1. It watches pods only to learn whether a volume is in use. */
export function resizerRules({ modifiesVolumes, expandsOnline }: ControllerWork): RbacRule[] {
  return [
    { group: '', resources: ['persistentvolumes'], verbs: [...READ, 'patch'] },
    { group: '', resources: ['persistentvolumeclaims'], verbs: READ },
    ...expandsOnline ? [] : [{ group: '', resources: ['pods'], verbs: READ }],
    { group: '', resources: ['persistentvolumeclaims/status'], verbs: ['patch'] },
    EVENTS,
    ...modifiesVolumes ? [{ group: STORAGE, resources: ['volumeattributesclasses'], verbs: READ }] : [],
  ];
}

/** deploy/kubernetes/csi-snapshotter/rbac-csi-snapshotter.yaml of external-snapshotter v8.6.0. */
export function snapshotterRules({ groupSnapshots }: ControllerWork): RbacRule[] {
  return [...SNAPSHOT_RULES, ...groupSnapshots ? GROUP_RULES : []];
}

const SNAPSHOT_RULES: readonly RbacRule[] = [
  EVENTS,
  { group: SNAPSHOTS, resources: ['volumesnapshotclasses'], verbs: READ },
  { group: SNAPSHOTS, resources: ['volumesnapshotcontents'], verbs: [...READ, 'update', 'patch'] },
  { group: SNAPSHOTS, resources: ['volumesnapshotcontents/status'], verbs: ['update', 'patch'] },
];

const GROUP_RULES: readonly RbacRule[] = [
  { group: GROUP_SNAPSHOTS, resources: ['volumegroupsnapshotclasses'], verbs: READ },
  { group: GROUP_SNAPSHOTS, resources: ['volumegroupsnapshotcontents'], verbs: [...READ, 'update', 'patch'] },
  { group: GROUP_SNAPSHOTS, resources: ['volumegroupsnapshotcontents/status'], verbs: ['update', 'patch'] },
];

/** What each of them needs to elect a leader. */
export const LEADER_RULES: readonly RbacRule[] = [
  {
    group: 'coordination.k8s.io', resources: [
      'leases',
    ], verbs: ['get', 'watch', 'list', 'delete', 'update', 'create'], ownNamespace: true,
  },
];

/**
 * What a sidecar needs where a class names a Secret. The manifests of the projects let it list them as well, which none of the programs
 * does.
 */
export const SECRET_RULES: readonly RbacRule[] = [{ group: '', resources: ['secrets'], verbs: ['get'] }];

/** The same as grants. */
export function grantsOf(rules: readonly RbacRule[]): ApiGrant[] {
  return rules.map(({ group: apiGroup, resources, verbs, ownNamespace }) =>
    ApiGrant[ownNamespace ? 'inOwnNamespace' : 'clusterWide']([...resources], [...verbs], { apiGroup }));
}
