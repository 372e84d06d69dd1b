import { contextOf, daemonSet } from '../../src/checks/example';
import { oncePerWorkload } from '../../src/checks/once-per-workload';
import { RULES } from '../../src/checks/rules';
import { runRules } from '../../src/checks/run-checks';

const containers = (...names: string[]) => names.map(name => ({ name, image: `example.com/${name}` }));
const findings = (...names: string[]) => runRules(RULES, contextOf([daemonSet({ containers: containers(...names) })]));
const of = (code: string, found = oncePerWorkload(findings('a', 'b', 'c'))) => found.filter(each => each.code === code);

test.each(['missing-requests', 'missing-memory-limit', 'mutable-image'])('%s is said once of a workload with several containers', code => {
  expect(findings('a', 'b', 'c').filter(each => each.code === code)).toHaveLength(3);
  const [found, ...more] = of(code);
  expect([more, found.container]).toEqual([[], undefined]);
  expect(found.what).toContain('a, b, c');
});

test('what was given for each is kept', () => {
  expect(of('mutable-image')[0].given).toBe('example.com/a, example.com/b, example.com/c');
  expect(of('missing-requests')[0].allowed).toBe('requests.cpu, requests.memory');
});

test('one container stays what it is, and so does what was acknowledged of one', () => {
  expect(oncePerWorkload(findings('a')).map(({ container }) => container)).toEqual(findings('a').map(({ container }) => container));
  const some = findings('a', 'b', 'c').map(each => (each.container === 'b' ? { ...each, acknowledged: 'it is tiny' } : each));
  expect(of(
    'missing-requests', oncePerWorkload(some),
  ).map(({ container, what, acknowledged }) => [container, what.includes('a, c'), acknowledged]))
    .toEqual([[undefined, true, undefined], ['b', false, 'it is tiny']]);
});

test('other rules say what they find of each container', () => {
  const probes = daemonSet({
    containers: containers('a', 'b').map(each => ({ ...each, readinessProbe: { httpGet: { port: 'health' } } })),
  });
  expect(oncePerWorkload(runRules(RULES, contextOf([probes]))).filter(({ code }) => code === 'probe-port-undeclared')).toHaveLength(2);
});
