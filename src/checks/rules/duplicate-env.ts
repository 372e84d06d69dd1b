import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const duplicateEnv: Rule = {
  id: 'duplicate-env',
  level: 'warning',
  summary: 'A container has an environment variable twice.',
  looksAt: '`env` of containers of workloads.',
  why: 'The last one counts, and the API server only warns. The name is the key of the list: `kubectl apply` may drop either of them with '
    + 'the next change, and server-side apply refuses the object. A later value that goes on from the earlier one, such as `$(PATH):/opt`, '
    + 'does what it says until then: a note.',
  fix: 'Keep one of them.',
  lists: ['Container.env'],
  example: () => ({
    fails: [daemonSet({}, { env: [{ name: 'LEVEL', value: 'info' }, { name: 'LEVEL', value: 'debug' }] })],
    passes: [daemonSet({}, { env: [{ name: 'LEVEL', value: 'debug' }] })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const placed of containersIn(workload)) {
        const { container, name } = placed;
        if (!(container.env?.length > 1)) {continue;}
        const seen = new Set<string>();
        for (const [index, variable] of container.env.entries()) {
          if (seen.has(variable.name)) {
            const isMeant = goesOn(variable);
            yield findingOf(duplicateEnv, {
              about: workload, path: `${placed.path}.env[${index}]`, container: name, given: variable.name,
              level: isMeant ? 'note' : 'warning',
              what: isMeant
                ? 'the variable goes on from an earlier one of the same name, which server-side apply refuses'
                : 'the variable hides an earlier one of the same name',
            });
          }
          seen.add(variable.name);
        }
      }
    }
  },
};

function goesOn({ name, value, valueFrom }: Wire): boolean {
  const reference = `$(${name})`;
  return !valueFrom && typeof value === 'string' && value !== reference && value.includes(reference);
}
