import { Duration } from 'cdk8s';
import { METAL_LB_DEFAULTS } from './defaults';
import { MetalLbProps } from './metal-lb-props';
import { speakerGrants } from './metal-lb-rules';
import { MetalLbSettings } from './metal-lb-settings';
import { AgentService } from '../../agent/companions/agent-service';
import { AgentFile } from '../../agent/container/agent-file';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port, Protocol } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Volume } from '../../agent/container/volume';
import { VolumeMount } from '../../agent/container/volume-mount';
import type { AgentPlan } from '../../agent/plan/agent-plan';
import { Rollout } from '../../agent/rollout';
import type { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { apiServerEnv } from '../private/api-server';
import { networkPreset } from '../private/network-preset';

const SECRET_KEY = '/etc/ml_secret_key';

/** Labels by which speakers find each other, and Services the controller, whatever the identity of the agent is. */
export function componentLabels(component: 'speaker' | 'controller'): { readonly [key: string]: string } {
  return { 'app.kubernetes.io/component': component, 'app.kubernetes.io/part-of': 'metallb' };
}

export function addLabels(plan: AgentPlan, labels: { readonly [key: string]: string }): void {
  Object.entries(labels).forEach(([key, value]) => plan.addPodLabel(key, value));
}

/** The port of the metrics, which both programs serve in the same way. */
export function metricsOf({ metricsPort, scraping }: MetalLbSettings) {
  const port = Port.container('https-metrics', metricsPort);
  return {
    port,
    services: scraping.kind === 'ServiceMonitor' ? [AgentService.headless([port])] : undefined,
    contribute: (plan: AgentPlan) => scraping._contribute(plan, {
      port, insecureHttps: true, bearerToken: true, monitor: { honorLabels: true },
    }),
  };
}

/** The speaker: announces the addresses of Services from its node. */
export function speakerPreset(given: MetalLbProps, settings: MetalLbSettings, cluster: TargetCluster): Preset {
  const { images, namespace, bgp, memberlist, memberlistPort, memberlistSecret, healthPort, excludedInterfaces, flags } = settings;
  const metrics = metricsOf(settings);
  const health = Port.undeclared('health', healthPort, '127.0.0.1');
  const check = (path: string, times: Parameters<typeof probeTimes>[0]) => Probe.http(path, health, {
    host: '127.0.0.1', ...probeTimes(times),
  });
  const labels = componentLabels('speaker');
  return networkPreset({
    hostNetwork: 'it answers for addresses on the interfaces of the node',
    afterNetwork: true,
    preset: {
      application: 'metallb-speaker',
      image: images.speaker,
      container: {
        containerName: 'speaker',
        args: [...flags, ...given.announceOnExcludedNodes ? ['--ignore-exclude-lb'] : []],
        env: {
          METALLB_NODE_NAME: EnvValue.field(PodField.NODE_NAME),
          METALLB_POD_NAME: EnvValue.field(PodField.POD_NAME),
          ...bgp.namespace !== undefined && { METALLB_BGP_TYPE: EnvValue.of(bgp.kind), FRRK8S_NAMESPACE: EnvValue.of(bgp.namespace) },
          ...memberlist && {
            METALLB_ML_BIND_ADDR: EnvValue.field(PodField.POD_IP),
            METALLB_ML_BIND_PORT: EnvValue.of(String(memberlistPort)),
            METALLB_ML_LABELS: EnvValue.of(Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(',')),
            METALLB_ML_SECRET_KEY_PATH: EnvValue.of(SECRET_KEY),
          },
          ...apiServerEnv(given.apiServer),
          ...given.env,
        },
        ports: [
          metrics.port, health,
          // one number in two protocols is what a client-side apply mixes up
          ...memberlist ? [
            Port.container('memberlist', memberlistPort),
            Port.undeclared('memberlist-udp', memberlistPort, '0.0.0.0', { protocol: Protocol.UDP }),
          ] : [],
        ],
        volumeMounts: memberlist ? [VolumeMount.of(Volume.secret('memberlist', memberlistSecret), SECRET_KEY, { readOnly: true })] : [],
        resources: Resources.of(valueOf(METAL_LB_DEFAULTS.speakerResources, cluster)),
        securityContext: ContainerSecurity.root('capabilities of a container reach its root user alone', {
          capabilities: [Capability.add('NET_RAW', 'sends and reads packets of ARP and NDP')],
        }),
        startupProbe: check('/healthz', valueOf(METAL_LB_DEFAULTS.startupProbe, cluster)),
        livenessProbe: check('/healthz', {}),
        readinessProbe: check('/readyz', {}),
        grants: speakerGrants(settings),
      },
      files: excludedInterfaces.length === 0
        ? []
        : [AgentFile.text('/etc/metallb/excludel2.yaml', `announcedInterfacesToExclude: ${JSON.stringify(excludedInterfaces)}\n`)],
      agent: {
        namespace,
        services: metrics.services,
        rollout: Rollout.percent(valueOf(METAL_LB_DEFAULTS.rollout, cluster)),
        terminationGracePeriod: Duration.seconds(valueOf(METAL_LB_DEFAULTS.gracePeriodSeconds, cluster)),
      },
      features: [{ contribute: plan => addLabels(plan, labels) }, { contribute: metrics.contribute }],
    },
  }, cluster);
}
