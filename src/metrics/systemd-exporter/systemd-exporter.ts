import { SYSTEMD_DEFAULTS } from './defaults';
import { SystemdExporterOptions } from './systemd-exporter-options';
import { NEWEST_KNOWN, OLDEST_KNOWN, SYSTEMD_FLAGS } from './systemd-flags';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { Resources } from '../../agent/container/resources';
import { ALERTING_POD } from '../../presets/alert-rules';
import { KnownReleases, programRelease, ProgramRelease } from '../../presets/known-release';
import { fixedValue, valueOf } from '../../private/default-row';
import { NameFilter } from '../name-filter';
import { ExporterAlert, exporterAlerts } from '../private/exporter-alerts';
import { configuredBy, flagsFor, setNames } from '../private/exporter-flags';
import { ConfiguredExporter, ExporterPlace, ExporterProgram } from '../private/exporter-program';
import { flagsOf } from '../private/flag-table';

const APPLICATION = 'systemd-exporter';
const PROGRAM = 'systemd_exporter';
const BUS = '/run/dbus';

const ALERTS: readonly ExporterAlert[] = [
  {
    alert: 'SystemdExporterSeesNoUnit',
    expr: series => `up{${series}} == 1 unless on (namespace, pod) systemd_unit_state{${series}}`,
    severity: 'warning',
    summary: 'systemd_exporter reports no unit',
    description: `${ALERTING_POD} answers, but has reported no unit of its node for 15 minutes: it gets no answer from the system bus. Its `
      + 'log says why.',
  },
  {
    alert: 'SystemdUnitFailed',
    expr: series => `systemd_unit_state{${series},state="failed"} == 1`,
    severity: 'warning',
    summary: 'A unit of systemd has failed',
    description: `{{ $labels.name }} on the node of ${ALERTING_POD} has been in the state failed for 15 minutes.`,
  },
];

/** systemd_exporter, which asks systemd over the system bus of the node. */
export function systemdExporter(options: SystemdExporterOptions): ExporterProgram {
  const releases: KnownReleases = {
    program: PROGRAM, oldest: OLDEST_KNOWN, newest: NEWEST_KNOWN, standard: fixedValue(SYSTEMD_DEFAULTS.version),
  };
  const release = programRelease(options, releases, fixedValue(SYSTEMD_DEFAULTS.repository));
  return {
    port: fixedValue(SYSTEMD_DEFAULTS.port),
    healthPath: '/',
    alerts: exporterAlerts(PROGRAM, ALERTS),
    preset: {
      application: APPLICATION,
      image: release.image,
      container: {
        resources: Resources.of(fixedValue(SYSTEMD_DEFAULTS.resources)),
        securityContext: ContainerSecurity.nonRoot(fixedValue(SYSTEMD_DEFAULTS.user)),
        env: { DBUS_SYSTEM_BUS_ADDRESS: EnvValue.of(`unix:path=${BUS}/system_bus_socket`) },
        // the directory, since the socket is created again when the bus restarts
        hostPaths: [HostPath.readOnly(BUS)],
      },
    },
    configure: place => configure(options, release, place),
  };
}

function configure({ units }: SystemdExporterOptions, { version }: ProgramRelease, place: ExporterPlace): ConfiguredExporter {
  const flags = flagsFor(flagsOf(SYSTEMD_FLAGS, version), place);
  const names = { include: 'systemd.collector.unit-include', exclude: 'systemd.collector.unit-exclude' };
  const standard = `.+\\.(${valueOf(SYSTEMD_DEFAULTS.excludedUnits, place.cluster).join('|')})`;
  setNames(flags, names, units ?? NameFilter.excludingAlso([]), [standard]);
  return configuredBy(flags, place);
}
