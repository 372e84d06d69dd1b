import { CsiPlugin, csiPluginOf } from '../../cluster/csi/csi-plugins';
import { registrationOf, RegistrationStep } from '../../cluster/csi/registration';
import type { Workload } from '../../cluster/inventory/workload';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { KUBELET_DIRECTORY } from '../../private/standard-values';
import type { DriverRegistrationOptions } from '../driver-registration-options';
import type { Failure } from '../message/failure';

const EVENTS: { readonly [event in RegistrationStep['event']]: string } = {
  'plugin-starts': 'its pod starts', 'kubelet-restarts': 'the kubelet restarts', 'pod-replaced': 'its pod is replaced',
};

/** Where kubelets are when nobody says otherwise. */
const USUAL = { linux: KUBELET_DIRECTORY, windows: 'C:\\var\\lib\\kubelet' };

/** What such a failure says of a DaemonSet that is no plugin. */
export function noPlugin(workload: Workload, expected: string): Failure {
  return {
    expected: `${expected}, and it registers no driver.`, about: workload,
    hints: ['a CSI plugin has the sidecar node-driver-registrar with --kubelet-registration-path'],
  };
}

/** Why the kubelet does not know the driver all the time; undefined where it does. */
export function registrationFailure(workload: Workload, options: DriverRegistrationOptions): Failure | undefined {
  const expected = `Expected the kubelet to know the CSI driver of DaemonSet ${workload.name}`;
  const plugin = csiPluginOf(workload);
  if (plugin === undefined) {return noPlugin(workload, expected);}
  const lost = stepsOf(plugin, options).find(({ reason }) => reason !== undefined);
  return lost && { expected: `${expected}, and it does not after ${EVENTS[lost.event]}.`, about: workload, hints: [lost.reason!] };
}

/** What becomes of the registration, a line for each event. */
export function registrationLines(workload: Workload, options: DriverRegistrationOptions): string[] {
  const plugin = csiPluginOf(workload);
  return plugin === undefined ? [] : stepsOf(plugin, options).map(({ event, reason }) => `${EVENTS[event]}: ${reason ?? 'registered'}`);
}

function stepsOf(plugin: CsiPlugin, { kubeletDirectory }: DriverRegistrationOptions): RegistrationStep[] {
  return registrationOf(plugin, kubeletDirectory ?? USUAL[operatingSystemOf(plugin.workload) === 'windows' ? 'windows' : 'linux']);
}
