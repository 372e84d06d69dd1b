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

test.each<[string, Wire, Wire]>([
  ['its container has another user', { securityContext: { runAsUser: 7 } }, {}],
  ['its pod has another user', {}, { securityContext: { runAsUser: 7 } }],
  ['its user is that of the image', { securityContext: NOT_ROOT }, {}],
  ['its pod has such a user', {}, { securityContext: NOT_ROOT }],
  ['its container leaves the user to its pod', { securityContext: { runAsUser: null } }, { securityContext: USER }],
  ['a group owns the other volumes', { securityContext: USER }, { securityContext: { fsGroup: 7 } }],
  [
    'nothing but a file is made', { securityContext: USER },
    { volumes: [{ name: 'state', hostPath: { path: '/var/lib/agent.db', type: 'FileOrCreate' } }] },
  ],
  ['an init container only reads it', { securityContext: USER }, init({ volumeMounts: [{ ...MOUNT, readOnly: true }] })],
  ['an init container does not mount it', { securityContext: USER }, init({ securityContext: { runAsUser: 0 }, volumeMounts: [] })],
  [
    'an init container gives it to another user', { securityContext: USER },
    init({ command: ['chown', '-R', '8:8', '/state'], volumeMounts: [MOUNT] }),
  ],
  [
    'a script of an init container gives it to another user', { securityContext: USER },
    init({ command: ['sh', '-c'], args: ["mkdir -p /state/a && chown --recursive '8' /state"], volumeMounts: [MOUNT] }),
  ],
  [
    'an init container has a path below', { securityContext: USER },
    {
      volumes: [...VOLUMES, { name: 'below', hostPath: { path: '/var/lib/agent/below' } }],
      ...init({ volumeMounts: [{ name: 'below', mountPath: '/below' }] }),
    },
  ],
])('is found where %s', (_, container, pod) => {
  expect(foundBy(unwritableState, having(container, pod)).map(line => line.split(' (')[0])).toEqual([
    'error agent containers[0].volumeMounts[0]',
  ]);
});

test('containers of initContainers are prepared by those before them alone, whether they end or not', () => {
  const first = { name: 'first', image: 'example.com/init:1.0.0', securityContext: { runAsUser: 0 }, volumeMounts: [MOUNT] };
  const second = (more: Wire) => ({ ...first, name: 'second', securityContext: USER, ...more });
  const found = (...initContainers: Wire[]) => foundBy(unwritableState, having({ volumeMounts: [] }, { initContainers })).length;
  for (const more of [{}, { restartPolicy: 'Always' }]) {
    expect([found(first, second(more)), found(second(more), first), found(second(more))]).toEqual([0, 1, 1]);
  }
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
  [
    'an init container gives it to this user', { securityContext: USER },
    init({ command: ['chown', '-R', '7:7', '/state'], volumeMounts: [MOUNT] }),
  ],
  [
    'an init container opens it to everyone', { securityContext: USER },
    init({ command: ['sh', '-c', 'chown 8 /state; chmod 0777 /state'], volumeMounts: [MOUNT] }),
  ],
  [
    'nobody knows whom an init container gives it to', { securityContext: USER },
    init({ command: ['sh', '-c', 'chown -R "$OWNER" /state'], volumeMounts: [MOUNT] }),
  ],
  [
    'an init container had a parent of it', { securityContext: USER },
    {
      volumes: [...VOLUMES, { name: 'parent', hostPath: { path: '/var/lib/' } }],
      ...init({ volumeMounts: [{ name: 'parent', mountPath: '/parent' }] }),
    },
  ],
  ['the pods run on Windows', { securityContext: NOT_ROOT }, { os: { name: 'windows' } }],
  ['it is a volume of another kind', { securityContext: NOT_ROOT }, { volumes: [{ name: 'state', emptyDir: {} }] }],
])('is not found where %s', (_, container, pod) => {
  expect(foundBy(unwritableState, having(container, pod))).toEqual([]);
});
