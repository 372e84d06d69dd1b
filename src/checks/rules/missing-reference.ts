import { Entry, namespaceOf } from '../../private/entry';
import type { Inventory } from '../../cluster/inventory/inventory';
import type { Workload } from '../../cluster/inventory/workload';
import { memo } from '../../private/memo';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { contentsOf, placeOfContent } from '../facts/content-place';
import { objectsByName } from '../facts/name-index';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Report, Rule } from '../rule';

/** Every namespace has these. */
const IN_EVERY_NAMESPACE = new Set(['kube-root-ca.crt', 'openshift-service-ca.crt']);

const PRIORITY_CLASSES = ['system-cluster-critical', 'system-node-critical'];

export const missingReference: Rule = {
  id: 'missing-reference',
  level: 'warning',
  summary: 'A workload refers to an object that nobody makes.',
  looksAt: 'ConfigMaps and Secrets that the pods of workloads cannot do without, priority classes and runtime classes, against the objects of the input.',
  why: 'Pods wait in ContainerCreating for a ConfigMap or Secret that is not there, and are refused for a priority or runtime class that is not there; the DaemonSet itself '
    + 'is taken. The input is seldom all of a cluster: where a name is nearly that of an object it is a warning, where others of its kind and namespace are there '
    + 'a note, and a Secret that nothing resembles is taken to come from elsewhere. Names that begin with `system-` are reserved: a priority class of another such name '
    + 'cannot exist, which is an error.',
  fix: 'Correct the name, or add the object.',
  example: () => ({
    fails: [reading('agent-confg'), configMap('agent-config')],
    passes: [reading('agent-config'), configMap('agent-config')],
  }),
  check: (context, report) => {
    const { inventory } = context;
    for (const workload of writtenWorkloads(context)) {
      checkContent(workload, inventory, report);
      checkClass(workload, 'priorityClassName', inventory, report);
      checkClass(workload, 'runtimeClassName', inventory, report);
    }
  },
};

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

function checkContent(workload: Workload, inventory: Inventory, report: Report): void {
  const namespace = namespaceOf(workload);
  const told = new Set<string>();
  for (const { kind, name, optional, where } of contentsOf(workload)) {
    if (optional || name === '' || IN_EVERY_NAMESPACE.has(name) || objectsByName(inventory, kind).get(namespace, name)?.apiVersion === 'v1') {continue;}
    const known = knownIn(inventory);
    const names = known.namesOf(kind, namespace);
    if (names.size === 0 || names.has(name) || known.isMade(namespace, name) || told.has(`${kind} ${name}`)) {continue;}
    told.add(`${kind} ${name}`);
    const meant = nearest(name, names);
    if (meant === undefined && kind === 'Secret') {continue;}
    report({
      about: workload, path: placeOfContent(workload, { kind, name }), given: `${kind} ${name}`, ...meant !== undefined && { wanted: meant }, level: meant === undefined ? 'note' : 'warning',
      what: `${where()} comes from a ${kind} that is not among those of the namespace ${namespace}`,
    });
  }
}

function checkClass(workload: Workload, field: 'priorityClassName' | 'runtimeClassName', inventory: Inventory, report: Report): void {
  const name = workload.pod[field];
  if (typeof name !== 'string' || name === '') {return;}
  const isPriority = field === 'priorityClassName';
  if (isPriority && PRIORITY_CLASSES.includes(name)) {return;}
  const known = isPriority ? knownIn(inventory).priorityClasses : knownIn(inventory).runtimeClasses;
  if (known.has(name)) {return;}
  const isReserved = isPriority && name.startsWith('system-');
  const meant = nearest(name, isPriority ? [...known, ...PRIORITY_CLASSES] : known);
  if (!isReserved && known.size === 0 && meant === undefined) {return;}
  report({
    about: workload, path: `${workload.podPath}.${field}`, given: name, level: isReserved ? 'error' : meant === undefined ? 'note' : 'warning',
    ...(meant !== undefined || isReserved) && { wanted: meant ?? PRIORITY_CLASSES.join(', ') },
    what: isReserved ? 'no such priority class can be: names that begin with `system-` are reserved, and its pods are refused'
      : `there is no such ${isPriority ? 'priority' : 'runtime'} class here, and pods of a class that is not there are refused`,
  });
}

function namesOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ name }) => name));
}

function reading(name: string): Wire {
  return daemonSet({ volumes: [{ name: 'config', configMap: { name } }] }, { volumeMounts: [{ name: 'config', mountPath: '/config', readOnly: true }] });
}

function configMap(name: string): Wire {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'agents' }, data: { 'agent.yaml': 'level: info\n' } };
}
