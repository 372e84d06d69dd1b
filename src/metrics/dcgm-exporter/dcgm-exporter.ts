import { countersFile } from './dcgm-counters';
import { DcgmExporterOptions } from './dcgm-exporter-options';
import { DCGM_FLAGS, NEWEST_KNOWN, OLDEST_KNOWN, readDcgmVersion } from './dcgm-flags';
import { DCGM_DEFAULTS } from './defaults';
import { ApiGrant } from '../../agent/companions/api-grant';
import { AgentFile } from '../../agent/container/agent-file';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Resources } from '../../agent/container/resources';
import { Toleration } from '../../agent/nodes/toleration';
import { VirtualNodes } from '../../agent/nodes/virtual-nodes';
import { ALERTING_POD } from '../../presets/alert-rules';
import { GpuNodes } from '../../presets/gpu-nodes';
import { KnownReleases, programRelease, ProgramRelease } from '../../presets/known-release';
import { fixedValue } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { ExporterAlert, exporterAlerts } from '../private/exporter-alerts';
import { configuredBy, flagsFor } from '../private/exporter-flags';
import { ConfiguredExporter, ExporterPlace, ExporterProgram } from '../private/exporter-program';
import { flagsOf } from '../private/flag-table';
import { escapeReferences } from '../private/name-patterns';
import { requirePatterns } from '../private/patterns';

const APPLICATION = 'dcgm-exporter';
const COUNTERS = '/etc/dcgm-exporter-counters/counters.csv';
const READ = ['get', 'list', 'watch'];

const ALERTS: readonly ExporterAlert[] = [
  {
    alert: 'DcgmExporterSeesNoGpu',
    expr: series => `up{${series}} == 1 unless on (namespace, pod) DCGM_FI_DEV_GPU_TEMP{${series}}`,
    severity: 'critical',
    summary: 'dcgm-exporter reports no GPU',
    description: `${ALERTING_POD} answers, but has reported no GPU of its node for 15 minutes: the driver or its libraries are missing in `
      + 'the container.',
  },
  {
    alert: 'GpuFellOffTheBus',
    expr: series => `DCGM_FI_DEV_XID_ERRORS{${series}} == 79`,
    wait: '1m',
    severity: 'critical',
    summary: 'A GPU does not answer any more',
    description: 'GPU {{ $labels.gpu }} of {{ $labels.Hostname }} reported XID 79: the driver has lost it. Drain the node and restart it.',
  },
  {
    alert: 'GpuMemoryRowsCannotBeRemapped',
    expr: series => `DCGM_FI_DEV_ROW_REMAP_FAILURE{${series}} == 1`,
    severity: 'critical',
    summary: 'Broken memory of a GPU cannot be replaced',
    description: 'GPU {{ $labels.gpu }} of {{ $labels.Hostname }} has no rows of memory left to replace broken ones: it has to be '
      + 'exchanged.',
  },
];

/** dcgm-exporter on nodes with NVIDIA GPUs, whatever their taints. */
export function dcgmExporter(options: DcgmExporterOptions): ExporterProgram {
  const releases: KnownReleases = {
    program: APPLICATION, oldest: OLDEST_KNOWN, newest: NEWEST_KNOWN, standard: fixedValue(DCGM_DEFAULTS.version), read: readDcgmVersion,
  };
  const { name, variant } = fixedValue(DCGM_DEFAULTS.repository);
  const plain = programRelease(options, releases, name, '');
  const release = { ...plain, image: options.image ?? `${plain.image}-${variant}` };
  requirePatterns(options.podLabels ?? []);
  const isProfiling = options.profiling ?? fixedValue(DCGM_DEFAULTS.profiling);
  return {
    port: fixedValue(DCGM_DEFAULTS.port),
    healthPath: '/health',
    startup: probeTimes(fixedValue(DCGM_DEFAULTS.startup)),
    alerts: exporterAlerts(APPLICATION, ALERTS),
    preset: {
      application: APPLICATION,
      image: release.image,
      container: {
        resources: Resources.of(fixedValue(DCGM_DEFAULTS.resources)),
        securityContext: ContainerSecurity.root('asks the kubelet which pod has which GPU, over a socket for root', {
          // DCGM keeps files of its own where it likes
          writableRootFilesystem: true,
          capabilities: isProfiling ? [Capability.add('SYS_ADMIN', 'the driver shows profiling counters to nobody else')] : [],
        }),
        grants: grantsOf(options),
        // metrics name the node, and pods are watched on it alone
        env: { NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
      },
      agent: {
        nodes: GpuNodes.nvidia({ tolerations: [Toleration.everything()], virtualNodes: VirtualNodes.excluded() }),
      },
      files: options.counters === undefined ? [] : [AgentFile.text(COUNTERS, countersFile(options.counters, isProfiling))],
    },
    configure: place => configure(options, release, place),
  };
}

function grantsOf({ podLabels, podUid, dynamicResourceAllocation }: DcgmExporterOptions): ApiGrant[] {
  return [
    ...podLabels !== undefined || podUid ? [ApiGrant.clusterWide(['pods'], READ)] : [],
    ...dynamicResourceAllocation ? [ApiGrant.clusterWide(['resourceslices'], READ, { apiGroup: 'resource.k8s.io' })] : [],
  ];
}

function configure(options: DcgmExporterOptions, { version }: ProgramRelease, place: ExporterPlace): ConfiguredExporter {
  const flags = flagsFor(flagsOf(DCGM_FLAGS, version), place, { address: 'address', config: 'web-config-file' });
  const sockets = `${place.cluster.kubeletDirectory}/pod-resources`;
  const asked = (name: string, isAsked: boolean | undefined) => flags.set(name, isAsked ? 'true' : undefined);
  flags.set('pod-resources-kubelet-socket', `${sockets}/kubelet.sock`);
  asked('kubernetes', true);
  asked('kubernetes-enable-pod-labels', options.podLabels !== undefined);
  asked('kubernetes-enable-pod-uid', options.podUid);
  asked('kubernetes-enable-dra', options.dynamicResourceAllocation);
  asked('kubernetes-virtual-gpus', options.sharedGpus);
  flags.set(
    'kubernetes-pod-label-allowlist-regex', options.podLabels?.length ? options.podLabels.map(escapeReferences).join(',') : undefined,
  );
  flags.set('collectors', options.counters && COUNTERS);
  // the directory, since the kubelet makes the socket again when it restarts
  return configuredBy(flags, place, plan => plan.container.addHostPaths(HostPath.readOnly(sockets)));
}
