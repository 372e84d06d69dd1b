import { foundBy } from './found-by';
import { daemonSet, deployment, hostPath } from '../../../src/checks/example';
import { bidirectionalNeedsPrivileged } from '../../../src/checks/rules/bidirectional-needs-privileged';

const volumes = [hostPath('pods', '/var/lib/kubelet/pods')];
const mount = { name: 'pods', mountPath: '/pods', mountPropagation: 'Bidirectional' };

test('the missing field is named as far as its parents go', () => {
  expect(foundBy(bidirectionalNeedsPrivileged, daemonSet({ volumes }, { volumeMounts: [mount] }))).toEqual([
    'error agent containers[0].securityContext (mountPropagation: Bidirectional)',
  ]);
  expect(foundBy(
    bidirectionalNeedsPrivileged, deployment({ volumes }, { volumeMounts: [mount], securityContext: { runAsUser: 0 } }),
  )).toEqual([
    'error agent containers[0].securityContext.privileged (mountPropagation: Bidirectional)',
  ]);
});

test('an init container counts, and one finding a container is enough', () => {
  const container = { name: 'init', image: 'a:1', volumeMounts: [mount, { ...mount, mountPath: '/other' }] };
  expect(foundBy(bidirectionalNeedsPrivileged, daemonSet({ volumes, initContainers: [container] }))).toEqual([
    'error agent initContainers[0].securityContext (mountPropagation: Bidirectional)',
  ]);
});

test('the other way round needs no privilege', () => {
  expect(foundBy(
    bidirectionalNeedsPrivileged, daemonSet({ volumes }, { volumeMounts: [{ ...mount, mountPropagation: 'HostToContainer' }] }),
  )).toEqual([]);
});
