import { CONTAINER_LOGS, KUBELET_ROOT, NO_VIRTUAL_NODES, POD_LOGS, USUAL } from './usual';
import type { PlatformRow } from '../platform-facts';

const MACHINE_CONFIG = '`templates` of openshift/machine-config-operator';

/** OpenShift, with Red Hat Enterprise Linux CoreOS. */
export const RED_HAT: readonly PlatformRow[] = [{
  facts: {
    id: 'openshift', name: 'OpenShift', operatingSystem: 'linux', kubeletDirectory: USUAL.kubeletDirectory, virtualNodes: NO_VIRTUAL_NODES,
    containerLogs: CONTAINER_LOGS,
    containerRuntime: { program: 'CRI-O', directory: '/run/crio', socket: '/run/crio/crio.sock' },
    logFilesOfRootAlone: true, cniBinaries: '/var/lib/cni/bin', cniConfiguration: '/run/multus/cni/net.d', nodeSystem: 'rhcos',
    seLinuxType: 'spc_t', seLinuxGuardsHostFiles: true, securityContextConstraints: true,
    takenPorts: [
      { port: 9100, by: 'the node-exporter of OpenShift' }, { port: 10300, by: 'storage drivers of OpenShift' },
      { port: 10301, by: 'storage drivers of OpenShift' },
    ],
    controlPlaneTaints: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }], labels: ['node.openshift.io/os_id'],
  },
  sources: {
    kubeletDirectory: KUBELET_ROOT, containerLogs: POD_LOGS, containerRuntime: MACHINE_CONFIG,
    virtualNodes: '[nodes](https://docs.openshift.com/container-platform/latest/nodes/index.html): every node is a machine',
    logFilesOfRootAlone: 'CRI-O writes log files with mode 0600: `internal/oci` of cri-o/cri-o',
    cniBinaries: '`DefaultCNIDirectories` of the operator of projectcalico/calico',
    cniConfiguration: '`DefaultCNIDirectories` of the operator of projectcalico/calico, which spells it /var/run',
    nodeSystem: '[RHCOS](https://docs.openshift.com/container-platform/latest/architecture/architecture-rhcos.html)',
    seLinuxType: '`container-selinux`; the collector of openshift/cluster-logging-operator and the chart of '
      + 'signalfx/splunk-otel-collector-chart use it',
    securityContextConstraints: '[security context '
      + 'constraints](https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html)',
    takenPorts: '`assets/node-exporter/daemonset.yaml` of openshift/cluster-monitoring-operator, host ports of openshift/enhancements',
    controlPlaneTaints: '`templates/master/01-master-kubelet/_base/units/kubelet.service.yaml` of openshift/machine-config-operator',
    labels: '`templates/worker/01-worker-kubelet/_base/units/kubelet.service.yaml` of openshift/machine-config-operator',
  },
}];
