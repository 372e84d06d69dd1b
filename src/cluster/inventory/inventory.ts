import { isDaemonSet, Workload, workloadOf } from './workload';
import { Entry, namespaceFor } from '../../private/entry';

/** The objects that are looked at together: those of an app, or of files. Their fields must be of the right types. */
export class Inventory {
  /** Everything that makes pods, or is one. */
  public readonly workloads: readonly Workload[];
  private readonly byKind = new Map<string, Entry[]>();
  private byName?: ReadonlyMap<string, Entry>;

  public constructor(public readonly entries: readonly Entry[]) {
    const workloads: Workload[] = [];
    for (const entry of entries) {
      const list = this.byKind.get(entry.kind);
      if (list) {list.push(entry);} else {this.byKind.set(entry.kind, [entry]);}
      const workload = workloadOf(entry);
      if (workload) {workloads.push(workload);}
    }
    this.workloads = workloads;
  }

  /** What runs once on every node. */
  public get daemonSets(): readonly Workload[] {
    return this.workloads.filter(isDaemonSet);
  }

  /** The objects of a kind of Kubernetes itself, whatever their version. */
  public ofKind(kind: string, group: string = ''): readonly Entry[] {
    return (this.byKind.get(kind) ?? []).filter(({ apiVersion }) => groupOf(apiVersion) === group);
  }

  /** The object of a kind and name; the namespace is left out for kinds that have none. */
  public find(kind: string, group: string, name: string, namespace?: string): Entry | undefined {
    this.byName ??= new Map(this.entries.map(entry => [
      keyOf(entry.kind, groupOf(entry.apiVersion), entry.name, namespaceFor(entry)), entry,
    ]));
    return this.byName.get(keyOf(kind, group, name, namespace));
  }
}

function keyOf(kind: string, group: string, name: string, namespace: string = ''): string {
  return `${kind}.${group}/${namespace}/${name}`;
}

/** The group of an API version: empty for the core of Kubernetes. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
