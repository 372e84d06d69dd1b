import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { failureOf, foreign, lines, manifestsOf, platform } from './support';
import { Manifests } from '../../src/testing/manifests';
import { runs } from '../support/runs';

const GOLDEN = join(__dirname, '..', 'golden');
const goldens = readdirSync(GOLDEN).filter(file => file.endsWith('.yaml'));

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const sortedJson = (
  objects: any[],
) => objects.map(object => JSON.stringify(object, (_, value) => (value && typeof value === 'object' && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b))) : value))).sort(byText);

test.each(goldens)('%s comes out of its snapshot as it went in', file => {
  const manifests = Manifests.parse(readFileSync(join(GOLDEN, file), 'utf8'));
  expect(sortedJson(Manifests.parse(manifests.toSnapshot()).objects)).toEqual(sortedJson(manifests.objects));
});

test('neither the order of objects nor that of fields counts', () => {
  const objects = Manifests.ofChart(platform()).objects;
  const snapshot = Manifests.ofChart(platform()).toSnapshot();
  const shuffled = (value: any, next: () => number): any => {
    if (Array.isArray(value)) {return value.map(entry => shuffled(entry, next));}
    if (typeof value !== 'object' || value === null) {return value;}
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => ({ key, entry, at: next() })).sort((a, b) => a.at - b.at).map(
      ({ key, entry }) => [key, shuffled(entry, next)],
    ));
  };
  fc.assert(fc.property(fc.infiniteStream(fc.nat()), numbers => {
    const next = () => numbers.next().value as number;
    const other = objects.map(object => ({ object: shuffled(object, next), at: next() })).sort((a, b) => a.at - b.at)
      .map(({ object }) => object);
    expect(manifestsOf(...other).toSnapshot()).toBe(snapshot);
  }), { numRuns: runs(8) });
});

test('texts that YAML would read as something else keep their quotes', () => {
  const data = {
    a: 'yes', b: '1e3', c: '0644', d: 'null', e: '1:30', f: 'on', g: '~', h: '', i: '2026-01-01', j: '1_000', k: ' x', l: 'a: b', m: '0o17',
    n: 'line\nline\n', o: '=', p: '.5',
  };
  const manifests = manifestsOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'texts' }, data });
  expect(Manifests.parse(manifests.toSnapshot()).objects[0].data).toEqual(data);
});

test('any text is read again as it was', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'0123456789_.-+eExXoObBynYNtrufalse~ :#\n\t') }), fc.string(),
  );
  fc.assert(fc.property(fc.dictionary(text.filter(key => key !== '__proto__'), text, { maxKeys: 5 }), data => {
    const manifests = manifestsOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'texts' }, data });
    expect(Manifests.parse(manifests.toSnapshot()).objects[0].data).toEqual(manifests.objects[0].data);
  }), { numRuns: runs(100), examples: [[{ a: ' \n' }], [{ a: '\n\n', b: 'a\n \nb', c: 'a \nb\n\n' }]] });
});

describe('masks', () => {
  const HASHED = 'config-47kb599d98';
  const objects = [
    foreign({
      podMetadata: {
        annotations: { 'checksum/config': 'a1b2c3d4e5f60718', 'checksum/version': 'v1', 'example.com/team': 'observability' },
      },
      pod: {
        volumes: [{ name: 'config', configMap: { name: HASHED } }],
        initContainers: [{ name: 'setup', image: `localhost:5000/setup@sha256:${'a'.repeat(64)}` }],
      },
      container: { image: 'registry.example.com:5000/team/agent:1.0.0', env: [{ name: 'IMAGE', value: 'a:1' }] },
    }),
    {
      apiVersion: 'v1', kind: 'ConfigMap', metadata: {
        name: HASHED, namespace: 'agents',
      }, data: { 'a': '1 <b> & "c"', 'conf.yaml': 'flush: 1\n' }, binaryData: { 'bin.dat': '//4AAQ==' },
    },
  ];

  test('mask nothing unless asked', () => {
    expect(sortedJson(Manifests.parse(manifestsOf(...objects).toSnapshot()).objects)).toEqual(sortedJson(objects));
  });

  test('leave out versions of images', () => {
    const text = manifestsOf(...objects).toSnapshot({ maskImages: true });
    expect(text).toContain('image: registry.example.com:5000/team/agent:<version>');
    expect(text).toContain('image: localhost:5000/setup:<version>');
    expect(text).toContain('value: a:1');
  });

  test('leave out checksums, and those in names', () => {
    const text = manifestsOf(...objects).toSnapshot({ maskChecksums: true });
    expect(text).toContain(lines(
      '        checksum/config: <hash>', '        checksum/version: v1', '        example.com/team: observability',
    ));
    expect(text.match(/name: config-<hash>/g)).toHaveLength(2);
    expect(text).not.toContain(HASHED);
  });

  test('leave out kinds', () => {
    const text = manifestsOf(...objects).toSnapshot({ kinds: ['ConfigMap'] });
    expect(text).toMatch(/^apiVersion: v1\nkind: ConfigMap\nmetadata:\n {2}name: config-47kb599d98\n/);
    expect(text).not.toContain('DaemonSet');
    expect(failureOf(() => manifestsOf(...objects).toSnapshot({ kinds: ['Configmap'] }))).toContain('did you mean ConfigMap?');
  });
});
