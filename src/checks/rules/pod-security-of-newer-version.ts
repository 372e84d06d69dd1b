import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { podSecurityViolations } from '../../cluster/pod-security';
import { namespaceOf } from '../../private/entry';
import type * as Fields from '../../private/fields/fields';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { enforcementsIn } from '../facts/pod-security-labels';
import type { Rule } from '../rule';

export const podSecurityOfNewerVersion: Rule = {
  id: 'pod-security-of-newer-version',
  level: 'warning',
  summary: 'The namespace of a workload will refuse its pods after an upgrade of Kubernetes.',
  looksAt: 'The label `pod-security.kubernetes.io/enforce` of Namespaces without a pinned version, against the pods of workloads in them, '
    + 'with the policies of all minors from the oldest cluster on.',
  why: 'Without `enforce-version`, or with `latest`, a namespace follows the policy of each release: 1.34 forbids `host` in probes and '
    + 'hooks in the level baseline. Pods that run stay. After the upgrade each new one is refused, so the agent is lost node by node as '
    + 'nodes are replaced.',
  fix: 'Mend what the newer policy forbids, or pin `pod-security.kubernetes.io/enforce-version` until it is.',
  example: () => ({
    fails: [namespace({}), probed()],
    passes: [namespace({ 'pod-security.kubernetes.io/enforce-version': 'v1.33' }), probed()],
  }),
  *check(context) {
    const enforced = enforcementsIn(context.inventory);
    if (enforced.size === 0) {return;}
    const newest = newestMinor();
    for (const workload of writtenWorkloads(context)) {
      const found = enforced.get(namespaceOf(workload));
      if (found === undefined || workload.kind === 'PodTemplate') {continue;}
      const template = { metadata: workload.template.metadata, spec: workload.pod };
      const last = Math.min(found.minor ?? newest, newest);
      const violationsOf = (minor: number) => podSecurityViolations(template, found.level, minor);
      if (last <= context.minor || violationsOf(context.minor).length > 0 || violationsOf(last).length === 0) {continue;}
      let first = context.minor + 1;
      while (violationsOf(first).length === 0) {first++;}
      yield findingOf(podSecurityOfNewerVersion, {
        about: workload, path: workload.podPath, given: violationsOf(first).map(({ message }) => message).join('; '),
        what: `the namespace ${found.namespace.name} refuses the pods from Kubernetes 1.${first} on`,
      });
    }
  },
};

/** Of the table of fields, which is loaded when a namespace is in the input. */
function newestMinor(): number {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('../../private/fields/fields') as typeof Fields).knownMinors().newest;
}

function namespace(labels: Wire): Wire {
  return {
    apiVersion: 'v1', kind: 'Namespace',
    metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'baseline', ...labels } },
  };
}

function probed(): Wire {
  return daemonSet({}, { livenessProbe: { httpGet: { host: '127.0.0.1', port: 8080 } } });
}
