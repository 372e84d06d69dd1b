import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { foreignObjects } from './foreign-workloads';
import { findPortCollisions, findStateCollisions } from './node-collisions';
import { OTHER_CLUSTER } from './other-cluster';
import { Note, OwnedObject, RegisteredAgent } from './registered-agent';
import { findSelectorCollisions } from './selector-collisions';
import { clusterOf, minorFor } from './target';
import { findVoidPolicies } from './void-policies';
import { writtenName } from './written-metadata';
import { isClusterScoped } from '../../private/fields/scope';
import { finding } from '../../private/finding';
import { checkMetadata, checkPatchedObject } from '../render/wire-check';

/** What is wrong with each agent, and what only the whole app tells. */
export function findAppProblems(objects: readonly ApiObject[], agents: readonly RegisteredAgent[], note: Note): void {
  for (const agent of agents) {
    agent.rendered().problems.forEach(problem => note(agent.construct, problem));
    agent.workloads.forEach(workload => workload.state().problems.forEach(problem => note(agent.construct, problem)));
  }
  findBrokenPatches(objects, note);
  findNameCollisions(objects, note);
  const workloads = agents.flatMap(agent => agent.workloads);
  const foreign = foreignObjects(objects, new Set(workloads.map(({ object }) => object)));
  const tell: Note = (about, problem) => note(isOwned(about) ? about.owner : about, problem);
  findSelectorCollisions(workloads, foreign.selecting, tell);
  findPortCollisions([...foreign.placed.filter(each => each.isForeign), ...foreign.placed.filter(each => !each.isForeign), ...workloads], tell);
  findStateCollisions(workloads, note);
  findVoidPolicies(foreign.policies, workloads, note);
}

/** Found before anything is written: a patch that fails while charts are written would leave half of them. Metadata can be added without one. */
function findBrokenPatches(objects: readonly ApiObject[], note: Note): void {
  for (const object of objects) {
    if (!isOwned(object)) {continue;}
    if (!object.isPatched) {
      const { addedMetadata } = object;
      if (addedMetadata) {checkMetadata(`the ${object.kind} '${object.name}'`, addedMetadata).forEach(problem => note(object.owner, problem));}
      continue;
    }
    checkPatchedObject(object, minorFor(object)).forEach(problem => note(object.owner, problem));
  }
}

/** Our own objects, and those of the same kind and name that someone else makes. */
function findNameCollisions(objects: readonly ApiObject[], note: Note): void {
  const owners = new Map<string, ApiObject>();
  const clusters = new Map<IConstruct, string>();
  for (const object of objects) {
    // objects of one owner go to one cluster
    const about = isOwned(object) ? object.owner : object;
    const cluster = clusters.get(about) ?? clusterOf(about);
    clusters.set(about, cluster);
    const written = writtenName(object);
    const hasNone = isOwned(object) ? object.isClusterScoped : isClusterScoped(object.apiVersion, object.kind);
    const namespace = hasNone ? '' : written.namespace ?? '';
    const key = `${cluster}\n${object.apiGroup}\n${object.kind}\n${namespace}\n${written.name}`;
    const other = owners.get(key);
    if (other === undefined) {
      owners.set(key, object);
    } else if (isOwned(object) || isOwned(other)) {
      const blamed = isOwned(object) ? about : (other as OwnedObject).owner;
      const what = `the ${object.kind} '${written.name}'`;
      const given = `'${written.name}' twice`;
      note(blamed, makerOf(other) === makerOf(object) ? finding({
        code: 'name-collision', what: `the agent makes ${what} twice`, given, fix: 'give one of them a `name` of its own',
      }) : finding({
        code: 'name-collision',
        what: `${makerOf(other)} and ${makerOf(object)} both make ${what}${namespace && ` in the namespace '${namespace}'`}`,
        given,
        fix: `give one of them another \`name\`; ${OTHER_CLUSTER}`,
      }));
    }
  }
}

function isOwned(object: IConstruct): object is OwnedObject {
  return 'owner' in object;
}

function makerOf(object: ApiObject): string {
  return (isOwned(object) ? object.owner : object).node.path;
}
