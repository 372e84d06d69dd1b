import { contextOf, daemonSet } from '../../../src/checks/example';
import { deprecatedVolume } from '../../../src/checks/rules/deprecated-volume';
import { runRules } from '../../../src/checks/run-checks';

test.each([
  ['cephfs', 28, 'warning'], ['cephfs', 31, 'error'], ['rbd', 30, 'warning'], ['gitRepo', 32, 'warning'], ['gitRepo', 33, 'error'],
  ['glusterfs', 28, 'error'], ['storageos', 28, 'error'],
  ['nfs', 36, undefined], ['iscsi', 36, undefined],
])('%s on 1.%i: %s', (source, minor, level) => {
  const findings = runRules([deprecatedVolume], contextOf([daemonSet({ volumes: [{ name: 'v', [source]: {} }] })], minor));
  expect(findings.map(finding => finding.level)).toEqual(level === undefined ? [] : [level]);
});
