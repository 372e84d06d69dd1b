import { Duration } from 'cdk8s';
import { DevicePluginProgram } from './device-plugin-program';
import { registrationDirectory } from './registration';
import { Priority } from '../../agent/priority';
import { Rollout } from '../../agent/rollout';
import type { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { DEVICE_DEFAULTS } from '../defaults';
import type { DevicePluginProps } from '../device-plugin-props';

/** A device plugin, and what holds for all of them. */
export function devicePluginPreset(program: DevicePluginProgram, props: DevicePluginProps, cluster: TargetCluster): Preset {
  const { preset } = program;
  return {
    ...preset,
    container: {
      ...preset.container,
      hostPaths: [registrationDirectory(props.kubeletDirectory ?? cluster.kubeletDirectory), ...preset.container.hostPaths ?? []],
    },
    agent: { ...usual(program, cluster), ...preset.agent },
  };
}

/** The agent that comes with a plugin: on the same nodes, in the same way. */
export function companionPreset(program: DevicePluginProgram, preset: Preset, cluster: TargetCluster): Preset {
  return { ...preset, agent: { ...usual(program, cluster), ...preset.agent } };
}

function usual({ nodes }: DevicePluginProgram, cluster: TargetCluster): NonNullable<Preset['agent']> {
  return {
    nodes,
    priority: Priority[valueOf(DEVICE_DEFAULTS.priority, cluster)](),
    rollout: Rollout.percent(valueOf(DEVICE_DEFAULTS.rolloutPercent, cluster), {
      minReady: Duration.seconds(valueOf(DEVICE_DEFAULTS.minReadySeconds, cluster)),
    }),
  };
}
