import { contentsOf, placeOfContent } from './content-place';
import { Entry, namespaceOf } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import { memo } from '../../private/memo';
import { nearest } from '../../private/nearest';
import type { CheckContext } from '../inventory/check-context';
import type { Inventory } from '../inventory/inventory';
import { objectsByName } from '../inventory/name-index';
import type { Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';

/** Every namespace has these, or kubeadm makes them in kube-system. */
const IN_EVERY_NAMESPACE = new Set(['kube-root-ca.crt', 'openshift-service-ca.crt']);
const OF_KUBEADM = new Set(['coredns', 'extension-apiserver-authentication', 'kube-proxy', 'kubeadm-config', 'kubelet-config']);

const PRIORITY_CLASSES = ['system-cluster-critical', 'system-node-critical'];

/** What such findings have in common. */
export const MISSING_REFERENCE: FindingKind = {
  id: 'missing-reference',
  level: 'warning',
  fix: 'Correct the name, or add the object.',
};

/** ConfigMaps, Secrets and classes that pods refer to and nobody makes. */
export function* missingObjects(context: CheckContext): Generator<ObjectFinding> {
  const { inventory } = context;
  const named = new Set<string>();
  for (const workload of writtenWorkloads(context)) {
    yield* missingContents(workload, inventory, named);
    yield* missingClass(workload, 'priorityClassName', inventory);
    yield* missingClass(workload, 'runtimeClassName', inventory);
  }
}

/** What the input has, by what refers to it. */
class Known {
  public readonly priorityClasses: ReadonlySet<string>;
  public readonly runtimeClasses: ReadonlySet<string>;
  private readonly contents = new Map<string, Set<string>>();
  private readonly makers = new Set<string>();

  public constructor(inventory: Inventory) {
    this.priorityClasses = namesOf(inventory.ofKind('PriorityClass', 'scheduling.k8s.io'));
    this.runtimeClasses = namesOf(inventory.ofKind('RuntimeClass', 'node.k8s.io'));
    for (const entry of inventory.entries) {
      const { kind, name, apiVersion, object } = entry;
      const namespace = namespaceOf(entry);
      if (apiVersion === 'v1' && (kind === 'ConfigMap' || kind === 'Secret')) {
        const key = `${kind} ${namespace}`;
        this.contents.set(key, (this.contents.get(key) ?? new Set()).add(name));
      } else if (apiVersion.includes('.')) {
        // controllers make Secrets and ConfigMaps of these, under their own name or the one that they say
        for (const made of [name, object.spec?.target?.name, object.spec?.secretName, object.spec?.template?.metadata?.name]) {
          if (typeof made === 'string') {this.makers.add(`${namespace}/${made}`);}
        }
      }
    }
  }

  public namesOf(kind: string, namespace: string): ReadonlySet<string> {
    return this.contents.get(`${kind} ${namespace}`) ?? new Set();
  }

  /** Whether something else in the input may make it. */
  public isMade(namespace: string, name: string): boolean {
    return this.makers.has(`${namespace}/${name}`);
  }
}

const knownIn = memo((inventory: Inventory) => new Known(inventory));

/** @param named what was reported: an object that many workloads miss is missing once */
function* missingContents(workload: Workload, inventory: Inventory, named: Set<string>): Generator<ObjectFinding> {
  const namespace = namespaceOf(workload);
  for (const { kind, name, optional, where } of contentsOf(workload)) {
    if (optional || name === '' || IN_EVERY_NAMESPACE.has(name) || namespace === 'kube-system' && OF_KUBEADM.has(name)
      || objectsByName(inventory, kind).get(namespace, name)?.apiVersion === 'v1') {continue;}
    const known = knownIn(inventory);
    const names = known.namesOf(kind, namespace);
    if (names.size === 0 || names.has(name) || known.isMade(namespace, name) || named.has(`${kind} ${namespace}/${name}`)) {continue;}
    named.add(`${kind} ${namespace}/${name}`);
    const meant = nearest(name, names);
    if (meant === undefined && kind === 'Secret') {continue;}
    yield findingOf(MISSING_REFERENCE, {
      about: workload, path: placeOfContent(workload, { kind, name }), given: `${kind} ${name}`,
      ...meant !== undefined && { allowed: meant }, level: meant === undefined ? 'note' : 'warning',
      what: `${where()} comes from a ${kind} that is not among those of the namespace ${namespace}`,
    });
  }
}

function* missingClass(workload: Workload, field: 'priorityClassName'
  | 'runtimeClassName', inventory: Inventory): Generator<ObjectFinding> {
  const name = workload.pod[field];
  if (typeof name !== 'string' || name === '') {return;}
  const isPriority = field === 'priorityClassName';
  if (isPriority && PRIORITY_CLASSES.includes(name)) {return;}
  const known = isPriority ? knownIn(inventory).priorityClasses : knownIn(inventory).runtimeClasses;
  if (known.has(name)) {return;}
  const isReserved = isPriority && name.startsWith('system-');
  const meant = nearest(name, isPriority ? [...known, ...PRIORITY_CLASSES] : known);
  if (!isReserved && known.size === 0 && meant === undefined) {return;}
  yield findingOf(MISSING_REFERENCE, {
    about: workload, path: `${workload.podPath}.${field}`, given: name,
    level: isReserved ? 'error' : meant === undefined ? 'note' : 'warning',
    ...(meant !== undefined || isReserved) && { allowed: meant ?? PRIORITY_CLASSES.join(', ') },
    what: isReserved ? 'no such priority class can be: names that begin with `system-` are reserved, and its pods are refused'
      : `there is no such ${isPriority ? 'priority' : 'runtime'} class here, and pods of a class that is not there are refused`,
  });
}

function namesOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ name }) => name));
}
