import { Note, RegisteredAgent, SelectingWorkload } from './registered-agent';
import { writtenName } from './written-metadata';
import { describeSelector, selectsLabels } from '../../cluster/label-selector';
import type { Wire } from '../../private/wire';

/** Two workloads of a namespace of which one selects the other's pods adopt each other's orphans. */
export function findSelectorCollisions(agents: readonly RegisteredAgent[], foreign: readonly SelectingWorkload[], note: Note): void {
  const workloads = [...agents.map(asSelecting), ...foreign];
  const byLabel = new Map<string, SelectingWorkload[]>();
  const byNamespace = new Map<string, SelectingWorkload[]>();
  for (const workload of workloads) {
    add(byNamespace, place(workload), workload);
    for (const key in workload.podLabels) {add(byLabel, `${place(workload)}\n${key}=${workload.podLabels[key]}`, workload);}
  }
  for (const workload of workloads) {
    // of those that have the rarest of its labels, few are left to look at
    let candidates: readonly SelectingWorkload[] | undefined;
    const labels = workload.selector.matchLabels ?? {};
    for (const key in labels) {
      const having = byLabel.get(`${place(workload)}\n${key}=${labels[key]}`) ?? [];
      if (candidates === undefined || having.length < candidates.length) {candidates = having;}
    }
    const other = (candidates ?? byNamespace.get(place(workload))!).find(each => collides(workload, each));
    if (other) {
      note((workload.isForeign ? other : workload).construct, {
        code: 'selector-collision',
        what: `${workload.construct.node.path} would take the pods of ${other.construct.node.path} for its own`,
        given: describeSelector(workload.selector),
        fix: remedy([workload, other]),
      });
    }
  }
}

/** What is ours to change of the two. */
function remedy(pair: readonly SelectingWorkload[]): string {
  const objects = pair.filter(each => each.isObject).length;
  const agents = pair.filter(each => !each.isObject && !each.isForeign).length;
  return [
    ...agents > 0 ? [`give ${agents === 2 ? 'one of them' : 'the agent'} another \`identity\``] : [],
    ...objects > 0 ? [`give ${objects === 2 ? 'one of them' : agents > 0 ? 'the object' : 'the object of the agent'} another selector and its pods other labels`] : [],
  ].join(', or ');
}

/** What others do to each other is theirs to know, and two objects of one name are told by their name. */
function collides(one: SelectingWorkload, other: SelectingWorkload): boolean {
  return !(one.isForeign && other.isForeign) && one.name !== other.name
    && describesPods(one.selector) && selectsLabels(one.selector, other.podLabels);
}

/** The API server takes no workload whose selector is empty. */
function describesPods({ matchLabels, matchExpressions }: Wire): boolean {
  return matchLabels !== undefined || matchExpressions !== undefined;
}

function asSelecting(agent: RegisteredAgent): SelectingWorkload {
  const { spec } = agent.state();
  const workload = agent.objects().at(-1)!;
  const { name, namespace } = workload.isPatched ? writtenName(workload) : { name: agent.agentName, namespace: agent.namespace };
  return {
    construct: agent.construct, cluster: agent.cluster, name, namespace,
    selector: spec.selector ?? {}, podLabels: spec.template?.metadata?.labels ?? {},
  };
}

function place(workload: SelectingWorkload): string {
  return `${workload.cluster}\n${workload.namespace ?? ''}`;
}

function add(map: Map<string, SelectingWorkload[]>, key: string, workload: SelectingWorkload): void {
  const list = map.get(key);
  if (list) {list.push(workload);} else {map.set(key, [workload]);}
}
