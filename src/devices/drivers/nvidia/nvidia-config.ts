import { Yaml } from 'cdk8s';
import { NvidiaDeviceList } from './nvidia-device-list';
import type { NvidiaDevicePluginOptions } from './nvidia-device-plugin-options';
import { AgentFile } from '../../../agent/container/agent-file';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { compact, mergeWire, Wire } from '../../../private/wire';
import { DEVICE_DEFAULTS } from '../../defaults';

const CONFIG_FILE = '/etc/nvidia-device-plugin/config.yaml';

/** Where the driver is mounted: the path that CDI specifications are made from. */
export const DRIVER_ROOT = '/driver-root';

/** What the plugin is configured to do, in the spelling of NVIDIA. */
export interface NvidiaConfig {
  readonly config: Wire;
  readonly migStrategy: string;
  readonly deviceLists: readonly string[];
  readonly passesDeviceSpecs: boolean;
  readonly driverRoot: string | undefined;
}

/** The argument that names the configuration file. */
export const CONFIG_ARGUMENT = `--config-file=${CONFIG_FILE}`;

/** The configuration, and what of it decides the pod. */
export function nvidiaConfig(options: NvidiaDevicePluginOptions): NvidiaConfig {
  const { migStrategy, deviceLists, driverRoot, passDeviceSpecs, failOnInitError, sharing } = options;
  const config = mergeWire(compact({
    version: 'v1',
    flags: compact({
      migStrategy: migStrategy ?? fixedValue(DEVICE_DEFAULTS.nvidiaMigStrategy),
      failOnInitError: failOnInitError ?? fixedValue(DEVICE_DEFAULTS.nvidiaFailOnInitError),
      nvidiaDriverRoot: driverRoot,
      plugin: {
        deviceListStrategy: [...new Set(deviceLists ?? [NvidiaDeviceList.ENVVAR])],
        passDeviceSpecs: passDeviceSpecs ?? false,
      },
    }),
    sharing: sharing?._toConfig(),
  }), options.config ?? {});
  refuseMps(config);
  // `config` of the user can say all of it, too
  const { migStrategy: strategy, nvidiaDriverRoot, plugin } = config.flags;
  return {
    config,
    migStrategy: strategy,
    deviceLists: [plugin.deviceListStrategy].flat(),
    passesDeviceSpecs: plugin.passDeviceSpecs === true,
    driverRoot: nvidiaDriverRoot,
  };
}

/** The file that both the plugin and GPU Feature Discovery read. */
export function configFile({ config }: NvidiaConfig): AgentFile {
  return AgentFile.text(CONFIG_FILE, Yaml.stringify(config));
}

function refuseMps(config: Wire): void {
  if (config.sharing?.mps === undefined) {return;}
  fail({
    code: 'invalid-device-plugin',
    what: 'GPUs cannot be shared by MPS here',
    given: '`sharing.mps` in the configuration of the NVIDIA device plugin',
    allowed: 'NvidiaSharing.timeSlicing, MIG',
    fix: 'MPS needs a control daemon on each node that shares process ids with the host and passes mounts on to it, and a second label '
      + 'that gates it: use time slicing, MIG, or the chart of NVIDIA for these nodes',
  });
}
