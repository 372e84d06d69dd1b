import { foundBy } from './found-by';
import { contextOf, daemonSet } from '../../../src/checks/example';
import { deprecatedAnnotation } from '../../../src/checks/rules/deprecated-annotation';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

const found = (minor: number, annotations: Wire, pod: Wire = {}, container: Wire = {}) =>
  runRules([deprecatedAnnotation], contextOf([daemonSet(pod, container, { template: { metadata: { annotations } } })], minor))
    .map(finding => `${finding.level}${finding.container === undefined ? '' : ` ${finding.container}`}`);
const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/agent';
const ARMOR = 'container.apparmor.security.beta.kubernetes.io/agent';
const seccomp = { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } };
const armor = (type: string, localhostProfile?: string) => ({
  securityContext: { appArmorProfile: { type, ...localhostProfile && { localhostProfile } } },
});

test.each<[string, number, Wire, Wire, Wire, string[]]>([
  ['critical pods', 28, { 'scheduler.alpha.kubernetes.io/critical-pod': '' }, {}, {}, ['warning']],
  ['critical pods that have a priority', 28, { 'scheduler.alpha.kubernetes.io/critical-pod': '' }, {
    priorityClassName: 'system-node-critical',
  }, {}, []],
  ['sysctls', 28, { 'security.alpha.kubernetes.io/unsafe-sysctls': 'a=b' }, {}, {}, ['warning']],
  ['seccomp of the pod', 28, { [POD]: 'runtime/default' }, {}, {}, ['warning']],
  ['seccomp of the pod beside the field', 28, { [POD]: 'runtime/default' }, seccomp, {}, []],
  ['seccomp of the container', 28, { [CONTAINER]: 'runtime/default' }, {}, {}, ['warning agent']],
  ['seccomp of the container beside its field', 28, { [CONTAINER]: 'runtime/default' }, {}, seccomp, []],
  ['seccomp of another container', 28, { 'container.seccomp.security.alpha.kubernetes.io/other': 'runtime/default' }, {}, {}, []],
  ['AppArmor before there was a field', 29, { [ARMOR]: 'runtime/default' }, {}, {}, []],
  ['AppArmor', 30, { [ARMOR]: 'runtime/default' }, {}, {}, ['note agent']],
  ['AppArmor beside the field of the container', 30, { [ARMOR]: 'runtime/default' }, {}, armor('RuntimeDefault'), []],
  ['AppArmor as the pod says it', 30, { [ARMOR]: 'localhost/agent' }, armor('Localhost', 'agent'), {}, []],
  ['AppArmor other than the pod says it', 30, { [ARMOR]: 'unconfined' }, armor('RuntimeDefault'), {}, ['note agent']],
  ['others', 28, { 'example.com/a': 'b' }, {}, {}, []],
])('%s on 1.%i', (_, minor, annotations, pod, container, expected) => {
  expect(found(minor, annotations, pod, container)).toEqual(expected);
});

test.each([
  'seccomp.security.alpha.kubernetes.io/pod', 'container.apparmor.security.beta.kubernetes.io/agent',
  'scheduler.alpha.kubernetes.io/critical-pod',
])(
  '%s on the workload has no effect', key => {
    const agent = daemonSet();
    expect(foundBy(deprecatedAnnotation, { ...agent, metadata: { ...agent.metadata, annotations: { [key]: 'x', 'example.com/a': 'b' } } }))
      .toEqual([`warning agent metadata.annotations['${key}'] (${key}: x)`]);
  });
