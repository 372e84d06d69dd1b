import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isOwned, objectsByCluster, ownerOf, WrittenObjects } from './app-objects';
import { CheckSettings, findCheckSettings, loadChecks, loadSettings } from './check-settings';
import { EqualClusters } from './equal-clusters';
import { minorFor, platformFor } from './target';
import { Acknowledgement, STALE_ACKNOWLEDGEMENT } from '../../checks/acknowledge';
import type { CheckContext } from '../../cluster/inventory/check-context';
import { Inventory } from '../../cluster/inventory/inventory';
import { attempt } from '../../private/attempt';
import { Entry, namespaceOf } from '../../private/entry';
import { Finding, findingOf, NO_FINDINGS, ObjectFinding, withFacts } from '../../private/finding';

/** What the rules find in an app. */
export interface RuleFindings {
  /** In objects of the library, and in what was said of findings. */
  readonly findings: readonly Finding[];
  readonly written: WrittenObjects;
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
 * What the rules find in the objects of the library, with those of everyone else next to them: what others do to each other is theirs to
 * know, and the command and the validation plugin report it, but for fields of wrong types, which nobody can look into. What a namespace
 * of the library does to the pods of others is ours to report.
 *
 * @param wrong constructs of which something else was made than was asked for
 */
export function findInApp(
  constructs: readonly IConstruct[], objects: readonly ApiObject[], written: WrittenObjects, wrong: ReadonlySet<IConstruct>,
): RuleFindings {
  const findings: ObjectFinding[] = [];
  const clusters = new EqualClusters(written);
  const byCluster = objectsByCluster(objects);
  for (const ofCluster of byCluster.values()) {
    if (!ofCluster.some(isOwned)) {continue;}
    const target = { minor: minorFor(ofCluster[0]), platform: platformFor(ofCluster[0]) };
    const find = () => findInCluster(ofCluster, target, written, wrong);
    findings.push(...byCluster.size === 1 ? find() : clusters.findingsIn(ofCluster, target, find));
  }
  const said = constructs.flatMap(construct => {
    const settings = findCheckSettings(construct);
    return settings ? [{ construct, settings }] : [];
  });
  const { acknowledge, hasSettings, oncePerWorkload } = loadChecks();
  const { findings: marked, stale } = acknowledge(findings, meantIn(said, written), about => written.makerOf(about).node.scopes);
  const merged = oncePerWorkload(marked);
  const wanted = hasSettings() ? loadSettings().chosenByFile(merged) : merged;
  return {
    written,
    findings: [
      ...wanted.map(found => withFacts(found, { constructPath: ownerOf(written.makerOf(found.about)).node.path })),
      // with something left out, nothing can be said of what is not found
      ...wrong.size > 0 ? [] : stale.filter(({ byFeature }) => !byFeature).map(staleFinding),
    ],
  };
}

/** What decides about the findings besides the objects. */
type Target = Pick<CheckContext, 'minor' | 'platform'>;

/** What is found in the objects of one cluster, as far as it is ours to report. */
function findInCluster(
  objects: readonly ApiObject[], target: Target, written: WrittenObjects, wrong: ReadonlySet<IConstruct>,
): ObjectFinding[] {
  const { entries, malformed } = readable(objects.flatMap(object => written.write(object)), written);
  const refusing = new Set(entries.filter(entry => entry.kind === 'Namespace' && written.has(entry)).map(({ name }) => name));
  const isOurs = ({ about, code }: ObjectFinding) => (written.has(about)
    ? !wrong.has(ownerOf(written.makerOf(about))) : code === 'pod-security-level' && refusing.has(namespaceOf(about)));
  return [...malformed, ...runOver(entries, target, written).filter(isOurs)];
}

interface Readable {
  readonly entries: readonly Entry[];
  readonly malformed: readonly ObjectFinding[];
}

/**
 * Rules read what is of the right types. Objects of others that are not are reported, and left out: ours are judged where they are made. It
 * is a warning, since the mistakes of others do not stop the agents of an app; the command and the validation plugin fail for it.
 */
function readable(written: readonly Entry[], own: WrittenObjects): Readable {
  const entries: Entry[] = [];
  const malformed: ObjectFinding[] = [];
  for (const entry of written) {
    const { sound, findings } = own.has(entry) ? { sound: [entry], findings: NO_FINDINGS } : own.soundnessOf(entry);
    entries.push(...sound);
    malformed.push(...findings.map(found => withFacts(found, { level: 'warning' })));
  }
  return { entries, malformed };
}

/** What is wrong with ours after patches is reported by itself, and they are left out where that is in the way of a rule. */
function runOver(entries: readonly Entry[], { minor, platform }: Target, own: WrittenObjects): ObjectFinding[] {
  const { applicableRules, runRules } = loadChecks();
  const run = (over: readonly Entry[]) => {
    const context: CheckContext = { inventory: new Inventory(over), minor, ...platform && { platform }, own };
    return runRules(applicableRules(context), context);
  };
  return attempt(() => run(entries)) ?? run(entries.flatMap(entry => (own.has(entry) ? own.soundnessOf(entry).sound : entry)));
}

/** The nearest first: its reason is the one that is shown. What features say comes after what users say of the same agent. */
function meantIn(said: readonly Said[], written: WrittenObjects): Meant[] {
  return said.flatMap(({ construct, settings }) => {
    const covers = (about: Entry) => written.makerOf(about).node.scopes.includes(construct);
    return [
      ...settings.acknowledgements.map((given): Meant => ({ ...given, construct, place: construct, covers })),
      ...settings.ofFeatures.map((given): Meant => ({ ...given, construct, place: construct, covers, byFeature: true })),
    ];
  }).sort((a, b) => b.construct.node.scopes.length - a.construct.node.scopes.length);
}

function staleFinding({ construct, id, container, path }: Meant): Finding {
  return findingOf(STALE_ACKNOWLEDGEMENT, {
    constructPath: construct.node.path, what: `${id} is acknowledged, and nothing of it is found`,
    given: [id, ...container ? [`container ${container}`] : [], ...path ? [path] : []].join(', '),
  });
}
