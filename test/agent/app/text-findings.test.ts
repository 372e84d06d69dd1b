import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Include, JsonPatch, Testing, Yaml } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import { AgentFile, NodeAgent } from '../../../src';
import { errorsOf } from '../../support/golden';

function chartWithAgent(): Chart {
  const chart = Testing.chart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', files: [AgentFile.text('/etc/agent/a', '0o17')] });
  return chart;
}

const unreadableIn = (chart: Chart) => errorsOf(chart).filter(line => / unreadable-text: /.test(line));

describe('an object of others is refused where cdk8s would write it so that readers take it for something else', () => {
  test.each<[string, object, string]>([
    ['a value', { data: { a: { b: ['x', '0o17'] } } }, 'data.a.b[1]'],
    ['a key', { data: { '<<': 'x' } }, 'data'],
    ['a key of the object itself', { 'a\u2028b': 'x' }, "ConfigMap 'others'"],
    ['a label', { metadata: { name: 'others', labels: { a: '1e1_0' } } }, 'metadata.labels.a'],
    ['a line separator', { data: { a: 'b\u2029c' } }, 'data.a'],
    ['a tab first', { data: { a: '\tb\nc\n' } }, 'data.a'],
    ['a number without a point', { data: { a: 1e21 } }, 'data.a'],
  ])('%s', (_, fields, place) => {
    const chart = chartWithAgent();
    new ApiObject(chart, 'others', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'others' }, ...fields });
    expect(unreadableIn(chart)).toHaveLength(1);
    expect(unreadableIn(chart)[0]).toContain(place);
    expect(unreadableIn(chart)[0]).toContain('which test/others makes');
  });

  test('from a patch, from cdk8s-plus, and from a file that is included', () => {
    const chart = chartWithAgent();
    new ApiObject(chart, 'patched', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'patched' } }).addJsonPatch(JsonPatch.add(
      '/data', { a: '=' },
    ));
    new ConfigMap(chart, 'plus', { metadata: { name: 'plus' }, data: { a: 'b\u0085' } });
    const file = join(tmpdir(), `included-${process.pid}.yaml`);
    writeFileSync(file, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: included}\ndata: {a: "0b-1"}\n');
    new Include(chart, 'file', { url: file });
    expect(unreadableIn(chart).map(line => /the ConfigMap '(\w+)'/.exec(line)![1]).sort()).toEqual(['included', 'patched', 'plus']);
  });

  test('what no YAML can hold, too', () => {
    const chart = chartWithAgent();
    new ApiObject(chart, 'others', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'others' }, data: { a: '\ud800' } });
    expect(errorsOf(chart).filter(line => line.includes('unwritable-value'))).toHaveLength(1);
  });

  test('whether or not the checks are on', () => {
    const chart = chartWithAgent();
    new ApiObject(chart, 'others', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'others' }, data: { a: '0o17' } });
    process.env.NODE_AGENTS_CHECKS = 'off';
    try {
      expect(unreadableIn(chart)).toHaveLength(1);
    } finally {
      delete process.env.NODE_AGENTS_CHECKS;
    }
  });
});

test('what all readers take for the same is nobody\'s problem, and neither is what this library writes', () => {
  const chart = chartWithAgent();
  new ApiObject(chart, 'others', {
    apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'others' },
    data: { a: 'true', b: '0777', c: 'a\nb', d: '\u0000', e: '😀', f: '2020-01-01', y: 'no', g: ' #' },
  });
  expect(errorsOf(chart)).toEqual([]);
});

test('where a cdk8s does not ask for our text, our own objects are refused like those of others', () => {
  jest.isolateModules(() => {
    /* eslint-disable @typescript-eslint/no-require-imports */
    const cdk8s: typeof import('cdk8s') = require('cdk8s');
    const stringify = cdk8s.Yaml.stringify;
    jest.spyOn(
      cdk8s.Yaml, 'stringify',
    ).mockImplementation((...documents) => stringify(...documents.map(each => structuredClone({ ...each }))));
    const { NodeAgent: Agent, AgentFile: File }: typeof import('../../../src') = require('../../../src');
    const chart = cdk8s.Testing.chart();
    new Agent(chart, 'agent', {
      image: 'example.com/agent:1.0.0', files: [File.text('/etc/agent/a', '0o17'), File.text('/etc/agent/b', 'b')],
    });
    expect(() => cdk8s.Testing.synth(chart)).toThrow(/unreadable-text: [^;]*'agent-config'[^;]* data\.a /);
  });
  expect(Yaml.stringify({ a: 1 })).toBe('a: 1\n');
});
