import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { KUBE_PROXY, networkAgentsIn } from '../../cluster/network-agents/network-agents';
import { runTogether } from '../../cluster/network-agents/run-together';
import { describeEntry } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const kubeProxyReplaced: Rule = {
  id: 'kube-proxy-replaced',
  level: 'warning',
  summary: 'A CNI plugin does the work of kube-proxy on nodes where kube-proxy runs.',
  looksAt: 'DaemonSets of kube-proxy next to Cilium with `kube-proxy-replacement`, Calico with `FELIX_BPFENABLED` and kube-router with its '
    + 'service proxy on the same nodes. Calico that leaves the rules of kube-proxy alone (`FELIX_BPFKUBEPROXYIPTABLESCLEANUPENABLED: '
    + '"false"`) is meant for both.',
  why: 'Each translates the addresses of Services by itself and knows nothing of the other: Calico removes the rules that kube-proxy '
    + 'writes again, connections are translated by one and answered by the other, and both keep the processors of every node busy.',
  fix: 'Remove kube-proxy and restart the nodes, which takes its rules away, or switch the replacement off.',
  example: () => {
    const calico = (bpf: string) => named('calico-node', 'quay.io/calico/node:v3.32.1', [{ name: 'FELIX_BPFENABLED', value: bpf }]);
    const proxy = named(KUBE_PROXY, 'registry.k8s.io/kube-proxy:v1.36.0');
    return { fails: [proxy, calico('true')], passes: [proxy, calico('false')] };
  },
  *check(context) {
    const agents = writtenDaemonSets(context).flatMap(workload => networkAgentsIn(context, workload).map(agent => ({ workload, agent })));
    const replacements = agents.filter(({ agent }) => agent.servesServices === true && agent.project !== KUBE_PROXY);
    for (const { workload, agent: { project, placed } } of agents) {
      if (project !== KUBE_PROXY) {continue;}
      const other = replacements.find(each => runTogether(context, each.workload, workload));
      if (other === undefined) {continue;}
      yield findingOf(kubeProxyReplaced, {
        about: workload, path: `${placed.path}.image`, container: placed.name, given: placed.container.image,
        what: `the work of kube-proxy is done by ${other.agent.project} of ${describeEntry(other.workload)} on the same nodes`,
        allowed: 'kube-proxy, or its replacement',
      });
    }
  },
};

function named(name: string, image: string, env: readonly Wire[] = []): Wire {
  return daemonSet({ hostNetwork: true }, { image, ...env.length > 0 && { env } }, { name });
}
