import { LogSetup } from './collector';
import { fixedDirectoryOf, LOGS } from './fixed-directory';
import { NodeSystem } from './node-system';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { SecurityProfile } from '../../agent/container/security-profile';
import { Volume } from '../../agent/container/volume';
import { VolumeMount } from '../../agent/container/volume-mount';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { StateDirectory } from '../../agent/plan/state-directory';
import { PodSecurityContext } from '../../agent/pod-security-context';
import { ContainerLogFormat } from '../inputs/container-logs-options';
import { InputKind, InputKinds } from '../inputs/input-kinds';
import { LogDestination } from '../log-destination';
import { LogFileAccess } from '../log-file-access';
import { LogInput } from '../log-input';

/** What an input reads from the node, each thing at the path where the node has it: log files are links with absolute targets. */
export function hostPathsOf({ _input: input }: LogInput, system: NodeSystem, containerLogs: string = system.logs): HostPath[] {
  return HOST_PATHS[input.kind](input.options as never, containerLogs, system);
}

const HOST_PATHS: { readonly [Kind in InputKind]: (options: InputKinds[Kind], containerLogs: string, system: NodeSystem) => HostPath[] } = {
  containers: ({ format }, containerLogs, { dockerContainers }) => [
    HostPath.readOnly(containerLogs),
    ...format === ContainerLogFormat.DOCKER ? [HostPath.readOnly(dockerContainers)] : [],
  ],
  journal: ({ directory }) => [HostPath.readOnly(isBelow(directory, LOGS) ? LOGS : directory), HostPath.file('/etc/machine-id')],
  files: ({ paths, hostPathType }) => {
    const directories = new Set(paths.map(path => isBelow(path, LOGS) ? LOGS : fixedDirectoryOf(path)));
    return [...directories].sort().map(path => HostPath.readOnly(path, path === LOGS ? {} : { type: hostPathType }));
  },
};

/** What a destination writes on the node. */
export function writtenPathsOf({ _destination: destination }: LogDestination): HostPath[] {
  return destination.kind === 'file' ? [HostPath.readWrite(destination.directory)] : [];
}

function isBelow(path: string, directory: string): boolean {
  return path.startsWith(`${directory}/`);
}

/** Keeps what must survive at a path of the container, and gives it to the user of the agent. */
export function mountState(plan: AgentPlan, { state, access, system }: Pick<LogSetup, 'state' | 'access'
  | 'system'>, mountPath: string): void {
  if (state.kind === 'pod') {
    plan.acknowledge({
      id: 'ephemeral-storage-unset', reason: 'buffers have bounds of their own, by destination', container: plan.container.name,
    });
    plan.container.addVolumeMounts(VolumeMount.of(Volume.emptyDir('state', { sizeLimit: state.diskBudget }), mountPath));
    return;
  }
  const path = state._directory(plan.agentName, plan.namespace, system);
  const { user, initImage, stateIsPrepared } = access._details;
  if (access.kind === 'nonRoot' && !stateIsPrepared) {
    StateDirectory.ownedBy(path, user!, { mountPath, volumeName: 'state', image: initImage }).contribute(plan);
  } else {
    plan.container.addHostPaths(HostPath.state(path, {
      mountPath, volumeName: 'state', type: stateIsPrepared ? HostPathType.DIRECTORY : undefined,
    }));
  }
}

/** With which rights the container runs. On Windows what the kubelet makes belongs to administrators, as log files do. */
export function securityOf(access: LogFileAccess, { isWindows }: NodeSystem): ContainerSecurity {
  if (isWindows) {return ContainerSecurity.windowsUser('ContainerAdministrator');}
  return access.kind === 'nonRoot' ? ContainerSecurity.nonRoot(
    access._details.user!,
  ) : ContainerSecurity.root('log files of containers belong to root', {
    capabilities: access.kind === 'rootBypassingPermissions' ? [Capability.add('DAC_READ_SEARCH', 'reads log files of other users')] : [],
  });
}

/** What holds for the pod; undefined for the default of every agent. */
export function podSecurityOf(access: LogFileAccess, { isWindows }: NodeSystem): PodSecurityContext | undefined {
  return access.kind === 'nonRoot' && !isWindows
    ? PodSecurityContext.of({ seccomp: SecurityProfile.runtimeDefault(), supplementalGroups: [0] })
    : undefined;
}
