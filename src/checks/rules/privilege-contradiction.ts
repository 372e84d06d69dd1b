import { PRIVILEGE_CONTRADICTION, privilegeContradictions } from '../../cluster/privileges/privilege-contradictions';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const privilegeContradiction: Rule = {
  ...PRIVILEGE_CONTRADICTION,
  summary: 'A container asks for rights and forbids them in one breath.',
  looksAt: '`privileged`, `allowPrivilegeEscalation`, `capabilities.add`, `runAsNonRoot` and `runAsUser` of pods and containers.',
  why: 'The API server refuses `allowPrivilegeEscalation: false` beside `privileged: true` or CAP_SYS_ADMIN, and the kubelet does not '
    + 'start user 0 where `runAsNonRoot: true` is set. What is accepted does not do what it says, which is a warning: capabilities reach '
    + 'no user but 0, unless by a program file that has them, which forbidden escalation rules out.',
  example: () => ({
    fails: [daemonSet({}, { securityContext: { privileged: true, allowPrivilegeEscalation: false } })],
    passes: [daemonSet({}, { securityContext: { privileged: true } })],
  }),
  check: privilegeContradictions,
};
