import type { Colours } from './colours';
import type { KubectlCommands } from '../../cluster/commands/kubectl-commands';
import type { Workload } from '../../cluster/inventory/workload';
import { titleOf } from '../object-name';
import { printable } from '../printable';

/** An agent, and the commands for it. */
export interface AgentWithCommands {
  readonly agent: Workload;
  readonly commands: KubectlCommands;
}

/** What each command is for, in the order in which people ask. */
const PURPOSES: { readonly [command in keyof KubectlCommands]-?: string } = {
  state: 'how many pods are ready',
  pods: 'pods by node',
  podsOnNode: 'the pod of one node',
  logs: 'what the pods wrote last',
  metrics: 'its metrics, at localhost',
  status: 'how far an update is',
  restart: 'restart all pods, at the pace of its strategy',
  history: 'revisions to go back to',
  rollBack: 'go back to the revision before',
  describe: 'when pods are missing: events of the DaemonSet',
  events: 'when pods do not start: volumes, images, room',
  crashLogs: 'when containers crash: what they wrote before',
};

/** Commands to copy, each below what it is for. */
export function commandsText(all: readonly AgentWithCommands[], colours: Colours): string {
  return all.map(({ agent, commands }) => [
    colours.bold(titleOf(agent)),
    ...(Object.keys(PURPOSES) as (keyof KubectlCommands)[]).flatMap(name => {
      const command = commands[name];
      return command === undefined ? [] : [colours.dim(`  # ${PURPOSES[name]}`), `  ${printable(command)}`];
    }),
  ].map(line => `${line}\n`).join('')).join('\n');
}
