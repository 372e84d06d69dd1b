import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { unusedVolume } from '../../../src/checks/rules/unused-volume';


test('a volume can be used by any container, as a device, or for variables', () => {
  const pod = {
    volumes: ['a', 'b', 'c', 'd'].map(name => ({ name, emptyDir: {} })),
    initContainers: [{ name: 'init', volumeMounts: [{ name: 'a', mountPath: '/a' }] }],
  };
  const container = {
    volumeDevices: [{ name: 'b', devicePath: '/dev/b' }],
    env: [{ name: 'X', valueFrom: { fileKeyRef: { volumeName: 'c', path: 'x', key: 'X' } } }],
  };
  expect(foundBy(unusedVolume, daemonSet(pod, container))).toEqual(['note agent volumes[3] (d)']);
});
