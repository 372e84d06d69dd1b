import * as fc from 'fast-check';
import { isSameSelector, isSameTemplate } from '../../../src/cluster/rollout/pod-template';
import { runs } from '../../support/runs';

const template = (pod: object = {}, container: object = {}, metadata: object = {}) => ({
  metadata: { labels: { app: 'a' }, ...metadata }, spec: { containers: [{ name: 'main', image: 'agent:1', ...container }], ...pod },
});

/** What an API server adds to `template()`. */
const stored = template(
  {
    restartPolicy: 'Always', terminationGracePeriodSeconds: 30, dnsPolicy: 'ClusterFirst', securityContext: {},
    schedulerName: 'default-scheduler',
  },
  { resources: {}, terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File', imagePullPolicy: 'IfNotPresent' },
  { creationTimestamp: null },
);

test.each<[string, object, object]>([
  ['what the API server fills in', template(), stored],
  ['the order of keys', { metadata: { labels: { b: '2', a: '1' } }, spec: {} }, { spec: {}, metadata: { labels: { a: '1', b: '2' } } }],
  ['fields without a value', template(), template({ hostNetwork: false, tolerations: [], nodeSelector: {}, volumes: null }, {
    args: undefined, env: [],
  })],
  ['the spelling of quantities', template({}, { resources: { limits: { cpu: '1000m', memory: '1024Mi' } } }),
    template({}, { resources: { limits: { memory: '1Gi', cpu: 1 } } })],
  ['no metadata', { spec: {} }, { metadata: {}, spec: {} }],
  ['the old name of the service account', template({
    serviceAccountName: 'a',
  }), template({ serviceAccountName: 'a', serviceAccount: 'a' })],
  ['only the old name of it', template({ serviceAccount: 'a' }), template({ serviceAccountName: 'a', serviceAccount: 'a' })],
  ['the protocol of ports', template({}, {
    ports: [{ containerPort: 1 }],
  }), template({}, { ports: [{ containerPort: 1, protocol: 'TCP' }] })],
  ['the defaults of probes', template({}, { livenessProbe: { httpGet: { port: 1 } } }), template({}, {
    livenessProbe: {
      httpGet: { port: 1, path: '/', scheme: 'HTTP' }, timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3,
    },
  })],
  ['the defaults of volumes', template({
    volumes: [{ name: 'a' }, { name: 'b', configMap: { name: 'b' } }, { name: 'c', hostPath: { path: '/c' } }],
  }),
  template({
    volumes: [
      { name: 'a', emptyDir: {} }, { name: 'b', configMap: { name: 'b', defaultMode: 420 } },
      { name: 'c', hostPath: { path: '/c', type: '' } },
    ],
  })],
  ['the version of a field reference', template({}, { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }] }),
    template({}, { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' } } }] })],
])('pods stay for %s', (_, a, b) => {
  expect(isSameTemplate(a, b)).toBe(true);
  expect(isSameTemplate(b, a)).toBe(true);
});

test.each<[string, object, object]>([
  ['an image', template(), template({}, { image: 'agent:2' })],
  ['an annotation', template(), template({}, {}, { annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' } })],
  ['a label', template(), template({}, {}, { labels: { app: 'a', b: 'c' } })],
  ['a field that is more', template(), template({ hostNetwork: true })],
  ['the order of a list', template({}, { args: ['a', 'b'] }), template({}, { args: ['b', 'a'] })],
  ['a value that is none of the defaults', template(), template({ terminationGracePeriodSeconds: 31 })],
  ['no grace at all', template(), template({ terminationGracePeriodSeconds: 0 })],
  ['a pull policy that is not the one of the image', template(), template({}, { imagePullPolicy: 'Always' })],
  ['a number for a text', template({}, {
    livenessProbe: { httpGet: { port: 80 } },
  }), template({}, { livenessProbe: { httpGet: { port: '80' } } })],
])('pods are replaced for %s', (_, a, b) => {
  expect(isSameTemplate(a, b)).toBe(false);
  expect(isSameTemplate(b, a)).toBe(false);
});

const DIGEST = `@sha256:${'a'.repeat(64)}`;
test.each([
  ['agent', 'Always'], ['agent:latest', 'Always'], ['registry:5000/agent', 'Always'], [`agent:latest${DIGEST}`, 'Always'],
  ['agent:1', 'IfNotPresent'], ['registry:5000/team/agent:1', 'IfNotPresent'], [`agent${DIGEST}`, 'IfNotPresent'],
  [`registry:5000/agent${DIGEST}`, 'IfNotPresent'],
])('%s is pulled %s by default', (image, imagePullPolicy) => {
  const other = imagePullPolicy === 'Always' ? 'IfNotPresent' : 'Always';
  expect(isSameTemplate(template({}, { image }), template({}, { image, imagePullPolicy }))).toBe(true);
  expect(isSameTemplate(template({}, { image }), template({}, { image, imagePullPolicy: other }))).toBe(false);
});

test('the order of keys is of no account anywhere', () => {
  const maps = fc.dictionary(fc.string({ minLength: 1 }), fc.string());
  fc.assert(fc.property(maps, maps, (annotations, nodeSelector) => {
    const turned = (map: object) => Object.fromEntries(Object.entries(map).reverse());
    expect(isSameTemplate(
      template({ nodeSelector }, {}, { annotations }),
      turned(template({ nodeSelector: turned(nodeSelector) }, {}, { annotations: turned(annotations) })),
    ))
      .toBe(true);
    expect(isSameTemplate(
      template({ nodeSelector }, {}, { annotations }),
      template({ nodeSelector }, {}, { annotations: { ...annotations, more: 'one' + annotations.more } }),
    ))
      .toBe(false);
  }), { numRuns: runs(100) });
});

test('selectors are compared in the same way', () => {
  expect(isSameSelector({ matchLabels: { a: '1', b: '2' } }, { matchLabels: { b: '2', a: '1' }, matchExpressions: [] })).toBe(true);
  expect(isSameSelector({ matchLabels: { a: '1' } }, { matchLabels: { a: '2' } })).toBe(false);
});
