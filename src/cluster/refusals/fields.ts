import { podsOf } from './selector';
import { finding, ObjectFinding } from '../../private/finding';
import type { Workload } from '../inventory/workload';
import { dotted, scopeOf } from '../sysctls/sysctl-scope';

/** Fields that the API server takes in pods, or in pods that end, and not in the template of what keeps pods running. */
const NOT_IN_TEMPLATES: ReadonlyArray<readonly [field: string, isTaken: (workload: Workload) => boolean]> = [
  ['activeDeadlineSeconds', workload => podsOf(workload) === 'end'],
  ['ephemeralContainers', ({ kind }) => kind === 'Pod'],
];

/** Required fields that are found missing here and in the selector, and not by the schema. */
export const REQUIRED_OF_PODS = 'PodSpec.containers';

/** Fields of the pod that the API server does not take there, and numbers below zero. */
export function* wrongFields(about: Workload): Generator<ObjectFinding> {
  const { pod, podPath } = about;
  for (const [field, isTaken] of NOT_IN_TEMPLATES) {
    if (pod[field] !== undefined && pod[field] !== null && !isTaken(about)) {
      yield finding({
        about, path: `${podPath}.${field}`, code: 'invalid-field', what: `the pods of an agent cannot have ${field}`,
        given: JSON.stringify(pod[field]),
        fix: 'leave it out: agents run until they are removed',
      });
    }
  }
  if (!(pod.containers?.length > 0)) {
    yield finding({
      about, path: `${podPath}.containers`, code: 'invalid-field', what: 'the pod has no container',
      given: JSON.stringify(pod.containers) ?? 'no list of containers',
      allowed: 'at least one',
      fix: "add a container; of an agent, leave `containers` out of overrides and patches, and change the agent's own container with "
        + '`overrides`',
    });
  }
  const spec = about.object.spec ?? {};
  for (const field of ['minReadySeconds', 'revisionHistoryLimit']) {
    // of StatefulSets the API server does not look at the history
    if (spec[field] < 0 && !(about.kind === 'StatefulSet' && field === 'revisionHistoryLimit')) {
      yield finding({
        about, path: `spec.${field}`, code: 'invalid-field', what: `${field} is below zero`, given: String(spec[field]),
        allowed: 'a whole number from 0',
        fix: 'leave it out, or correct the number',
      });
    }
  }
}

/**
 * Kernel parameters that a pod cannot have for itself: those of a namespace that it shares with its node, and those of the node, which no
 * flag of the kubelet allows.
 */
export function* wrongSysctls(about: Workload): Generator<ObjectFinding> {
  const { pod, podPath } = about;
  if (!pod.securityContext?.sysctls) {return;}
  const [shared, ofNode]: [string[], string[]] = [[], []];
  for (const { name } of pod.securityContext.sysctls) {
    const scope = scopeOf(dotted(String(name)));
    if (scope === 'node' || scope === 'uts') {ofNode.push(name);}
    if (pod.hostNetwork === true && scope === 'network' || pod.hostIPC === true && scope === 'ipc') {shared.push(name);}
  }
  const at = { about, path: `${podPath}.securityContext.sysctls`, code: 'sysctl-of-host' } as const;
  if (shared.length > 0) {
    yield finding({
      ...at, what: 'these kernel parameters belong to a namespace that is shared with the node', given: shared.join(', '),
      fix: 'set them on the node, or do without the host namespace',
    });
  }
  if (ofNode.length > 0) {
    yield finding({
      ...at, refusedBy: 'kubelet', what: 'these kernel parameters belong to the node: pods have none of their own',
      given: ofNode.join(', '), allowed: 'net.*, kernel.shm*, kernel.msg*, kernel.sem and fs.mqueue.*',
      fix: 'set them on the node: NodeTuning, or a privileged init container that runs sysctl',
    });
  }
}
