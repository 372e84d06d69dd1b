import { HostPath, HostPathType, KnownHostPath } from '../../../src/index';

test('the catalogue is in the order of its paths, each once, in the spelling that is looked up', () => {
  const paths = KnownHostPath.all().map(known => known.path);
  expect(paths).toEqual([...new Set(paths)].sort());
  paths.forEach(path => expect(HostPath.readOnly(path, { mountPath: '/x' }).path).toBe(path));
});

test.each(KnownHostPath.all().map(known => [known.path, known] as const))('%s has a type that Kubernetes knows, and a why', (_, known) => {
  expect(Object.values(HostPathType)).toContain(known.type);
  expect(known.why.length).toBeGreaterThan(10);
});

test('only what an agent owns, or must not find as a directory, is made where it is missing', () => {
  expect(KnownHostPath.all().filter(known => known.type.endsWith('OrCreate')).map(known => known.path)).toEqual([
    '/etc/cni/net.d', '/opt/cni/bin', '/run/netns', '/run/xtables.lock', '/var/lib/cni/networks', '/var/log/calico/cni', '/var/run/cdi',
  ]);
});

test('nothing is known of other paths', () => {
  expect(KnownHostPath.find('/srv/x')).toBeUndefined();
  expect(KnownHostPath.find('/var/log')?.type).toBe('Directory');
});

test.each([
  ['/run/netns', 'DirectoryOrCreate'], ['/var/run/netns', 'DirectoryOrCreate'], ['/var/run/cdi', 'DirectoryOrCreate'],
  ['/run/cdi', 'DirectoryOrCreate'],
  ['/var/run/xtables.lock', 'FileOrCreate'], ['/var/run/udev', 'Directory'], ['/usr/lib/modules', ''],
  ['/var/lib/cni/networks', 'DirectoryOrCreate'],
])('%s is known as %p under either spelling, and is written as it was given', (path, type) => {
  expect([HostPath.readWrite(path).type, HostPath.readWrite(path).path]).toEqual([type, path]);
});

test('a name that only begins like the link is another path', () => {
  expect(KnownHostPath.find('/var/runner/udev')).toBeUndefined();
});
