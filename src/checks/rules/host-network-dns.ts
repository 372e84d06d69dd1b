import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { serviceNameIn } from '../../cluster/references/service-names';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const SENDING = { args: ['--url=http://loki.logging.svc:3100'] };

export const hostNetworkDns: Rule = {
  id: 'host-network-dns',
  level: 'warning',
  summary: 'Pods on the host network use the name of a Service, which the DNS server of the node does not know.',
  looksAt: '`hostNetwork` and `dnsPolicy` of workloads with a name such as `loki.logging.svc`, or that of a Service among the objects, in '
    + 'commands, arguments, variables and their ConfigMaps. Not those on Windows, which has no such policy.',
  why: 'With `hostNetwork: true` the policy ClusterFirst, which is the default, falls back to the resolver of the node: names of Services '
    + 'do not resolve.',
  fix: 'Set `dnsPolicy: ClusterFirstWithHostNet`.',
  example: () => ({
    fails: [daemonSet({ hostNetwork: true }, SENDING)],
    passes: [daemonSet({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }, SENDING), daemonSet({ hostNetwork: true })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { hostNetwork, dnsPolicy } = workload.pod;
      // Windows has no ClusterFirstWithHostNet
      if (hostNetwork === true && (dnsPolicy ?? 'ClusterFirst') === 'ClusterFirst' && operatingSystemOf(workload) !== 'windows') {
        const used = serviceNameIn(context, workload);
        if (used === undefined) {continue;}
        yield findingOf(hostNetworkDns, {
          about: workload, path: `${workload.podPath}.dnsPolicy`,
          what: `the pods ask the DNS server of the node for the Service ${used.name}, which it does not know`,
          given: `${dnsPolicy ?? 'not set, which is ClusterFirst'}; ${used.place}`, allowed: 'ClusterFirstWithHostNet',
        });
      }
    }
  },
};
