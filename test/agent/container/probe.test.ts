import { Duration } from 'cdk8s';
import { Port, Probe } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { containerOf, messageOf, problemCodesOf, problemsOf } from '../make-agent';

const http = Port.container('http', 8080);
const probeOf = (livenessProbe: Probe, port: Port = http) => containerOf({ ports: [port], livenessProbe }).livenessProbe;

test('without one the container counts as ready as soon as it runs', () => {
  expect(Object.keys(containerOf()).filter(field => field.endsWith('Probe'))).toEqual([]);
});

test.each([
  ['http', Probe.http('/healthz', http), { httpGet: { path: '/healthz', port: 'http' } }],
  ['http with everything', Probe.http('/', http, { https: true, host: 'localhost', headers: { B: '2', A: '' } }), {
    httpGet: {
      path: '/', port: 'http', scheme: 'HTTPS', host: 'localhost', httpHeaders: [{ name: 'A', value: '' }, { name: 'B', value: '2' }],
    },
  }],
  ['http with an empty host, which is not written', Probe.http('/', http, { host: '' }), { httpGet: { path: '/', port: 'http' } }],
  ['tcp', Probe.tcp(http, { host: 'localhost' }), { tcpSocket: { port: 'http', host: 'localhost' } }],
  ['grpc, which knows no named ports', Probe.grpc(http, { service: 'health' }), { grpc: { port: 8080, service: 'health' } }],
  ['exec', Probe.exec(['/bin/check', '-q']), { exec: { command: ['/bin/check', '-q'] } }],
])('%s is written with no more than it needs', (_, probe, wire) => {
  expect(probeOf(probe)).toEqual(wire);
});

test('a port that is not declared is asked by its number', () => {
  const quiet = Port.undeclared('quiet', 9090, '127.0.0.1');
  expect(probeOf(Probe.tcp(quiet), quiet)).toEqual({ tcpSocket: { port: 9090 } });
});

test('a port may be given again, as long as its name is one that the container has', () => {
  expect(problemsOf({ ports: [http], livenessProbe: Probe.tcp(Port.container('http', 8080)) })).toEqual([]);
});

test('timing is written in seconds, and a delay of nothing is not', () => {
  const timing = {
    initialDelay: Duration.seconds(0), period: Duration.minutes(1), timeout: Duration.seconds(5), failureThreshold: 5, successThreshold: 1,
    terminationGracePeriod: Duration.seconds(1),
  };
  expect(probeOf(Probe.tcp(http, timing))).toEqual({
    tcpSocket: { port: 'http' }, periodSeconds: 60, timeoutSeconds: 5, failureThreshold: 5, successThreshold: 1,
    terminationGracePeriodSeconds: 1,
  });
  expect(probeOf(Probe.tcp(http, { initialDelay: Duration.seconds(3) }))).toEqual({ tcpSocket: { port: 'http' }, initialDelaySeconds: 3 });
});

test('each role has its field', () => {
  const container = containerOf({
    ports: [http], livenessProbe: Probe.http('/live', http), readinessProbe: Probe.http('/ready', http, { successThreshold: 2 }),
    startupProbe: Probe.http('/started', http),
  });
  expect([container.livenessProbe, container.readinessProbe, container.startupProbe].map(probe => probe.httpGet.path)).toEqual([
    '/live', '/ready', '/started',
  ]);
  expect(container.readinessProbe.successThreshold).toBe(2);
});

test('none writes nothing', () => {
  expect(Probe.none().isNone).toBe(true);
  expect(containerOf({ livenessProbe: Probe.none() }).livenessProbe).toBeUndefined();
});

describe('fails at once', () => {
  test.each([
    ['for a path that is not absolute', () => Probe.http(
      'healthz', http,
    ), refusal('invalid-probe', { given: "'healthz'" })],
    ['for a header that cannot be', () => Probe.http('/', http, { headers: { 'X Y': '' } }),
      refusal('invalid-probe', { given: "'X Y'" })],
    [
      'for no command', () => Probe.exec([]),
      refusal('invalid-probe'),
    ],
    ['for no failure at all', () => Probe.tcp(http, {
      failureThreshold: 0,
    }), refusal('invalid-probe', { given: '0', names: ['failureThreshold', '1'] })],
    ['for half a success', () => Probe.tcp(http, {
      successThreshold: 0.5,
    }), refusal('invalid-probe', { given: '0.5', names: ['successThreshold', '1'] })],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });
});

describe('fails at synth', () => {
  const ready = { successThreshold: 2 };
  test.each([
    ['for a second success of a liveness probe', { livenessProbe: Probe.tcp(http, ready) },
      refusal('invalid-probe', { given: 'successThreshold: 2', allowed: '1', names: ['liveness'] })],
    ['for a second success of a startup probe', { startupProbe: Probe.tcp(http, ready) },
      refusal('invalid-probe', { given: 'successThreshold: 2', allowed: '1', names: ['startup'] })],
    ['for a grace period of a readiness probe', { readinessProbe: Probe.tcp(http, { terminationGracePeriod: Duration.seconds(5) }) },
      refusal('invalid-probe', { given: 'terminationGracePeriod' })],
    ['for a fraction of a second', { livenessProbe: Probe.tcp(http, { initialDelay: Duration.millis(1500) }) },
      refusal('invalid-duration', { given: '1.5 s', names: ['initialDelay', '0', '2147483647'] })],
    ['for a period of nothing', { readinessProbe: Probe.tcp(http, { period: Duration.seconds(0) }) },
      refusal('invalid-duration', { given: '0 s', names: ['period', 'readiness', '1', '2147483647'] })],
  ])('%s', (_, props, message) => {
    expect(problemsOf({ ports: [http], ...props })).toEqual([message]);
  });

  test.each([
    ['', Probe.http('/', Port.container('metrics', 9100)), 'probe-port-undeclared'],
    [' that is asked by its number', Probe.grpc(Port.container('metrics', 9100)), 'unknown-port'],
  ])('for a port that the container does not have%s', (_, livenessProbe, code) => {
    expect(problemCodesOf({ ports: [http], livenessProbe })).toEqual([code]);
    expect(problemCodesOf({ ports: [http, Port.container('metrics', 9100)], livenessProbe })).toEqual([]);
  });

  test('not for a port that is not declared', () => {
    expect(problemCodesOf({ ports: [http], livenessProbe: Probe.grpc(Port.undeclared('metrics', 9100, '127.0.0.1')) })).toEqual([]);
  });

  test('for every probe that is wrong', () => {
    const probe = Probe.tcp(http, { timeout: Duration.seconds(0) });
    expect(problemsOf({ livenessProbe: probe, readinessProbe: probe })).toEqual([
      refusal('invalid-duration', { given: '0 s', names: ['timeout', 'liveness', '1', '2147483647'] }),
      refusal('invalid-duration', { given: '0 s', names: ['timeout', 'readiness', '1', '2147483647'] }),
    ]);
  });

  test('for a probe of an init container', () => {
    const init = {
      name: 'init', image: 'a:1', ports: [http], startupProbe: Probe.tcp(http), livenessProbe: Probe.none(),
      readinessProbe: Probe.exec(['a']),
    };
    expect(problemsOf({ initContainers: [init] })).toEqual([
      refusal('probe-on-init-container', { given: 'readinessProbe, startupProbe', names: ['init'] }),
    ]);
  });
});
