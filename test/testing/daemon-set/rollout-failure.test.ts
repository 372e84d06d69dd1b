import { SimulatedNode } from '../../../src/cluster/simulated/simulated-node';
import type { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { failureOf, foreign, lines, manifestsOf, platform, placesOf } from '../support';

const logs = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('logs');

describe('rollouts', () => {
  const rolling = (rollingUpdate: object, more: object = {}) =>
    manifestsOf(foreign({ spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate } }, ...more })).daemonSet();

  test('are as the manifest says, or as the API server fills in', () => {
    logs().rollsOut();
    logs().rollsOut({ maxUnavailable: '10%', maxSurge: '0', strategy: 'RollingUpdate', minReadySeconds: 0 });
    manifestsOf(foreign()).daemonSet().rollsOut({ maxUnavailable: '1', maxSurge: '0' });
    rolling({ maxSurge: '25%', maxUnavailable: 0 }).rollsOut({ maxSurge: '25%', maxUnavailable: '0' });
    manifestsOf(foreign({ spec: { updateStrategy: { type: 'OnDelete' } } })).daemonSet().rollsOut({ strategy: 'OnDelete' });
  });

  test('that are other are shown, with what goes without saying', () => {
    expect(placesOf(() => manifestsOf(foreign({ spec: { minReadySeconds: 3 } })).daemonSet().rollsOut({
      maxUnavailable: '10%', maxSurge: '1', minReadySeconds: 5,
    }))).toBe(lines(
      'DaemonSet/agents/agent [line 1]',
      '   spec:',
      '     updateStrategy.rollingUpdate:',
      '!!     maxUnavailable: (absent, which is 1)',
      '!!       wanted: 10%',
      '!!     maxSurge: (absent, which is 0)',
      '!!       wanted: 1',
      '!!   minReadySeconds: 3',
      '!!     wanted: 5',
    ));
    expect(placesOf(() => manifestsOf(foreign({ spec: { updateStrategy: { type: 'OnDelete' } } })).daemonSet().rollsOut())).toBe(lines(
      'DaemonSet/agents/agent [line 1]',
      '!! spec.updateStrategy.type: OnDelete',
      '!!   wanted: RollingUpdate',
    ));
  });

  test('that cannot begin are reported', () => {
    expect(failureOf(() => rolling({ maxSurge: 1 }).rollsOut())).toContain(lines(
      'Expected DaemonSet agent to roll out, and the API server does not take its budget:',
      'DaemonSet/agents/agent [line 1]',
      '!! spec.updateStrategy.rollingUpdate: { maxSurge: 1 }',
      'Hint: maxSurge is 1 and maxUnavailable is 1',
    ));
    expect(failureOf(() => rolling({ maxSurge: 0, maxUnavailable: '0%' }).rollsOut())).toContain('no pod may go before another one came');
    const surging = rolling({ maxSurge: 1, maxUnavailable: 0 }, { container: { ports: [{ containerPort: 80, hostPort: 80 }] } });
    expect(placesOf(() => surging.rollsOut())).toBe(lines(
      'DaemonSet/agents/agent [line 1]',
      '!! spec.updateStrategy.rollingUpdate.maxSurge: maxSurge: 1; port 80/TCP, container \'agent\', port \'80\'',
      '!!   wanted: maxSurge: 0, and maxUnavailable above 0',
    ));
  });

  test('come to their end where nodes that are down leave a budget', () => {
    const nodes = (down: number) => [...SimulatedNode.linux('up').times(20), ...SimulatedNode.linux('down').unreachable().times(down)];
    logs().rollsOutOn(SimulatedNode.linux().times(20));
    const text = failureOf(() => logs().rollsOutOn(nodes(3)));
    expect(text).toMatch(
      /^[^\n]* logs [^\n]* 23 [^\n]*\d+ of 23 [^\n]* 20 [^\n]*\n/,
    );
    expect(text).toContain(lines(
      '!! spec.updateStrategy.rollingUpdate.maxUnavailable: 10%, which is 3 of 23 nodes',
      '!!   wanted: more than the 3 nodes that are stuck',
    ));
    expect(text).toContain('   down-1, down-2, down-3: the kubelet of the node does not answer');
    expect(text).toMatch(/\n {3}\d+ healthy nodes wait for them$/);
    logs().rollsOutOn(nodes(2));
    expect(failureOf(() => manifestsOf(foreign()).daemonSet().rollsOutOn(nodes(1)))).toContain(lines(
      'maxUnavailable: 1', '!!   wanted: more than the node that is stuck',
    ));
  });

  test('do not come to their end where something is in the way of the pods', () => {
    const nodes = SimulatedNode.linux().times(3);
    expect(failureOf(() => logs().rollsOutOn(SimulatedNode.windows().times(2)))).toContain(
      'to reach all 2 nodes, and the agent runs on none of them.',
    );
    expect(failureOf(() => rolling({ maxSurge: 1 }).rollsOutOn(nodes))).toContain('and the API server does not take the change.');
    const deleted = manifestsOf(foreign({ spec: { updateStrategy: { type: 'OnDelete' } } })).daemonSet();
    expect(failureOf(() => deleted.rollsOutOn(nodes))).toContain('and it waits until someone deletes the old pods.');
    const greedy = manifestsOf(foreign({
      spec: { updateStrategy: { rollingUpdate: { maxUnavailable: 3 } } }, container: { resources: { requests: { cpu: '64' } } },
    })).daemonSet();
    const text = failureOf(() => greedy.rollsOutOn(nodes));
    expect(text).toContain('and it stops: 3 of 3 have the new pod, and 0 have one that is available.\nDaemonSet/agents/agent [line 1]\n   '
      + 'linux-1, linux-2, linux-3: ');
    expect(text).toContain('the agent asks for 64 of cpu');
  });

  test.each<[string, DaemonSetView, number, number]>([
    ['a share, rounded up', logs(), 101, 11],
    ['a share of few', logs(), 3, 1],
    ['a count', manifestsOf(foreign()).daemonSet(), 100, 1],
    ['a count above all', rolling({ maxUnavailable: 10 }), 3, 3],
    ['none, where new pods start beside old ones', rolling({ maxSurge: '10%', maxUnavailable: 0 }), 100, 0],
    ['none, where nothing is replaced by itself', manifestsOf(foreign({
      spec: { updateStrategy: { type: 'OnDelete' } },
    })).daemonSet(), 100, 0],
    ['none of none', logs(), 0, 0],
  ])('leave %s unavailable at the most', (_, agent, nodeCount, expected) => {
    expect(agent.worstCaseUnavailable(nodeCount)).toBe(expected);
  });

  test('are of a whole number of nodes', () => {
    expect(failureOf(() => logs().worstCaseUnavailable(1.5))).toContain('given: 1.5');
    expect(failureOf(() => logs().fleetRequests(-1))).toContain('given: -1');
  });
});
