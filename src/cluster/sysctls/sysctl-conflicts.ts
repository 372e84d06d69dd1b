import { SysctlSetting, sysctlSettingsIn } from './sysctl-settings';
import { describeEntry } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { CheckContext } from '../inventory/check-context';
import { isDaemonSet, Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { NodeSharing } from '../placement/node-sharing';

/** What such findings have in common. */
export const SYSCTL_CONFLICT: FindingKind = {
  id: 'sysctl-conflict',
  level: 'error',
  fix: 'Set it in one place, or give the workloads different nodes (`NodeCoverage`).',
};

interface Setter {
  readonly workload: Workload;
  readonly setting: SysctlSetting;
}

/** Workloads that set one kernel parameter of the same nodes. */
export function* sysctlConflicts(context: CheckContext): Generator<ObjectFinding> {
  const setters = writtenWorkloads(context).flatMap(workload =>
    sysctlSettingsIn(workload).map((setting): Setter => ({ workload, setting })));
  if (setters.length < 2) {return;}
  const sharing = NodeSharing.in(context);
  const before = new Map<string, Setter[]>();
  for (const setter of setters) {
    const { workload, setting: { name, value, container, field } } = setter;
    const others = before.get(name) ?? [];
    const other = others.find(each => each.workload !== workload && fights(each, setter) && sharing.share(each.workload, workload));
    before.set(name, [...others, setter]);
    if (other === undefined) {continue;}
    const isSame = other.setting.value === value;
    yield findingOf(SYSCTL_CONFLICT, {
      about: workload, path: `${container.path}.${field}`, container: container.name,
      ...(isSame || !areAgents(other, setter)) && { level: 'warning' },
      what: `${name} is also set by ${describeEntry(other.workload)}, on nodes that both run on`,
      given: isSame ? `${value}, both` : `${value}, there ${other.setting.value}`,
    });
  }
}

/** A workload that sets for itself what an agent sets everywhere is no matter as long as both agree. */
function fights(one: Setter, other: Setter): boolean {
  return one.setting.value !== other.setting.value || areAgents(one, other);
}

function areAgents(one: Setter, other: Setter): boolean {
  return isDaemonSet(one.workload) && isDaemonSet(other.workload);
}
