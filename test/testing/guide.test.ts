import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { failureOf, platform } from './support';
import * as library from '../../src';
import { NodeAgent, NodeCoverage } from '../../src';
import { SimulatedNode } from '../../src/cluster/simulated/simulated-node';
import { Manifests } from '../../src/testing/manifests';
import { Match } from '../../src/testing/match';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'testing.md'), 'utf8');
const snippets = [...guide.matchAll(/```ts\n(.*?)```/gs)].map(match => match[1]).filter(text => text.includes('export function'));
const messages = [...guide.matchAll(/```text\n(.*?)\n```/gs)].map(match => match[1]);

const withDisk = (): Chart => {
  const chart = platform();
  new NodeAgent(chart, 'disk', {
    image: 'ghcr.io/your-org/disk:1.0.0', nodes: NodeCoverage.labelled({ nodepool: 'workers' }, { tolerations: [] }),
  });
  return chart;
};

/** What the page says of the previous release. */
const PREVIOUS = Manifests.ofChart(platform()).toSnapshot();

test.each(snippets.map(text => [/export function (\w+)/.exec(text)![1], text]))('the guide can be followed: %s', (name, text) => {
  const { outputText } = transpileModule(text, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  const exported: any = {};
  new Function('exports', 'require', 'console', outputText)(
    exported, (module: string) => module === 'cdk8s-node-agents' ? library : jest.requireActual(module), { log: () => undefined });
  exported[name](platform(), ...name === 'testUpgrade' ? [PREVIOUS] : []);
});

test('the failures that the guide shows are real', () => {
  const logs = () => Manifests.ofChart(withDisk()).daemonSet('logs');
  expect(messages).toEqual([
    failureOf(() => Manifests.ofChart(withDisk()).daemonSet('disk').runsOn(SimulatedNode.gpu('gpu-1'))),
    failureOf(() => Manifests.ofChart(withDisk()).hasResource('DaemonSet', {
      metadata: { name: 'logs' }, spec: {
        template: {
          spec: {
            hostNetwork: true, containers: [{ image: Match.regexp('vector'), resources: { requests: { cpu: Match.quantity('0.1') } } }],
          },
        },
      },
    })),
    failureOf(() => logs().keepsPods(PREVIOUS.replace('fluent-bit:5.1.1', 'fluent-bit:5.1.0'))),
  ]);
});
