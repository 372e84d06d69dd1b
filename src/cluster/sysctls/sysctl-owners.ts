import { sysctlSettingsIn } from './sysctl-settings';
import { FindingKind, findingOf, Level, ObjectFinding } from '../../private/finding';
import type { CheckContext } from '../inventory/check-context';
import { writtenWorkloads } from '../inventory/written-workloads';

/** What such findings have in common. */
export const SYSCTL_OWNED_ELSEWHERE: FindingKind = {
  id: 'sysctl-owned-elsewhere',
  level: 'error',
  fix: 'Leave the parameter to who sets it, and change it there.',
};

/** Who sets a kernel parameter without being asked, or counts on a value of it. */
interface Owner {
  readonly names: RegExp;
  /** Which values are fine; absent where every value is somebody else's to set. */
  readonly fine?: (value: string) => boolean;
  readonly level?: Level;
  readonly what: string;
  readonly allowed?: string;
  readonly fix?: string;
}

const kubelet = (names: RegExp, value: string): Owner => ({
  names, fine: given => given === value, what: 'the kubelet sets it at each start, and does not start at all with protectKernelDefaults',
  allowed: value, fix: 'Leave the parameter out.',
});

/** pkg/kubelet/cm/container_manager_linux.go and pkg/proxy/conntrack of Kubernetes; what networks need is in their requirements. */
const OWNERS: readonly Owner[] = [
  kubelet(/^vm\.overcommit_memory$/, '1'),
  kubelet(/^vm\.panic_on_oom$/, '0'),
  kubelet(/^kernel\.panic$/, '10'),
  kubelet(/^kernel\.panic_on_oops$/, '1'),
  kubelet(/^kernel\.keys\.root_maxkeys$/, '1000000'),
  kubelet(/^kernel\.keys\.root_maxbytes$/, '25000000'),
  {
    names: /^net\.netfilter\.nf_conntrack_(max|tcp_timeout_established|tcp_timeout_close_wait)$/, level: 'warning',
    what: 'kube-proxy sets it at each start',
    fix: 'Use `conntrack` of KubeProxyConfiguration. Where no kube-proxy runs, acknowledge the finding.',
  },
  {
    names: /^net\.ipv4\.(ip_forward|conf\.(all|default)\.forwarding)$|^net\.ipv6\.conf\.(all|default)\.forwarding$/,
    fine: given => given !== '0',
    what: 'without forwarding, pods of the node reach no other node', allowed: '1',
    fix: 'Leave the parameter out: networks of pods switch it on.',
  },
  {
    names: /^net\.bridge\.bridge-nf-call-ip6?tables$/, fine: given => given !== '0', level: 'warning',
    what: 'with a network of bridges, Services do not lead from a pod to another one on its own node', allowed: '1',
    fix: 'Leave the parameter out.',
  },
  {
    names: /^net\.ipv4\.conf\..+\.rp_filter$/, fine: given => given !== '1', level: 'warning',
    what: 'networks of pods set it for their own devices, and strict filtering drops what comes back another way', allowed: '0 or 2',
    fix: 'Use 2, or leave the parameter out.',
  },
];

/** Kernel parameters that are somebody else's to set, or that the cluster does not work with. */
export function* sysctlsOwnedElsewhere(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    for (const { name, value, container, field } of sysctlSettingsIn(workload)) {
      const owner = OWNERS.find(({ names }) => names.test(name));
      if (owner === undefined || owner.fine?.(value)) {continue;}
      const { level, what, allowed, fix } = owner;
      yield findingOf(SYSCTL_OWNED_ELSEWHERE, {
        about: workload, path: `${container.path}.${field}`, container: container.name, what: `${name}: ${what}`, given: value, allowed,
        ...level && { level }, ...fix && { fix },
      });
    }
  }
}
