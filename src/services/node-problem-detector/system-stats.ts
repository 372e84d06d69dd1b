import { Duration } from 'cdk8s';
import { DETECTOR_DEFAULTS } from './defaults';
import { Monitor } from './monitor';
import { spelled } from './plugin-monitors';
import { SystemStatsGroup } from './system-stats-group';
import { SystemStatsOptions } from './system-stats-options';
import { fail } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { Wire } from '../../private/wire';

/** The metrics of each group (config/ of the project at the tags v1.34.0 to v1.36.0), without those that describe the container. */
const METRICS: { readonly [group in SystemStatsGroup]: string } = {
  cpu: `cpu/load_15m cpu/load_1m cpu/load_5m cpu/runnable_task_count cpu/usage_time system/cpu_stat system/interrupts_total
    system/processes_total system/procs_blocked system/procs_running`,
  disk: 'disk/avg_queue_len disk/io_time disk/merged_operation_count disk/operation_bytes_count disk/operation_count disk/operation_time '
    + 'disk/weighted_io',
  memory: 'memory/anonymous_used memory/bytes_used memory/dirty_used memory/page_cache_used memory/percent_used memory/unevictable_used',
  net: `net/rx_bytes net/rx_compressed net/rx_dropped net/rx_errors net/rx_fifo net/rx_frame net/rx_multicast net/rx_packets net/tx_bytes
    net/tx_carrier net/tx_collisions net/tx_compressed net/tx_dropped net/tx_errors net/tx_fifo net/tx_packets`,
};

const MORE: { readonly [group in SystemStatsGroup]?: Wire } = {
  disk: { includeAllAttachedBlk: true, includeRootBlk: true, lsblkTimeout: '5s' },
  // the host's end of the link of each pod ends with the pod
  net: { excludeInterfaceRegexp: '^(cali|cilium|eni|lxc|tunl|veth)' },
};

export function systemStats(options: SystemStatsOptions): Monitor {
  const groups = [...new Set(options.groups ?? [SystemStatsGroup.CPU, SystemStatsGroup.MEMORY])].sort();
  if (groups.length === 0) {
    fail({
      code: 'invalid-node-monitor', what: 'no metrics of a node are chosen', given: 'groups: []', allowed: 'at least one SystemStatsGroup',
      fix: 'leave the monitor out',
    });
  }
  const interval = options.interval ?? Duration.seconds(fixedValue(DETECTOR_DEFAULTS.statsInterval));
  return {
    name: 'system-stats',
    daemon: 'system-stats-monitor',
    config: {
      ...Object.fromEntries(groups.map(group => [group, { ...MORE[group], metricsConfigs: metricsOf(group) }])),
      invokeInterval: spelled(interval),
    },
    access: groups.includes(SystemStatsGroup.NET)
      ? { hostNetwork: 'the kernel shows network devices of the own network namespace only' }
      : {},
    conditions: [],
  };
}

function metricsOf(group: SystemStatsGroup): Wire {
  return Object.fromEntries(METRICS[group].split(/\s+/).map(name => [name, { displayName: name }]));
}
