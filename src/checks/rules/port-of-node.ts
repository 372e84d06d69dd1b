import { hostPortClaims } from '../../cluster/host-ports/host-port-claims';
import { ownerOfNodePort } from '../../cluster/host-ports/node-ports';
import { portPath } from '../../cluster/inventory/container-ports';
import { containersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { hasNetworkProgram } from '../../cluster/network-agents/network-agents';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const portOfNode: Rule = {
  id: 'port-of-node',
  level: 'warning',
  summary: 'A workload takes a port of the node that belongs to Kubernetes.',
  looksAt: 'Host ports, and ports of pods on the host network: those of the kubelet (10250, an error, 10248 and 10255), of kube-proxy '
    + '(10249 and 10256), and 30000 to 32767, from which Services of the types NodePort and LoadBalancer get theirs. Agents of the network '
    + 'and kube-proxy itself are left out.',
  why: 'On the host network the program finds `address already in use`, and restarts for ever. As a host port, what is sent to the kubelet '
    + 'goes to the pod. A Service that gets the number takes the traffic of the port on every node, or finds it taken.',
  fix: 'Take a port below 30000 that none of them has. Where the cluster has another `--service-node-port-range`, acknowledge it.',
  example: () => ({ fails: [exporter(10250), exporter(30080)], passes: [exporter(9100)] }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      if (workload.facts.hostPorts.length === 0 || isOfNetwork(workload)) {continue;}
      for (const claim of hostPortClaims(context, workload)) {
        const owner = claim.isKnown ? undefined : ownerOfNodePort(claim);
        if (owner === undefined) {continue;}
        const { path, container } = portPath(workload, claim);
        yield findingOf(portOfNode, {
          about: workload, path, container, given: String(claim.port), what: `the port of the node is not free: ${owner.by}`,
          ...owner.isCertain && owner.address === undefined && { level: 'error' },
        });
      }
    }
  },
};

/** What does the work of kube-proxy has its ports. */
function isOfNetwork(workload: Workload): boolean {
  return hasNetworkProgram(workload)
    || containersIn(workload).some(({ container }) => /(^|\/)kube-proxy/.test(programOf(container.image) ?? ''));
}

function exporter(port: number) {
  return daemonSet({ hostNetwork: true }, { ports: [{ name: 'metrics', containerPort: port, hostPort: port }] });
}
