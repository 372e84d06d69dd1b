import { containersIn, PlacedContainer } from '../../cluster/inventory/containers';
import { HOOKS, PROBES } from '../../cluster/inventory/probes';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Fields of a container that run a program, besides its own. */
const RUNNING: ReadonlyArray<readonly [path: string, read: (container: PlacedContainer['container']) => unknown]> = [
  ['command', ({ command }) => command],
  ...PROBES.map((probe): typeof RUNNING[number] =>
    [`${probe}.exec.command`, container => container[probe]?.exec?.command]),
  ...HOOKS.map((hook): typeof RUNNING[number] =>
    [`lifecycle.${hook}.exec.command`, ({ lifecycle }) => lifecycle?.[hook]?.exec?.command]),
];

/** A program and at least one argument. A blank at the end, and paths of Windows, are something else. */
const PROGRAM_AND_ARGUMENTS = /^[\w./-]+\s+\S/;

export const commandInOneString: Rule = {
  id: 'command-in-one-string',
  level: 'error',
  summary: 'A program and its arguments are one string, and no file has such a name.',
  looksAt: 'The first item of `command` of containers, and of commands of exec probes and hooks, on Linux.',
  why: 'Kubernetes runs the first item as the name of a file, without a shell that splits it: the container ends with `exec: "/bin/agent '
    + '--config x": no such file or directory`, the probe fails, the hook does nothing.',
  fix: 'Write each argument as an item of its own, or run a shell: `["/bin/sh", "-c", "..."]`.',
  example: () => ({
    fails: [daemonSet({}, { command: ['/bin/agent --config /etc/agent.yaml'] })],
    passes: [daemonSet({}, { command: ['/bin/agent', '--config', '/etc/agent.yaml'] })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const { container, name, path } of containersIn(workload)) {
        for (const [field, read] of RUNNING) {
          const command = read(container);
          const first: unknown = Array.isArray(command) ? command[0] : undefined;
          if (typeof first !== 'string' || !PROGRAM_AND_ARGUMENTS.test(first)
            || operatingSystemOf(workload) === 'windows') {continue;}
          yield findingOf(commandInOneString, {
            about: workload, path: `${path}.${field}[0]`, container: name, given: first.split('\n')[0].trim(),
            what: 'a program and its arguments are one string, which is taken for the name of a file',
          });
        }
      }
    }
  },
};
