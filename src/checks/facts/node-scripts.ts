import { isExampleApp } from './example-apps';
import { workingContainersIn } from './idle-containers';
import { textsOf } from '../../cluster/inventory/container-texts';
import { containersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { memo } from '../../private/memo';

/** Programs of the node, by which scripts enter it or change its system. */
const OF_NODE = new RegExp('(^|[\\s;&|(/"\'`])(nsenter|chroot|systemctl|journalctl|systemd-run|sysctl|modprobe|insmod|iptables|ip6tables'
  + '|nft|apt-get|apt|dnf|yum|zypper|reboot)(\\s|$)');

/** Programs that restart nodes, and images that run a script of the manifest. */
const OF_SCRIPTS = /(^|[/-])(startup-script|kured|draino|node-update-agent|update-operator)(-|$)/;

/** Whether a pod is there to change its node: both rights are what it needs. Several rules ask. */
export const actsOnNode: (workload: Workload) => boolean = memo(workload =>
  workingContainersIn(workload).length === 0 || containersIn(workload).some(placed =>
    OF_SCRIPTS.test(programOf(placed.container.image) ?? '') || textsOf(placed).some(({ text }) => OF_NODE.test(text))));

/** Whether a workload is no agent of its own right: a script that changes its node, or an example of an application. */
export function isScriptOrExample(workload: Workload): boolean {
  return actsOnNode(workload) || isExampleApp(workload);
}
