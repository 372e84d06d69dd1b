import { NodeAgent, NodeCoverage } from '../../../src';
import { NodeTaint } from '../../../src/cluster/simulated/node-taint';
import { SimulatedNode } from '../../../src/cluster/simulated/simulated-node';
import type { DaemonSetView } from '../../../src/testing/daemon-set-view';
import { Manifests } from '../../../src/testing/manifests';
import { testChart } from '../../support/golden';
import { failureOf, foreign, lines, manifestsOf, platform, placesOf } from '../support';

const logs = (): DaemonSetView => Manifests.ofChart(platform()).daemonSet('logs');

/** An agent for nodes with a label, which tolerates nothing. */
function pooled(): DaemonSetView {
  const chart = testChart('platform');
  new NodeAgent(chart, 'disk', {
    image: 'example.com/disk:1.0.0', nodes: NodeCoverage.labelled({ nodepool: 'workers' }, { tolerations: [] }),
  });
  return Manifests.ofChart(chart).daemonSet();
}

describe('nodes', () => {
  test('an agent runs where labels and taints let it', () => {
    logs().runsOn(SimulatedNode.gpu());
    logs().runsOnAll([SimulatedNode.linux(), SimulatedNode.controlPlane()]);
    logs().doesNotRunOn(SimulatedNode.windows());
    logs().doesNotRunOn(SimulatedNode.virtualKubelet());
    pooled().runsOn(SimulatedNode.linux('w', { labels: { nodepool: 'workers' } }));
  });

  test('a node that is not ready counts as ready, and its taints count', () => {
    const starting = SimulatedNode.linux('new', { labels: { nodepool: 'workers' } }).notReady();
    logs().runsOn(starting);
    expect(logs().explainPlacement(starting)).toHaveLength(1);
    expect(failureOf(() => pooled().runsOn(starting))).toContain('node.kubernetes.io/not-ready:NoSchedule');
  });

  test('a label and a taint that keep it away stand at their places', () => {
    expect(placesOf(() => pooled().runsOn(SimulatedNode.gpu('gpu-1')))).toBe(lines(
      'DaemonSet/node-agents/disk [platform/disk/Resource]',
      '   spec.template.spec:',
      '!!   nodeSelector.nodepool: workers',
      '!!     wanted:',
      '!!   tolerations: (absent)',
      '!!     wanted: nvidia.com/gpu:NoSchedule',
    ));
    expect(pooled().explainPlacement(SimulatedNode.gpu())).toHaveLength(2);
  });

  test('an expression that the node does not meet stands at its place', () => {
    const terms = 'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
    expect(placesOf(() => logs().runsOn(SimulatedNode.virtualKubelet('vk')))).toContain(lines(
      `!! ${terms}[0].matchExpressions[key=type]: { key: type, operator: NotIn, values: [virtual-kubelet] }`,
      '!!   wanted:',
    ));
    const named = manifestsOf(foreign({
      pod: {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }, {},
              ],
            },
          },
        },
      },
    })).daemonSet();
    expect(placesOf(() => named.runsOn(SimulatedNode.linux('b')))).toContain(lines(
      `   ${terms}:`,
      '!!   [0].matchFields[key=metadata.name]: { key: metadata.name, operator: In, values: [a] }',
      '!!     wanted:',
      '!!   [1]: {}',
      '!!     wanted:',
    ));
    const none = manifestsOf(foreign({
      pod: { nodeName: 'a', affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } } },
    })).daemonSet();
    expect(placesOf(() => none.runsOn(SimulatedNode.linux('b')))).toContain(lines(
      '   spec.template.spec:',
      '!!   nodeName: a',
      '!!     wanted:',
      `!!   ${terms.slice('spec.template.spec.'.length)}: []`,
      '!!     wanted:',
    ));
  });

  test('a label of another value is reported', () => {
    expect(failureOf(() => logs().runsOn(SimulatedNode.windows('win')))).toContain(lines(
      '!! spec.template.spec.nodeSelector["kubernetes.io/os"]: linux',
      '!!   wanted: windows, which the node has',
    ));
  });

  test('of many nodes, those with one reason stand together', () => {
    const nodes = [
      SimulatedNode.gpu('gpu-1'), ...SimulatedNode.linux('plain').times(5), SimulatedNode.linux('w', { labels: { nodepool: 'workers' } }),
    ];
    const text = failureOf(() => pooled().runsOnAll(nodes));
    expect(text.split('\n')[0]).toMatch(/ disk .* 7 .* 6 .* gpu-1\.$/);
    expect(text).toMatch(/^ {3}plain-1, plain-2, plain-3 .*2 .*nodepool=workers/m);
    expect(failureOf(() => pooled().runsOnAll([]))).not.toBe('');
  });

  test('a pod that is made and does not start is no pod that runs, and none that stays away', () => {
    const greedy = manifestsOf(foreign({ container: { resources: { requests: { cpu: '64' } } } })).daemonSet();
    const node = SimulatedNode.linux('small');
    const first = (act: () => void) => failureOf(act).split('\n')[0];
    expect([first(() => greedy.runsOn(node)), first(() => greedy.doesNotRunOn(node))])
      .toEqual([expect.stringMatching(/ agent .* small/), expect.stringMatching(/ agent .* small/)]);
    expect(greedy.explainPlacement(node)).toEqual([expect.stringMatching(/\b64\b.*\bcpu\b/)]);
  });

  test('an agent that runs where it should not shows what decides', () => {
    const node = SimulatedNode.linux('batch', { taints: [NodeTaint.noSchedule('team', 'batch')] });
    expect(placesOf(() => logs().doesNotRunOn(node))).toBe(lines(
      'DaemonSet/node-agents/logs [platform/logs/Resource]',
      '   spec.template.spec:',
      '!!   nodeSelector: { kubernetes.io/os: linux }',
      '!!   affinity.nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: '
        + 'eks.amazonaws.com/com..., 2 more }, 1 more] }] } }',
      '!!   tolerations: [{ operator: Exists }]',
    ));
    expect(failureOf(() => logs().doesNotRunOn(node))).toContain('team=batch:NoSchedule');
  });
});
