import type { Acknowledgement } from '../../checks/acknowledge';
import type { Entry } from '../../cluster/inventory/entry';
import { Inventory } from '../../cluster/inventory/inventory';
import { soundnessOf, Unsoundness } from '../../cluster/inventory/soundness';
import type { Workload } from '../../cluster/inventory/workload';

/** Where an object goes. */
export interface Home {
  /** What tells the clusters of an app apart; empty where there is one. */
  readonly cluster: string;
  /** The minor of its oldest Kubernetes, where that is known. */
  readonly minor?: number;
  /** What was said of what checks find in the object, beside its annotations. */
  readonly acknowledged: ReadonlyArray<Omit<Acknowledgement, 'covers'>>;
}

/** An object, and where it goes. */
export interface HousedEntry {
  readonly entry: Entry;
  readonly home: Home;
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
  readonly problems: readonly Unsoundness[];
}

const NOWHERE: Home = { cluster: '', acknowledged: [] };

/** Objects of which nobody says where they go: those of a YAML text. */
export function housed(entries: readonly Entry[]): HousedEntry[] {
  return entries.map(entry => ({ entry, home: NOWHERE }));
}

/** Objects by their clusters: those of two clusters never meet. */
export function collect(objects: readonly HousedEntry[]): Collection {
  const problems: Unsoundness[] = [];
  const byCluster = new Map<string, HousedEntry[]>();
  for (const object of objects) {byCluster.set(object.home.cluster, [...byCluster.get(object.home.cluster) ?? [], object]);}
  const clusters = [...byCluster.values()].map((here): ClusterObjects => {
    const entries = here.map(({ entry }) => entry);
    const soundness = soundnessOf(entries);
    problems.push(...soundness.problems);
    const { minor } = here[0].home;
    const inventory = new Inventory(soundness.sound);
    return { entries, inventory, ...minor !== undefined && { minor }, acknowledgements: here.flatMap(acknowledgementsOf) };
  });
  return { entries: objects.map(({ entry }) => entry), clusters, problems };
}

/** What makes an object sound copies it, and keeps where it comes from. */
function acknowledgementsOf({ entry: { source }, home }: HousedEntry): Acknowledgement[] {
  return home.acknowledged.map(each => ({ ...each, covers: about => about.source === source }));
}

/** A DaemonSet, and the objects that go to the same cluster. */
export interface DaemonSetIn {
  readonly workload: Workload;
  readonly beside: ClusterObjects;
}

export function daemonSetsIn({ clusters }: Collection): DaemonSetIn[] {
  return clusters.flatMap(beside => beside.inventory.daemonSets.map(workload => ({ workload, beside })));
}
