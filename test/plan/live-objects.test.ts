import { daemonSet, nodes, objectOf, OURS, planOf } from './support';
import type { Wire } from '../../src/private/wire';

const SERVER = {
  uid: '3a', resourceVersion: '77', generation: 3, creationTimestamp: '2026-01-01T00:00:00Z', managedFields: [{ manager: 'kubectl' }],
};

/** The object as the API server gives it, with more or less what it fills in. */
function live(object: Wire, annotations: Wire = {}): Wire {
  return {
    ...object, metadata: {
      ...object.metadata, ...SERVER, annotations: { ...object.metadata.annotations, ...annotations },
    }, status: { observedGeneration: 3 },
  };
}

const APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

test('what the API server fills in is no change of a DaemonSet', () => {
  const stored = live(daemonSet({
    containers: [{
      name: 'main', image: 'agent:1.0', imagePullPolicy: 'IfNotPresent', resources: {}, terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
    }],
    dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', schedulerName: 'default-scheduler', securityContext: {},
    terminationGracePeriodSeconds: 30,
  }, {
    revisionHistoryLimit: 10, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
  }), { 'deprecated.daemonset.template.generation': '4' });
  stored.spec.template.metadata.creationTimestamp = null;
  expect(planOf([stored], [daemonSet()]).objects).toEqual([]);
});

test('what it assigns to a Service is no change, and another address is', () => {
  const service = objectOf('v1', 'Service', 'metrics', { spec: { ports: [{ port: 9100 }], selector: OURS } });
  const stored = live({
    ...service,
    spec: {
      ...service.spec, clusterIP: '10.0.0.7', clusterIPs: [
        '10.0.0.7',
      ], internalTrafficPolicy: 'Cluster', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack',
      ports: [{ port: 9100, protocol: 'TCP', targetPort: 9100, nodePort: 30100 }], sessionAffinity: 'None', type: 'ClusterIP',
    },
  });
  expect(planOf([stored], [service]).objects).toEqual([]);
  expect(
    planOf([stored], [{ ...service, spec: { ...service.spec, clusterIP: 'None' } }]).objects,
  ).toMatchObject([{ action: 'replaced', immutable: [{ path: 'spec.clusterIP' }] }]);
});

test('what is assigned to a Job, and the class that a webhook gives to a Service, is no change', () => {
  const job = objectOf('batch/v1', 'Job', 'once', { spec: { template: { metadata: { labels: OURS }, spec: { containers: [] } } } });
  const uid = {
    'batch.kubernetes.io/controller-uid': '3a', 'controller-uid': '3a', 'job-name': 'once', 'batch.kubernetes.io/job-name': 'once',
  };
  const running = live({
    ...job, spec: {
      template: { ...job.spec.template, metadata: { labels: { ...OURS, ...uid } } }, selector: { matchLabels: uid }, parallelism: 1,
      completions: 1, backoffLimit: 6, completionMode: 'NonIndexed', suspend: false, manualSelector: false,
    },
  });
  expect(planOf([running], [job]).objects).toEqual([]);
  expect(planOf([running], [{ ...job, spec: { ...job.spec, parallelism: 2 } }]).objects).toMatchObject([{ action: 'changed' }]);
  const service = objectOf('v1', 'Service', 'logs', { spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } });
  const stored = live({ ...service, spec: { ...service.spec, loadBalancerClass: 'service.k8s.aws/nlb' } });
  expect(planOf([stored], [service]).objects).toEqual([]);
});

test('of a namespace, an account and a network policy nothing changes either', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents' } };
  const account = objectOf('v1', 'ServiceAccount', 'logs');
  const policy = objectOf(
    'networking.k8s.io/v1', 'NetworkPolicy', 'logs', { spec: { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] } },
  );
  const stored = [
    live({
      ...namespace, metadata: {
        ...namespace.metadata, labels: { 'kubernetes.io/metadata.name': 'agents' },
      }, spec: { finalizers: ['kubernetes'] },
    }),
    live({ ...account, secrets: [{ name: 'logs-token' }] }),
    live({ ...policy, spec: { ...policy.spec, ingress: [{ ports: [{ port: 80, protocol: 'TCP' }] }], policyTypes: ['Ingress'] } }),
  ];
  expect(planOf(stored, [namespace, account, policy]).objects).toEqual([]);
});

test('a restart by kubectl is no change, and restarts nothing again', () => {
  const stored = live(daemonSet());
  stored.spec.template.metadata.annotations = { 'kubectl.kubernetes.io/restartedAt': '2026-01-01T00:00:00Z' };
  expect(planOf([stored], [daemonSet()], { cluster: { nodes: nodes(3) } })).toMatchObject({ objects: [], agents: [] });
});

test('fields that others wrote stay, and fields that were applied and are gone are removed', () => {
  const applied = daemonSet({}, { minReadySeconds: 5 });
  const stored = live(daemonSet(
    { priorityClassName: 'set-by-a-webhook' }, { minReadySeconds: 5 },
  ), { [APPLIED]: JSON.stringify(applied), 'example.com/seen': 'yes' });
  expect(planOf([stored], [daemonSet()]).objects.map(({ changes }) => changes.map(({ path }) => path))).toEqual([['spec.minReadySeconds']]);
});

test('an object of a kind whose defaults are not known keeps what the new one does not write', () => {
  const monitor = objectOf(
    'monitoring.coreos.com/v1', 'PodMonitor', 'logs', { spec: { podMetricsEndpoints: [{ port: 'metrics' }], selector: {} } },
  );
  const stored = live(
    { ...monitor, spec: { ...monitor.spec, podMetricsEndpoints: [{ port: 'metrics', scheme: 'http' }], attachMetadata: { node: false } } },
  );
  expect(planOf([stored], [monitor]).objects).toEqual([]);
  expect(planOf([stored], [{ ...monitor, spec: { ...monitor.spec, podMetricsEndpoints: [{ port: 'other' }] } }]).objects).toHaveLength(1);
});

test('what a cluster makes by itself is no part of a plan', () => {
  const made = [
    live({ apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'metrics', namespace: 'agents', labels: OURS } }),
    live({ apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata: { name: 'logs-1', namespace: 'agents', labels: OURS } }),
    live({
      apiVersion: 'v1', kind: 'Pod', metadata: {
        name: 'logs-a', namespace: 'agents', labels: OURS, ownerReferences: [{ kind: 'DaemonSet', name: 'logs', controller: true }],
      },
    }),
    live({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'kube-root-ca.crt', namespace: 'agents' } }),
  ];
  expect(planOf(made, [], { prune: true }).objects).toEqual([]);
});

test('labels that a server-side apply leaves to others are no change', () => {
  const stored = live({ ...daemonSet(), metadata: { ...daemonSet().metadata, labels: { ...OURS, team: 'b' } } });
  expect(planOf([stored], [daemonSet()]).objects).toEqual([]);
});
