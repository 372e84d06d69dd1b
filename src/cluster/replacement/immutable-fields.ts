import { isDeepStrictEqual } from 'node:util';
import { appliedCounts, createdCounts } from './job-counts';
import { Entry, namespaceFor } from '../../private/entry';
import type { Wire } from '../../private/wire';
import { groupOf } from '../inventory/inventory';

/** A field that an object has for good, and was written with another value. */
export interface ImmutableChange {
  /** The steps to the field. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly now: unknown;
}

/** A field that no update changes. */
interface ImmutableField {
  readonly path: readonly string[];
  /** What the API server takes where the field is left out. */
  readonly standard?: unknown;
  /** What is stored before and afterwards, where that depends on other fields as well. */
  readonly stored?: (before: Wire, now: Wire) => readonly [before: unknown, now: unknown];
  /** Whether the API server keeps the value where the field is left out. */
  readonly isKept?: boolean;
  /** Whether it may be set later where it was left out. */
  readonly maySet?: boolean;
}

const SELECTOR: ImmutableField = { path: ['spec', 'selector'] };
const ROLE: ImmutableField = { path: ['roleRef'] };

/** By kinds with their groups: what the validation of updates in Kubernetes refuses. */
const IMMUTABLE: ReadonlyMap<string, readonly ImmutableField[]> = new Map<string, readonly ImmutableField[]>([
  ['CSIDriver.storage.k8s.io', [
    { path: ['spec', 'attachRequired'], standard: true }, { path: ['spec', 'volumeLifecycleModes'], standard: ['Persistent'] },
  ]],
  ['StorageClass.storage.k8s.io', [
    { path: ['provisioner'] }, { path: ['parameters'], standard: {} }, { path: ['reclaimPolicy'], standard: 'Delete' },
    { path: ['volumeBindingMode'], standard: 'Immediate' },
  ]],
  ['DaemonSet.apps', [SELECTOR]],
  ['Deployment.apps', [SELECTOR]],
  ['StatefulSet.apps', [
    SELECTOR, { path: ['spec', 'serviceName'], standard: '' }, { path: ['spec', 'podManagementPolicy'], standard: 'OrderedReady' },
    { path: ['spec', 'volumeClaimTemplates'], standard: [] },
  ]],
  ['Job.batch', [
    { ...SELECTOR, isKept: true }, { path: ['spec', 'template'] }, { path: ['spec', 'completions'], stored: completionsOf },
    { path: ['spec', 'completionMode'], standard: 'NonIndexed' }, { path: ['spec', 'podFailurePolicy'] },
    { path: ['spec', 'successPolicy'] },
    { path: ['spec', 'backoffLimitPerIndex'] }, { path: ['spec', 'managedBy'] },
  ]],
  ['PersistentVolume.', [
    ...['csi', 'hostPath', 'local', 'nfs'].map(source => ({ path: ['spec', source] })),
    { path: ['spec', 'volumeMode'], standard: 'Filesystem' },
  ]],
  ['PersistentVolumeClaim.', [
    { path: ['spec', 'accessModes'] }, { path: ['spec', 'selector'] }, { path: ['spec', 'storageClassName'], maySet: true },
    { path: ['spec', 'volumeMode'], standard: 'Filesystem' }, { path: ['spec', 'volumeName'], maySet: true, isKept: true },
    { path: ['spec', 'dataSource'] }, { path: ['spec', 'dataSourceRef'] },
  ]],
  ['RoleBinding.rbac.authorization.k8s.io', [ROLE]],
  ['ClusterRoleBinding.rbac.authorization.k8s.io', [ROLE]],
  ['PriorityClass.scheduling.k8s.io', [{ path: ['value'], standard: 0 }, { path: ['preemptionPolicy'], standard: 'PreemptLowerPriority' }]],
  ['RuntimeClass.node.k8s.io', [{ path: ['handler'] }]],
  ['Service.', [{ path: ['spec', 'clusterIP'], isKept: true }, { path: ['spec', 'loadBalancerClass'], stored: classesOf }]],
  ['Secret.', [{ path: ['type'], standard: 'Opaque' }]],
]);

/** Content of objects that say `immutable: true`. */
const CONTENT: readonly ImmutableField[] = [
  { path: ['immutable'] }, { path: ['data'], standard: {} }, { path: ['binaryData'], standard: {} },
];

/** The object of the previous manifests that an apply of this one changes. */
export function previousOf(entry: Entry, previous: readonly Entry[]): Entry | undefined {
  return previous.find(each => kindOf(each) === kindOf(entry) && each.name === entry.name && namespaceFor(each) === namespaceFor(entry));
}

/** What differs between two releases of an object that no update changes. */
export function immutableChanges(before: Entry, now: Entry): ImmutableChange[] {
  const fields = [
    ...IMMUTABLE.get(kindOf(now)) ?? [],
    ...before.object.immutable === true && ['ConfigMap.', 'Secret.'].includes(kindOf(now)) ? CONTENT : [],
  ];
  return fields.map(field => {
    const [was, is] = field.stored?.(before.object, now.object) ?? [before, now].map(({ object }) => valueOf(object, field));
    return { field, path: field.path, before: was, now: is };
  })
    .filter(({ field, before: was, now: is }) => !isDeepStrictEqual(was, is) && !(field.isKept && is === undefined)
      && !(field.maySet && was === undefined))
    .map(({ path, before: was, now: is }) => ({ path, before: was, now: is }));
}

function kindOf({ apiVersion, kind }: Entry): string {
  return `${kind}.${groupOf(apiVersion)}`;
}

function valueOf(object: Wire, { path, standard }: ImmutableField): unknown {
  return path.reduce((value, step) => value?.[step], object) ?? standard;
}

/** An indexed Job may get another number together with its parallelism. */
function completionsOf({ spec: before }: Wire, { spec: now }: Wire): readonly [unknown, unknown] {
  const [{ completions: was }, { completions: is, parallelism }] = [createdCounts(before), appliedCounts(before, now)];
  return now?.completionMode === 'Indexed' && is === parallelism ? [is, is] : [was, is];
}

/** The class of a load balancer is fixed as long as the Service is one. */
function classesOf({ spec: before }: Wire, { spec: now }: Wire): readonly [unknown, unknown] {
  const isBalancer = [before, now].every(spec => spec?.type === 'LoadBalancer');
  return isBalancer ? [before.loadBalancerClass, now.loadBalancerClass] : [undefined, undefined];
}
