import { ClusterPod, readPod } from '../../cluster/inventory/cluster-pod';
import { isMap } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** Something that the state of a pod says, as events would. */
export interface StateText {
  readonly reason: string;
  readonly message: string;
  readonly container?: string;
}

/** A pod, and what its status says. */
export interface PodState {
  readonly pod: ClusterPod;
  readonly texts: readonly StateText[];
}

/** A pod as `kubectl get pods -A -o json` shows it. */
export function readPodState(object: Wire): PodState {
  const status: Wire = isMap(object.status) ? object.status : {};
  return {
    pod: readPod(object),
    texts: [
      ...status.reason || status.phase === 'Failed' ? [{ reason: textOf(status.reason), message: textOf(status.message) }] : [],
      ...listOf(status.conditions).filter(isUnschedulable).map(({ message }) => ({ reason: 'FailedScheduling', message: textOf(message) })),
      ...[...listOf(status.initContainerStatuses), ...listOf(status.containerStatuses)].flatMap(containerTexts),
    ].filter(({ reason, message }) => reason !== '' || message !== ''),
  };
}

function isUnschedulable({ type, status, reason }: Wire): boolean {
  return type === 'PodScheduled' && status === 'False' && reason === 'Unschedulable';
}

/** Waiting reasons whose message is the answer of the container runtime, which events put behind the image. */
const OF_PULLS = new Set(['ErrImagePull', 'ImagePullBackOff', 'RegistryUnavailable', 'SignatureValidationFailed']);

/** Waiting reasons that are no trouble. */
const IN_PROGRESS = new Set(['ContainerCreating', 'PodInitializing']);

function containerTexts({ name, image, state, lastState }: Wire): StateText[] {
  const container = textOf(name);
  const [waiting, ...terminated] = [state?.waiting, state?.terminated, lastState?.terminated];
  const ended = terminated.filter(isMap).find(({ exitCode }) => exitCode !== 0);
  return [
    ...isMap(waiting) && !IN_PROGRESS.has(textOf(waiting.reason))
      ? [{ container, reason: textOf(waiting.reason), message: waitingMessage(waiting, textOf(image)) }] : [],
    ...ended ? endTexts(ended).map(text => ({ ...text, container })) : [],
  ];
}

function waitingMessage({ reason, message }: Wire, image: string): string {
  const text = textOf(message);
  return OF_PULLS.has(textOf(reason)) && !text.startsWith('Back-off') ? `Failed to pull image "${image}": ${text}` : text;
}

/** The last line of a program that names a cause says more than its exit code. */
function endTexts({ reason, message, exitCode }: Wire): Omit<StateText, 'container'>[] {
  const lines = textOf(message).split('\n').map(line => line.trim()).filter(line => line !== '').reverse();
  return [
    ...textOf(reason) === 'OOMKilled' ? [{ reason: 'OOMKilled', message: '' }] : [],
    ...lines.slice(0, 20).map(line => ({ reason: 'Terminated', message: line })),
    ...Number.isInteger(exitCode) ? [{ reason: 'Terminated', message: `Exit Code: ${exitCode}` }] : [],
  ];
}

function listOf(value: unknown): Wire[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
