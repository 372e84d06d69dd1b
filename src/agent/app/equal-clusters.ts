import type { ApiObject } from 'cdk8s';
import { isOwned, WrittenObjects } from './app-objects';
import type { CheckContext } from '../../cluster/inventory/check-context';
import { ObjectFinding, withFacts } from '../../private/finding';

type Target = Pick<CheckContext, 'minor' | 'platform'>;

/** A cluster that was looked at. */
interface SeenCluster {
  readonly objects: readonly ApiObject[];
  readonly findings: readonly ObjectFinding[];
}

/** Clusters with the same objects have the same findings: one of them is looked at. */
export class EqualClusters {
  private readonly seen = new Map<string, SeenCluster>();
  private readonly platforms = new Map<string, number>();

  public constructor(private readonly written: WrittenObjects) {}

  /**
   * @param objects all objects of a cluster
   * @param target what decides about the findings besides the objects
   * @param find looks at the objects
   */
  public findingsIn(objects: readonly ApiObject[], target: Target, find: () => ObjectFinding[]): readonly ObjectFinding[] {
    const key = `${target.minor} ${this.numberOf(target.platform)}\n${objects.map(object => this.contentOf(object)).join('\n')}`;
    const before = this.seen.get(key);
    if (before !== undefined) {return before.findings.map(found => this.inPlaceOf(found, before.objects, objects));}
    const findings = find();
    this.seen.set(key, { objects, findings });
    return findings;
  }

  /** Clusters of one platform share what is known of it; those of others may differ in anything. */
  private numberOf(platform: Target['platform']): number {
    if (platform === undefined) {return -1;}
    const key = JSON.stringify(platform);
    return this.platforms.get(key) ?? this.platforms.set(key, this.platforms.size).size - 1;
  }

  private contentOf(object: ApiObject): string {
    const likeness = isOwned(object) && object.addedMetadata === undefined ? object.likeness : undefined;
    return likeness ?? JSON.stringify(this.written.write(object).map(entry => entry.object));
  }

  /** The same finding in the object that stands at the same place. */
  private inPlaceOf(found: ObjectFinding, objects: readonly ApiObject[], others: readonly ApiObject[]): ObjectFinding {
    const other = others[objects.indexOf(this.written.makerOf(found.about))];
    return withFacts(found, { about: this.written.alike(found.about, other) });
  }
}
