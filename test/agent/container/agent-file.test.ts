import * as kplus from 'cdk8s-plus-28';
import { AgentFile } from '../../../src/index';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { messageOf } from '../make-agent';

test('a text has its path in one spelling, and the line ends of Linux', () => {
  const file = AgentFile.text('/etc/agent//a.conf', 'a\r\nb\rc\n');
  expect(file.path).toBe('/etc/agent/a.conf');
  expect(file.content).toBe('a\nb\nc\n');
});

test('a text that is produced is asked for when it is needed', () => {
  let text = 'early';
  const file = AgentFile.produced('/etc/agent/a.conf', { text: () => text });
  text = 'late\r\n';
  expect(file.content).toBe('late\n');
});

test('the text of other files is not known here', () => {
  expect(AgentFile.binary('/a/b', '').content).toBeUndefined();
  expect(AgentFile.secret('/a/b', 'creds', 'key').content).toBeUndefined();
  expect(AgentFile.configMap('/a/b', 'settings', 'key').content).toBeUndefined();
});

test('bytes are in the spelling that the API server stores: bits that say nothing are zero', () => {
  expect(AgentFile.binary('/a/b', 'VV==')._source.base64).toBe('VQ==');
  expect(AgentFile.binary('/a/b', 'VQ==')._source.base64).toBe('VQ==');
});

test('a file can come from an object of cdk8s-plus', () => {
  const chart = testChart();
  const secret = new kplus.Secret(chart, 'secret', { metadata: { name: 'creds' } });
  const settings = new kplus.ConfigMap(chart, 'settings', { metadata: { name: 'settings' } });
  expect(AgentFile.fromSecret('/a/b', secret, 'token', { optional: true })).toMatchObject({
    _source: { secretName: 'creds', key: 'token' }, _options: { optional: true },
  });
  expect(AgentFile.fromConfigMap('/a/b', settings, 'url', { mode: 0 })).toMatchObject({
    _source: { configMapName: 'settings', key: 'url' }, _options: { mode: 0 },
  });
});

test.each([
  ['a relative path', () => AgentFile.text('a.conf', ''),
    refusal('invalid-path', { given: "'a.conf'" })],
  ['a name that no ConfigMap takes', () => AgentFile.text('/etc/agent/my conf', ''),
    refusal('invalid-file', { given: "'my conf'", allowed: 'letters, digits, `-`, `_` and `.`' })],
  ['no name at all', () => AgentFile.text('/', ''),
    refusal('invalid-file', { given: "''", allowed: 'letters, digits, `-`, `_` and `.`' })],
  ['a key that no Secret has', () => AgentFile.secret('/a/b', 'creds', 'a/b'),
    refusal('invalid-file', { given: "'a/b'", allowed: 'letters, digits, `-`, `_` and `.`' })],
  ['an object that cannot be', () => AgentFile.configMap('/a/b', '', 'key'),
    refusal('invalid-name', { given: "''", names: ['253'] })],
  ['bytes that are not base64', () => AgentFile.binary('/a/b', 'a b'),
    refusal('invalid-file', { names: ['/a/b', 'base64', 'base64'] })],
  ['permissions that cannot be', () => AgentFile.text('/a/b', '', { mode: 0o1777 }),
    refusal('invalid-file', { given: '1023', allowed: '0 to 0o777', names: ['/a/b'] })],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toEqual(message);
});
