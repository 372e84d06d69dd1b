import { namespacePolicy } from '../../../src/cluster/admission/namespace-policy';
import { entriesOf } from '../../../src/private/entry';

function policyOf(labels: { readonly [mode: string]: string } | undefined): { [mode: string]: string } {
  const prefixed = labels
    && Object.fromEntries(Object.entries(labels).map(([mode, value]) => [`pod-security.kubernetes.io/${mode}`, value]));
  const policy = namespacePolicy(entriesOf({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: prefixed } })[0]);
  return Object.fromEntries(([
    'enforce', 'warn', 'audit',
  ] as const).map(mode => [mode, `${policy[mode].level}:${policy[mode].version.text}`]));
}

// what PolicyToEvaluate of k8s.io/pod-security-admission makes of the same labels
test.each([
  ['no labels', undefined, 'privileged:latest', 'privileged:latest', 'privileged:latest'],
  ['a level', { enforce: 'baseline' }, 'baseline:latest', 'baseline:latest', 'privileged:latest'],
  ['a level and a version', {
    'enforce': 'restricted', 'enforce-version': 'v1.30',
  }, 'restricted:v1.30', 'restricted:v1.30', 'privileged:latest'],
  ['a version for warnings alone', {
    'enforce': 'baseline', 'enforce-version': 'v1.30', 'warn-version': 'v1.31',
  }, 'baseline:v1.30', 'baseline:v1.31', 'privileged:latest'],
  ['each its own', {
    enforce: 'privileged', warn: 'restricted', audit: 'baseline',
  }, 'privileged:latest', 'restricted:latest', 'baseline:latest'],
  ['no warning on purpose', { enforce: 'restricted', warn: 'privileged' }, 'restricted:latest', 'privileged:latest', 'privileged:latest'],
  ['words that are no level', {
    enforce: 'base', warn: 'base', audit: 'base',
  }, 'restricted:latest', 'privileged:latest', 'privileged:latest'],
  ['a level that is none, alone', { enforce: 'base' }, 'restricted:latest', 'privileged:latest', 'privileged:latest'],
  ['a version that is none', {
    'enforce': 'baseline', 'enforce-version': '1.30',
  }, 'baseline:latest', 'baseline:latest', 'privileged:latest'],
  ['the name of something inherited', { enforce: 'constructor' }, 'restricted:latest', 'privileged:latest', 'privileged:latest'],
])('reads %s', (_, labels, enforce, warn, audit) => {
  expect(policyOf(labels as { [mode: string]: string } | undefined)).toEqual({ enforce, warn, audit });
});
