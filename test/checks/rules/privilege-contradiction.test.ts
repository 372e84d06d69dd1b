import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { privilegeContradiction } from '../../../src/checks/rules/privilege-contradiction';
import type { Wire } from '../../../src/private/wire';

const found = (container: Wire, pod: Wire = {}) => foundBy(
  privilegeContradiction, daemonSet({ securityContext: pod }, { securityContext: container }),
);
const forbids = { allowPrivilegeEscalation: false };
const adding = (...add: string[]) => ({ ...forbids, capabilities: { add } });

test.each<[string, Wire, Wire, string]>([
  ['privileged', {
    ...forbids, privileged: true,
  }, {}, 'error agent containers[0].securityContext.allowPrivilegeEscalation (privileged: true, allowPrivilegeEscalation: false)'],
  ['the long name, which the API server compares', adding('CAP_SYS_ADMIN'), {},
    'error agent containers[0].securityContext.allowPrivilegeEscalation (capabilities.add: CAP_SYS_ADMIN, allowPrivilegeEscalation: '
      + 'false)'],
  ['root that must not be', {
    runAsNonRoot: true, runAsUser: 0,
  }, {}, 'error agent containers[0].securityContext.runAsUser (runAsNonRoot: true, runAsUser: 0)'],
  ['root of the pod in a container that must not be', {
    runAsNonRoot: true,
  }, { runAsUser: 0 }, 'error agent securityContext.runAsUser (runAsNonRoot: true, runAsUser: 0)'],
  ['capabilities of nobody', { ...adding('SYS_TIME', 'NET_BIND_SERVICE'), runAsUser: 65534 }, {},
    'warning agent containers[0].securityContext.capabilities (SYS_TIME; runAsUser: 65534, allowPrivilegeEscalation: false)'],
])('%s', (_, container, pod, line) => {
  expect(found(container, pod)).toEqual([line]);
});

test.each<[string, Wire, Wire]>([
  ['a container that overrules its pod', { runAsUser: 1000 }, { runAsNonRoot: true, runAsUser: 0 }],
  ['a container that may be root', { runAsNonRoot: false }, { runAsNonRoot: true, runAsUser: 0 }],
  ['the short name of SYS_ADMIN, as ContainerSecurity.root writes it', { ...adding('SYS_ADMIN'), runAsUser: 0 }, {}],
  ['capabilities of root', { ...adding('SYS_TIME'), runAsUser: 0 }, {}],
  ['capabilities that a program file may have', { capabilities: { add: ['SYS_TIME'] }, runAsUser: 1000 }, {}],
  ['low ports', { ...adding('NET_BIND_SERVICE'), runAsUser: 1000 }, {}],
  ['nothing at all', {}, {}],
])('%s is fine', (_, container, pod) => {
  expect(found(container, pod)).toEqual([]);
});
