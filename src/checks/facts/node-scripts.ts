import { workingContainersIn } from './idle-containers';
import { containersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import type { Wire } from '../../private/wire';

/** Programs of the node, by which scripts enter it or change its system. */
const OF_NODE = new RegExp('(^|[\\s;&|(/"\'`])(nsenter|chroot|systemctl|journalctl|systemd-run|sysctl|modprobe|insmod|iptables|ip6tables'
  + '|nft|apt-get|apt|dnf|yum|zypper|reboot)(\\s|$)');

/** Programs that restart nodes, and images that run a script of the manifest. */
const OF_SCRIPTS = /(^|[/-])(startup-script|kured|draino|node-update-agent|update-operator)(-|$)/;

/** Whether a pod is there to change its node: both rights are what it needs. */
export function actsOnNode(workload: Workload): boolean {
  const containers = containersIn(workload);
  return workingContainersIn(workload).length === 0 || containers.some(({ container: { image, command, args, env } }) =>
    OF_SCRIPTS.test(programOf(image) ?? '')
    || [...texts(command), ...texts(args), ...(env ?? []).map(({ value }: Wire) => value)].some(text => OF_NODE.test(String(text))));
}

function texts(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
