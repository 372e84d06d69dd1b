import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { KUBE_PROXY, networkAgentsIn } from '../../cluster/network-agents/network-agents';
import { isOfEveryNewNode, untoleratedAtBoot } from '../../cluster/placement/bootstrap-taints';
import { describeTaint } from '../../cluster/placement/taints';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const networkWaitsForItself: Rule = {
  id: 'network-waits-for-itself',
  level: 'error',
  summary: 'A CNI plugin or kube-proxy does not tolerate the taint that new nodes have until their network works.',
  looksAt: '`tolerations` of DaemonSets with known CNI plugins and kube-proxy. Agents of this library have the error '
    + '`missing-bootstrap-toleration`, which covers any CNI plugin.',
  why: 'A node is tainted `node.kubernetes.io/not-ready:NoSchedule` until a CNI plugin has written its configuration there, and what the '
    + 'DaemonSet controller adds by itself covers NoExecute only. Nodes that are ready keep their pod, so it shows on the next node that '
    + 'joins: it never becomes ready.',
  fix: 'Add the toleration `operator: Exists`, or at least `key: node.kubernetes.io/not-ready, operator: Exists, effect: NoSchedule`.',
  example: () => ({ fails: [flannel([])], passes: [flannel([{ operator: 'Exists', effect: 'NoSchedule' }])] }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      if (context.own?.has(workload)) {continue;}
      // without the others a node becomes ready
      const agent = networkAgentsIn(
        context, workload,
      ).find(({ makesNetwork, project }) => makesNetwork !== false || project === KUBE_PROXY);
      if (agent === undefined) {continue;}
      const { tolerations, hostNetwork } = workload.pod;
      // other taints of new nodes are there in some clusters only
      const missing = untoleratedAtBoot(tolerations ?? [], hostNetwork === true).filter(isOfEveryNewNode);
      if (missing.length === 0) {continue;}
      yield findingOf(networkWaitsForItself, {
        about: workload, path: `${workload.podPath}.tolerations`,
        what: `on a new node ${agent.project} never starts, and the node is not ready before it does`,
        given: `no toleration of ${missing.map(describeTaint).join(', ')}`, allowed: 'tolerations that cover the taint',
      });
    }
  },
};

function flannel(tolerations: readonly Wire[]): Wire {
  return daemonSet({ hostNetwork: true, tolerations }, { image: 'ghcr.io/flannel-io/flannel:v0.28.9' }, { name: 'kube-flannel' });
}
