import { foundBy } from './found-by';
import { daemonSet, deployment, hostPath, node } from '../../../src/checks/example';
import { rolloutDeadlock } from '../../../src/checks/rules/rollout-deadlock';
import type { Wire } from '../../../src/private/wire';

const surge = { updateStrategy: { rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } } };
const ports = [{ name: 'http', containerPort: 80, hostPort: 9100 }];
const SURGE_PATH = 'spec.updateStrategy.rollingUpdate.maxSurge';

describe('of a DaemonSet', () => {
  test.each<[string, Wire, Wire]>([
    ['a port of the node', {}, { ports }],
    ['a port on the host network', { hostNetwork: true }, { ports: [{ name: 'http', containerPort: 9100 }] }],
  ])('a surge waits for %s', (_, pod, container) => {
    expect(foundBy(rolloutDeadlock, daemonSet(pod, container, surge))).toEqual([
      `error agent ${SURGE_PATH} (maxSurge: 10%; port 9100/TCP, container 'agent', port 'http')`,
    ]);
  });

  test('a surge keeps away from itself', () => {
    const own = { labelSelector: { matchLabels: { app: 'agent' } }, topologyKey: 'kubernetes.io/hostname' };
    const away = (term: Wire) => daemonSet(
      { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } }, {}, surge,
    );
    expect(foundBy(rolloutDeadlock, away(own))).toEqual([
      `error agent ${SURGE_PATH} (maxSurge: 10%; a required podAntiAffinity to app: agent)`,
    ]);
    expect(foundBy(rolloutDeadlock, away({ ...own, labelSelector: { matchLabels: { app: 'other' } } }))).toEqual([]);
    expect(foundBy(rolloutDeadlock, away({ ...own, namespaces: ['elsewhere'] }))).toEqual([]);
  });

  test('a surge beside what both write is a warning, where it is the directory of the agent', () => {
    const writes = (path: string) => daemonSet(
      { volumes: [hostPath('state', path)] }, { volumeMounts: [{ name: 'state', mountPath: '/state' }] }, surge,
    );
    expect(foundBy(rolloutDeadlock, writes('/var/lib/agent'))).toEqual([`warning agent ${SURGE_PATH} (maxSurge: 10%; /var/lib/agent)`]);
    expect(foundBy(rolloutDeadlock, writes('/var/log'))).toEqual([]);
  });

  test.each<[string, Wire]>([
    ['nothing stands in the way', daemonSet({}, {}, surge)],
    ['there is no surge', daemonSet({}, { ports })],
    ['the surge is zero percent', daemonSet({}, { ports }, { updateStrategy: { rollingUpdate: { maxSurge: '0%', maxUnavailable: 1 } } })],
    ['nothing is rolled', daemonSet({}, { ports }, { updateStrategy: { type: 'OnDelete', ...surge.updateStrategy } })],
  ])('is none where %s', (_, agent) => {
    expect(foundBy(rolloutDeadlock, agent)).toEqual([]);
  });

  test.each([[0, 0], ['0%', 0]])('nothing may go and nothing may come: %s and %s', (maxUnavailable, maxSurge) => {
    expect(foundBy(rolloutDeadlock, daemonSet({}, {}, { updateStrategy: { rollingUpdate: { maxUnavailable, maxSurge } } }))).toEqual([
      'error agent spec.updateStrategy.rollingUpdate.maxUnavailable (maxUnavailable: 0, maxSurge: 0)',
    ]);
  });
});

describe('of a Deployment', () => {
  const given = (replicas: number, nodes: number, budget: string) => `${replicas} replicas for ${nodes} nodes, port 9100/TCP, `
    + `maxUnavailable: ${budget}`;
  const proxy = (replicas: number, rollingUpdate?: Wire, pod: Wire = {}) =>
    deployment(pod, { ports }, { replicas, ...rollingUpdate && { strategy: { rollingUpdate } } });

  test('every node is taken by the old pods', () => {
    expect(foundBy(rolloutDeadlock, proxy(2), node('a'), node('b'))).toEqual([`error agent spec.strategy (${given(2, 2, '25%')})`]);
    expect(foundBy(rolloutDeadlock, proxy(2, { maxUnavailable: 0 }), node('a'), node('b'))).toEqual([
      `error agent spec.strategy.rollingUpdate.maxUnavailable (${given(2, 2, '0')})`,
    ]);
    expect(foundBy(rolloutDeadlock, proxy(1, undefined, { nodeSelector: { 'kubernetes.io/hostname': 'a' } }))).toHaveLength(1);
  });

  test.each<[string, Wire, Wire[]]>([
    ['a node is free', proxy(2), [node('a'), node('b'), node('c')]],
    ['a quarter of four is one', proxy(4), [node('a'), node('b'), node('c'), node('d')]],
    ['nothing is known of the nodes', proxy(2), []],
    ['no node is asked for its port', deployment({}, {}, { replicas: 2 }), [node('a')]],
    ['everything goes first', deployment({}, { ports }, { replicas: 2, strategy: { type: 'Recreate' } }), [node('a')]],
    ['there is no pod', proxy(0), [node('a')]],
  ])('is none where %s', (_, object, nodes) => {
    expect(foundBy(rolloutDeadlock, object, ...nodes)).toEqual([]);
  });

  test('both budgets at zero', () => {
    expect(foundBy(rolloutDeadlock, proxy(1, { maxUnavailable: 0, maxSurge: '0%' }))).toEqual([
      'error agent spec.strategy.rollingUpdate.maxUnavailable (maxUnavailable: 0, maxSurge: 0)',
    ]);
  });
});
