import { ContainerSecurity, HostPath, HostPathType, NodeCoverage, StateDirectory } from '../../../src';
import { messageOf, placesOf, podOf, problemCodesOf } from '../make-agent';

const NOBODY = ContainerSecurity.nonRoot(65534);

test('the directory is given to the user before the agent starts, by a container that may do nothing else', () => {
  const pod = podOf({ securityContext: NOBODY, features: [StateDirectory.ownedBy('/var/lib/agent', 65534)] });
  expect(pod.volumes).toEqual([{ name: 'var-lib-agent', hostPath: { path: '/var/lib/agent', type: 'DirectoryOrCreate' } }]);
  expect(pod.containers[0].volumeMounts).toEqual([{ name: 'var-lib-agent', mountPath: '/var/lib/agent' }]);
  expect(pod.initContainers).toMatchObject([{
    name: 'own-state', command: ['chown', '-R', '65534:65534', '/var/lib/agent'],
    volumeMounts: [{ name: 'var-lib-agent', mountPath: '/var/lib/agent' }],
    securityContext: { runAsUser: 0, capabilities: { drop: ['ALL'], add: ['CHOWN', 'DAC_READ_SEARCH'] } },
  }]);
  expect(problemCodesOf({ securityContext: NOBODY, features: [StateDirectory.ownedBy('/var/lib/agent', 65534)] })).toEqual([]);
});

test('path, volume and image are for the user to choose, and there may be several', () => {
  const pod = podOf({
    features: [
      StateDirectory.ownedBy('/var/lib/a', 7, { mountPath: '/a', volumeName: 'a', image: 'example.com/tools:1.0.0' }),
      StateDirectory.ownedBy('/var/lib/b', 7),
    ],
  });
  expect(pod.initContainers.map(({ name, image, command }: any) => [name, image, command[3]])).toEqual([
    ['own-state', 'example.com/tools:1.0.0', '/a'], ['own-state-2', 'docker.io/library/busybox:1.37.0', '/var/lib/b'],
  ]);
});

test('on Windows nobody has to be given anything', () => {
  const pod = podOf({ nodes: NodeCoverage.windows(), features: [StateDirectory.ownedBy('C:\\agent', 7, { mountPath: 'C:\\agent' })] });
  expect(pod.initContainers).toBeUndefined();
});

test('root needs no such step, and is refused', () => {
  expect(messageOf(() => StateDirectory.ownedBy('/var/lib/agent', 0))).toMatch(/^invalid-user: /);
});

test('state that its user cannot write is found, and is no mistake where the nodes have the directory or the user is root', () => {
  expect(problemCodesOf({ hostPaths: [HostPath.state('/var/lib/agent')], securityContext: NOBODY })).toEqual(['unwritable-state']);
  expect(problemCodesOf({ hostPaths: [HostPath.state('/var/lib/agent')] })).toEqual(['unwritable-state']);
  const ofAnother = [StateDirectory.ownedBy('/var/lib/agent', 7)];
  expect(problemCodesOf({ securityContext: NOBODY, features: ofAnother })).toEqual(['unwritable-state']);
  const found = (props: Parameters<typeof placesOf>[1]) => placesOf('unwritable-state', props).length;
  expect(found({ hostPaths: [HostPath.state('/var/lib/agent', { type: HostPathType.DIRECTORY })] })).toBe(0);
  expect(found({
    hostPaths: [HostPath.state('/var/lib/agent')], securityContext: ContainerSecurity.root('writes its own directory on the node'),
  })).toBe(0);
});
