import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { unreadableFile } from '../../../src/checks/rules/unreadable-file';
import type { Wire } from '../../../src/private/wire';

const NOT_ROOT = { runAsNonRoot: true };
const having = (volume: Wire, securityContext: Wire = NOT_ROOT, ofPod: Wire = {}) =>
  daemonSet({ securityContext: ofPod, volumes: [{ name: 'v', ...volume }] }, {
    securityContext, volumeMounts: [{ name: 'v', mountPath: '/v' }],
  });
const secret = (defaultMode: number) => ({ secret: { secretName: 's', defaultMode } });

test.each<[string, Wire]>([
  ['a Secret', secret(0o400)],
  ['a ConfigMap', { configMap: { name: 'c', defaultMode: 0o600 } }],
  ['one key of a Secret', { secret: { secretName: 's', items: [{ key: 'a', path: 'a' }, { key: 'b', path: 'b', mode: 0o400 }] } }],
  ['a source of a projected volume', { projected: { defaultMode: 0o400, sources: [{ secret: { name: 's' } }] } }],
])('is found in %s', (_, volume) => {
  expect(foundBy(unreadableFile, having(volume)).map(line => line.split(' (')[0])).toEqual(['error agent containers[0].volumeMounts[0]']);
});

test.each<[string, Wire]>([
  ['everyone may read', secret(0o444)],
  ['no permissions are given', { secret: { secretName: 's' } }],
  [
    'each key has permissions of its own',
    { secret: { secretName: 's', defaultMode: 0o400, items: [{ key: 'a', path: 'a', mode: 0o444 }] } },
  ],
  [
    'it is the token of the account, which is made for the user',
    { projected: { defaultMode: 0o400, sources: [{ serviceAccountToken: { path: 'token' } }] } },
  ],
  ['it is a volume of another kind', { emptyDir: {} }],
])('is not found where %s', (_, volume) => {
  expect(foundBy(unreadableFile, having(volume))).toEqual([]);
});

test.each<[string, Wire, Wire, number]>([
  ['root', { runAsUser: 0 }, {}, 0],
  ['a user of whom nothing is said', {}, {}, 0],
  ['a user in pods whose volumes belong to a group', NOT_ROOT, { fsGroup: 7 }, 0],
  ['a user of the pod', {}, { runAsUser: 7 }, 1],
])('%s is told apart from others', (_, container, pod, count) => {
  expect(foundBy(unreadableFile, having(secret(0o400), container, pod))).toHaveLength(count);
});

test('what the group of root may read, members of that group read', () => {
  const found = (container: Wire, pod: Wire = {}) => foundBy(unreadableFile, having(secret(0o440), container, pod)).length;
  expect([found({ runAsUser: 7, runAsGroup: 7 }), found({ runAsUser: 7, runAsGroup: 0 }), found({ runAsUser: 7 })]).toEqual([1, 0, 0]);
  expect(found({ runAsUser: 7, runAsGroup: 7 }, { supplementalGroups: [0] })).toBe(0);
});
