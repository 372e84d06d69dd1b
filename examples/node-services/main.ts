import { Chart } from 'cdk8s';
import { addFalco } from './falco';
import { addTetragon } from './tetragon';
import {
  FleetApp, KubernetesVersion, MetricsAlerts, MetricsScraping, NodeLog, NodeProblemDetector, NodeProblemMonitor, NodeTuning, Sysctl,
  TargetCluster,
} from 'cdk8s-node-agents';

const app = new FleetApp();
const chartOf = (name: string, namespace: string) => {
  const chart = new Chart(app, name, { namespace });
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33 });
  return chart;
};

const services = chartOf('node-services', 'node-agents');
new NodeProblemDetector(services, 'node-problem-detector', {
  problemMonitors: [
    NodeProblemMonitor.kernel(),
    NodeProblemMonitor.readonlyFilesystem(),
    NodeProblemMonitor.kubeletHealth(),
    NodeProblemMonitor.log('disks', {
      log: NodeLog.kernel(),
      rules: [{
        reason: 'NvmeReset', pattern: 'nvme \\S+: controller is down; will reset.*',
        condition: { type: 'NvmeProblem', healthyReason: 'NvmeIsUp' },
      }],
    }),
    NodeProblemMonitor.plugin('conntrack', {
      script: [
        '#!/bin/bash',
        'count=$(< /proc/sys/net/netfilter/nf_conntrack_count) || exit 2',
        'most=$(< /proc/sys/net/netfilter/nf_conntrack_max) || exit 2',
        'echo "$count of $most connections are tracked"',
        '(( count * 10 < most * 9 ))',
        '',
      ].join('\n'),
      reason: 'ConntrackNearlyFull',
      condition: { type: 'ConntrackProblem', healthyReason: 'ConntrackHasRoom' },
      hostNetwork: true,
    }),
  ],
  scraping: MetricsScraping.podMonitor({ labels: { release: 'kube-prometheus-stack' } }),
  alerts: MetricsAlerts.prometheusRule({ labels: { release: 'kube-prometheus-stack' } }),
});
new NodeTuning(services, 'node-tuning', {
  sysctls: [
    Sysctl.maxMapCount(262144),
    Sysctl.inotifyInstances(8192),
    Sysctl.inotifyWatches(524288),
    Sysctl.of('net.core.somaxconn', '4096'),
  ],
});

addFalco(chartOf('falco', 'falco'));
addTetragon(chartOf('tetragon', 'tetragon'));
app.synth();
