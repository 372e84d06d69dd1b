import { agentOf, podOf, problemsOf } from './log-config';
import { EnvValue, LogDestination, LogMetadata } from '../../src';
import { codesOf, testChart } from '../support/golden';

const url = 'http://loki.logging.svc:3100';
const envOf = (env: { [name: string]: EnvValue }, metadata?: LogMetadata) =>
  podOf({
    env, metadata, destinations: [LogDestination.loki({ url }), LogDestination.http({ url: 'https://far.example.com' })],
  }).containers[0].env;
const noProxy = (env: {
  [name: string]: EnvValue;
}, metadata?: LogMetadata) => envOf(env, metadata).find(({ name }: any) => /^no_proxy$/i.test(name))?.value;
const HTTP_PROXY = EnvValue.of('http://proxy:3128');

test.each<[string, { [name: string]: EnvValue }, string | undefined]>([
  ['nothing is added without a proxy', { NO_PROXY: EnvValue.of('.svc') }, '.svc'],
  ['the API server is reached directly', { HTTP_PROXY }, 'kubernetes.default.svc'],
  ['what the user wrote stays', {
    HTTP_PROXY, NO_PROXY: EnvValue.of('a.example.com, kubernetes.default.svc'),
  }, 'a.example.com,kubernetes.default.svc'],
  ['destinations that a suffix is about are named', {
    HTTP_PROXY, NO_PROXY: EnvValue.of('.svc'),
  }, '.svc,kubernetes.default.svc,loki.logging.svc'],
  ['in small letters too', { http_proxy: HTTP_PROXY, no_proxy: EnvValue.of('*.svc') }, '*.svc,kubernetes.default.svc,loki.logging.svc'],
])('%s', (_, env, expected) => {
  expect(noProxy(env)).toBe(expected);
});

test('the kubelet is reached directly, by a variable that stands before the one that refers to it', () => {
  const env = envOf({ HTTP_PROXY }, LogMetadata.fromKubelet({ grantNodesProxy: true }));
  const names = env.map(({ name }: any) => name);
  expect(env.find(({ name }: any) => name === 'NO_PROXY').value).toBe('kubernetes.default.svc,$(NODE_IP)');
  expect(names.indexOf('NODE_IP')).toBeLessThan(names.indexOf('NO_PROXY'));
  expect(new Set(names).size).toBe(names.length);
});

test('without metadata of the API nothing is asked of it', () => {
  expect(noProxy({ HTTP_PROXY, NO_PROXY: EnvValue.of('a') }, LogMetadata.fromFileName())).toBe('a');
});

test('a variable that Fluent Bit does not read is an error, unless it reads another one', () => {
  expect(problemsOf({ env: { HTTPS_PROXY: HTTP_PROXY } })).toEqual([
    expect.stringMatching(/^\[test\/logs\] invalid-collector-config: .*HTTPS_PROXY/),
  ]);
  expect(problemsOf({ env: { HTTPS_PROXY: HTTP_PROXY, HTTP_PROXY } })).toEqual([]);
});

test('a proxy that is set later, and would come between the agent and the API server, is an error', () => {
  const chart = testChart();
  const agent = agentOf({}, chart);
  agent.container.addEnv('HTTP_PROXY', HTTP_PROXY);
  expect(codesOf(chart)).toEqual(['[test/logs] invalid-collector-config']);
  agent.container.addEnv('NO_PROXY', EnvValue.of('kubernetes.default.svc'));
  expect(codesOf(chart)).toEqual([]);
});
