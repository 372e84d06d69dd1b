import type { Acknowledgement } from '../../checks/acknowledge';
import { Inventory } from '../../cluster/inventory/inventory';
import { soundnessOf } from '../../cluster/inventory/soundness';
import type { Workload } from '../../cluster/inventory/workload';
import type { Entry } from '../../private/entry';
import type { ObjectFinding } from '../../private/finding';

/** Where an object goes. */
export interface EntryTarget {
  /** What tells the clusters of an app apart; empty where there is one. */
  readonly cluster: string;
  /** The minor of its oldest Kubernetes, where that is known. */
  readonly minor?: number;
  /** What was said of what checks find in the object, beside its annotations. */
  readonly acknowledged: ReadonlyArray<Omit<Acknowledgement, 'covers'>>;
}

/** An object, and where it goes. */
export interface TargetedEntry {
  readonly entry: Entry;
  readonly target: EntryTarget;
}

/** The objects that go to one cluster. */
export interface ClusterObjects {
  /** As they are written. */
  readonly entries: readonly Entry[];
  /** Those that can be looked into. */
  readonly inventory: Inventory;
  readonly minor?: number;
  readonly acknowledgements: readonly Acknowledgement[];
}

/** Everything that is looked at together. */
export interface Collection {
  /** As they are written. */
  readonly entries: readonly Entry[];
  readonly clusters: readonly ClusterObjects[];
  /** Why nothing can be said of some of them. */
  readonly findings: readonly ObjectFinding[];
}

const NOWHERE: EntryTarget = { cluster: '', acknowledged: [] };

/** Objects of which nobody says where they go: those of a YAML text. */
export function untargeted(entries: readonly Entry[]): TargetedEntry[] {
  return entries.map(entry => ({ entry, target: NOWHERE }));
}

/** Objects by their clusters: those of two clusters never meet. */
export function collect(objects: readonly TargetedEntry[]): Collection {
  const findings: ObjectFinding[] = [];
  const byCluster = new Map<string, TargetedEntry[]>();
  for (const object of objects) {byCluster.set(object.target.cluster, [...byCluster.get(object.target.cluster) ?? [], object]);}
  const clusters = [...byCluster.values()].map((here): ClusterObjects => {
    const entries = here.map(({ entry }) => entry);
    const soundness = soundnessOf(entries);
    findings.push(...soundness.findings);
    const { minor } = here[0].target;
    const inventory = new Inventory(soundness.sound);
    return { entries, inventory, ...minor !== undefined && { minor }, acknowledgements: here.flatMap(acknowledgementsOf) };
  });
  return { entries: objects.map(({ entry }) => entry), clusters, findings };
}

/** What makes an object sound copies it, and keeps where it comes from. */
function acknowledgementsOf({ entry: { source }, target }: TargetedEntry): Acknowledgement[] {
  return target.acknowledged.map(each => ({ ...each, covers: about => about.source === source }));
}

/** A DaemonSet, and the objects that go to the same cluster. */
export interface DaemonSetInCluster {
  readonly workload: Workload;
  readonly cluster: ClusterObjects;
}

export function daemonSetsIn({ clusters }: Collection): DaemonSetInCluster[] {
  return clusters.flatMap(cluster => cluster.inventory.daemonSets.map(workload => ({ workload, cluster })));
}
