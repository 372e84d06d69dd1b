import { SMARTCTL_DEFAULTS } from './defaults';
import { SmartctlExporterOptions } from './smartctl-exporter-options';
import { NEWEST_KNOWN, OLDEST_KNOWN, SMARTCTL_FLAGS } from './smartctl-flags';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { VirtualNodes } from '../../agent/nodes/virtual-nodes';
import { ALERTING_POD } from '../../presets/alert-rules';
import { KnownReleases, programRelease, ProgramRelease } from '../../presets/known-release';
import { fixedValue } from '../../private/default-row';
import { wholeSeconds } from '../../private/duration';
import { METRICS_DEFAULTS } from '../defaults';
import { NameFilter } from '../name-filter';
import { ExporterAlert, exporterAlerts } from '../private/exporter-alerts';
import { ConfiguredExporter, ExporterPlace, ExporterProgram } from '../private/exporter-program';
import { FlagSet } from '../private/flag-set';
import { flagsOf } from '../private/flag-table';
import { asNames } from '../private/name-patterns';

const APPLICATION = 'smartctl-exporter';
const PROGRAM = 'smartctl_exporter';
const DISK = '{{ $labels.device }}';

const ALERTS: readonly ExporterAlert[] = [
  {
    alert: 'SmartctlExporterSeesNoDisk',
    expr: series => `smartctl_devices{${series}} == 0`,
    severity: 'warning',
    summary: 'smartctl_exporter finds no disk',
    description: `${ALERTING_POD} has found no disk for 15 minutes: its node has none that smartctl can ask, as is usual for virtual machines. Leave such nodes out.`,
  },
  {
    alert: 'DiskFailsItsSelfAssessment',
    expr: series => `smartctl_device_smart_status{${series}} == 0`,
    wait: '5m',
    severity: 'critical',
    summary: 'A disk expects to fail',
    description: `The disk ${DISK} of the node of ${ALERTING_POD} says that it is about to fail: replace it.`,
  },
  {
    alert: 'DiskWarns',
    expr: series => `smartctl_device_critical_warning{${series}} != 0`,
    wait: '5m',
    severity: 'critical',
    summary: 'The controller of a disk warns',
    description: `The disk ${DISK} of the node of ${ALERTING_POD} warns of its spare space, temperature, reliability or cache.`,
  },
];

/** smartctl_exporter, privileged: the kernel lets nobody else send commands to disks, and containers that are not privileged have no disks. */
export function smartctlExporter(options: SmartctlExporterOptions): ExporterProgram {
  const releases: KnownReleases = {
    program: PROGRAM, oldest: OLDEST_KNOWN, newest: NEWEST_KNOWN, standard: fixedValue(SMARTCTL_DEFAULTS.version),
  };
  const release = programRelease(options, releases, fixedValue(SMARTCTL_DEFAULTS.repository));
  const interval = options.interval && `${wholeSeconds(options.interval, '`interval` of Exporter.smartctl', 1)}s`;
  return {
    port: fixedValue(SMARTCTL_DEFAULTS.port),
    healthPath: '/',
    alerts: exporterAlerts(PROGRAM, ALERTS),
    preset: {
      application: APPLICATION,
      image: release.image,
      container: {
        resources: Resources.of(fixedValue(SMARTCTL_DEFAULTS.resources)),
        // its image runs as nobody
        securityContext: ContainerSecurity.of({ privileged: true, user: 0, readOnlyRootFilesystem: true, reason: 'sends commands to the disks of the node' }),
      },
      agent: { nodes: NodeCoverage.linux({ virtualNodes: VirtualNodes[fixedValue(METRICS_DEFAULTS.virtualNodes)]() }) },
    },
    configure: place => configure(options.devices, interval, release, place),
  };
}

function configure(
  devices: NameFilter | undefined, interval: string | undefined, { version }: ProgramRelease, place: ExporterPlace,
): ConfiguredExporter {
  const flags = new FlagSet(flagsOf(SMARTCTL_FLAGS, version));
  const [included, excluded] = [devices?._included(), devices?._excluded([])];
  flags.set('smartctl.device-include', included && asNames(included));
  flags.set('smartctl.device-exclude', excluded && excluded.length > 0 ? asNames(excluded) : undefined);
  flags.set('smartctl.interval', interval);
  flags.set('web.listen-address', place.listenAddress);
  flags.set('web.config.file', place.webConfigFile);
  flags.override(place.args);
  return { args: flags.render(), contribute: plan => flags.findings.forEach(found => plan.addError(found)) };
}
