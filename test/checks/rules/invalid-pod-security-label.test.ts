import { contextOf } from '../../../src/checks/example';
import { invalidPodSecurityLabel } from '../../../src/checks/rules/invalid-pod-security-label';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const namespace = (labels?: Wire, name: string = 'agents') => ({
  apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...labels && { labels } },
});

test.each([
  ['enforce', 'privileged', true], ['enforce', 'Privileged', false], ['audit', '', false], ['warn', 'base', false],
  ['enforce-version', 'latest', true], ['audit-version', 'v1.30', true],
  ['warn-version', '1.30', false], ['enforce-version', 'v1.030', false], ['enforce-version', 'v2.0', false], ['other', 'anything', true],
])('pod-security.kubernetes.io/%s: %j', (key, value, isRight) => {
  const objects = [namespace({ [`pod-security.kubernetes.io/${key}`]: value })];
  expect(runRules([invalidPodSecurityLabel], contextOf(objects))).toHaveLength(isRight ? 0 : 1);
});
