import { commandTargetOf, kubectlCommands } from '../../cluster/commands/kubectl-commands';
import { namespaceOf } from '../../private/entry';
import { agentsIn } from '../agents';
import { COMMON, type Command, type Given } from '../command';
import { coloursFor } from '../format/colours';
import { commandsText } from '../format/commands-text';
import { writeArray } from '../format/json';
import type { Io } from '../io';
import { readManifests } from '../read/manifests';

export const commands: Command = {
  summary: 'print the kubectl commands for each DaemonSet: state, pods, logs, metrics, restart, roll back, and where to look first',
  options: { agent: COMMON.agent, format: COMMON.format },
  run,
};

/** Prints the kubectl commands for each DaemonSet. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const agents = agentsIn(await readManifests(paths, io), options.agent);
  const found = agents.map(agent => ({ agent, commands: kubectlCommands(commandTargetOf(agent)) }));
  if (options.format === 'json') {
    await writeArray(io.stdout, found.map(({ agent, commands: each }) =>
      JSON.stringify({ agent: { namespace: namespaceOf(agent), name: agent.name }, commands: each })));
  } else {
    await io.stdout.write(commandsText(found, coloursFor(io.stdout, io.env)));
  }
  return 0;
}
