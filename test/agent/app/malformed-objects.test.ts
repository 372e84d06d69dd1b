import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { AgentNamespace, LogAgent, LogDestination } from '../../../src';
import { AppState } from '../../../src/agent/app/app-state';
import { soundnessOf } from '../../../src/cluster/inventory/soundness';
import { entriesOf } from '../../../src/private/entry';
import { errorsOf, testChart } from '../../support/golden';
import { runs } from '../../support/runs';

type Json = { [key: string]: any };

/** An app with an agent of the library in which someone else wrote an object. */
function appWith(object: Json): Chart {
  const chart = testChart();
  new AgentNamespace(chart, 'namespace');
  new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()] });
  new ApiObject(chart, 'foreign', object as never);
  return chart;
}

/** What is said of malformed objects. */
function malformedIn(chart: Chart) {
  return AppState.of(chart).findings().filter(({ code, about }) => code === 'invalid-field' && about !== undefined)
    .map(({ level, about, path, constructPath }) => ({ level, object: `${about!.kind} ${about!.name}`, path, constructPath }));
}

const pod = (spec: unknown) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'theirs' }, spec });
const daemonSet = (template: unknown) => ({
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'theirs' }, spec: { selector: { matchLabels: { a: 'b' } }, template },
});

test.each<[string, Json, string]>([
  ['a container that is null', pod({ containers: [null] }), 'spec.containers[0]'],
  ['volumes that are a map', pod({ containers: [{ name: 'a', image: 'a:1' }], volumes: {} }), 'spec.volumes'],
  ['a spec that is a text', pod('x'), 'spec'],
  ['a pod template without containers', daemonSet({ spec: { nodeName: 'a' } }), 'spec.template.spec.containers'],
  ['a pod template that is a list', daemonSet([]), 'spec.template'],
  ['labels that are a list', daemonSet({
    metadata: { labels: ['a'] }, spec: { containers: [{ name: 'a', image: 'a:1' }] },
  }), 'spec.template.metadata.labels'],
  ['a rule that is null', {
    apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'theirs' }, rules: [null],
  }, 'rules[0]'],
  ['a number as data', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'theirs' }, data: { a: 1 } }, 'data.a'],
  ['ports that are a text', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'theirs' }, spec: { ports: 'x' } }, 'spec.ports'],
])('%s in an object of someone else is a warning that names the object and the place, and does not stop the synth', (_, object, path) => {
  const chart = appWith(object);
  expect(malformedIn(chart)).toEqual([{ level: 'warning', object: `${object.kind} theirs`, path, constructPath: 'test/foreign' }]);
  expect(errorsOf(chart)).toEqual([]);
});

test('a null that the API server reads as absent is none', () => {
  expect(malformedIn(appWith(pod({ containers: [{ name: 'a', image: 'a:1', ports: null }], volumes: null })))).toEqual([]);
});

const GOLDEN = join(__dirname, '..', '..', 'golden');
const objects: Json[] = readdirSync(GOLDEN).filter(name => name.endsWith('.yaml'))
  .flatMap(name => parseAllDocuments(readFileSync(join(GOLDEN, name), 'utf8')).map(document => document.toJS() as Json)).filter(
    object => object !== null,
  );

const VALUES = [null, [], {}, [null], [1], ['a'], [{}], { a: null }, { a: 1 }, 'x', '', 0, -1, 1.5, 1e20, true, false];

function mutated(object: Json, choices: readonly number[], put: unknown): Json {
  const copy = structuredClone(object);
  copy.metadata.name = 'theirs';
  for (const choice of choices) {
    const places: [Json, string][] = [];
    const visit = (map: Json): void => Object.keys(map).filter(key => !['apiVersion', 'kind', 'name'].includes(key)
      || map !== copy).forEach(key => {
      places.push([map, key]);
      if (typeof map[key] === 'object' && map[key] !== null) {visit(map[key]);}
    });
    visit(copy);
    const [map, key] = places[choice % places.length];
    map[key] = structuredClone(put);
  }
  return copy;
}

test('whatever stands in an object of someone else, a synth writes it or says what is wrong, and names what is malformed', () => {
  let malformed = 0;
  fc.assert(fc.property(fc.constantFrom(...objects), fc.array(fc.nat(), {
    minLength: 1, maxLength: 2,
  }), fc.constantFrom(...VALUES), (object, choices, put) => {
    const given = mutated(object, choices, put);
    let chart: Chart;
    try {
      chart = appWith(given);
    } catch {
      // cdk8s itself makes no object of it
      return;
    }
    let failure: unknown;
    try {
      chart.toJson();
    } catch (error) {
      failure = error;
    }
    if (failure !== undefined) {expect((failure as Error).message).toMatch(/^Validation failed with the following errors:/);}
    const foreign = chart.node.findChild('foreign') as ApiObject;
    const wrong = soundnessOf(entriesOf(foreign.toJson())).findings.map(({ path }) => path);
    expect(malformedIn(chart).map(({ path }) => path)).toEqual(wrong);
    malformed += wrong.length > 0 ? 1 : 0;
  }), { numRuns: runs(120) });
  expect(malformed).toBeGreaterThan(20);
}, 120_000);
