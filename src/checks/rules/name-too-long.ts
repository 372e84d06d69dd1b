import { isDaemonSet } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** The most that a name can be for its revisions to have names: 253, less a dash and ten characters of a hash. */
const LONGEST_OF_DAEMON_SET = 242;

/** The most for the label with its revision: 63, less the same. */
const LONGEST_OF_STATEFUL_SET = 52;

export const nameTooLong: Rule = {
  id: 'name-too-long',
  level: 'error',
  summary: 'A workload has so long a name that it never gets a pod.',
  looksAt: 'Names of DaemonSets and StatefulSets.',
  why: 'The API server takes names of 253 characters. The controller names the revision of a DaemonSet after it, with a dash and a hash of '
    + 'up to ten characters, and makes no pod without a revision. The revision of a StatefulSet is in a label of its pods, and labels end '
    + 'at 63 characters.',
  fix: 'Choose a name of at most 242 characters for a DaemonSet, and of 52 for a StatefulSet.',
  example: () => ({
    fails: [daemonSet({}, {}, {
      name: `agent-${'x'.repeat(240)}`, selector: { matchLabels: { app: 'agent' } }, template: { metadata: { labels: { app: 'agent' } } },
    })],
    passes: [daemonSet()],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { kind, name, apiVersion } = workload;
      const longest = isDaemonSet(workload)
        ? LONGEST_OF_DAEMON_SET
        : kind === 'StatefulSet' && apiVersion.startsWith('apps/') ? LONGEST_OF_STATEFUL_SET : Infinity;
      if (name.length > longest) {
        yield findingOf(nameTooLong, {
          about: workload, path: 'metadata.name', what: 'the revision of the workload cannot be named after it',
          given: `${name.length} characters`, allowed: `at most ${longest}`,
        });
      }
    }
  },
};
