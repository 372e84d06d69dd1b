import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { CLUSTER_SCOPED } from './cluster-scoped';
import { foreignWorkloads } from './foreign-workloads';
import { findPortCollisions, findStateCollisions } from './node-collisions';
import { OTHER_CLUSTER } from './other-cluster';
import { Note, OwnedObject, RegisteredAgent } from './registered-agent';
import { clusterOf, nearestTarget } from './target';
import { KubernetesVersion } from '../kubernetes-version';
import { checkPatchedObject } from '../render/wire-check';

/** What is wrong with each agent, and what only the whole app tells. */
export function findAppProblems(root: IConstruct, agents: readonly RegisteredAgent[], note: Note): void {
  const objects = root.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each));
  agents.forEach(agent => agent.state().problems.forEach(problem => note(agent.construct, problem)));
  findBrokenPatches(objects, note);
  findNameCollisions(objects, note);
  findSelectorCollisions(agents, note);
  findPortCollisions([...foreignWorkloads(root), ...agents], note);
  findStateCollisions(agents, note);
}

/** Found before anything is written: a patch that fails while charts are written would leave half of them. */
function findBrokenPatches(objects: readonly ApiObject[], note: Note): void {
  for (const object of objects) {
    if (!isOwned(object) || !object.isPatched) {continue;}
    const { kubernetesVersion = KubernetesVersion.V1_28 } = nearestTarget<{ readonly kubernetesVersion: KubernetesVersion }>(object) ?? {};
    checkPatchedObject(object, kubernetesVersion.minor).forEach(problem => note(object.owner, problem));
  }
}

/** Our own objects, and those of the same kind and name that someone else makes. */
function findNameCollisions(objects: readonly ApiObject[], note: Note): void {
  const owners = new Map<string, ApiObject>();
  for (const object of objects) {
    const clusterScoped = isOwned(object) ? object.isClusterScoped : CLUSTER_SCOPED.has(object.kind);
    const namespace = clusterScoped ? '' : object.metadata.namespace ?? '';
    const key = `${clusterOf(object)}\n${object.apiGroup}\n${object.kind}\n${namespace}\n${object.name}`;
    const other = owners.get(key);
    if (other === undefined) {
      owners.set(key, object);
    } else if (isOwned(object) || isOwned(other)) {
      const about = isOwned(object) ? object.owner : (other as OwnedObject).owner;
      note(about, {
        code: 'name-collision',
        what: `${makerOf(other)} and ${makerOf(object)} both make the ${object.kind} '${object.name}'${namespace && ` in the namespace '${namespace}'`}`,
        given: `'${object.name}' twice`,
        fix: `give one of them another \`name\`; ${OTHER_CLUSTER}`,
      });
    }
  }
}

function isOwned(object: ApiObject): object is OwnedObject {
  return 'owner' in object;
}

function makerOf(object: ApiObject): string {
  return (isOwned(object) ? object.owner : object).node.path;
}

/** Two workloads of a namespace of which one selects the other's pods adopt each other's orphans. */
function findSelectorCollisions(agents: readonly RegisteredAgent[], note: Note): void {
  const byLabel = new Map<string, RegisteredAgent[]>();
  const place = (agent: RegisteredAgent) => `${agent.cluster}\n${agent.namespace ?? ''}`;
  for (const agent of agents) {
    for (const [key, value] of Object.entries(podLabelsOf(agent))) {
      const index = `${place(agent)}\n${key}=${value}`;
      const list = byLabel.get(index);
      if (list) {list.push(agent);} else {byLabel.set(index, [agent]);}
    }
  }
  for (const agent of agents) {
    const selector = Object.entries(agent.selectorLabels);
    const rarest = selector.map(([key, value]) => byLabel.get(`${place(agent)}\n${key}=${value}`) ?? []).sort((a, b) => a.length - b.length)[0];
    const other = rarest?.find(each => each !== agent && each.agentName !== agent.agentName
      && selector.every(([key, value]) => podLabelsOf(each)[key] === value));
    if (other) {
      note(agent.construct, {
        code: 'selector-collision',
        what: `${agent.construct.node.path} would take the pods of ${other.construct.node.path} for its own`,
        given: selector.map(label => label.join(': ')).join(', '),
        fix: 'give one of them another `identity`',
      });
    }
  }
}

function podLabelsOf(agent: RegisteredAgent): { [key: string]: string } {
  return agent.state().spec.template?.metadata?.labels ?? {};
}
