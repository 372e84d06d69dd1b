import { commonReasons } from './common-reasons';
import { expectParity } from './parity';
import { KubeStateMetrics } from '../../src';
import { testChart } from '../support/golden';

const OWN = 'container kube-state-metrics,';

const REASONS = {
  ...commonReasons('kube-state-metrics', 'memory'),
  'it asks the API server: a shorter patience would restart it in every outage, and have it list all objects afterwards': [
    `${OWN} liveness probe`, `${OWN} readiness probe`,
  ],
  'the token is mounted into the container that uses it, and into no other': [
    'token', `${OWN} mount /var/run/secrets/kubernetes.io/serviceaccount`,
  ],
  'ports and kinds are written out, so that Service, probes and rights cannot differ from them': [`${OWN} flag --*`],
};

function objects(): any[] {
  const chart = testChart();
  new KubeStateMetrics(chart, 'kube-state-metrics');
  return chart.toJson();
}

test('kube-state-metrics of its own manifests', () => {
  expectParity({
    facts: 'kube-state-metrics-manifest', objects: objects(),
    because: {
      ...REASONS,
      'nothing is granted that is not collected: Secrets and ConfigMaps, kinds that are off, and reviews without a filter': [
        ...[
          'clusterrolebindings', 'clusterroles', 'configmaps', 'endpoints', 'ingressclasses', 'mutatingadmissionpolic', 'rolebindings',
          'roles', 'secrets', 'serviceaccounts', 'validatingadmissionpolic',
        ]
          .flatMap(kind => [`may list ${kind}*`, `may watch ${kind}*`]),
        'may create *',
      ],
    },
  });
});

test('kube-state-metrics of the chart of prometheus-community', () => {
  expectParity({
    facts: 'kube-state-metrics-chart', objects: objects(),
    because: {
      ...REASONS,
      ...commonReasons('kube-state-metrics', 'portName', 'linux'),
      'who lists Secrets and ConfigMaps reads their values': [
        'may list configmaps of core', 'may list secrets of core', 'may watch configmaps of core', 'may watch secrets of core',
      ],
    },
  });
});
