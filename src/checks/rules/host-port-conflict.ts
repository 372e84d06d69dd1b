import { HOST_PORT_CONFLICT, hostPortConflicts } from '../../cluster/host-ports/host-port-conflicts';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const hostPortConflict: Rule = {
  ...HOST_PORT_CONFLICT,
  summary: 'Two workloads, or two containers of one, take one port of the same nodes.',
  looksAt: '`hostPort`, and with `hostNetwork: true` every `containerPort`, of DaemonSets that share nodes; of other workloads, what is in '
    + 'the way of a DaemonSet. Also ports that agents of the network are known to open without declaring them, as far as their '
    + 'configuration is among the objects: Calico, Typha, Cilium, kube-proxy, node-local-dns, MetalLB, kube-vip and others.',
  why: 'The scheduler places one of the two pods on a node, and the other stays Pending there: on which nodes which of them is missing '
    + 'depends on who came first. Where a DaemonSet and another workload want the port, that is a warning: whether both find room is up to '
    + 'the scheduler. So is a port that no manifest declares: both pods start, and the later program fails with `address already in use`.',
  example: () => {
    const exporter = (name: string, port: number) => daemonSet(
      { hostNetwork: true }, { ports: [{ name: 'metrics', containerPort: port }] }, { name },
    );
    return {
      fails: [exporter('node-exporter', 9100), exporter('gpu-exporter', 9100)],
      passes: [exporter('node-exporter', 9100), exporter('gpu-exporter', 9400)],
    };
  },
  check: hostPortConflicts,
};
