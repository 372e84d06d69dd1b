import { Duration } from 'cdk8s';
import { KUBE_VIP_DEFAULTS } from './defaults';
import { kubeVipGrants } from './kube-vip-grants';
import { KubeVipProps } from './kube-vip-props';
import { kubeVipSettings } from './kube-vip-settings';
import { AgentService } from '../../agent/companions/agent-service';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Port } from '../../agent/container/port';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { Rollout } from '../../agent/rollout';
import { TargetCluster } from '../../agent/target-cluster';
import { PresetParts } from '../../presets/late-preset';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { agentProps } from '../../presets/preset';
import { fixedValue, valueOf } from '../../private/default-row';
import { NETWORK_DEFAULTS } from '../defaults';
import { apiServerEnv } from '../private/api-server';
import { networkPreset } from '../private/network-preset';
import { openMetricsPort } from '../private/reachable-metrics';
import { requireRelease } from '../private/release-range';

/** What kube-vip is made of. */
export interface KubeVipParts extends PresetParts {
  readonly metrics: Port;
}

export function kubeVipParts(given: KubeVipProps, cluster: TargetCluster): KubeVipParts {
  const standard = fixedValue(KUBE_VIP_DEFAULTS.version);
  const release = requireRelease(given.version, undefined, {
    program: 'kube-vip', minors: ['1.2'], standard, otherwise: 'upgrade cdk8s-node-agents',
  });
  const metricsPort = given.metricsPort ?? valueOf(KUBE_VIP_DEFAULTS.metricsPort, cluster);
  const metricsOnEveryAddress = given.metricsOnEveryAddress ?? valueOf(KUBE_VIP_DEFAULTS.metricsOnEveryAddress, cluster);
  const scraping = given.scraping ?? MetricsScraping[valueOf(KUBE_VIP_DEFAULTS.scraping, cluster)]();
  const metrics = openMetricsPort({ program: 'kube-vip', metricsPort, metricsOnEveryAddress, scraping });
  const namespace = given.namespace ?? valueOf(NETWORK_DEFAULTS.namespace, cluster);
  const place = { port: metricsPort, onEveryAddress: metricsOnEveryAddress };
  const { controlPlane, services, hasElection, env } = kubeVipSettings(given, place, namespace, cluster);
  const preset = networkPreset({
    hostNetwork: 'it gives addresses to interfaces of the node',
    // nodes join the cluster by the address of the control plane, whatever the state of their network
    afterNetwork: !controlPlane,
    preset: {
      application: 'kube-vip',
      image: `${given.repository ?? valueOf(KUBE_VIP_DEFAULTS.repository, cluster)}:v${release.text}`,
      container: {
        args: ['manager'],
        env: { ...env, ...apiServerEnv(given.apiServer), ...given.env },
        ports: [metrics],
        resources: Resources.of(valueOf(KUBE_VIP_DEFAULTS.resources, cluster)),
        securityContext: ContainerSecurity.root('capabilities of a container reach its root user alone', {
          capabilities: [
            Capability.add('NET_ADMIN', 'gives addresses to interfaces, and takes them away'),
            Capability.add('NET_RAW', 'sends packets of ARP and NDP'),
          ],
        }),
        grants: kubeVipGrants({
          hasElection, services, servicesElection: given.servicesElection ?? false, usesNode: given.mode?.kind === 'routingTable',
          extraEnv: given.extraEnv ?? {},
        }),
      },
      agent: {
        nodes: controlPlane ? NodeCoverage.controlPlane() : NodeCoverage.linux(),
        services: scraping.kind === 'ServiceMonitor' ? [AgentService.headless([metrics])] : undefined,
        rollout: Rollout.count(valueOf(KUBE_VIP_DEFAULTS.rollout, cluster), {
          minReady: Duration.seconds(valueOf(KUBE_VIP_DEFAULTS.minReadySeconds, cluster)),
        }),
      },
      features: [{ contribute: plan => scraping._contribute(plan, { port: metrics }) }],
    },
  }, cluster);
  const { env: _, apiServer: _server, ...others } = given;
  return { props: agentProps(preset, others), metrics };
}
