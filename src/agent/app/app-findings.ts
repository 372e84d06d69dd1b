import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { CheckSettings, findCheckSettings, loadChecks } from './check-settings';
import { attempt } from './foreign-workloads';
import { OwnedObject } from './registered-agent';
import { clusterOf, minorFor } from './target';
import { Acknowledgement, STALE_ACKNOWLEDGEMENT } from '../../checks/acknowledge';
import { Inventory } from '../../cluster/inventory/inventory';
import { describeEntry, entriesOf, Entry } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import { Finding } from '../acknowledge/finding';

/** What findings say in the app. */
type ShownFinding = Finding & Required<Pick<Finding, 'code' | 'level' | 'refusedBy' | 'constructPath' | 'object' | 'path'>>;

/** A finding about an object of this library, or about what was said of findings. */
export interface AppFinding {
  /** The construct that is to be changed. */
  readonly owner: IConstruct;
  /** The object as it is written, and what makes it; neither where it is about an acknowledgement. */
  readonly about?: Entry;
  readonly maker?: ApiObject;
  readonly shown: ShownFinding;
  /** Whether it stops the synth. */
  readonly stops: boolean;
  /** Whether it is shown at synth. */
  readonly isShown: boolean;
  /** Codes with which constructs say the same in words of their own. */
  readonly sameAs: readonly string[];
}

/** Something was said of the checks below a construct. */
interface Said {
  readonly construct: IConstruct;
  readonly settings: CheckSettings;
}

interface Meant extends Acknowledgement {
  readonly construct: IConstruct;
  /** What a feature says is no finding when it covers nothing: users cannot take it back. */
  readonly byFeature?: boolean;
}

/**
 * What the rules find in the objects of the library, with those of everyone else beside them: what others do to each other is theirs to know, and the command
 * and the validation plugin tell them.
 */
export function findAppFindings(constructs: readonly IConstruct[], objects: readonly ApiObject[]): AppFinding[] {
  const { acknowledge, RULES } = loadChecks();
  const makers = new Map<object, ApiObject>();
  const findings: ObjectFinding[] = [];
  for (const [first, ...others] of byCluster(objects).values()) {
    const entries = [first, ...others].flatMap(object => entryOf(object, makers));
    findings.push(...findIn(entries, minorFor(first)).filter(({ about }) => isOwned(makers.get(about.object)!)));
  }
  const said = constructs.flatMap(construct => {
    const settings = findCheckSettings(construct);
    return settings ? [{ construct, settings }] : [];
  });
  const rules = new Map(RULES.map(rule => [rule.id, rule]));
  const meant = meantIn(said, makers);
  const { findings: marked, stale } = acknowledge(findings, meant);
  return [
    ...marked.map(finding => {
      const sameAs = rules.get(finding.code)?.sameAs ?? [];
      return appFinding(finding, makers.get(finding.about.object) as OwnedObject, said, [finding.code, ...sameAs]);
    }),
    ...stale.filter(({ byFeature }) => !byFeature).map(staleFinding),
  ];
}

function byCluster(objects: readonly ApiObject[]): Map<string, ApiObject[]> {
  const clusters = new Map<string, ApiObject[]>();
  const known = new Map<IConstruct, string>();
  for (const object of objects) {
    // objects of one owner go to one cluster
    const about = isOwned(object) ? object.owner : object;
    const cluster = known.get(about) ?? clusterOf(about);
    known.set(about, cluster);
    const list = clusters.get(cluster);
    if (list) {list.push(object);} else {clusters.set(cluster, [object]);}
  }
  return clusters;
}

/** Rules read what is of the right types. What is not is reported by itself, and is left out where it is in their way. */
function findIn(entries: readonly Entry[], minor: number): ObjectFinding[] {
  const { RULES, runRules, soundnessOf } = loadChecks();
  return attempt(() => runRules(RULES, { inventory: new Inventory(entries), minor }))
    ?? runRules(RULES, { inventory: new Inventory(entries.filter(entry => soundnessOf([entry]).sound.length > 0)), minor });
}

/** What cannot be written is reported by itself. */
function entryOf(object: ApiObject, makers: Map<object, ApiObject>): Entry[] {
  const manifest = attempt(() => (isOwned(object) ? object.manifestToCheck() : object.toJson()));
  if (manifest === undefined) {return [];}
  const entries = entriesOf(manifest, { constructPath: object.node.path });
  entries.forEach(entry => makers.set(entry.object, object));
  return entries;
}

/** The nearest first: its reason is the one that is shown. What features say stands behind what users say of the same agent. */
function meantIn(said: readonly Said[], makers: ReadonlyMap<object, ApiObject>): Meant[] {
  return said.flatMap(({ construct, settings }) => {
    const covers = (about: Entry) => makers.get(about.object)?.node.scopes.includes(construct) ?? false;
    return [
      ...settings.acknowledgements.map((given): Meant => ({ ...given, construct, covers })),
      ...settings.ofFeatures.map((given): Meant => ({ ...given, construct, covers, byFeature: true })),
    ];
  }).sort((a, b) => b.construct.node.scopes.length - a.construct.node.scopes.length);
}

function appFinding(finding: ObjectFinding, object: OwnedObject, said: readonly Said[], sameAs: readonly string[]): AppFinding {
  const { owner } = object;
  const { about, ...facts } = finding;
  const { level, acknowledged } = facts;
  const above = said.filter(({ construct }) => owner.node.scopes.includes(construct));
  const isOpen = acknowledged === undefined;
  return {
    owner, about, maker: object,
    shown: { ...facts, constructPath: owner.node.path, object: describeEntry(about) },
    stops: isOpen && (level === 'error' || level === 'warning' && above.some(({ settings }) => settings.warningsFail)),
    isShown: isOpen && level !== 'note' && !above.some(({ settings }) => settings.warningsHidden),
    sameAs,
  };
}

function staleFinding({ construct, id, container, path }: Meant): AppFinding {
  const { about: _, ...facts } = findingOf(STALE_ACKNOWLEDGEMENT, {
    what: `${id} is acknowledged, and nothing of it is found`, given: [id, ...container ? [`container ${container}`] : [], ...path ? [path] : []].join(', '),
  });
  return {
    owner: construct,
    shown: { ...facts, constructPath: construct.node.path, object: construct.node.path || 'the app' },
    stops: findCheckSettings(construct)?.warningsFail === true,
    isShown: findCheckSettings(construct)?.warningsHidden !== true,
    sameAs: [],
  };
}

function isOwned(object: IConstruct): object is OwnedObject {
  return 'owner' in object;
}
