import { DETECTOR_DEFAULTS } from './defaults';
import { detectorAlerts } from './detector-alerts';
import { Monitor, fileOf, ProblemDaemon } from './monitor';
import { envOf, filesOf, hostNamespacesOf, hostPathsOf, securityOf } from './monitor-access';
import { requireDistinct } from './monitor-checks';
import { NodeProblemDetectorProps } from './node-problem-detector-props';
import { NodeProblemMonitor } from './node-problem-monitor';
import { detectorImage } from './releases';
import { AgentService } from '../../agent/companions/agent-service';
import { ApiGrant } from '../../agent/companions/api-grant';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { Priority } from '../../agent/priority';
import { TargetCluster } from '../../agent/target-cluster';
import { MetricsAlerts } from '../../presets/metrics-alerts';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { ProbeSeconds, probeTimes } from '../../private/probe-times';

const APPLICATION = 'node-problem-detector';
const DAEMONS: readonly ProblemDaemon[] = ['custom-plugin-monitor', 'system-log-monitor', 'system-stats-monitor'];

/** node-problem-detector with the monitors that were chosen, and what follows from them. */
export function detectorPreset(given: NodeProblemDetectorProps, cluster: TargetCluster): { readonly preset: Preset; readonly port: Port } {
  const chosen = given.problemMonitors ?? valueOf(DETECTOR_DEFAULTS.monitors, cluster).map(name => NodeProblemMonitor[name]());
  const monitors = chosen.map(({ _monitor }) => _monitor);
  requireDistinct(monitors);
  const reports = reportsOf(given, cluster);
  const port = Port.container('http-metrics', given.port ?? valueOf(DETECTOR_DEFAULTS.port, cluster));
  const hostNamespaces = hostNamespacesOf(monitors);
  const onHostNetwork = [...hostNamespaces, ...given.hostNamespaces ?? []].some(shared => shared?.field === 'hostNetwork');
  return {
    port,
    preset: {
      application: APPLICATION,
      image: detectorImage(given, cluster),
      container: {
        args: argsOf(monitors, reports, port, cluster),
        env: {
          NODE_NAME: EnvValue.field(PodField.NODE_NAME),
          POD_IP: EnvValue.field(PodField.POD_IP),
          ...envOf(monitors, onHostNetwork),
        },
        ports: [port],
        hostPaths: hostPathsOf(monitors),
        grants: grantsOf(reports),
        resources: Resources.of(valueOf(DETECTOR_DEFAULTS.resources, cluster)),
        securityContext: securityOf(monitors, cluster),
        ...probesOf(port, cluster),
      },
      agent: {
        priority: Priority[valueOf(DETECTOR_DEFAULTS.priority, cluster)](),
        services: valueOf(DETECTOR_DEFAULTS.hasService, cluster) ? [AgentService.headless([port])] : [],
      },
      hostNamespaces,
      files: filesOf(monitors),
      features: [{ contribute: plan => contribute(plan, given, monitors, port) }],
    },
  };
}

function contribute(plan: AgentPlan, given: NodeProblemDetectorProps, monitors: readonly Monitor[], port: Port): void {
  const { cluster } = plan;
  (given.scraping ?? MetricsScraping[valueOf(DETECTOR_DEFAULTS.scraping, cluster)]())._contribute(plan, { port });
  (given.alerts ?? MetricsAlerts[valueOf(DETECTOR_DEFAULTS.alerts, cluster)]())._contribute(plan, detectorAlerts(plan.container.name));
  if (monitors.some(({ access }) => access.socketDirectories)) {
    plan.acknowledge({
      id: 'sensitive-host-path', reason: 'crictl asks the runtime for its pods through its socket', container: plan.container.name,
    });
  }
}

/** What is reported to the API server. */
interface Reports {
  readonly conditions: boolean;
  readonly events: boolean;
  readonly eventNamespace: string;
}

function reportsOf(given: NodeProblemDetectorProps, cluster: TargetCluster): Reports {
  return {
    conditions: given.reportConditions ?? valueOf(DETECTOR_DEFAULTS.reportConditions, cluster),
    events: given.reportEvents ?? valueOf(DETECTOR_DEFAULTS.reportEvents, cluster),
    eventNamespace: given.eventNamespace ?? valueOf(DETECTOR_DEFAULTS.eventNamespace, cluster),
  };
}

/**
 * The rights that the program uses, in place of the cluster role `system:node-problem-detector`, which allows events in every namespace.
 */
function grantsOf({ conditions, events, eventNamespace }: Reports): ApiGrant[] {
  return [
    ...conditions || events ? [ApiGrant.readNodes()] : [],
    ...conditions ? [ApiGrant.clusterWide(['nodes/status'], ['patch'])] : [],
    ...events ? [ApiGrant.inNamespace(eventNamespace, ['events'], ['create', 'patch'])] : [],
  ];
}

function argsOf(monitors: readonly Monitor[], {
  conditions, events, eventNamespace,
}: Reports, port: Port, cluster: TargetCluster): string[] {
  const files = (daemon: ProblemDaemon) => monitors.filter(monitor => monitor.daemon === daemon).map(fileOf).join(',');
  const reporting = conditions || events
    ? [
      `--apiserver-wait-timeout=${valueOf(DETECTOR_DEFAULTS.apiServerWait, cluster)}s`,
      ...events && eventNamespace !== 'default' ? [`--event-namespace=${eventNamespace}`] : [],
      ...conditions ? [] : ['--k8s-exporter-update-node-conditions=false'],
      ...events ? [] : ['--k8s-exporter-write-events=false'],
    ]
    : ['--enable-k8s-exporter=false'];
  return [
    ...DAEMONS.filter(daemon => files(daemon) !== '').map(daemon => `--config.${daemon}=${files(daemon)}`),
    ...reporting,
    // the other server of the program has profiles and conditions, and no one asks for them
    '--port=0',
    '--prometheus-address=$(POD_IP)',
    `--prometheus-port=${port.containerPort}`,
  ];
}

function probesOf(port: Port, cluster: TargetCluster) {
  const probe = (times: ProbeSeconds) => Probe.http('/metrics', port, probeTimes(times));
  return {
    livenessProbe: probe(valueOf(DETECTOR_DEFAULTS.livenessProbe, cluster)),
    readinessProbe: probe(valueOf(DETECTOR_DEFAULTS.readinessProbe, cluster)),
    startupProbe: probe(valueOf(DETECTOR_DEFAULTS.startupProbe, cluster)),
  };
}
