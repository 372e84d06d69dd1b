import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { memoryVolumeUnbounded } from '../../../src/checks/rules/memory-volume-unbounded';
import type { Wire } from '../../../src/private/wire';

const inMemory = (emptyDir: Wire, resources: Wire, mount: Wire = {}) =>
  daemonSet({ volumes: [{ name: 'v', emptyDir }] }, {
    resources: { limits: { memory: '0' }, ...resources }, volumeMounts: [{ name: 'v', mountPath: '/v', ...mount }],
  });

test.each<[Wire, Wire, Wire, number]>([
  [{ medium: 'Memory' }, {}, {}, 1], [{ medium: 'Memory', sizeLimit: '1Mi' }, {}, {}, 0], [{}, {}, {}, 0],
  [{ medium: 'Memory' }, { limits: { memory: '1Gi' } }, {}, 0],
  [{ medium: 'Memory' }, {}, { readOnly: true }, 0],
])('memory-volume-unbounded: %j %j %j', (emptyDir, resources, mount, count) => {
  expect(foundBy(memoryVolumeUnbounded, inMemory(emptyDir, resources, mount))).toHaveLength(count);
});

test.each(['socket-dir', 'keys', 'webhook-certs'])('the volume %s does not grow', name => {
  const agent = daemonSet({ volumes: [{ name, emptyDir: { medium: 'Memory' } }] }, {
    resources: { limits: { memory: '0' } }, volumeMounts: [{ name, mountPath: '/v' }],
  });
  expect(foundBy(memoryVolumeUnbounded, agent)).toEqual([]);
});
