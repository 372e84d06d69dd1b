import * as fc from 'fast-check';
import {
  NameKind, isConfigMapKey, isDns1035Label, isDnsLabel, isDnsSubdomain, isEnvName, isLabelValue, isPortName, isQualifiedName,
  requireName, slug,
} from '../../src/private/names';
import { messageOf } from '../agent/make-agent';
import { refusal } from '../support/refusal';
import { runs } from '../support/runs';

const VALIDATORS: { readonly [kind in NameKind]: (text: string) => boolean } = {
  'dns-label': isDnsLabel,
  'dns-subdomain': isDnsSubdomain,
  'dns-1035-label': isDns1035Label,
  'label-key': isQualifiedName,
  'label-value': isLabelValue,
  'port-name': isPortName,
  'env-name': isEnvName,
  'config-map-key': isConfigMapKey,
};
const KINDS = Object.keys(VALIDATORS) as NameKind[];

const x = (length: number): string => 'x'.repeat(length);

/** Verified against k8s.io/apimachinery v0.36.3. */
test.each<[NameKind, string[], string[]]>([
  ['dns-label', ['a', '0', 'a-b', 'a--b', '007', x(63)], ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'é', 'a\n', x(64)]],
  ['dns-subdomain', ['a', 'a.b', '0.1', x(64), x(253)], ['', '.', 'a.', '.a', 'a..b', 'a-.b', 'A.b', 'a/b', x(254)]],
  ['dns-1035-label', ['a', 'a1', 'a-b', x(63)], ['', '1a', '-a', 'a-', 'a.b', x(64)]],
  ['label-key', [
    'a', 'A_b.c-d', '1', 'example.com/a', `${x(253)}/a`, `a/${x(63)}`,
  ], ['', '/a', 'a/', 'a/b/c', '-a', 'a-', 'E.com/a', 'a b', x(64)]],
  ['label-value', ['', 'a', 'A_b.c-d', '1', x(63)], ['-a', 'a-', '.', 'a b', 'a/b', 'é', x(64)]],
  ['port-name', ['http', 'a', '8a', 'a-b', x(15)], ['', '80', 'a--b', '-a', 'a-', 'A', 'a_b', x(16)]],
  ['env-name', ['A', '_', '.a', 'a.b-c', '-'], ['', '1A', 'A=B', 'a b', '.', '..', '..a', 'é']],
  ['config-map-key', ['a', '1', 'a.b_c-d', '.a', '-', x(253)], ['', '.', '..', '..a', 'a/b', 'a b', x(254)]],
])('a %s is what the API server takes as one', (kind, valid, invalid) => {
  expect(valid.filter(text => !VALIDATORS[kind](text))).toEqual([]);
  expect(invalid.filter(text => VALIDATORS[kind](text))).toEqual([]);
});

test.each<[NameKind, string, string]>([
  ['dns-label', 'My_Agent', 'my-agent'],
  ['dns-subdomain', 'Node Agents..Logs', 'node-agents.logs'],
  ['dns-1035-label', '9metrics', 'x-9metrics'],
  ['label-key', 'Example.com/my team/name', 'example.com/my-team-name'],
  ['label-value', '-v1.0 (beta)', 'v1.0-beta'],
  ['port-name', 'Prometheus_Metrics', 'prometheus-metr'],
  ['port-name', '9100', 'port-9100'],
  ['env-name', '1ST NODE', '_1ST_NODE'],
  ['config-map-key', '../etc/agent.conf', 'etc-agent.conf'],
])('for the %s %p the message proposes %p', (kind, text, proposed) => {
  expect(() => requireName(text, kind, 'the name')).toThrow(`fix: write '${proposed}'`);
});

test('a valid name passes through', () => {
  expect(requireName('node-agents', 'dns-label', 'the namespace')).toBe('node-agents');
});

test('the message has the code of its kind and says what is allowed', () => {
  expect(() => requireName('A b', 'dns-subdomain', 'the name of the config map')).toThrow(
    refusal('invalid-name', { given: "'A b'", names: ['253'] }),
  );
  expect(() => requireName('a b', 'label-value', 'the value')).toThrow(refusal('invalid-label', { given: "'a b'" }));
});

test('where nothing can be proposed, no name is', () => {
  const fixOf = (act: () => unknown) => /; fix: ([^']*); docs: /.exec(messageOf(act) ?? '')?.[1];
  expect(fixOf(() => requireName('', 'dns-label', 'the name'))).toBeDefined();
  expect(fixOf(() => requireName('///', 'label-value', 'the value'))).toBeDefined();
  expect(fixOf(() => requireName('A b', 'dns-label', 'the name'))).toBeUndefined();
});

test('a proposal is always valid', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...KINDS), (text, kind) => {
    fc.pre(!VALIDATORS[kind](text));
    const { message } = errorOf(() => requireName(text, kind, 'it'));
    const [, proposed] = /fix: write '([^']*)'; docs: /.exec(message) ?? [];
    expect(proposed === undefined || VALIDATORS[kind](proposed)).toBe(true);
  }), { numRuns: runs(500) });
});

test.each([
  ['/var/log', 'var-log'],
  ['/', 'root'],
  ['/var/lib/kubelet/plugins', 'var-lib-kubelet-plugins'],
  ['C:\\ProgramData', 'c-programdata'],
  ['var-log', 'var-log'],
  ['a--b', 'a--b'],
  ['/run/containerd/containerd.sock', 'run-containerd-containerd-sock'],
])('the slug of %p is %p', (text, expected) => {
  expect(slug(text)).toBe(expected);
});

test('a text that is too long keeps its beginning and gets a hash of the whole', () => {
  const long = '/var/lib/kubelet/plugins/kubernetes.io/csi/driver.example.com/globalmount';
  expect(slug(long)).toBe('var-lib-kubelet-plugins-kubernetes-io-csi-driver-examp-aec3d69d');
  expect(slug(long, 20)).toBe('var-lib-kub-aec3d69d');
  expect(slug(`${long}2`)).not.toBe(slug(long));
});

test('a text with nothing to keep is its hash alone', () => {
  expect(slug('日本')).toMatch(/^[0-9a-f]{8}$/);
  expect(slug('日本')).not.toBe(slug('中国'));
  expect(slug('')).toMatch(/^[0-9a-f]{8}$/);
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom('/', '.', '-', '_', 'a', 'B', 'é'), maxLength: 80 }),
);

test('a slug is always a DNS label, no longer than asked', () => {
  fc.assert(fc.property(text, fc.integer({ min: 8, max: 70 }), (given, maxLength) => {
    expect(isDnsLabel(slug(given, maxLength))).toBe(true);
    expect(slug(given, maxLength).length).toBeLessThanOrEqual(maxLength);
  }), { numRuns: runs(500) });
});

test('the slug of a DNS label is itself, hence the slug of a slug as well', () => {
  fc.assert(fc.property(text, given => {
    expect(slug(slug(given))).toBe(slug(given));
  }), { numRuns: runs(100) });
});

test('texts that look alike, and texts that are cut, differ by a hash', () => {
  const long = 'a'.repeat(70);
  expect(slug('/var/log')).toBe(slug('/var_log'));
  expect(slug(`${long}b`)).not.toBe(slug(`${long}c`));
});

function errorOf(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
