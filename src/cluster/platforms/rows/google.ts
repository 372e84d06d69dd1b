import { AS_KUBERNETES, CONTAINER_LOGS, CONTAINERD, NO_VIRTUAL_NODES, OF_KUBERNETES, USUAL } from './usual';
import type { PlatformRow } from '../platform-facts';

const DOCS = 'https://cloud.google.com/kubernetes-engine/docs';
const AUTOPILOT = `[security of Autopilot](${DOCS}/concepts/autopilot-security)`;
const QUOTA = 'issue 1120 of open-policy-agent/gatekeeper and issue 13852 of cilium/cilium: `insufficient quota to match these scopes`';
const VIRTUAL = `[node images](${DOCS}/concepts/node-images): every node is a machine`;
const COS = `[Container-Optimized OS](${DOCS}/concepts/node-images)`;

/** Google Kubernetes Engine, with Container-Optimized OS. */
export const GOOGLE: readonly PlatformRow[] = [
  {
    facts: {
      ...AS_KUBERNETES, id: 'gke', name: 'Google Kubernetes Engine with Container-Optimized OS',
      cniBinaries: '/home/kubernetes/bin', nodeSystem: 'cos', criticalPriorityNeedsQuota: true, labels: ['cloud.google.com/gke-nodepool'],
    },
    sources: {
      ...OF_KUBERNETES,
      cniBinaries: '`DefaultCNIDirectories` of the operator of projectcalico/calico, `cni.binPath` of the chart of cilium/cilium',
      nodeSystem: '[file system of Container-Optimized '
        + 'OS](https://cloud.google.com/container-optimized-os/docs/concepts/disks-and-filesystem)',
      criticalPriorityNeedsQuota: QUOTA, virtualNodes: VIRTUAL, labels: COS,
    },
  },
  {
    facts: {
      id: 'gke-autopilot', name: 'GKE Autopilot', operatingSystem: 'linux', kubeletDirectory: USUAL.kubeletDirectory,
      containerRuntime: CONTAINERD,
      containerLogs: CONTAINER_LOGS, nodeSystem: 'cos', criticalPriorityNeedsQuota: true, virtualNodes: NO_VIRTUAL_NODES,
      labels: ['cloud.google.com/gke-nodepool'],
      admission: {
        by: 'the admission of GKE Autopilot', readOnlyHostPaths: ['/var/log'],
        // the message of the webhook also lists NET_RAW, which the documentation refuses
        capabilities: [
          'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP',
          'SETUID', 'SYS_CHROOT',
          'SYS_PTRACE',
        ],
        closedNamespaces: ['kube-system'],
        instead: 'Run it on node pools of a Standard cluster, or have a WorkloadAllowlist admit it.',
      },
    },
    sources: {
      ...OF_KUBERNETES, cniBinaries: undefined, cniConfiguration: undefined, nodeSystem: COS,
      criticalPriorityNeedsQuota: `${QUOTA}; issue 470 of fluxcd/terraform-provider-flux`,
      virtualNodes: VIRTUAL, labels: COS,
      admission: `${AUTOPILOT}, [WorkloadAllowlist](${DOCS}/reference/crds/workloadallowlist); messages in issue 3437 of `
        + 'SumoLogic/sumologic-kubernetes-collection and issue 4411 of pipe-cd/pipecd',
    },
  },
];
