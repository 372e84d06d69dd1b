import { contentReferences, readsContent } from '../../src/cluster/references';

const pod = {
  initContainers: [{ name: 'init', envFrom: [{ configMapRef: { name: 'whole', optional: true } }, { secretRef: { name: 'creds' } }] }],
  containers: [{
    name: 'agent',
    env: [
      { name: 'A', value: 'x' }, { name: 'B', valueFrom: { configMapKeyRef: { name: 'settings', key: 'b' } } },
      { name: 'C', valueFrom: { secretKeyRef: { name: 'creds', key: 'c', optional: true } } },
      { name: 'D', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ],
  }],
  volumes: [
    { name: 'host', hostPath: { path: '/var/log' } }, { name: 'files', configMap: { name: 'files', items: [{ key: 'x', path: 'y' }] } },
    { name: 'keys', secret: { secretName: 'keys', optional: true } },
    {
      name: 'both', projected: {
        sources: [{ configMap: { name: 'one' } }, { secret: { name: 'two', items: [{ key: 'z', path: 'z' }] } }],
      },
    },
  ],
};

test('everything that a pod takes from ConfigMaps and Secrets is found, with the key, and where it stands', () => {
  expect(contentReferences(pod).map(({ kind, name, key, optional, where }) => [kind, name, key, optional, where()])).toEqual([
    ['ConfigMap', 'whole', undefined, true, "the variables of the container 'init'"],
    ['Secret', 'creds', undefined, false, "the variables of the container 'init'"],
    ['ConfigMap', 'settings', 'b', false, "the variable B of the container 'agent'"],
    ['Secret', 'creds', 'c', true, "the variable C of the container 'agent'"],
    ['ConfigMap', 'files', undefined, false, "a file of the volume 'files'"],
    ['ConfigMap', 'files', 'x', false, "a file of the volume 'files'"],
    ['Secret', 'keys', undefined, true, "a file of the volume 'keys'"],
    ['ConfigMap', 'one', undefined, false, "a file of the volume 'both'"],
    ['Secret', 'two', undefined, false, "a file of the volume 'both'"],
    ['Secret', 'two', 'z', false, "a file of the volume 'both'"],
  ]);
});

test('an object is read when its kind and name are, and no other', () => {
  const isRead = readsContent(pod);
  expect([
    isRead({ kind: 'Secret', name: 'two' }), isRead({ kind: 'ConfigMap', name: 'two' }), isRead({ kind: 'Secret', name: 'nobody' }),
  ]).toEqual([true, false, false]);
  expect(readsContent({})({ kind: 'Secret', name: 'two' })).toBe(false);
});

test('each tells where in the spec it stands, and files of which volume they become', () => {
  const at = (path: string) => path.split(/[.[\]]+/).filter(step => step !== '').reduce((value: any, step) => value[step], pod);
  const references = contentReferences(pod);
  expect(references.map(({ path, volume }) => [path(), volume])).toEqual([
    ['initContainers[0].envFrom[0]', undefined], ['initContainers[0].envFrom[1]', undefined], ['containers[0].env[1]', undefined],
    ['containers[0].env[2]', undefined],
    ['volumes[1]', 'files'], ['volumes[1]', 'files'], ['volumes[2]', 'keys'], ['volumes[3]', 'both'], ['volumes[3]', 'both'],
    ['volumes[3]', 'both'],
  ]);
  for (const { path, name } of references) {expect(JSON.stringify(at(path()))).toContain(name);}
});
