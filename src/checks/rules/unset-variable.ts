import { UNSET_VARIABLE, unsetVariables } from '../../cluster/references/unset-variables';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const unsetVariable: Rule = {
  ...UNSET_VARIABLE,
  summary: 'A container refers to an environment variable that it does not have.',
  looksAt: '`$(NAME)` in `command`, `args` and `env` of containers of workloads that take no variables from elsewhere. Texts with blanks '
    + 'are left out: a shell reads `$(...)` in another way.',
  why: 'Kubernetes leaves a reference that it cannot resolve as it stands: the program gets the text `$(NODE_NAME)`. In `env` only '
    + 'variables that stand before count. HOSTNAME is set by the container runtime, which is too late.',
  example: () => ({
    fails: [daemonSet({}, { args: ['--node=$(NODE_NAME)'] })],
    passes: [daemonSet({}, {
      args: ['--node=$(NODE_NAME)'], env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    })],
  }),
  check: unsetVariables,
};
