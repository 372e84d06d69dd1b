import { Duration, Lazy } from 'cdk8s';
import * as fc from 'fast-check';
import { AgentFile, ApiGrant, EnvValue, HostPath, KubernetesVersion, LogDestination, LogState, Port, Probe } from '../../src';
import { equalityKey } from '../../src/private/equality-key';
import { runs } from '../support/runs';

const plain = fc.object({ values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] });

test('values are kept apart as JSON tells them apart', () => {
  fc.assert(fc.property(plain, plain, (one, other) => {
    expect(equalityKey(one) === equalityKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
  }), { numRuns: runs(200) });
  fc.assert(fc.property(plain, value => {
    expect(equalityKey(JSON.parse(JSON.stringify(value)))).toBe(equalityKey(value));
  }), { numRuns: runs(100) });
});

test.each<[unknown, unknown]>([
  [['ab', 'c'], ['a', 'bc']], [{ a: 'b=c' }, { 'a=b': 'c' }], [[1], ['1']], [[undefined], [null]], [[[]], [{}]], [{ a: undefined }, {}],
  [['1;'], [1]], [['a'], "['1:a]"],
])('%j and %j are different', (one, other) => {
  expect(equalityKey(one)).not.toBe(equalityKey(other));
});

test('values of the library are equal where their factories were given the same', () => {
  const make = () => [
    HostPath.readOnly('/var/log', { mountPath: '/logs' }), EnvValue.of('x'), LogDestination.loki({ url: 'https://loki.example.com' }),
    AgentFile.text('/etc/a/b', 'text'), LogState.onNode(),
    Probe.http('/', Port.container('http', 80), { period: Duration.seconds(5) }), ApiGrant.readPods(), KubernetesVersion.V1_30,
    Duration.minutes(1),
  ];
  const key = equalityKey(make());
  expect(key).toBeDefined();
  expect(equalityKey(make())).toBe(key);
  expect(equalityKey(HostPath.readOnly('/var/log'))).not.toBe(equalityKey(HostPath.readWrite('/var/log')));
  expect(equalityKey(EnvValue.of('x'))).not.toBe(equalityKey(EnvValue.of('y')));
  expect(equalityKey(KubernetesVersion.V1_30)).not.toBe(equalityKey(KubernetesVersion.V1_31));
});

test('what a factory was given is what it was at that time', () => {
  const options = { mountPath: '/one' };
  const before = HostPath.readOnly('/var/log', options);
  options.mountPath = '/two';
  expect(equalityKey(before)).not.toBe(equalityKey(HostPath.readOnly('/var/log', options)));
});

test('long texts are kept apart, and make no long keys', () => {
  const long = 'x'.repeat(1_000_000);
  expect(equalityKey([long, 'a'])).toBe(equalityKey([`${long}`, 'a']));
  expect(equalityKey([long])).not.toBe(equalityKey([`${long.slice(1)}y`]));
  expect(equalityKey(AgentFile.text('/etc/a/b', long))!.length).toBeLessThan(200);
});

const circle: { self?: unknown } = {};
circle.self = circle;

test.each<[string, unknown]>([
  ['a function', () => 1], ['a late value', Lazy.any({ produce: () => 1 })], ['an object of another class', new Map()],
  ['a date', new Date(0)], ['a symbol', Symbol('a')], ['what holds itself', circle],
  ['an object with symbols', { [Symbol('a')]: 1 }],
  ['a value that was made from a function', AgentFile.produced('/etc/a/b', { text: () => '' })],
])('%s cannot be compared', (_, value) => {
  expect(equalityKey({ value: [value] })).toBeUndefined();
});
