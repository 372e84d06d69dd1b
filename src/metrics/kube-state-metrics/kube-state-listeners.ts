import { KubeStateMetricsProps } from './kube-state-metrics-props';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import type { IAgentFeature } from '../../agent/plan/agent-feature';
import type { TargetCluster } from '../../agent/target-cluster';
import type { MetricsEndpoint } from '../../presets/metrics-endpoint';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { METRICS_DEFAULTS } from '../defaults';
import { Guard } from '../protection/guard';
import { behindKubeRbacProxy } from '../protection/kube-rbac-proxy';

/** The two servers of kube-state-metrics: who gets to them, and what scrapes them. */
export interface Listeners {
  readonly metrics: MetricsEndpoint;
  readonly telemetry: MetricsEndpoint;
  readonly flags: { readonly [name: string]: string | true };
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly features: readonly IAgentFeature[];
}

/** Labels of the target: without the rule, series of objects that have no such label would get those of the pod that reports them. */
const ABOUT_OBJECTS: MetricsEndpoint['monitor'] = {
  honorLabels: true,
  nodeLabels: false,
  relabelings: [{ action: 'labeldrop', regex: '(pod|service|endpoint|namespace|container)' }],
};

export function listenersOf(props: KubeStateMetricsProps, cluster: TargetCluster): Listeners {
  const standard = valueOf(METRICS_DEFAULTS.kubeStatePorts, cluster);
  const numbers = { metrics: props.port ?? standard.metrics, telemetry: props.telemetryPort ?? standard.telemetry };
  return props.protection?.kind === 'kubeRbacProxy' ? proxied(numbers, props) : open(numbers, props, cluster);
}

interface PortNumbers {
  readonly metrics: number;
  readonly telemetry: number;
}

function open(numbers: PortNumbers, { protection }: KubeStateMetricsProps, cluster: TargetCluster): Listeners {
  const metrics = Port.container('http-metrics', numbers.metrics);
  const telemetry = Port.container('telemetry', numbers.telemetry);
  const bearerToken = protection?.kind === 'authFilter';
  const timing = probeTimes(valueOf(METRICS_DEFAULTS.kubeStateProbes, cluster));
  return {
    metrics: { port: metrics, bearerToken, monitor: ABOUT_OBJECTS },
    telemetry: { port: telemetry, bearerToken },
    flags: { 'port': `${numbers.metrics}`, 'telemetry-port': `${numbers.telemetry}`, ...bearerToken && { 'auth-filter': true as const } },
    livenessProbe: Probe.http('/livez', metrics, timing),
    readinessProbe: Probe.http('/readyz', telemetry, timing),
    features: [{ contribute: ({ container }) => container.addPorts(metrics, telemetry) }],
  };
}

/** The program moves to the loopback address, below the ports of the proxies. The kubelet asks it through them. */
function proxied(numbers: PortNumbers, { protection }: KubeStateMetricsProps): Listeners {
  const options = protection!._proxy;
  const upstream = options.upstreamPort ?? Math.max(numbers.metrics, numbers.telemetry) + 1;
  const common = { onEveryAddress: true, onHostNetwork: false };
  const metrics: Guard = behindKubeRbacProxy({ ...common, port: numbers.metrics, healthPath: '/healthz' }, {
    ...options, upstreamPort: upstream,
  });
  // its health port would be taken twice
  const telemetry: Guard = behindKubeRbacProxy({ ...common, name: 'self', port: numbers.telemetry, healthPath: '/readyz' }, {
    ...options, upstreamPort: upstream + 1, healthPort: undefined,
  });
  return {
    metrics: { ...metrics, monitor: ABOUT_OBJECTS },
    telemetry,
    flags: { 'host': '127.0.0.1', 'port': `${upstream}`, 'telemetry-host': '127.0.0.1', 'telemetry-port': `${upstream + 1}` },
    features: [metrics, telemetry],
  };
}
