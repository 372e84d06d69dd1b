import type { CheckContext } from '../../cluster/inventory/check-context';
import { containersIn } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { accountOf, bindingsOf, has } from '../../cluster/rights/account-rights';
import { rulesOf } from '../../cluster/rights/bindings';
import { namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet, hostPath } from '../example';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

export const missingSecurityConstraints: Rule = {
  id: 'missing-security-constraints',
  level: 'warning',
  summary: 'Nothing among the objects lets the pods of a workload run under other SecurityContextConstraints than `restricted-v2`, which '
    + 'refuses them.',
  looksAt: 'Host paths, host namespaces, host ports, privileges and capabilities of workloads, against the bindings of their service '
    + 'account and the users of SecurityContextConstraints, where the platform is OpenShift (`TargetCluster`, `--platform`).',
  why: 'The DaemonSet is taken, and every pod is refused with `unable to validate against any security context constraint`. An '
    + 'administrator may have given the right by `oc adm policy`, of which manifests tell nothing.',
  fix: 'Bind a Role with the verb `use` for SecurityContextConstraints to the service account: `openShift: OpenShiftAccess.own()` writes '
    + 'all of it.',
  example: () => {
    const reading = daemonSet({ serviceAccountName: 'agent', volumes: [hostPath('logs', '/var/log')] });
    const roleRef = { apiGroup: RBAC, kind: 'ClusterRole', name: 'system:openshift:scc:privileged' };
    return {
      platform: 'openshift',
      fails: [reading],
      passes: [reading, {
        apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: { name: 'agent', namespace: 'agents' }, roleRef,
        subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'agents' }],
      }],
    };
  },
  *check(context) {
    if (context.platform?.securityContextConstraints !== true) {return;}
    for (const workload of writtenWorkloads(context)) {
      const beyond = platformOfWorkload(context, workload)?.securityContextConstraints ? beyondRestricted(workload) : [];
      if (beyond.length === 0 || mayUseOthers(workload, context)) {continue;}
      yield findingOf(missingSecurityConstraints, {
        about: workload, path: `${workload.podPath}.serviceAccountName`, given: beyond.join(', '),
        what: `the service account '${accountOf(workload)}' may use no SecurityContextConstraints among the objects, and \`restricted-v2\` `
          + 'refuses the pods',
      });
    }
  },
};

const RBAC = 'rbac.authorization.k8s.io';
const GROUP = 'security.openshift.io';

/** What a pod asks for that the constraints of every account refuse. */
function beyondRestricted(workload: Workload): string[] {
  const { pod } = workload;
  const containers = containersIn(workload).map(({ container }) => container);
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC'].filter(field => pod[field] === true),
    ...(pod.volumes ?? []).some(({ hostPath: path }: Wire) => path) ? ['hostPath'] : [],
    ...containers.some(({ ports }) => (ports ?? []).some(({ hostPort }: Wire) => hostPort)) ? ['hostPort'] : [],
    ...containers.some(({ securityContext }) => securityContext?.privileged === true) ? ['privileged'] : [],
    ...containers.some(({ securityContext }) =>
      (securityContext?.capabilities?.add ?? []).some((name: unknown) => name !== 'NET_BIND_SERVICE')) ? ['capabilities'] : [],
  ];
}

function mayUseOthers(workload: Workload, { inventory }: CheckContext): boolean {
  const isGranted = bindingsOf(workload, inventory).some(binding => /^system:openshift:scc:/.test(String(binding.object.roleRef?.name))
    || (rulesOf(binding, inventory) ?? []).some(({ rule }) => grantsUse(rule)));
  return isGranted || inventory.ofKind('SecurityContextConstraints', GROUP)
    .some(({ object: { users } }) => Array.isArray(users)
      && users.includes(`system:serviceaccount:${namespaceOf(workload)}:${accountOf(workload)}`));
}

function grantsUse({ apiGroups, resources, verbs }: Wire): boolean {
  return has(apiGroups, GROUP) && has(resources, 'securitycontextconstraints') && has(verbs, 'use');
}
