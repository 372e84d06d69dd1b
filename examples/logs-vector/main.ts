import { App, Chart, Size } from 'cdk8s';
import {
  AgentNamespace, DestinationAuth, LogAgent, LogCollector, LogDestination, LogInput, LogMetadata, LogState, LogValue, MetricsScraping,
  MultilineLogs,
  SearchIndex, SecretKey,
} from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'logging', { namespace: 'logging' });

new AgentNamespace(chart, 'namespace');
new LogAgent(chart, 'vector', {
  collector: LogCollector.vector(),
  // the directory of the chart `vector`: its positions and buffers are taken over
  state: LogState.onNodeAt('/var/lib/vector'),
  metadata: LogMetadata.fromApi({ ownerReferences: true }),
  fields: { cluster: LogValue.text('production') },
  inputs: [
    LogInput.containers({ excludeNamespaces: ['kube-node-lease'], multiline: [MultilineLogs.java(), MultilineLogs.python()] }),
    LogInput.journal({ units: ['kubelet.service', 'containerd.service'] }),
  ],
  destinations: [
    LogDestination.loki({
      url: 'https://loki.example.com',
      auth: DestinationAuth.basic('123456', SecretKey.of('loki', 'password')),
      labels: { namespace: LogValue.namespaceName(), app: LogValue.podLabel('app.kubernetes.io/name'), node: LogValue.nodeName() },
      structuredMetadata: { pod: LogValue.podName(), container: LogValue.containerName() },
    }),
    LogDestination.elasticsearch({
      url: 'https://es.example.com:9200',
      auth: DestinationAuth.apiKey(SecretKey.of('elastic', 'api-key')),
      index: SearchIndex.daily('logs'),
      inputs: ['containers'],
      bufferLimit: Size.gibibytes(2),
    }),
  ],
  scraping: MetricsScraping.podMonitor(),
});

app.synth();
