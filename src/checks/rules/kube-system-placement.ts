import { csiPluginOf } from '../../cluster/csi/csi-plugins';
import { containersIn, runningContainersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { isOfControlPlane } from '../facts/control-plane';
import { workingContainersIn } from '../facts/idle-containers';
import { standsStillWithout } from '../facts/node-critical';
import type { Rule } from '../rule';

export const kubeSystemPlacement: Rule = {
  id: 'kube-system-placement',
  level: 'note',
  summary: 'An agent runs in the namespace of the cluster itself.',
  looksAt: 'DaemonSets in kube-system without a priority class of the system that are no network, storage or device plugins, no '
    + 'cloud controller managers and not for the control plane alone: those are part of the cluster. What changes its node is kept '
    + 'there on purpose: privileged '
    + 'containers, added capabilities, the network or the processes of the node, and pods that do their work once and then wait.',
  why: 'The namespace kube-system belongs to the distribution: its upgrades may remove or overwrite what is there, Pod Security and '
    + 'network policies often leave it out, its service accounts have a share of the API server of their own, and its Secrets and '
    + 'ConfigMaps can be read by whoever may read those of the agent. Agents with `system-node-critical` are no finding: GKE allows that '
    + 'class in other namespaces only with a ResourceQuota.',
  fix: 'Give agents a namespace of their own, with the Pod Security level that they need.',
  example: () => ({
    fails: [{ ...daemonSet(), metadata: { name: 'agent', namespace: 'kube-system' } }],
    passes: [daemonSet()],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      if (workload.namespace !== 'kube-system' || String(workload.pod.priorityClassName).startsWith('system-')
        || isOfCluster(workload) || changesNode(workload)) {continue;}
      yield findingOf(kubeSystemPlacement, {
        about: workload, path: 'metadata.namespace', what: 'the agent shares the namespace of the cluster itself', given: 'kube-system',
      });
    }
  },
};

/** The taint that nodes have until a cloud controller manager has seen them: what tolerates it by its key brings nodes up. */
const UNINITIALIZED = 'node.cloudprovider.kubernetes.io/uninitialized';

const CLOUD_CONTROLLER = /(^|[/-])cloud-controller-manager(-|$)/;

/** Whether a workload is a part of the cluster itself, whoever installs it. */
function isOfCluster(workload: Workload): boolean {
  return standsStillWithout(workload) !== undefined || isOfControlPlane(workload) || csiPluginOf(workload) !== undefined
    || (workload.pod.tolerations ?? []).some(({ key }: Wire) => key === UNINITIALIZED)
    || runningContainersIn(workload).some(({ container }) => CLOUD_CONTROLLER.test(programOf(container.image) ?? ''));
}

/** Whether a pod has rights on the node that reach further than files: it serves the node, and not those who watch it. */
function changesNode(workload: Workload): boolean {
  const { hostNetwork, hostPID, securityContext } = workload.pod;
  return hostNetwork === true || hostPID === true || securityContext?.windowsOptions?.hostProcess === true
    || workingContainersIn(workload).length === 0
    || containersIn(workload).some(({ container: { securityContext: own } }) => own?.privileged === true
      || own?.windowsOptions?.hostProcess === true || (own?.capabilities?.add ?? []).length > 0);
}
