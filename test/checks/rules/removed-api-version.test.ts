import { checkManifests, kindsNotJudged } from '../../../src/checks/check-manifests';
import { contextOf } from '../../../src/checks/example';
import { removedApiVersion } from '../../../src/checks/rules/removed-api-version';
import { runRules } from '../../../src/checks/run-checks';
import { entriesOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';

test.each<[string, string, number, string | undefined]>([
  ['apps/v1beta2', 'DaemonSet', 28, 'error'], ['extensions/v1beta1', 'DaemonSet', 28, 'error'],
  ['policy/v1beta1', 'PodSecurityPolicy', 28, 'error'], ['apps/v1', 'DaemonSet', 36, undefined],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 31, undefined],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 32, 'error'],
  ['storage.k8s.io/v1beta1', 'VolumeAttributesClass', 31, undefined], ['example.com/v1beta1', 'DaemonSet', 36, undefined],
])('%s %s on 1.%i', (apiVersion, kind, minor, level) => {
  const found = runRules([removedApiVersion], contextOf([{ apiVersion, kind, metadata: { name: 'x' } }], minor));
  expect(found.map(finding => finding.level)).toEqual(level === undefined ? [] : [level]);
});

test('a kind that Kubernetes once had is reported once, as a version that was removed', () => {
  const policy = { apiVersion: 'policy/v1beta1', kind: 'PodSecurityPolicy', metadata: { name: 'a' }, spec: {} };
  const said = (object: Wire) => [
    ...checkManifests(entriesOf(object), { minor: 36 }).map(({ code }) => code), ...kindsNotJudged(entriesOf(object)).keys(),
  ];
  expect(said(policy)).toEqual(['removed-api-version']);
  expect(said({ ...policy, kind: 'PodSecurityPolice' })).toEqual(['invalid-field', 'policy/v1beta1 PodSecurityPolice']);
});
