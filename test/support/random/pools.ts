import * as fc from 'fast-check';
import { randomToleration } from './coverage';
import { NodeCoverage, NodeExpression, NodePool, NodeTerm, OperatingSystem, VirtualNodes } from '../../../src';

const KEYS = ['size', 'canary', 'example.com/zone', 'node-role.kubernetes.io/control-plane', 'type'];
const VALUES = ['', 'a', 'b', 'true', '7', 'virtual-kubelet'];

const key = fc.constantFrom(...KEYS);
const values = fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 });
const expression: fc.Arbitrary<NodeExpression> = fc.oneof(
  fc.tuple(key, values).map(([each, some]) => NodeExpression.oneOf(each, some)),
  fc.tuple(key, values).map(([each, some]) => NodeExpression.noneOf(each, some)),
  key.map(each => NodeExpression.exists(each)),
  key.map(each => NodeExpression.doesNotExist(each)),
);
const expressions = fc.array(expression, { minLength: 1, maxLength: 2 });
const names = fc.uniqueArray(fc.constantFrom('node-a', 'node-b', 'node.c'), { minLength: 1, maxLength: 2 });
const term = fc.oneof(expressions.map(each => NodeTerm.matching(each)), names.map(([name]) => NodeTerm.named(name)));
const options = fc.record({
  tolerations: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, {
    weight: 1, arbitrary: fc.array(randomToleration, { maxLength: 2 }),
  }),
  virtualNodes: fc.constantFrom(undefined, undefined, VirtualNodes.excluded()),
  operatingSystem: fc.constantFrom(undefined, undefined, OperatingSystem.LINUX),
  architectures: fc.constantFrom<Array<string[] | undefined>>(undefined, undefined, ['arm64', 'amd64']),
});

/** Nodes that a pool can be made of. */
export const poolCoverage: fc.Arbitrary<NodeCoverage> = fc.oneof(
  fc.tuple(
    fc.dictionary(key, fc.constantFrom(...VALUES), { minKeys: 1, maxKeys: 2 }), options,
  ).map(([labels, rest]) => NodeCoverage.labelled(labels, rest)),
  fc.tuple(expressions, options).map(([each, rest]) => NodeCoverage.matching(each, rest)),
  fc.tuple(fc.array(term, { minLength: 1, maxLength: 2 }), options).map(([each, rest]) => NodeCoverage.anyOf(each, rest)),
  fc.tuple(names, options).map(([each, rest]) => NodeCoverage.named(each, rest)),
  fc.constantFrom(NodeCoverage.workers(), NodeCoverage.controlPlane({ tolerations: [] })),
);

/** Pools with a rest, which may be in any place. Some of them have no node: those are refused. */
export const randomPools: fc.Arbitrary<NodePool[]> = fc.tuple(
  fc.array(fc.tuple(poolCoverage, fc.boolean()), { minLength: 1, maxLength: 3 }), fc.nat(),
)
  .map(([coverages, at]) => {
    const pools = coverages.map(([nodes, isCanary], index) => (isCanary ? NodePool.canary : NodePool.of)(`pool-${index}`, { nodes }));
    pools.splice(at % (pools.length + 1), 0, NodePool.rest());
    return pools;
  });

/** The pool that a node of the agent is in, as a person would say it: the first whose coverage asks for it. */
export function poolsInOrder(pools: readonly NodePool[]): NodePool[] {
  return [...pools.filter(({ kind }) => kind !== 'rest'), ...pools.filter(({ kind }) => kind === 'rest')];
}

/** Labels of a node that pools ask for. */
export const poolNodeLabels: fc.Arbitrary<{ [key: string]: string }> = fc.record({
  labels: fc.dictionary(key, fc.constantFrom(...VALUES, 'c')), os: fc.constantFrom('linux', 'linux', 'linux', 'windows'),
  arch: fc.constantFrom('amd64', 's390x'),
}).map(({ labels, os, arch }) => ({ ...labels, 'kubernetes.io/os': os, 'kubernetes.io/arch': arch }));
