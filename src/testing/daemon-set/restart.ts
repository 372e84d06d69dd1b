import type { Inventory } from '../../cluster/inventory/inventory';
import type { Workload } from '../../cluster/inventory/workload';
import { restartOf } from '../../cluster/restart/restart';
import type { Failure } from '../message/failure';

/** Why new content leaves the pods as they are; undefined where it does not, or where that is to be believed. */
export function restartFailure(workload: Workload, kind: string, name: string, inventory: Inventory): Failure | undefined {
  const { verdict, because } = restartOf(workload, kind, name, inventory);
  return verdict === 'yes' || verdict === 'likely' ? undefined : {
    expected: `Expected the pods of DaemonSet ${workload.name} to be replaced when the ${kind} ${name} changes, and they `
      + `${verdict === 'no' ? 'are not' : 'do not read it'}.`,
    about: workload,
    differences: verdict === 'unread' ? [] : [{
      path: ['spec', 'template', 'metadata', 'annotations'], found: workload.template.metadata?.annotations,
      wanted: 'a hash of the content', weight: 1,
    }],
    hints: because,
  };
}
