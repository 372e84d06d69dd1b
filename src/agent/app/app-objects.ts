import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { loadSoundness } from './check-settings';
import type { OwnedObject, RegisteredAgent } from './registered-agent';
import { clusterOf } from './target';
import type { AgentKnowledge, OwnObjects } from '../../cluster/inventory/own-objects';
import type { Soundness } from '../../cluster/inventory/soundness';
import { attempt } from '../../private/attempt';
import { entriesOf, Entry, isMap } from '../../private/entry';
import { listUnder } from '../../private/list-under';
import type { Wire } from '../../private/wire';

/** Whether an object is made by this library. */
export function isOwned(object: IConstruct): object is OwnedObject {
  return 'owner' in object;
}

/** The construct that is to be changed where an object is wrong. */
export function ownerOf(object: ApiObject): IConstruct {
  return isOwned(object) ? object.owner : object;
}

/** Objects by the cluster that they go to. */
export function objectsByCluster(objects: readonly ApiObject[]): ReadonlyMap<string, readonly ApiObject[]> {
  const clusters = new Map<string, ApiObject[]>();
  const known = new Map<IConstruct, string>();
  for (const object of objects) {
    // objects of one owner go to one cluster
    const owner = ownerOf(object);
    const cluster = known.get(owner) ?? clusterOf(owner);
    known.set(owner, cluster);
    listUnder(clusters, cluster).push(object);
  }
  return clusters;
}

/** The objects of an app as they are written, and what the app knows of them. */
export class WrittenObjects implements OwnObjects {
  private readonly makers = new Map<object, ApiObject>();
  private readonly manifests = new Map<ApiObject, Wire | undefined>();
  private readonly knowledge = new Map<ApiObject, () => AgentKnowledge>();

  public constructor(agents: readonly RegisteredAgent[]) {
    for (const workload of agents.flatMap(({ workloads }) => workloads)) {
      this.knowledge.set(workload.object, () => workload.state().knowledge);
    }
  }

  /** An object as it is written, made once. What cannot be written is reported by itself. */
  public manifestOf(object: ApiObject): Wire | undefined {
    if (!this.manifests.has(object)) {
      this.manifests.set(object, attempt(() => (isOwned(object) ? object.manifestToCheck() : object.toJson())));
    }
    return this.manifests.get(object);
  }

  /** An object as it is written, entry by entry. */
  public write(object: ApiObject): Entry[] {
    const manifest = this.manifestOf(object);
    if (!isMap(manifest)) {return [];}
    const entries = entriesOf(manifest, { constructPath: object.node.path });
    entries.forEach(entry => this.makers.set(entry.object, object));
    return entries;
  }

  /** An object without its nulls where its fields are of the right types, or else what is wrong with it. */
  public soundnessOf(entry: Entry): Soundness {
    const soundness = loadSoundness().soundnessOf([entry]);
    soundness.sound.forEach(each => this.makers.set(each.object, this.makerOf(entry)));
    return soundness;
  }

  /** What another object is written as that has the content of one that was written. */
  public alike(about: Entry, object: ApiObject): Entry {
    const entry = { ...about, source: { ...about.source, constructPath: object.node.path } };
    this.makers.set(entry, object);
    return entry;
  }

  /** What makes an object. */
  public makerOf(entry: Entry): ApiObject {
    return this.makers.get(entry) ?? this.makers.get(entry.object)!;
  }

  /** Whether an entry is of an object of this library. */
  public has(about: Entry): boolean {
    return isOwned(this.makerOf(about));
  }

  /** Whether an object could be written. */
  public wrote(object: ApiObject): boolean {
    return this.manifests.get(object) !== undefined;
  }

  public knowledgeOf(about: Entry): AgentKnowledge | undefined {
    return this.knowledge.get(this.makerOf(about))?.();
  }
}
