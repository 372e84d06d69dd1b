import { LabelIndex } from './label-index';
import { namespaceOf } from '../../private/entry';
import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';
import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { selectsLabels } from '../label-selector';

/** Finds workloads by the labels of their pods, without a look at every one of them for every selector. */
export class PodIndex {
  private readonly index = new LabelIndex<Workload>();

  public constructor(workloads: readonly Workload[]) {
    for (const workload of workloads) {this.index.add(namespaceOf(workload), podLabelsOf(workload), workload);}
  }

  /** The workloads of a namespace whose pods have all these labels; none where no label is asked for. */
  public withLabels(namespace: string, labels: Wire): readonly Workload[] {
    if (Object.keys(labels).length === 0) {return [];}
    const selector = { matchLabels: labels };
    return this.index.candidates(namespace, selector).filter(workload => selectsLabels(selector, podLabelsOf(workload)));
  }
}

/** One for all rules that look for pods of the workloads that someone wrote. */
export const podIndexIn = memo((inventory: Inventory) => new PodIndex(writtenWorkloads({ inventory })));

/** The labels of the pods of a workload. */
export function podLabelsOf({ template }: Pick<Workload, 'template'>): Wire {
  return template.metadata?.labels ?? {};
}
