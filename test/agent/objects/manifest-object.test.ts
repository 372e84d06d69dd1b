import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import * as fc from 'fast-check';
import { ManifestObject } from '../../../src/agent/objects/manifest-object';
import { runs } from '../../support/runs';

const names = fc.constantFrom('a', 'b', 'c.example.com/d');
// cdk8s itself takes `__proto__` for the prototype that it is
const spec = fc.jsonValue().filter(value => !JSON.stringify(value).includes('__proto__'));
const maps = fc.dictionary(names, fc.string(), { maxKeys: 3 });

test('an object is written as cdk8s itself would write it, metadata that was added later included', () => {
  fc.assert(fc.property(maps, maps, maps, fc.array(names, { maxLength: 2 }), spec, (labels, added, annotations, finalizers, data) => {
    const chart = new Chart(new App(), 'chart', { namespace: 'agents', labels: { team: 'platform' } });
    const object = new ManifestObject(chart, 'Resource', {
      apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', labels, annotations }, data: Lazy.any({ produce: () => data }),
    }, { owner: chart });
    Object.entries(added).forEach(([key, value]) => object.metadata.addLabel(key, value));
    object.metadata.addFinalizers(...finalizers);
    object.metadata.add('generateName', 'x-');

    const plain = JSON.stringify(object.toJson());
    expect(plain).toEqual(JSON.stringify(ApiObject.prototype.toJson.call(object)));
  }), { numRuns: runs(100) });
});

test('a resolver of the app is asked, as for any other object', () => {
  const app = new App({ resolvers: [{ resolve: context => { if (context.value === 'TOKEN') {context.replaceValue('resolved');} } }] });
  const chart = new Chart(app, 'chart');
  const object = new ManifestObject(chart, 'Resource', {
    apiVersion: 'v1', kind: 'ConfigMap', metadata: {
      name: 'a',
    }, data: { key: 'TOKEN' },
  },
  { owner: chart });
  expect(object.toJson().data).toEqual({ key: 'resolved' });
});

test('an object without a namespace of its kind gets none from its chart', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
  const object = new ManifestObject(chart, 'Resource', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }, { owner: chart });
  expect(object.toJson().metadata).toEqual({ name: 'a' });
});
