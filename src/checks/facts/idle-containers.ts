import { PlacedContainer, runningContainersIn, wordsOf } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';

const PAUSE = /(^|\/)pause(-[a-z0-9]+)?$/;

/** A command that waits: `sleep 365d`, `sleep infinity`, `tail -f /dev/null`, by itself or as all that a shell does. */
const WAITING = /^(exec )?(\/\S+\/)?(sleep( \S+)?|tail -[fF] \/dev\/null)$/;
const SHELL = /^(\/\S+\/)?(ba|da|a)?sh$/;

/** Containers that do something for as long as the pod runs: not those that wait after the init containers have done the work. */
export const workingContainersIn: (workload: Pick<Workload, 'pod' | 'podPath'>) => readonly PlacedContainer[] = memo(workload =>
  runningContainersIn(workload).filter(({ container }) => !isIdle(container)));

function isIdle(container: Wire): boolean {
  const words = wordsOf(container);
  if (words.length === 0) {return PAUSE.test(programOf(container.image) ?? '');}
  const isOfShell = SHELL.test(words[0]) && words[1] === '-c' && words.length === 3;
  return WAITING.test(isOfShell ? words[2].trim() : words.join(' '));
}
