import { CONFIG_DIRECTORY, KUBECONFIG, proxyConfig, proxyKubeconfig, ProxySettings } from './kube-proxy-config';
import { KubeProxyMode } from './kube-proxy-mode';
import { KubeProxyProps } from './kube-proxy-props';
import { ApiGrant } from '../../agent/companions/api-grant';
import { AgentFile } from '../../agent/container/agent-file';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Rollout } from '../../agent/rollout';
import { TargetCluster } from '../../agent/target-cluster';
import { PresetParts } from '../../presets/late-preset';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { agentProps } from '../../presets/preset';
import { AgentError } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { OLDEST_MINOR } from '../../private/oldest-minor';
import { versionFinding } from '../../private/version-finding';
import { withDefaults } from '../../private/with-defaults';
import { NETWORK_DEFAULTS } from '../defaults';
import { networkPreset } from '../private/network-preset';
import { openMetricsPort } from '../private/reachable-metrics';

/** What kube-proxy is made of. */
export interface KubeProxyParts extends PresetParts {
  readonly metrics: Port;
}

const APPLICATION = 'kube-proxy';

/** A late patch release of each minor, from the oldest on. */
const PATCHES: readonly number[] = [15, 15, 14, 14, 13, 13, 9, 6, 3];

/** The minor from which on the mode nftables is on without a feature gate. */
const NFTABLES_SINCE = 31;

export function kubeProxyParts(given: KubeProxyProps, cluster: TargetCluster): KubeProxyParts {
  const { minor } = cluster.kubernetesVersion;
  const { metrics: metricsPort, health: healthPort } = valueOf(NETWORK_DEFAULTS.proxyPorts, cluster);
  const settings: ProxySettings = {
    ...withDefaults(given, {
      mode: valueOf(NETWORK_DEFAULTS.proxyMode, cluster) as KubeProxyMode, metricsPort, healthPort,
    }) as ProxySettings,
    metricsOnEveryAddress: given.metricsOnEveryAddress ?? valueOf(NETWORK_DEFAULTS.proxyMetricsOnEveryAddress, cluster),
  };
  requireMode(settings, minor);
  const scraping = given.scraping ?? MetricsScraping[valueOf(NETWORK_DEFAULTS.scraping, cluster)]();
  const metrics = openMetricsPort({ program: 'kube-proxy', ...settings, scraping });
  const health = Port.container('healthz', settings.healthPort);
  const preset = networkPreset({
    hostNetwork: 'the rules that make Services work are those of the node',
    preset: {
      application: APPLICATION,
      image: `${valueOf(NETWORK_DEFAULTS.proxyRepository, cluster)}:v1.${minor}.${PATCHES[minor - OLDEST_MINOR] ?? 0}`,
      container: {
        command: ['/usr/local/bin/kube-proxy'],
        args: [`--config=${CONFIG_DIRECTORY}/config.conf`, '--hostname-override=$(NODE_NAME)'],
        env: { NODE_NAME: EnvValue.field(PodField.NODE_NAME) },
        ports: [metrics, health],
        hostPaths: [HostPath.readOnly('/lib/modules'), HostPath.readWrite('/run/xtables.lock')],
        resources: Resources.of(valueOf(NETWORK_DEFAULTS.proxyResources, cluster)),
        securityContext: ContainerSecurity.privileged('writes rules of the kernel and settings below /proc/sys'),
        readinessProbe: Probe.http('/livez', health),
        grants: [ApiGrant.clusterRole('system:node-proxier')],
      },
      files: [AgentFile.text(`${CONFIG_DIRECTORY}/config.conf`, proxyConfig(settings)), kubeconfig(given)],
      agent: { rollout: Rollout.percent(valueOf(NETWORK_DEFAULTS.proxyRollout, cluster)) },
      features: [{ contribute: plan => scraping._contribute(plan, { port: metrics }) }],
    },
  }, cluster);
  return { props: agentProps(preset, given), metrics };
}

function kubeconfig({ apiServer }: KubeProxyProps): AgentFile {
  return apiServer === undefined
    ? AgentFile.configMap(KUBECONFIG, 'kube-proxy', 'kubeconfig.conf')
    : AgentFile.text(KUBECONFIG, proxyKubeconfig(apiServer));
}

function requireMode({ mode }: ProxySettings, oldest: number): void {
  if (mode !== KubeProxyMode.NFTABLES || oldest >= NFTABLES_SINCE) {return;}
  throw new AgentError(versionFinding({
    what: 'the mode nftables of kube-proxy, without a feature gate,', since: NFTABLES_SINCE, oldest,
    alternative: 'use KubeProxyMode.IPTABLES',
  }));
}
