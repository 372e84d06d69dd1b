import { defaultRow } from '../private/default-row';

const KUBERNETES = 'https://kubernetes.io/docs';

/** Monitors of the Prometheus Operator: the row of every agent that has metrics of its own. */
export const SCRAPING = defaultRow({
  about: 'monitor of the Prometheus Operator',
  value: 'none' as 'none' | 'podMonitor' | 'serviceMonitor',
  shown: kind => (kind === 'none' ? 'no object is written' : `\`MetricsScraping.${kind}()\``),
  reason: 'its custom resource definitions may not be there',
  source: '[PodMonitor and ServiceMonitor](https://prometheus-operator.dev/docs/developer/getting-started/)',
  change: '`scraping: MetricsScraping...`',
});

/** The Service of every agent that has metrics of its own. */
export const HAS_SERVICE = defaultRow({
  about: 'Service',
  value: true,
  shown: has => (has ? 'a headless Service in front of the metrics' : 'none'),
  reason: 'it names the addresses of the pods for scrapers, and costs kube-proxy nothing',
  source: `[headless Services](${KUBERNETES}/concepts/services-networking/service/#headless-services)`,
  change: '`services`: a list of your own, an empty one for none',
});
