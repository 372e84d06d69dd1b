import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { unwritableState } from '../../../src/checks/rules/unwritable-state';
import type { Wire } from '../../../src/private/wire';

const VOLUMES = [{ name: 'state', hostPath: { path: '/var/lib/agent', type: 'DirectoryOrCreate' } }];
const MOUNT = { name: 'state', mountPath: '/state' };
const NOT_ROOT = { runAsNonRoot: true };
const USER = { runAsUser: 7 };

const having = (container: Wire, pod: Wire = {}) => daemonSet({ volumes: VOLUMES, ...pod }, { volumeMounts: [MOUNT], ...container });
const init = (more: Wire) => ({ initContainers: [{ name: 'first', image: 'example.com/init:1.0.0', ...more }] });

test('it is a warning where the user is that of the image', () => {
  expect(foundBy(unwritableState, having({ securityContext: NOT_ROOT }))).toEqual([
    expect.stringMatching(/^warning agent containers\[0\]\.volumeMounts\[0\] /),
  ]);
});

test.each<[string, Wire, Wire]>([
  ['its container has another user', { securityContext: { runAsUser: 7 } }, {}],
  ['its pod has another user', {}, { securityContext: { runAsUser: 7 } }],
  ['a group owns the other volumes', { securityContext: USER }, { securityContext: { fsGroup: 7 } }],
  [
    'nothing but a file is made', { securityContext: USER },
    { volumes: [{ name: 'state', hostPath: { path: '/var/lib/agent.db', type: 'FileOrCreate' } }] },
  ],
  ['an init container only reads it', { securityContext: USER }, init({ volumeMounts: [{ ...MOUNT, readOnly: true }] })],
  ['an init container does not mount it', { securityContext: USER }, init({ securityContext: { runAsUser: 0 }, volumeMounts: [] })],
])('is found where %s', (_, container, pod) => {
  expect(foundBy(unwritableState, having(container, pod)).map(line => line.split(' (')[0])).toEqual([
    'error agent containers[0].volumeMounts[0]',
  ]);
});

test.each<[string, Wire, Wire]>([
  ['nothing is said of the user', {}, {}],
  ['its container is root', { securityContext: { runAsUser: 0 } }, { securityContext: NOT_ROOT }],
  ['it is only read', { securityContext: NOT_ROOT, volumeMounts: [{ ...MOUNT, readOnly: true }] }, {}],
  [
    'it must exist', { securityContext: NOT_ROOT },
    { volumes: [{ name: 'state', hostPath: { path: '/var/lib/agent', type: 'Directory' } }] },
  ],
  [
    'an init container that is root had it before', { securityContext: NOT_ROOT },
    init({ securityContext: { runAsUser: 0 }, volumeMounts: [MOUNT] }),
  ],
  ['the pods run on Windows', { securityContext: NOT_ROOT }, { os: { name: 'windows' } }],
  ['it is a volume of another kind', { securityContext: NOT_ROOT }, { volumes: [{ name: 'state', emptyDir: {} }] }],
])('is not found where %s', (_, container, pod) => {
  expect(foundBy(unwritableState, having(container, pod))).toEqual([]);
});
