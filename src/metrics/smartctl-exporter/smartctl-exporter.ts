import { SMARTCTL_DEFAULTS } from './defaults';
import { SmartctlExporterOptions } from './smartctl-exporter-options';
import { NEWEST_KNOWN, OLDEST_KNOWN, SMARTCTL_FLAGS } from './smartctl-flags';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';
import { ALERTING_POD } from '../../presets/alert-rules';
import { KnownReleases, programRelease, ProgramRelease } from '../../presets/known-release';
import { fixedValue } from '../../private/default-row';
import { wholeSeconds } from '../../private/duration';
import { NameFilter } from '../name-filter';
import { ExporterAlert, exporterAlerts } from '../private/exporter-alerts';
import { configuredBy, flagsFor, setNames } from '../private/exporter-flags';
import { ConfiguredExporter, ExporterPlace, ExporterProgram } from '../private/exporter-program';
import { flagsOf } from '../private/flag-table';

const APPLICATION = 'smartctl-exporter';
const PROGRAM = 'smartctl_exporter';
const DISK = '{{ $labels.device }}';

const ALERTS: readonly ExporterAlert[] = [
  {
    alert: 'SmartctlExporterSeesNoDisk',
    expr: series => `smartctl_devices{${series}} == 0`,
    severity: 'warning',
    summary: 'smartctl_exporter finds no disk',
    description: `${ALERTING_POD} has found no disk for 15 minutes: its node has none that smartctl can ask, as is usual for virtual `
      + 'machines. Leave such nodes out.',
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

/**
 * smartctl_exporter, privileged: the kernel lets nobody else send commands to disks, and containers that are not privileged have no disks.
 */
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
        securityContext: ContainerSecurity.of({
          privileged: true, user: 0, readOnlyRootFilesystem: true, reason: 'sends commands to the disks of the node',
        }),
      },
    },
    configure: place => configure(options.devices, interval, release, place),
  };
}

function configure(
  devices: NameFilter | undefined, interval: string | undefined, { version }: ProgramRelease, place: ExporterPlace,
): ConfiguredExporter {
  const flags = flagsFor(flagsOf(SMARTCTL_FLAGS, version), place);
  if (devices !== undefined) {setNames(flags, { include: 'smartctl.device-include', exclude: 'smartctl.device-exclude' }, devices);}
  flags.set('smartctl.interval', interval);
  return configuredBy(flags, place);
}
