import { NEWEST_KNOWN, NodeAccess, OF_THE_SYSTEM_BUS, OLDEST_KNOWN } from './collector-table';
import { NodeCollectors } from './node-collectors';
import { NodeCardinality, NodeExporterOptions } from './node-exporter-options';
import { setFilters } from './node-filters';
import { nodeExporterFlags } from './node-flags';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { Resources } from '../../agent/container/resources';
import { MountPropagation } from '../../agent/container/volume-mount';
import { HostNamespace } from '../../agent/host-namespace';
import { AgentReview } from '../../agent/plan/agent-review';
import { KnownReleases, programRelease } from '../../presets/known-release';
import { ProgramVersion } from '../../presets/program-version';
import { FlagSource, fixedValue, valueOf } from '../../private/default-row';
import { wholeSeconds } from '../../private/duration';
import { finding } from '../../private/finding';
import { METRICS_DEFAULTS } from '../defaults';
import { NODE_ALERTS } from './node-alerts';
import { exporterAlerts } from '../private/exporter-alerts';
import { configuredBy, flagsFor } from '../private/exporter-flags';
import { ConfiguredExporter, ExporterPlace, ExporterProgram } from '../private/exporter-program';
import { FlagGrammar } from '../private/flag-grammar';

const APPLICATION = 'node-exporter';

/** node_exporter of the Prometheus project. */
export function nodeExporter(options: NodeExporterOptions): ExporterProgram {
  const releases: KnownReleases = {
    program: 'node_exporter', oldest: OLDEST_KNOWN, newest: NEWEST_KNOWN, standard: fixedValue(METRICS_DEFAULTS.version),
  };
  const { image, version } = programRelease(options, releases, fixedValue(METRICS_DEFAULTS.repository));
  const mountTimeout = options.mountTimeout && `${wholeSeconds(options.mountTimeout, '`mountTimeout` of Exporter.nodeExporter', 1)}s`;
  return {
    port: fixedValue(METRICS_DEFAULTS.port),
    healthPath: '/',
    alerts: exporterAlerts('node_exporter', NODE_ALERTS),
    preset: {
      application: APPLICATION,
      image,
      container: {
        resources: Resources.of(fixedValue(METRICS_DEFAULTS.resources)),
        securityContext: ContainerSecurity.nonRoot(fixedValue(METRICS_DEFAULTS.user)),
      },
      hostNamespaces: sharesHostNetwork(options)
        ? [HostNamespace.network('the kernel shows network devices, sockets and ARP tables of the own network namespace only')] : [],
    },
    configure: place => configure(options, { version, mountTimeout }, place),
  };
}

function sharesHostNetwork({ hostNetwork }: NodeExporterOptions): boolean {
  return hostNetwork ?? fixedValue(METRICS_DEFAULTS.hostNetwork);
}

/** What is known of the options wherever it runs. */
interface Checked {
  readonly version: ProgramVersion;
  readonly mountTimeout?: string;
}

function configure(options: NodeExporterOptions, { version, mountTimeout }: Checked, place: ExporterPlace): ConfiguredExporter {
  const host = hostView(options, place.cluster);
  const access: NodeAccess = {
    isRoot: place.security === undefined ? false : place.security.isRoot || place.security.isPrivileged || undefined,
    seesHostRoot: host.rootfs !== undefined,
    sharesHostNetwork: sharesHostNetwork(options),
  };
  const isMinimal = options.cardinality === NodeCardinality.MINIMAL;
  const collectors = options.collectors ?? collectorsOf(options, place.cluster);
  const running = collectors._running(access);
  const grammar = nodeExporterFlags(version);
  const flags = flagsFor(grammar, place);
  flags.set('path.procfs', host.procfs);
  flags.set('path.sysfs', host.sysfs);
  flags.set('path.rootfs', host.rootfs);
  flags.set('path.udev.data', host.udev);
  flags.set('collector.textfile.directory', options.textfileDirectory);
  collectors._flags(access, version).forEach(([flag, on]) => flags.set(flag, on));
  if (isMinimal) {
    flags.set('web.disable-exporter-metrics', true);
    if (running.includes('cpu')) {flags.set('collector.cpu.guest', false);}
  }
  setFilters(flags, options, {
    running, version, mountTimeout, kubeletDirectory: place.cluster.kubeletDirectory,
    runtimeSocket: place.cluster.platform?.containerRuntimeSocket,
  });
  return configuredBy(flags, place, plan => {
    collectors._findings(access).forEach(found => plan.addError(found));
    plan.addCheck({ check: review => refuseRepeatedFlags(grammar, review) });
    plan.container.addHostPaths(...host.hostPaths);
    plan.acknowledge({
      id: 'sensitive-host-path', reason: 'the exporter reads file systems, processes and devices of the node',
      container: plan.container.name,
    });
    if (options.textfileDirectory !== undefined) {
      plan.container.addHostPaths(HostPath.readOnly(options.textfileDirectory, { type: HostPathType.DIRECTORY_OR_CREATE }));
    }
    if (running.some(name => OF_THE_SYSTEM_BUS.includes(name))) {
      plan.container.addEnv('DBUS_SYSTEM_BUS_ADDRESS', EnvValue.of(`unix:path=${host.rootfs ?? ''}/run/dbus/system_bus_socket`));
      // the directory, since the socket is created again when the bus restarts
      if (host.rootfs === undefined) {plan.container.addHostPaths(HostPath.readOnly('/run/dbus'));}
    }
  });
}

function collectorsOf({ cardinality }: NodeExporterOptions, cluster: FlagSource): NodeCollectors {
  switch (cardinality) {
    case NodeCardinality.MINIMAL: return NodeCollectors.essential();
    case NodeCardinality.FULL: return NodeCollectors.upstream();
    default: return NodeCollectors[valueOf(METRICS_DEFAULTS.collectors, cluster)]();
  }
}

/** Where the exporter finds the node, and the mounts that put it there. */
interface HostView {
  readonly hostPaths: HostPath[];
  readonly procfs: string;
  readonly sysfs: string;
  readonly rootfs?: string;
  readonly udev?: string;
}

/**
 * `/proc` is read below the root of the host: a mount of its own would show the same, and with it in sight the exporter needs no process
 * ids of the host either.
 */
function hostView(options: NodeExporterOptions, cluster: FlagSource): HostView {
  const propagation = options.mountPropagation ?? valueOf(METRICS_DEFAULTS.mountPropagation, cluster) as MountPropagation;
  const sys = HostPath.readOnly('/sys', { mountPath: '/host/sys', propagation });
  if (options.hostRoot ?? valueOf(METRICS_DEFAULTS.hostRoot, cluster)) {
    const rootfs = '/host/root';
    return {
      hostPaths: [HostPath.readOnly('/', { mountPath: rootfs, propagation, volumeName: 'root' }), sys],
      procfs: `${rootfs}/proc`,
      sysfs: '/host/sys',
      rootfs,
      udev: `${rootfs}/run/udev/data`,
    };
  }
  return { hostPaths: [HostPath.readOnly('/proc', { mountPath: '/host/proc' }), sys], procfs: '/host/proc', sysfs: '/host/sys' };
}

/** Arguments that are appended later are not laid over the others. */
function refuseRepeatedFlags(grammar: FlagGrammar, review: AgentReview): void {
  const args: string[] = review.findContainer(APPLICATION)?.args ?? [];
  const flags = args.map(arg => arg.replace(/=.*/s, '').replace(/^--no-/, '--')).filter(flag => !grammar.find(flag.slice(2))?.isRepeatable);
  for (const flag of new Set(flags.filter((name, at) => flags.indexOf(name) < at))) {
    review.addError(finding({
      code: 'conflicting-flags',
      what: `${flag} appears twice in the arguments of the exporter, which refuses to start with a repeated flag`,
      fix: 'give it in `args` of the construct, which lays it over the default, and not through addArgs',
    }));
  }
}
