import { DETECTOR_DEFAULTS } from './defaults';
import { CONFIG_FOLDER, Monitor } from './monitor';
import { AgentFile } from '../../agent/container/agent-file';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { HostNamespace } from '../../agent/host-namespace';
import { FlagSource, valueOf } from '../../private/default-row';
import { byText } from '../../private/wire';

/** The files and directories of the node that monitors look at. */
export function hostPathsOf(monitors: readonly Monitor[]): HostPath[] {
  const logs = [...new Set(monitors.flatMap(({ access }) => access.logDirectories ?? []))];
  // a directory that is below another one is in it
  const topmost = logs.filter(path => !logs.some(other => path.startsWith(`${other}/`))).sort(byText);
  const programs = new Map(monitors.flatMap(({ access }) => access.programs ?? []));
  return [
    ...monitors.some(({ access }) => access.kernelLog) ? [HostPath.readOnly('/dev/kmsg')] : [],
    ...topmost.map(path => HostPath.readOnly(path)),
    ...[...programs].map(([path, mountPath]) => HostPath.file(path, { mountPath })),
    ...[...new Set(monitors.flatMap(({ access }) => access.socketDirectories ?? []))].map(path => HostPath.readOnly(path)),
  ];
}

/** No more than the monitors need: upstream runs everything privileged. */
export function securityOf(monitors: readonly Monitor[], cluster: FlagSource): ContainerSecurity {
  const needs = (ask: (access: Monitor['access']) => unknown) => monitors.some(({ access }) => ask(access));
  if (needs(access => access.kernelLog)) {
    return ContainerSecurity.privileged(
      'only a privileged container may open /dev/kmsg, the log of the kernel', { readOnlyRootFilesystem: true },
    );
  }
  if (needs(access => access.logDirectories) || needs(access => access.socketDirectories)) {
    return ContainerSecurity.root('logs of the node and the socket of its runtime belong to root', {
      capabilities: needs(access => access.foreignFiles)
        ? [Capability.add('DAC_READ_SEARCH', 'log files may belong to other users than root')]
        : [],
    });
  }
  return ContainerSecurity.nonRoot(valueOf(DETECTOR_DEFAULTS.user, cluster));
}

/** The network of the node, where a monitor needs it. */
export function hostNamespacesOf(monitors: readonly Monitor[]): HostNamespace[] {
  const reasons = monitors.flatMap(({ access: { hostNetwork } }) => hostNetwork ?? []);
  return reasons.length === 0 ? [] : [HostNamespace.network(reasons[0])];
}

/** What programs learn about the node. */
export function envOf(monitors: readonly Monitor[], onHostNetwork: boolean): { [name: string]: EnvValue } {
  const asked = Object.assign({}, ...monitors.map(({ access }) => access.env)) as { [name: string]: string };
  const needsAddress = !onHostNetwork && monitors.some(({ access }) => access.hostAddress);
  return {
    ...Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, EnvValue.of(value)])),
    // on the network of the node it is the loopback address
    ...needsAddress && { HOST_ADDRESS: EnvValue.field(PodField.HOST_IP) },
  };
}

/** Configurations and scripts that are written here. */
export function filesOf(monitors: readonly Monitor[]): AgentFile[] {
  return monitors.flatMap(({ name, config, scripts = {} }) => [
    ...config === undefined ? [] : [AgentFile.text(`${CONFIG_FOLDER}/${name}.json`, `${JSON.stringify(config, undefined, 2)}\n`)],
    ...Object.entries(scripts).map(([path, script]) => AgentFile.text(path, script, { mode: 0o755 })),
  ]);
}
