import { PROCESS_DEFAULTS } from './defaults';
import { ProcessExporterOptions } from './process-exporter-options';
import { NEWEST_KNOWN, OLDEST_KNOWN, PROCESS_FLAGS } from './process-flags';
import { groupsFile } from './process-groups';
import { AgentFile } from '../../agent/container/agent-file';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { HostPath } from '../../agent/container/host-path';
import { Resources } from '../../agent/container/resources';
import { ALERTING_POD } from '../../presets/alert-rules';
import { KnownReleases, programRelease, ProgramRelease } from '../../presets/known-release';
import { readPatchVersion } from '../../presets/program-version';
import { fixedValue, valueOf } from '../../private/default-row';
import { exporterAlerts } from '../private/exporter-alerts';
import { configuredBy, flagsFor } from '../private/exporter-flags';
import { ConfiguredExporter, ExporterPlace, ExporterProgram } from '../private/exporter-program';
import { flagsOf } from '../private/flag-table';

const APPLICATION = 'process-exporter';
const CONFIGURATION = '/etc/process-exporter/config.yaml';
const PROCESSES = '/host/proc';

/** process-exporter, which reads /proc of the node: it shows the processes of the node without their process ids being those of the pod. */
export function processExporter(options: ProcessExporterOptions): ExporterProgram {
  const releases: KnownReleases = {
    program: APPLICATION, oldest: OLDEST_KNOWN, newest: NEWEST_KNOWN, standard: fixedValue(PROCESS_DEFAULTS.version),
    read: readPatchVersion,
  };
  const release = programRelease(options, releases, fixedValue(PROCESS_DEFAULTS.repository), '');
  return {
    port: fixedValue(PROCESS_DEFAULTS.port),
    healthPath: '/',
    alerts: exporterAlerts(APPLICATION, [{
      alert: 'ProcessExporterCannotRead',
      expr: series => `increase(namedprocess_scrape_errors{${series}}[15m]) + `
        + `increase(namedprocess_scrape_procread_errors{${series}}[15m]) > 0`,
      severity: 'warning',
      summary: 'process-exporter cannot read processes',
      description: `${ALERTING_POD} has failed for 15 minutes to read processes of its node: their metrics are missing. Its log says why.`,
    }]),
    preset: {
      application: APPLICATION,
      image: release.image,
      container: {
        resources: Resources.of(fixedValue(PROCESS_DEFAULTS.resources)),
        securityContext: securityOf(options),
      },
      files: [AgentFile.text(CONFIGURATION, groupsFile(options.groups))],
    },
    configure: place => configure(options, release, place),
  };
}

function securityOf({ readsAllProcesses }: ProcessExporterOptions): ContainerSecurity {
  return readsAllProcesses ? ContainerSecurity.root('reads files in /proc that belong to the users of processes', {
    capabilities: [
      Capability.add('DAC_READ_SEARCH', 'reads files in /proc of every user'),
      Capability.add('SYS_PTRACE', 'the kernel shows memory maps and open files to debuggers only'),
    ],
  }) : ContainerSecurity.nonRoot(fixedValue(PROCESS_DEFAULTS.user));
}

function configure(options: ProcessExporterOptions, { version }: ProgramRelease, place: ExporterPlace): ConfiguredExporter {
  const flags = flagsFor(flagsOf(PROCESS_FLAGS, version), place);
  flags.set('procfs', PROCESSES);
  flags.set('config.path', CONFIGURATION);
  flags.set('threads', String(options.threads ?? valueOf(PROCESS_DEFAULTS.threads, place.cluster)));
  flags.set('gather-smaps', String(options.readsAllProcesses ?? false));
  if (options.groups === undefined) {flags.set('remove-empty-groups', 'true');}
  return configuredBy(flags, place, plan => {
    plan.container.addHostPaths(HostPath.readOnly('/proc', { mountPath: PROCESSES }));
    plan.acknowledge({ id: 'sensitive-host-path', reason: 'the exporter reads the processes of the node', container: plan.container.name });
  });
}
