import { HostPath, HostPathType, KnownHostPath } from '../../src';

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
  expect(KnownHostPath.all().filter(known => known.type.endsWith('OrCreate')).map(known => known.path)).toEqual(['/etc/cni/net.d', '/opt/cni/bin', '/run/xtables.lock']);
});

test('nothing is known of other paths', () => {
  expect(KnownHostPath.find('/srv/x')).toBeUndefined();
  expect(KnownHostPath.find('/var/log')?.type).toBe('Directory');
});
