import { Yaml } from 'cdk8s';
import { kubeStateAlerts } from './kube-state-alert-rules';
import { kubeStateFlags } from './kube-state-flags';
import { grantsOf } from './kube-state-grants';
import { Listeners, listenersOf } from './kube-state-listeners';
import { KubeStateMetricsProps } from './kube-state-metrics-props';
import { KubeStatePart, KubeStateSetup } from './kube-state-parts';
import { refuseCopies } from './kube-state-replicas';
import { checkSelections, selectionText } from './kube-state-selections';
import { AgentService } from '../../agent/companions/agent-service';
import { AgentServiceAccount } from '../../agent/companions/agent-service-account';
import { AgentFile } from '../../agent/container/agent-file';
import type { OwnContainerOptions } from '../../agent/container/container-props';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { ClusterWorkload } from '../../agent/replicas/cluster-workload';
import type { TargetCluster } from '../../agent/target-cluster';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { agentProps, Preset, PresetOptions } from '../../presets/preset';
import { fail } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import type { Finding } from '../../private/finding';
import { METRICS_DEFAULTS } from '../defaults';
import { FlagSet } from '../private/flag-set';

const APPLICATION = 'kube-state-metrics';
const SAFE_TO_EVICT = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
const CUSTOM_RESOURCES = '/etc/kube-state-metrics/custom-resources.yaml';

/** The props of the agent that one workload becomes. */
export function propsOf(part: KubeStatePart, setup: KubeStateSetup, agentName: string): ReturnType<typeof agentProps> {
  const { props, cluster } = setup;
  const listeners = listenersOf(props, cluster);
  return agentProps(presetOf(part, setup, listeners, agentName), { ...given(props), ...partOptions(part, props, cluster, agentName) });
}

/** What the user says of the pods, without what is kube-state-metrics' own. */
function given(props: KubeStateMetricsProps): PresetOptions {
  const {
    collected, namespaces, metrics, labelMetrics, annotationMetrics, customResources, sharding, protection, scraping, version, image, port,
    telemetryPort, alerts, args, resources, nodeResources, workload, nodes, ...others
  } = props;
  return others;
}

function partOptions(
  part: KubeStatePart, props: KubeStateMetricsProps, cluster: TargetCluster, agentName: string,
): PresetOptions {
  const onNodes = part.kind === 'DaemonSet';
  return {
    ...part.suffix !== undefined && { name: `${agentName}-${part.suffix}` },
    // they are those of a Deployment
    ...onNodes && { specOverrides: undefined },
    resources: onNodes
      ? props.nodeResources ?? Resources.of(valueOf(METRICS_DEFAULTS.kubeStateNodeResources, cluster))
      : props.resources ?? Resources.of(valueOf(METRICS_DEFAULTS.kubeStateResources, cluster)),
    ...part.sharesAccount && { serviceAccount: AgentServiceAccount.named(props.serviceAccount?.name ?? agentName), apiAccess: true },
    ...onNodes
      ? { nodes: NodeCoverage.linux() }
      : { nodes: props.nodes, replicas: part.replicas, workload: workloadOf(part, props) },
  };
}

function workloadOf(part: KubeStatePart, { workload }: KubeStateMetricsProps): ClusterWorkload | undefined {
  if (part.kind !== 'StatefulSet') {return workload;}
  if (workload !== undefined && workload.kind !== 'StatefulSet') {
    fail({
      code: 'invalid-sharding', what: 'KubeStateSharding.auto needs a StatefulSet, whose pods have numbers', given: `a ${workload.kind}`,
      allowed: 'ClusterWorkload.statefulSet()', fix: 'leave `workload` out',
    });
  }
  return workload ?? ClusterWorkload.statefulSet();
}

function presetOf(part: KubeStatePart, setup: KubeStateSetup, listeners: Listeners, agentName: string): Preset {
  const { props, cluster, image } = setup;
  const flags = flagsOf(part, setup, listeners);
  const customResources = part.hasCustomResources ? props.customResources ?? [] : [];
  const ports = [listeners.metrics.port, listeners.telemetry.port];
  const scraping = props.scraping ?? MetricsScraping[valueOf(METRICS_DEFAULTS.scraping, cluster)]();
  const container: Omit<OwnContainerOptions, 'image' | 'files'> = {
    args: flags.args,
    env: part.env,
    grants: part.sharesAccount ? [] : grantsOf(part, setup, agentName),
    securityContext: ContainerSecurity.nonRoot(valueOf(METRICS_DEFAULTS.kubeStateUser, cluster)),
    livenessProbe: listeners.livenessProbe,
    readinessProbe: listeners.readinessProbe,
  };
  return {
    application: APPLICATION,
    image,
    container,
    agent: { services: valueOf(METRICS_DEFAULTS.hasService, cluster) ? [AgentService.headless(ports)] : [] },
    files: customResources.length === 0 ? [] : [AgentFile.text(CUSTOM_RESOURCES, Yaml.stringify({
      kind: 'CustomResourceStateMetrics', spec: { resources: customResources.map(each => each._toWire()) },
    }))],
    features: [
      ...listeners.features,
      {
        contribute: plan => {
          flags.findings.forEach(found => plan.addError(found));
          if (part.suffix === undefined) {
            checkSelections(setup).forEach(found => plan.addError(found));
            props.alerts?._contribute(plan, kubeStateAlerts('total-shards' in part.flags || 'pod' in part.flags));
          }
          // pods of this namespace keep their node from being removed, unless they belong to a DaemonSet or say this
          if (plan.namespace === 'kube-system' && part.kind !== 'DaemonSet') {plan.addPodAnnotation(SAFE_TO_EVICT, 'true');}
          plan.addCheck({ check: review => refuseCopies(review, plan.container.name) });
          scraping._contribute(plan, listeners.metrics);
          scraping._contribute(plan, listeners.telemetry);
        },
      },
    ],
  };
}

interface Flags {
  readonly args: string[];
  readonly findings: readonly Finding[];
}

function flagsOf(part: KubeStatePart, setup: KubeStateSetup, listeners: Listeners): Flags {
  const { props, version } = setup;
  const flags = new FlagSet(kubeStateFlags(version));
  const set = (name: string, value: string | true | undefined) => flags.set(name, value);
  Object.entries(listeners.flags).forEach(([name, value]) => set(name, value));
  set('resources', part.resources.join(','));
  set('namespaces', props.namespaces?.join(','));
  set('metric-allowlist', props.metrics?.kind === 'only' ? props.metrics.names.join(',') : undefined);
  set('metric-denylist', props.metrics?.kind === 'except' ? props.metrics.names.join(',') : undefined);
  set('metric-labels-allowlist', selectionText(props.labelMetrics, part.resources));
  set('metric-annotations-allowlist', selectionText(props.annotationMetrics, part.resources));
  if (part.hasCustomResources && (props.customResources?.length ?? 0) > 0) {set('custom-resource-state-config-file', CUSTOM_RESOURCES);}
  Object.entries(part.flags).forEach(([name, value]) => set(name, value));
  // what is wrong with the arguments of the user is reported once
  const own = [...flags.findings];
  flags.override(props.args ?? []);
  return { args: flags.render(), findings: part.suffix === undefined ? flags.findings : own };
}
