import { contextOf, daemonSet } from '../../../src/checks/example';
import { podSecurityOfNewerVersion } from '../../../src/checks/rules/pod-security-of-newer-version';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const PROBED = daemonSet({}, { livenessProbe: { tcpSocket: { host: '127.0.0.1', port: 1 } } });
const REFUSED = ['the namespace agents refuses the pods from Kubernetes 1.34 on'];

test.each<[number, Wire, Wire, string[]]>([
  [28, {}, PROBED, REFUSED], [33, {}, PROBED, REFUSED], [28, { [`${ENFORCE}-version`]: 'latest' }, PROBED, REFUSED],
  [28, { [`${ENFORCE}-version`]: 'v1.99' }, PROBED, REFUSED],
  [28, { [`${ENFORCE}-version`]: 'v1.33' }, PROBED, []], [28, {}, daemonSet(), []],
  // refused already: that is for pod-security-level
  [34, {}, PROBED, []], [28, {}, daemonSet({ hostNetwork: true }), []],
])('on 1.%i with %j', (minor, labels, agent, expected) => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { [ENFORCE]: 'baseline', ...labels } } };
  expect(runRules([podSecurityOfNewerVersion], contextOf([namespace, agent], minor)).map(({ what }) => what)).toEqual(expected);
});
