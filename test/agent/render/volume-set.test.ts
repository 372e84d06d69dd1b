import * as fc from 'fast-check';
import { HostPath, Volume, VolumeMount } from '../../../src';
import { RenderContext } from '../../../src/agent/render/render-context';
import { VolumeSet } from '../../../src/agent/render/volume-set';
import { runs } from '../../support/runs';
import { podOf } from '../make-agent';

function namesFor(paths: readonly string[], explicit: Record<string, string> = {}): Record<string, string> {
  const volumes = new VolumeSet(new RenderContext(28, false));
  paths.forEach(path => volumes.add(`host:${path}`, { hostPath: { path } }, explicit[path] ?? path, path in explicit));
  return Object.fromEntries(paths.map(path => [path, volumes.nameOf(`host:${path}`)]));
}

test('a name is the path in the letters of a label', () => {
  expect(namesFor(['/var/log', '/', '/var/lib/kubelet/plugins_registry'])).toEqual({
    '/var/log': 'var-log', '/': 'root', '/var/lib/kubelet/plugins_registry': 'var-lib-kubelet-plugins-registry',
  });
});

test('paths that would share a name get a hash each, in whatever order they come', () => {
  const names = namesFor(['/a/b', '/a-b', '/c']);
  expect(names['/a/b']).toMatch(/^a-b-[0-9a-f]{8}$/);
  expect(names['/a-b']).toMatch(/^a-b-[0-9a-f]{8}$/);
  expect(names['/c']).toBe('c');
  expect(namesFor(['/c', '/a-b', '/a/b'])).toEqual(names);
});

test('a name that was given stays, and a derived one makes room for it', () => {
  const names = namesFor(['/var/log', '/srv'], { '/srv': 'var-log' });
  expect(names['/srv']).toBe('var-log');
  expect(names['/var/log']).toMatch(/^var-log-[0-9a-f]{8}$/);
});

test('a volume of the user\'s own keeps its name, whatever paths are mounted', () => {
  const volumes = podOf({
    hostPaths: [HostPath.readOnly('/var/log')], volumeMounts: [VolumeMount.of(Volume.emptyDir('var-log'), '/tmp')],
  }).volumes;
  expect(volumes.find((volume: any) => volume.emptyDir).name).toBe('var-log');
  expect(volumes.find((volume: any) => volume.hostPath).name).toMatch(/^var-log-[0-9a-f]{8}$/);
});

const path = fc.oneof(
  fc.array(fc.constantFrom('a', 'b', 'A', 'a-b', 'b.c', '_', 'é', ' ', 'x'.repeat(40)), {
    minLength: 1, maxLength: 4,
  }).map(parts => `/${parts.join('/')}`),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map(text => `/${text.replace(/[/\0]/g, '')}`),
);

test('names are labels, each there once, and depend on neither the order nor the number of mounts', () => {
  fc.assert(fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (paths, keys) => {
    const names = namesFor(paths);
    Object.values(names).forEach(name => expect(name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/));
    expect(new Set(Object.values(names)).size).toBe(paths.length);
    const order = new Map(paths.map(each => [each, keys.next().value as number]));
    const shuffled = [...paths].sort((a, b) => order.get(a)! - order.get(b)!);
    expect(namesFor(shuffled)).toEqual(names);
  }), { numRuns: runs(100) });
});

test('a name without a rival stays what it is when other paths come and go', () => {
  fc.assert(fc.property(fc.uniqueArray(path, { minLength: 2, maxLength: 6 }), paths => {
    const [first] = paths;
    const alone = namesFor([first])[first];
    fc.pre(paths.slice(1).every(other => namesFor([other])[other] !== alone));
    expect(namesFor(paths)[first]).toBe(alone);
  }), { numRuns: runs(50) });
});

test('volumes are in the order of their names', () => {
  const volumes = podOf({ hostPaths: ['/c', '/a', '/b'].map(each => HostPath.readOnly(each)) }).volumes;
  expect(volumes.map((volume: any) => volume.name)).toEqual(['a', 'b', 'c']);
});
