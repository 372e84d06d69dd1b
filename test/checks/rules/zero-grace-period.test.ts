import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { zeroGracePeriod } from '../../../src/checks/rules/zero-grace-period';
import type { Wire } from '../../../src/private/wire';

const ports = [{ containerPort: 9100, hostPort: 9100 }];
const NOW = { terminationGracePeriodSeconds: 0 };

test.each<[string, Wire, number]>([
  ['a DaemonSet with a host port', daemonSet(NOW, { ports }), 1],
  ['a port on the host network', daemonSet({ ...NOW, hostNetwork: true }, { ports: [{ containerPort: 9100 }] }), 1],
  ['a program whose ports the manifest does not declare', daemonSet({ ...NOW, hostNetwork: true }, {
    image: 'quay.io/calico/node:v3.32.1',
  }), 0],
  ['a StatefulSet', { ...daemonSet(NOW, { ports }), kind: 'StatefulSet' }, 1],
  ['a Deployment, whose new pod does not wait for the old one', deployment(NOW, { ports }), 0],
  ['a DaemonSet without ports of the node', daemonSet(NOW, { ports: [{ containerPort: 9100 }] }), 0],
  ['a second is enough to be asked', daemonSet({ terminationGracePeriodSeconds: 1 }, { ports }), 0],
  ['the default', daemonSet({}, { ports }), 0],
])('%s', (_, object, count) => {
  expect(foundBy(zeroGracePeriod, object)).toHaveLength(count);
});
