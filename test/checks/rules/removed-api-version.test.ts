import { contextOf } from '../../../src/checks/example';
import { removedApiVersion } from '../../../src/checks/rules/removed-api-version';
import { runRules } from '../../../src/checks/run-checks';

test.each<[string, string, number, string | undefined]>([
  ['apps/v1beta2', 'DaemonSet', 28, 'error'], ['extensions/v1beta1', 'DaemonSet', 28, 'error'], ['policy/v1beta1', 'PodSecurityPolicy', 28, 'error'], ['apps/v1', 'DaemonSet', 36, undefined],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 31, undefined], ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 32, 'error'],
  ['storage.k8s.io/v1beta1', 'VolumeAttributesClass', 31, undefined], ['example.com/v1beta1', 'DaemonSet', 36, undefined],
])('%s %s on 1.%i', (apiVersion, kind, minor, level) => {
  const found = runRules([removedApiVersion], contextOf([{ apiVersion, kind, metadata: { name: 'x' } }], minor));
  expect(found.map(finding => finding.level)).toEqual(level === undefined ? [] : [level]);
});
