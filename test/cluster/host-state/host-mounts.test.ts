import { daemonSet, hostPath } from '../../../src/checks/example';
import { hostMountsIn, tidyPath } from '../../../src/cluster/host-state/host-mounts';
import { workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';

const workload = (object: Wire) => workloadOf(entriesOf(object)[0])!;

test('every mount of every container, with where it stands', () => {
  const volumes = [{ name: 'config', configMap: { name: 'a' } }, hostPath('logs', '/var//log/'), hostPath('unused', '/x')];
  const initContainers = [{ name: 'init', volumeMounts: [{ name: 'logs', mountPath: '/logs', subPath: 'pods/' }] }];
  const volumeMounts = [
    { name: 'config', mountPath: '/c' }, { name: 'logs', mountPath: '/logs', readOnly: true }, { name: 'gone', mountPath: '/g' },
  ];
  expect(hostMountsIn(workload(daemonSet({ volumes, initContainers }, {
    volumeMounts,
  }))).map(({ container, mountPath, volumePath, path, isWritable }) =>
    [container.name, mountPath, volumePath, path, isWritable])).toEqual([
    ['agent', 'spec.template.spec.containers[0].volumeMounts[1]', 'spec.template.spec.volumes[1]', '/var/log', false],
    ['init', 'spec.template.spec.initContainers[0].volumeMounts[0]', 'spec.template.spec.volumes[1]', '/var/log/pods', true],
  ]);
});

test.each([
  ['/', '/'], ['//', '/'], ['/a//b/./c/', '/a/b/c'], ['/var/run/x', '/run/x'], ['/var/run', '/run'], ['/var/running', '/var/running'],
  ['C:\\a\\', 'C:\\a'], ['relative/', 'relative'],
])('%s leads to %s', (path, tidy) => {
  expect(tidyPath(path)).toBe(tidy);
  expect(tidyPath(tidy)).toBe(tidy);
});
