import * as fc from 'fast-check';
import { labelKey, labels, labelValue, maybe } from './values';
import {
  LabelledNodeCoverageOptions, NodeCoverage, NodeExpression, NodeTerm, OperatingSystem, TaintEffect, Toleration, VirtualNodes,
} from '../../../src';

const effect = fc.constantFrom(TaintEffect.NO_SCHEDULE, TaintEffect.PREFER_NO_SCHEDULE, TaintEffect.NO_EXECUTE);

export const randomToleration: fc.Arbitrary<Toleration> = fc.oneof(
  fc.constant(Toleration.everything()),
  fc.constant(Toleration.controlPlane()),
  effect.map(each => Toleration.effect(each)),
  fc.tuple(labelKey, maybe(effect)).map(([key, each]) => Toleration.exists(key, { effect: each })),
  fc.tuple(labelKey, labelValue, maybe(effect)).map(([key, value, each]) => Toleration.withValue(key, value, { effect: each })),
  fc.tuple(labelKey, fc.integer({ min: -1, max: 3600 }))
    .map(([key, tolerationSeconds]) => Toleration.exists(key, { effect: TaintEffect.NO_EXECUTE, tolerationSeconds })),
);

const values = fc.array(labelValue, { minLength: 1, maxLength: 3 });
const expressionFor: Array<(key: string) => fc.Arbitrary<NodeExpression>> = [
  key => values.map(each => NodeExpression.oneOf(key, each)),
  key => values.map(each => NodeExpression.noneOf(key, each)),
  key => fc.constant(NodeExpression.exists(key)),
  key => fc.constant(NodeExpression.doesNotExist(key)),
  key => fc.nat().map(bound => NodeExpression.greaterThan(key, bound)),
  key => fc.integer({ min: 1, max: 1_000_000 }).map(bound => NodeExpression.lessThan(key, bound)),
];

/** One condition for each key, so that no two contradict each other. */
const expressions = fc.uniqueArray(fc.tuple(labelKey, fc.constantFrom(...expressionFor)), {
  minLength: 1, maxLength: 3, selector: ([key]) => key,
})
  .chain(pairs => fc.tuple(...pairs.map(([key, make]) => make(key))));

const nodeName = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const term = fc.oneof(
  expressions.map(each => NodeTerm.matching(each)),
  fc.dictionary(labelKey, labelValue, { minKeys: 1, maxKeys: 2 }).map(each => NodeTerm.labelled(each)),
  nodeName.map(name => NodeTerm.named(name)),
);

const tolerations = fc.array(randomToleration, { maxLength: 3 });
const options = fc.record({
  tolerations: maybe(tolerations),
  virtualNodes: fc.constantFrom(
    undefined, VirtualNodes.excluded(), VirtualNodes.excluded({ eksAutoMode: true, eksHybridNodes: true }), VirtualNodes.included(),
  ),
  architectures: fc.constantFrom<Array<string[] | undefined>>(undefined, ['amd64'], ['arm64', 'amd64']),
});

/** The nodes of one operating system, asked for in any way but `exactly`. */
export function randomCoverage(
  operatingSystem: OperatingSystem, given: fc.Arbitrary<LabelledNodeCoverageOptions> = options,
): fc.Arbitrary<NodeCoverage> {
  const linux = operatingSystem === OperatingSystem.LINUX;
  const withSystem = given.map(each => ({ ...each, operatingSystem }));
  return fc.oneof(
    linux ? fc.tuple(given, fc.constantFrom(NodeCoverage.linux, NodeCoverage.workers, NodeCoverage.controlPlane)).map(
      ([each, make]) => make(each),
    )
      : given.map(each => NodeCoverage.windows(each)),
    fc.tuple(labels.filter(each => Object.keys(each).length > 0), withSystem).map(([each, rest]) => NodeCoverage.labelled(each, rest)),
    fc.tuple(expressions, withSystem).map(([each, rest]) => NodeCoverage.matching(each, rest)),
    fc.tuple(fc.array(term, { minLength: 1, maxLength: 3 }), withSystem).map(([each, rest]) => NodeCoverage.anyOf(each, rest)),
    fc.tuple(fc.uniqueArray(nodeName, { minLength: 1, maxLength: 3 }), withSystem).map(([each, rest]) => NodeCoverage.named(each, rest)),
  );
}

/** Spelled out by hand, with or without an operating system. */
export const exactCoverage: fc.Arbitrary<NodeCoverage> = fc.record({
  nodeSelector: fc.oneof(fc.constant(undefined), labels, fc.constant({ 'kubernetes.io/os': 'linux' })),
  terms: maybe(fc.array(term, { minLength: 1, maxLength: 2 })),
  tolerations: maybe(tolerations),
}).map(({ nodeSelector, terms, ...rules }) => NodeCoverage.exactly({
  ...rules, terms, nodeSelector: terms === undefined ? nodeSelector : nodeSelector && ofOthers(nodeSelector),
}));

/** Labels that no term asks for: a value that one of them leaves out is a contradiction. */
const ofOthers = (given: { [key: string]: string }): { [key: string]: string } =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key.replace(/^(?!kubernetes\.io)(.*\/)?/, 'other.example.com/'), value]));
