import type { ApiObject } from 'cdk8s';
import { isOwned, objectsByCluster, ownerOf } from './app-objects';
import { loadRefused } from './check-settings';
import { OwnedObject, RegisteredAgent } from './registered-agent';
import { minorFor } from './target';
import { writtenName } from './written-metadata';
import { OTHER_CLUSTER } from '../../cluster/inventory/own-objects';
import { attempt } from '../../private/attempt';
import { entriesOf, isMap } from '../../private/entry';
import { isClusterScoped } from '../../private/fields/scope';
import { Finding, finding, withFacts } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { wrongLateMetadata } from '../render/late-texts';
import { checkMetadata, checkPatchedObject } from '../render/wire-check';

/** What is wrong with each agent by itself, with patches, and with names: what no rule sees in the manifests. */
export function appFindings(objects: readonly ApiObject[], agents: readonly RegisteredAgent[]): Finding[] {
  const own = objects.filter(isOwned);
  const found = [...agents.flatMap(findingsOf), ...own.flatMap(patchFindings)];
  return [...found, ...handWritten(own, found), ...nameCollisions(objects)];
}

function findingsOf(agent: RegisteredAgent): Finding[] {
  const found = [...agent.findingsOfPods(), ...agent.workloads.flatMap(workload => workload.state().findings)];
  return found.map(each => withFacts(each, { constructPath: agent.construct.node.path }));
}

/**
 * Found before anything is written: a patch that fails while charts are written would leave half of them. Metadata can be added without
 * one.
 */
function patchFindings(object: OwnedObject): Finding[] {
  const { addedMetadata } = object;
  const what = `the ${object.kind} '${object.name}'`;
  const found = object.isPatched ? checkPatchedObject(object, minorFor(object))
    : addedMetadata
      ? checkMetadata(what, addedMetadata)
      : [...wrongLateMetadata(what, object.metadata as unknown as { readonly labels?: Wire })];
  return found.map(each => withFacts(each, { constructPath: object.owner.node.path }));
}

/**
 * What the API server refuses in objects of which someone wrote a part in its own spelling: overrides, patches, objects of any kind. The
 * typed API cannot say most of that. What is said of the same place already is not said again.
 */
function handWritten(objects: readonly OwnedObject[], said: readonly Finding[]): Finding[] {
  const byHand = objects.filter(({ isByHand }) => isByHand);
  if (byHand.length === 0) {return [];}
  const sound = new Set<string>();
  const found: Finding[] = [];
  for (const object of byHand) {
    const { likeness } = object;
    // equal agents have the same objects
    if (likeness !== undefined && sound.has(likeness)) {continue;}
    const manifest = attempt(() => object.manifestToCheck());
    const entries = isMap(manifest) ? entriesOf(manifest, { constructPath: object.node.path }) : [];
    const refused = entries.flatMap(entry => attempt(() => loadRefused().refusedBesideRules(entry, minorFor(object))) ?? []);
    const constructPath = object.owner.node.path;
    const ofConstruct = said.filter(each => each.constructPath === constructPath);
    const fresh = refused.filter(each => each.level === 'error' && !ofConstruct.some(other => isSame(other, each)));
    found.push(...fresh.map(each => withFacts(each, { constructPath })));
    if (likeness !== undefined && refused.length === 0) {sound.add(likeness);}
  }
  return found;
}

/** Whether two findings are about the same: what is said of a part of an object names the place in that part. */
function isSame({ code, path }: Finding, other: Finding): boolean {
  if (path === '') {return code === other.code;}
  return other.path === path || other.path.endsWith(`.${path}`) || other.path.startsWith(`${path}.`) || other.path.startsWith(`${path}[`);
}

/** Our own objects, and those of the same kind and name that someone else makes. */
function nameCollisions(objects: readonly ApiObject[]): Finding[] {
  const found: Finding[] = [];
  for (const ofCluster of objectsByCluster(objects).values()) {
    const known = new Map<string, ApiObject>();
    for (const object of ofCluster) {
      const { name, namespace } = placeOf(object);
      const key = [object.apiGroup, object.kind, namespace, name].join('\n');
      const other = known.get(key);
      if (other === undefined) {
        known.set(key, object);
      } else if (isOwned(object) || isOwned(other)) {
        found.push(nameCollision(other, object, name, namespace));
      }
    }
  }
  return found;
}

function placeOf(object: ApiObject): { readonly name: string; readonly namespace?: string } {
  const { name, namespace } = writtenName(object);
  return (isOwned(object) ? object.isClusterScoped : isClusterScoped(object.apiVersion, object.kind)) ? { name } : { name, namespace };
}

function nameCollision(other: ApiObject, object: ApiObject, name: string, namespace: string | undefined): Finding {
  const [first, second] = [other, object].map(each => ownerOf(each).node.path);
  const what = `the ${object.kind} '${name}'`;
  const place = {
    constructPath: isOwned(object) ? second : first, path: 'metadata.name', code: 'name-collision' as const, given: `'${name}' twice`,
  };
  return first === second ? finding({
    ...place, what: `the agent makes ${what} twice`, fix: 'give one of them a `name` of its own',
  }) : finding({
    ...place, what: `${first} and ${second} both make ${what}${namespace === undefined ? '' : ` in the namespace '${namespace}'`}`,
    fix: `give one of them another \`name\`. ${OTHER_CLUSTER}`,
  });
}
