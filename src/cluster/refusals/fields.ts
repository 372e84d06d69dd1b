import type { Problem } from '../../private/problem';
import type { Wire } from '../../private/wire';

/** Fields that a pod has and the template of an agent cannot have. */
const NOT_IN_TEMPLATES = ['activeDeadlineSeconds', 'ephemeralContainers'];

/** Fields of the pod that the API server takes in pods alone, and numbers below zero. */
export function findWrongFields(spec: Wire, pod: Wire, problems: Problem[]): void {
  for (const field of NOT_IN_TEMPLATES) {
    if (pod[field] !== undefined && pod[field] !== null) {
      problems.push({ code: 'invalid-field', what: `the pods of an agent cannot have ${field}`, given: JSON.stringify(pod[field]), fix: 'leave it out: agents run until they are removed' });
    }
  }
  if (!(pod.containers?.length > 0)) {
    problems.push({
      code: 'invalid-field', what: 'the pod has no container', given: JSON.stringify(pod.containers) ?? 'no list of containers', allowed: 'at least one',
      fix: "leave `containers` out of overrides and patches, and change the agent's own container with `overrides`",
    });
  }
  for (const field of ['minReadySeconds', 'revisionHistoryLimit']) {
    if (spec[field] < 0) {
      problems.push({ code: 'invalid-field', what: `${field} is below zero`, given: String(spec[field]), allowed: 'a whole number from 0', fix: 'leave it out, or correct the number' });
    }
  }
}

/** Kernel parameters that belong to the memory that processes share, beside those under the prefixes. */
const OF_IPC = /^(kernel\.(shm|msg)|kernel\.sem$|fs\.mqueue\.)/;

/** Kernel parameters of a namespace that the pod shares with its node. */
export function findSysctlsOfHost(pod: Wire, problems: Problem[]): void {
  const wrong: string[] = [];
  for (const { name } of pod.securityContext?.sysctls ?? []) {
    const dotted = String(name).replace(/\//g, '.');
    if (pod.hostNetwork === true && dotted.startsWith('net.') || pod.hostIPC === true && OF_IPC.test(dotted)) {wrong.push(name);}
  }
  if (wrong.length > 0) {
    problems.push({
      code: 'sysctl-of-host', what: 'these kernel parameters belong to a namespace that is shared with the node', given: wrong.join(', '),
      fix: 'set them on the node, or do without the host namespace',
    });
  }
}
