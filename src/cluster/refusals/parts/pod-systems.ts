import { containersAt } from './containers-at';
import { isGiven, PartRule, unwanted, Wrong, wrong } from './part-rule';
import type { Wire } from '../../../private/wire';
import { operatingSystemOf } from '../../operating-system/operating-system';

const NOT_ON_WINDOWS = {
  pod: ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace', 'resources'],
  context: [
    'appArmorProfile', 'fsGroup', 'fsGroupChangePolicy', 'runAsGroup', 'runAsUser', 'seLinuxChangePolicy', 'seLinuxOptions',
    'seccompProfile', 'supplementalGroups',
    'supplementalGroupsPolicy', 'sysctls',
  ],
  container: [
    'allowPrivilegeEscalation', 'appArmorProfile', 'capabilities', 'privileged', 'procMount', 'readOnlyRootFilesystem', 'runAsGroup',
    'runAsUser', 'seLinuxOptions', 'seccompProfile',
  ],
};

/** What only pods of the other system have. The rule windows-incompatible says that of all pods whose system is known. */
export const operatingSystem: PartRule = function* (pod, { isRuled }) {
  if (!isRuled && pod.os?.name === 'windows') {yield* onWindows(pod);}
  if (!isRuled && pod.os?.name === 'linux') {yield* onLinux(pod);}
  yield* hostProcesses(pod, isRuled && operatingSystemOf({ pod }) === 'windows');
};

function* onWindows(pod: Wire): Generator<Wrong> {
  // false is no host namespace
  for (const field of NOT_ON_WINDOWS.pod) {
    if (isGiven(pod[field])
      && !((field === 'hostPID' || field === 'hostIPC') && pod[field] === false)) {yield unwanted(`.${field}`, 'in a pod for Windows');}
  }
  for (const field of NOT_ON_WINDOWS.context) {
    const value = pod.securityContext?.[field];
    if (isGiven(value)
      && !(field === 'sysctls' && value.length === 0)) {yield unwanted(`.securityContext.${field}`, 'in a pod for Windows');}
  }
  for (const { container, at } of containersAt(pod)) {
    for (const field of NOT_ON_WINDOWS.container) {
      if (isGiven(container.securityContext?.[field])) {yield unwanted(`${at}.securityContext.${field}`, 'in a pod for Windows');}
    }
  }
}

function* onLinux(pod: Wire): Generator<Wrong> {
  if (isGiven(pod.securityContext?.windowsOptions)) {yield unwanted('.securityContext.windowsOptions', 'in a pod for Linux');}
  for (const { container, at } of containersAt(pod)) {
    if (isGiven(container.securityContext?.windowsOptions)) {yield unwanted(`${at}.securityContext.windowsOptions`, 'in a pod for Linux');}
  }
}

/** Processes of a Windows node: all containers of a pod, or none. */
function* hostProcesses(pod: Wire, isSaid: boolean): Generator<Wrong> {
  const ofPod = pod.securityContext?.windowsOptions?.hostProcess;
  const all = containersAt(pod).map(({ container, at }) => ({ at, own: container.securityContext?.windowsOptions?.hostProcess }));
  const host = all.filter(({ own }) => (own ?? ofPod) === true);
  for (const { at, own } of all) {
    if (isGiven(ofPod) && isGiven(own) && own !== ofPod) {
      yield wrong(`${at}.securityContext.windowsOptions.hostProcess`, 'the container says otherwise than the pod', {
        given: `${own}, and ${ofPod} of the pod`, allowed: 'the same', fix: 'leave it out',
      });
    }
  }
  if (host.length === 0 || isSaid) {return;}
  if (host.length < all.length) {
    yield wrong(
      '.securityContext.windowsOptions.hostProcess', 'some containers are processes of the node, and others are not',
      { given: `${host.length} of ${all.length}`, allowed: 'all or none' },
    );
  }
  if (pod.hostNetwork !== true) {
    yield wrong('.hostNetwork', 'processes of a Windows node are on its network', {
      given: String(pod.hostNetwork ?? 'nothing'), allowed: 'true', fix: 'set hostNetwork',
    });
  }
}
