import { App, Chart } from 'cdk8s';
import {
  AgentNamespace, Exporter, MetricsAlerts, MetricsExporter, MetricsExporterProps, MetricsScraping, NameFilter, NodeCoverage,
} from 'cdk8s-node-agents';

/** What a Prometheus of kube-prometheus-stack selects. */
const labels = { release: 'kube-prometheus-stack' };
const watched: MetricsExporterProps = {
  scraping: MetricsScraping.podMonitor({ labels }), alerts: MetricsAlerts.prometheusRule({ labels }),
};

const app = new App();
const chart = new Chart(app, 'exporters', { namespace: 'monitoring' });
new AgentNamespace(chart, 'namespace');

new MetricsExporter(chart, 'node', { ...watched, exporter: Exporter.nodeExporter({ networkFilesystems: false }) });
new MetricsExporter(chart, 'windows', { ...watched, exporter: Exporter.windows() });
new MetricsExporter(chart, 'gpus', { ...watched, exporter: Exporter.dcgm(), runtimeClassName: 'nvidia' });
new MetricsExporter(chart, 'processes', {
  ...watched,
  exporter: Exporter.process({ groups: [{ name: 'kubelet', commands: ['kubelet'] }, { name: 'containerd', commands: ['containerd'] }] }),
});
new MetricsExporter(chart, 'disks', {
  ...watched,
  exporter: Exporter.smartctl({ devices: NameFilter.excluding(['loop.*']) }),
  nodes: NodeCoverage.labelled({ 'example.com/hardware': 'metal' }),
});
new MetricsExporter(chart, 'systemd', {
  ...watched, exporter: Exporter.systemd({ units: NameFilter.only(['containerd\\.service', 'kubelet\\.service']) }),
});

app.synth();
