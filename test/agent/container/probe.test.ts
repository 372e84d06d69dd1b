import { Duration } from 'cdk8s';
import { Port, Probe } from '../../../src/index';
import { containerOf, messageOf, problemCodesOf, problemsOf } from '../make-agent';

const http = Port.container('http', 8080);
const probeOf = (livenessProbe: Probe, port: Port = http) => containerOf({ ports: [port], livenessProbe }).livenessProbe;

test('without one the container counts as ready as soon as it runs', () => {
  expect(Object.keys(containerOf()).filter(field => field.endsWith('Probe'))).toEqual([]);
});

test.each([
  ['http', Probe.http('/healthz', http), { httpGet: { path: '/healthz', port: 'http' } }],
  ['http with everything', Probe.http('/', http, { https: true, host: 'localhost', headers: { B: '2', A: '' } }), {
    httpGet: { path: '/', port: 'http', scheme: 'HTTPS', host: 'localhost', httpHeaders: [{ name: 'A', value: '' }, { name: 'B', value: '2' }] },
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

test('a port may be given anew, as long as its name is one that the container has', () => {
  expect(problemsOf({ ports: [http], livenessProbe: Probe.tcp(Port.container('http', 8080)) })).toEqual([]);
});

test('timing is written in seconds, and a delay of nothing is not', () => {
  const timing = {
    initialDelay: Duration.seconds(0), period: Duration.minutes(1), timeout: Duration.seconds(5), failureThreshold: 5, successThreshold: 1,
    terminationGracePeriod: Duration.seconds(1),
  };
  expect(probeOf(Probe.tcp(http, timing))).toEqual({
    tcpSocket: { port: 'http' }, periodSeconds: 60, timeoutSeconds: 5, failureThreshold: 5, successThreshold: 1, terminationGracePeriodSeconds: 1,
  });
  expect(probeOf(Probe.tcp(http, { initialDelay: Duration.seconds(3) }))).toEqual({ tcpSocket: { port: 'http' }, initialDelaySeconds: 3 });
});

test('each role has its field', () => {
  const container = containerOf({
    ports: [http], livenessProbe: Probe.http('/live', http), readinessProbe: Probe.http('/ready', http, { successThreshold: 2 }), startupProbe: Probe.http('/started', http),
  });
  expect([container.livenessProbe, container.readinessProbe, container.startupProbe].map(probe => probe.httpGet.path)).toEqual(['/live', '/ready', '/started']);
  expect(container.readinessProbe.successThreshold).toBe(2);
});

test('none writes nothing', () => {
  expect(Probe.none().isNone).toBe(true);
  expect(containerOf({ livenessProbe: Probe.none() }).livenessProbe).toBeUndefined();
});

describe('fails at once', () => {
  test.each([
    ['for a path that is not absolute', () => Probe.http('healthz', http), "invalid-probe: the path of a probe begins with /; given: 'healthz'; fix: write '/healthz'"],
    ['for a header that cannot be', () => Probe.http('/', http, { headers: { 'X Y': '' } }),
      "invalid-probe: a request cannot have this header; given: 'X Y'; allowed: letters, digits and `-`; fix: correct the name"],
    ['for no command', () => Probe.exec([]), 'invalid-probe: a probe has no command to run; given: an empty list; fix: name the program and its arguments, each a text of its own'],
    ['for no failure at all', () => Probe.tcp(http, { failureThreshold: 0 }), 'invalid-probe: failureThreshold cannot be used; given: 0; allowed: a whole number from 1; fix: leave it out'],
    ['for half a success', () => Probe.tcp(http, { successThreshold: 0.5 }), 'invalid-probe: successThreshold cannot be used; given: 0.5; allowed: a whole number from 1; fix: leave it out'],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toBe(message);
  });
});

describe('fails at synth', () => {
  const ready = { successThreshold: 2 };
  test.each([
    ['for a second success of a liveness probe', { livenessProbe: Probe.tcp(http, ready) },
      'invalid-probe: a liveness probe succeeds at the first success; given: successThreshold: 2; allowed: 1; fix: leave it out, or make it the readiness probe'],
    ['for a second success of a startup probe', { startupProbe: Probe.tcp(http, ready) },
      'invalid-probe: a startup probe succeeds at the first success; given: successThreshold: 2; allowed: 1; fix: leave it out, or make it the readiness probe'],
    ['for a grace period of a readiness probe', { readinessProbe: Probe.tcp(http, { terminationGracePeriod: Duration.seconds(5) }) },
      'invalid-probe: a readiness probe stops nothing, so it has no grace period; given: terminationGracePeriod; fix: leave it out, or give it to the liveness probe'],
    ['for a fraction of a second', { livenessProbe: Probe.tcp(http, { initialDelay: Duration.millis(1500) }) },
      'invalid-duration: initialDelay of the liveness probe cannot be this long; given: 1.5 s; allowed: whole seconds from 0 to 2147483647; fix: round it'],
    ['for a period of nothing', { readinessProbe: Probe.tcp(http, { period: Duration.seconds(0) }) },
      'invalid-duration: period of the readiness probe cannot be this long; given: 0 s; allowed: whole seconds from 1 to 2147483647; fix: round it'],
  ])('%s', (_, props, message) => {
    expect(problemsOf({ ports: [http], ...props })).toEqual([message]);
  });

  test.each([
    ['', Probe.http('/', Port.container('metrics', 9100)), 'probe-port-undeclared'], [' that is asked by its number', Probe.grpc(Port.container('metrics', 9100)), 'unknown-port'],
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
      'invalid-duration: timeout of the liveness probe cannot be this long; given: 0 s; allowed: whole seconds from 1 to 2147483647; fix: round it',
      'invalid-duration: timeout of the readiness probe cannot be this long; given: 0 s; allowed: whole seconds from 1 to 2147483647; fix: round it',
    ]);
  });

  test('for a probe of an init container', () => {
    const init = { name: 'init', image: 'a:1', ports: [http], startupProbe: Probe.tcp(http), livenessProbe: Probe.none(), readinessProbe: Probe.exec(['a']) };
    expect(problemsOf({ initContainers: [init] })).toEqual([
      "probe-on-init-container: the container 'init' runs to its end before the others start, so nothing can be asked of it; given: readinessProbe, startupProbe; fix: leave them out, or make it a sidecar",
    ]);
  });
});
