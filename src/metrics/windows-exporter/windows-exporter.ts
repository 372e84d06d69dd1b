import { WINDOWS_DEFAULTS } from './defaults';
import { WindowsExporterOptions } from './windows-exporter-options';
import { openFirewall } from './windows-firewall';
import { NEWEST_KNOWN, OLDEST_KNOWN, WINDOWS_COLLECTORS, WINDOWS_FLAGS } from './windows-flags';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';
import { HostNamespace } from '../../agent/host-namespace';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { ALERTING_POD } from '../../presets/alert-rules';
import { KnownReleases, programRelease, ProgramRelease } from '../../presets/known-release';
import { readPatchVersion } from '../../presets/program-version';
import { fixedValue, valueOf } from '../../private/default-row';
import { NameFilter } from '../name-filter';
import { exporterAlerts } from '../private/exporter-alerts';
import { configuredBy, flagsFor, setNames } from '../private/exporter-flags';
import { ConfiguredExporter, ExporterPlace, ExporterProgram } from '../private/exporter-program';
import { flagsOf } from '../private/flag-table';
import { requireCollectors } from '../private/known-collectors';

const APPLICATION = 'windows-exporter';
const PROGRAM = 'windows_exporter';
/** Where a HostProcess container finds its mounts, with any release of containerd: Windows puts the path in. */
const MOUNTS = '%CONTAINER_SANDBOX_MOUNT_POINT%';

/** windows_exporter as a HostProcess container on the network of the node, which is how it runs on Kubernetes at all. */
export function windowsExporter(options: WindowsExporterOptions): ExporterProgram {
  const releases: KnownReleases = {
    program: PROGRAM, oldest: OLDEST_KNOWN, newest: NEWEST_KNOWN, standard: fixedValue(WINDOWS_DEFAULTS.version), read: readPatchVersion,
  };
  const release = programRelease(options, releases, fixedValue(WINDOWS_DEFAULTS.repository), '');
  requireCollectors(options.collectors ?? [], WINDOWS_COLLECTORS, PROGRAM);
  return {
    port: fixedValue(WINDOWS_DEFAULTS.port),
    healthPath: '/health',
    preset: {
      application: APPLICATION,
      image: release.image,
      container: {
        resources: Resources.of(fixedValue(WINDOWS_DEFAULTS.resources)),
        securityContext: ContainerSecurity.windowsHostProcess(
          fixedValue(WINDOWS_DEFAULTS.user), 'reads performance counters, disks and services of the node'),
      },
      agent: { nodes: NodeCoverage.windows() },
      hostNamespaces: [HostNamespace.network('a HostProcess container runs on the network of its node')],
    },
    unprotectable: new Map([['kubeRbacProxy', 'kube-rbac-proxy has no image for Windows']]),
    alerts: exporterAlerts(PROGRAM, [
      {
        alert: 'WindowsExporterCollectorFails', expr: series => `windows_exporter_collector_success{${series}} == 0`, severity: 'warning',
        summary: 'A collector of windows_exporter fails',
        description: `The collector {{ $labels.collector }} of ${ALERTING_POD} has failed for 15 minutes: its metrics are missing. Its log `
          + 'says why.',
      },
      {
        alert: 'WindowsExporterCollectorTimesOut', expr: series => `windows_exporter_collector_timeout{${series}} == 1`,
        severity: 'warning',
        summary: 'A collector of windows_exporter takes too long',
        description: `The collector {{ $labels.collector }} of ${ALERTING_POD} has not answered in time for 15 minutes: its metrics are `
          + 'missing.',
      },
    ]),
    configure: place => configure(options, release, place),
  };
}

function configure(options: WindowsExporterOptions, { image, version }: ProgramRelease, place: ExporterPlace): ConfiguredExporter {
  const { cluster } = place;
  const flags = flagsFor(flagsOf(WINDOWS_FLAGS, version), {
    ...place, webConfigFile: place.webConfigFile && `${MOUNTS}${place.webConfigFile}`,
  });
  const files = options.textfileDirectory;
  const collectors = new Set([
    ...options.collectors ?? valueOf(WINDOWS_DEFAULTS.collectors, cluster), ...files === undefined ? [] : ['textfile'],
  ]);
  flags.set('collectors.enabled', [...collectors].sort().join(','));
  flags.set('collector.textfile.directories', files);
  if (collectors.has('service')) {
    const services = options.services ?? NameFilter.only([...valueOf(WINDOWS_DEFAULTS.services, cluster)]);
    setNames(flags, { include: 'collector.service.include', exclude: 'collector.service.exclude' }, services);
  }
  return configuredBy(flags, place, plan => {
    if (options.firewallRule ?? valueOf(WINDOWS_DEFAULTS.firewallRule, cluster)) {
      plan.addInitContainer(openFirewall(
        `${APPLICATION} ${plan.agentName}`, place.port, image, fixedValue(WINDOWS_DEFAULTS.user),
        Resources.of(fixedValue(WINDOWS_DEFAULTS.resources))));
    }
  });
}
