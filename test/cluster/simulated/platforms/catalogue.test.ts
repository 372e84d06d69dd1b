import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_NODES, methodsOf, PLATFORMS } from './all-nodes';
import * as cluster from '../../../../src/cluster';
import { isReady, readNode } from '../../../../src/cluster/inventory/cluster-node';
import { readResources } from '../../../../src/cluster/inventory/resource-list';
import { isVirtualNode, VIRTUAL_NODES } from '../../../../src/cluster/virtual-nodes';
import { isLabelValue, isQualifiedName } from '../../../../src/private/names';
import { canonicalQuantity } from '../../../../src/private/quantity';
import { expectStrict } from '../../../support/golden';

const SOURCES = join(__dirname, '..', '..', '..', '..', 'src', 'cluster', 'simulated', 'platforms');

test('every platform is looked at here', () => {
  const classes = Object.entries(cluster).filter(([name]) => name.endsWith('Nodes')).map(([, platform]) => platform);
  expect(new Set(classes)).toEqual(new Set(PLATFORMS.map(([, platform]) => platform)));
  expect(readdirSync(SOURCES).filter(file => file.endsWith('-nodes.ts'))).toHaveLength(PLATFORMS.length);
});

test.each(PLATFORMS)('the nodes of %s are those of its methods, in their order', (prefix, platform) => {
  const names = methodsOf(platform).map(([, make]) => make().name);
  expect(platform.all().map(String)).toEqual(names);
  expect(names).toEqual(methodsOf(platform).map(([
    method,
  ]) => `${prefix}-${method.replace(/[A-Z]|\d+/g, part => `-${part.toLowerCase()}`).replace('arm-64', 'arm64')}`));
});

test('no two nodes have one name', () => {
  const names = ALL_NODES.map(String);
  expect(names).toEqual([...new Set(names)]);
});

/** Each says in its documentation where its labels and taints come from. */
test.each(readdirSync(SOURCES).filter(file => file.endsWith('-nodes.ts')))('every node of %s has its source', file => {
  const text = readFileSync(join(SOURCES, file), 'utf8');
  const methods = [...text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s+public static (\w+)\(\)/g)].filter(([,, name]) => name !== 'all');
  expect(methods).not.toHaveLength(0);
  expect(methods.filter(([, comment]) => !/\* Sources?: \S/.test(comment)).map(([,, name]) => name)).toEqual([]);
});

describe.each(ALL_NODES.map(node => [node.name, node] as const))('%s', (name, node) => {
  const manifest = node.toManifest();

  test('is a Node that every Kubernetes takes', () => {
    expectStrict([manifest], 28);
  });

  test('has labels and taints that the API server takes, each taint once', () => {
    expect(Object.entries(node.labels).filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))).toEqual([]);
    expect(node.taints.filter(({ key, value = '' }) => !isQualifiedName(key) || !isLabelValue(value))).toEqual([]);
    expect(node.taints.map(({ effect }) => effect).filter(effect => effect !== 'NoSchedule' && effect !== 'NoExecute')).toEqual([]);
    expect(new Set(node.taints.map(({ key, effect }) => `${key}:${effect}`)).size).toBe(node.taints.length);
  });

  test('has its labels in the order of their keys', () => {
    expect(Object.keys(manifest.metadata.labels)).toEqual(Object.keys(node.labels).sort());
  });

  test('is read by the core without loss', () => {
    const read = readNode(manifest);
    expect(read).toMatchObject({ name, labels: node.labels, taints: manifest.spec.taints ?? [], unschedulable: false });
    expect(isReady(read)).toBe(true);
    expect(read.allocatable).toEqual(manifest.status.allocatable && readResources(manifest.status.allocatable));
  });

  test('comes back from its manifest', () => {
    expect(cluster.SimulatedNode.fromManifest(manifest).toManifest()).toEqual(manifest);
  });

  test('says its amounts as the API server stores them, and all that pods ask for or none', () => {
    const { allocatable } = manifest.status;
    if (allocatable === undefined) {return;}
    expect(
      allocatable,
    ).toEqual(Object.fromEntries(Object.entries<string>(allocatable).map(([resource, amount]) => [resource, canonicalQuantity(amount)])));
    // Azure Container Instances has no storage to offer
    expect(Object.keys(allocatable)).toEqual(expect.arrayContaining([
      'cpu', 'memory', 'pods', ...name === 'aks-virtual-node' ? [] : ['ephemeral-storage'],
    ]));
  });

  test('says its operating system as a kubelet does, in both spellings', () => {
    expect(node.labels['kubernetes.io/os']).toMatch(/^(linux|windows)$/);
    expect(node.labels['beta.kubernetes.io/os']).toBe(node.labels['kubernetes.io/os']);
    expect(node.labels['beta.kubernetes.io/arch']).toBe(node.labels['kubernetes.io/arch']);
    expect('node.kubernetes.io/windows-build' in node.labels).toBe(node.labels['kubernetes.io/os'] === 'windows');
  });
});

test('the nodes that are no machines are those that the core takes for such', () => {
  expect(ALL_NODES.filter(isVirtualNode).map(String)).toEqual(['eks-fargate', 'aks-virtual-node']);
  const taints = VIRTUAL_NODES.map(node => node.taints);
  expect([cluster.EksNodes.fargate(), cluster.AksNodes.virtualNode()].map(node => readNode(node.toManifest()).taints)).toEqual(taints);
});

test('a node of Fargate has room for one pod', () => {
  expect(readNode(cluster.EksNodes.fargate().toManifest()).allocatable?.get('pods')).toBe(1n);
});

test('what nobody says of a machine is left out, so that no pod is said not to fit', () => {
  expect(ALL_NODES.filter(node => node.toManifest().status.allocatable === undefined).map(String))
    .toEqual([
      'eks-windows', 'eks-auto-mode', 'eks-auto-mode-system', 'gke-autopilot', 'aks-windows', 'rke2-server', 'rke2-agent', 'k0s-controller',
      'k0s-worker', 'microk8s-control-plane',
      'microk8s-worker',
    ]);
});
