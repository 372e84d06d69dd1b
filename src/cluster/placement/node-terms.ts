import { memo } from '../../private/memo';
import type { Workload } from '../inventory/workload';
import { isReadable, NodeSelection, NodeTerm, selectionOf } from '../node-selection';

/** The nodes that a workload asks for, without all else that it means for them. */
export const selectionIn: (workload: Pick<Workload, 'pod'>) => NodeSelection = memo(({ pod }) => selectionOf(pod));

/** The terms that count: those that cannot be read match nothing. Undefined where any node will do. */
export const readableTermsIn: (workload: Pick<Workload, 'pod'>) => readonly NodeTerm[]
  | undefined = memo(workload => selectionIn(workload).terms?.filter(isReadable));
