import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const hostNetworkDns: Rule = {
  id: 'host-network-dns',
  level: 'warning',
  summary: 'Pods on the host network ask the DNS server of the node, which knows no Services.',
  looksAt: '`hostNetwork` and `dnsPolicy` of workloads, but for those on Windows, which has no such policy.',
  why: 'With `hostNetwork: true` the policy ClusterFirst, which is the default, falls back to the resolver of the node: names of Services do not resolve.',
  fix: 'Set `dnsPolicy: ClusterFirstWithHostNet`, or `Default` where the agent needs no Service.',
  example: () => ({
    fails: [daemonSet({ hostNetwork: true })],
    passes: [daemonSet({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { hostNetwork, dnsPolicy } = workload.pod;
      // Windows has no ClusterFirstWithHostNet
      if (hostNetwork === true && (dnsPolicy ?? 'ClusterFirst') === 'ClusterFirst' && operatingSystemOf(workload) !== 'windows') {
        yield findingOf(hostNetworkDns, {
          about: workload, path: `${workload.podPath}.dnsPolicy`, what: 'the pods share the network of the node and its DNS server',
          given: dnsPolicy ?? 'not set, which is ClusterFirst', allowed: 'ClusterFirstWithHostNet, or Default',
        });
      }
    }
  },
};
