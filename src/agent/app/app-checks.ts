import type { ApiObject } from 'cdk8s';
import { isOwned, objectsByCluster, ownerOf } from './app-objects';
import { OwnedObject, RegisteredAgent } from './registered-agent';
import { minorFor } from './target';
import { writtenName } from './written-metadata';
import { OTHER_CLUSTER } from '../../cluster/inventory/own-objects';
import { isClusterScoped } from '../../private/fields/scope';
import { Finding, finding, withFacts } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { wrongLateMetadata } from '../render/late-texts';
import { checkMetadata, checkPatchedObject } from '../render/wire-check';

/** What is wrong with each agent by itself, with patches, and with names: what no rule sees in the manifests. */
export function appFindings(objects: readonly ApiObject[], agents: readonly RegisteredAgent[]): Finding[] {
  return [...agents.flatMap(findingsOf), ...objects.filter(isOwned).flatMap(patchFindings), ...nameCollisions(objects)];
}

function findingsOf(agent: RegisteredAgent): Finding[] {
  const found = [...agent.rendered().findings, ...agent.workloads.flatMap(workload => workload.state().findings)];
  return found.map(each => withFacts(each, { constructPath: agent.construct.node.path }));
}

/** Found before anything is written: a patch that fails while charts are written would leave half of them. Metadata can be added without one. */
function patchFindings(object: OwnedObject): Finding[] {
  const { addedMetadata } = object;
  const what = `the ${object.kind} '${object.name}'`;
  const found = object.isPatched ? checkPatchedObject(object, minorFor(object))
    : addedMetadata ? checkMetadata(what, addedMetadata) : [...wrongLateMetadata(what, object.metadata as unknown as { readonly labels?: Wire })];
  return found.map(each => withFacts(each, { constructPath: object.owner.node.path }));
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
  const place = { constructPath: isOwned(object) ? second : first, path: 'metadata.name', code: 'name-collision' as const, given: `'${name}' twice` };
  return first === second ? finding({ ...place, what: `the agent makes ${what} twice`, fix: 'give one of them a `name` of its own' }) : finding({
    ...place, what: `${first} and ${second} both make ${what}${namespace === undefined ? '' : ` in the namespace '${namespace}'`}`,
    fix: `give one of them another \`name\`. ${OTHER_CLUSTER}`,
  });
}
