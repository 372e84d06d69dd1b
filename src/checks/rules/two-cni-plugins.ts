import type { CheckContext } from '../../cluster/inventory/check-context';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { NetworkAgent, networkAgentsIn } from '../../cluster/network-agents/network-agents';
import { runTogether } from '../../cluster/network-agents/run-together';
import { describeEntry } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const twoCniPlugins: Rule = {
  id: 'two-cni-plugins',
  level: 'error',
  summary: 'Two CNI plugins make the network of pods on the same nodes.',
  looksAt: 'Images of DaemonSets, and how they are configured, where that is among the objects: Calico without a network backend, a '
    + 'chained Cilium and Multus make no network of their own. Two of one project are found by `duplicate-agent`.',
  why: 'The runtime uses the configuration whose file comes first by name. Which one that is changes with restarts and upgrades: pods of '
    + 'one node get addresses that those of another do not reach, and both programs write the routes and rules of the node.',
  fix: 'Remove one of them and its file in /etc/cni/net.d, chain it (`cni-chaining-mode` of Cilium), have it enforce policies alone '
    + '(`CALICO_NETWORKING_BACKEND: none`), or give them different nodes.',
  example: () => {
    const calico = (backend: string) =>
      plugin('calico-node', { image: 'quay.io/calico/node:v3.32.1', env: [{ name: 'CALICO_NETWORKING_BACKEND', value: backend }] });
    const flannel = plugin('kube-flannel', { image: 'ghcr.io/flannel-io/flannel:v0.28.9' });
    return { fails: [flannel, calico('bird')], passes: [flannel, calico('none')] };
  },
  *check(context) {
    const found: Plugin[] = [];
    for (const workload of writtenDaemonSets(context)) {
      for (const second of pluginsIn(context, workload)) {
        const other = found.find(each => isOther(each, second)
          && (each.workload === workload || runTogether(context, each.workload, workload)));
        if (other === undefined) {
          found.push(second);
          continue;
        }
        const { placed } = second.agent;
        yield findingOf(twoCniPlugins, {
          about: workload, path: `${placed.path}.image`, container: placed.name, given: placed.container.image,
          what: `the network of pods is made by ${second.agent.project} here, and by ${other.agent.project} of `
            + `${describeEntry(other.workload)} on the same nodes`,
          allowed: 'one CNI plugin on each node, next to those that enforce policies or are chained to it',
        });
      }
    }
  },
};

interface Plugin {
  readonly workload: Workload;
  readonly agent: NetworkAgent;
}

/** Two of one project are found as duplicates. */
function isOther(one: Plugin, other: Plugin): boolean {
  return one.agent.project !== other.agent.project;
}

function pluginsIn(context: CheckContext, workload: Workload): Plugin[] {
  return networkAgentsIn(context, workload).filter(({ makesNetwork }) => makesNetwork === true).map(agent => ({ workload, agent }));
}

function plugin(name: string, container: Wire): Wire {
  return daemonSet({ hostNetwork: true }, container, { name });
}
