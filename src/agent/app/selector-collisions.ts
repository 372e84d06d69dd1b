import { Note, RegisteredWorkload, SelectingWorkload } from './registered-agent';
import { writtenName } from './written-metadata';
import { selectorCollisions } from '../../cluster/selectors/selector-collisions';
import { describeSelector } from '../../cluster/label-selector';
import { finding } from '../../private/finding';

/** Two workloads of a namespace of which one selects the other's pods adopt each other's orphans. */
export function findSelectorCollisions(workloads: readonly RegisteredWorkload[], foreign: readonly SelectingWorkload[], note: Note): void {
  const collisions = selectorCollisions([...workloads.map(asSelecting), ...foreign], {
    placeOf: ({ cluster, namespace }) => `${cluster}\n${namespace ?? ''}`, areTwo,
  });
  for (const { one: workload, other } of collisions) {
    note((workload.isForeign ? other : workload).construct, finding({
      code: 'selector-collision',
      what: `${workload.construct.node.path} would take the pods of ${other.construct.node.path} for its own`,
      given: describeSelector(workload.selector),
      fix: remedy([workload, other]),
    }));
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
function areTwo(one: SelectingWorkload, other: SelectingWorkload): boolean {
  return !(one.isForeign && other.isForeign) && one.name !== other.name;
}

function asSelecting(workload: RegisteredWorkload): SelectingWorkload {
  const { spec } = workload.state();
  const { name, namespace } = workload.object.isPatched ? writtenName(workload.object) : workload;
  return {
    construct: workload.construct, cluster: workload.cluster, name, namespace,
    selector: spec.selector ?? {}, podLabels: spec.template?.metadata?.labels ?? {},
  };
}
