import { corefile } from './corefile';
import { cacheAddresses, requireDomains, requireServers } from './node-local-dns-input';
import { NodeLocalDnsProps } from './node-local-dns-props';
import { AgentObject } from '../../agent/companions/agent-object';
import { AgentFile } from '../../agent/container/agent-file';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { HostPath } from '../../agent/container/host-path';
import { Port, Protocol } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { Rollout } from '../../agent/rollout';
import { TargetCluster } from '../../agent/target-cluster';
import { PresetParts } from '../../presets/late-preset';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { agentProps } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { NETWORK_DEFAULTS } from '../defaults';
import { networkPreset } from '../private/network-preset';

/** What the cache is made of. */
export interface NodeLocalDnsParts extends PresetParts {
  readonly addresses: readonly string[];
  readonly metrics: Port;
}

const APPLICATION = 'node-local-dns';
const CONFIGURATION = '/etc/coredns/Corefile.base';
/** node-cache removes what it set up on the node when it stops, and serves metrics about that on a port of its own. */
const SETUP_METRICS_PORT = 9353;
const HEALTH_PORT = 8080;

export function nodeLocalDnsParts(given: NodeLocalDnsProps, cluster: TargetCluster, name: string): NodeLocalDnsParts {
  const addresses = cacheAddresses(given.localAddress ?? valueOf(NETWORK_DEFAULTS.dnsCacheAddress, cluster), given.clusterDnsAddress);
  const upstream = `${name}-upstream`;
  const metrics = Port.container('metrics', given.metricsPort ?? valueOf(NETWORK_DEFAULTS.dnsCacheMetricsPort, cluster));
  // only on the address of the cache, where it clashes with no other agent
  const health = Port.host('health', HEALTH_PORT, { hostIp: addresses[0] });
  const dnsLabels = given.clusterDnsLabels ?? valueOf(NETWORK_DEFAULTS.clusterDnsLabels, cluster);
  const scraping = given.scraping ?? MetricsScraping[valueOf(NETWORK_DEFAULTS.scraping, cluster)]();
  const preset = networkPreset({
    hostNetwork: 'the cache answers on an address of the node itself',
    preset: {
      application: APPLICATION,
      image: valueOf(NETWORK_DEFAULTS.dnsCacheImage, cluster),
      container: {
        containerName: 'node-cache',
        args: ['-localip', addresses.join(','), '-conf', '/etc/Corefile', '-upstreamsvc', upstream, '-pidfile', '/tmp/node-cache.pid'],
        ports: [
          Port.container('dns', 53, { protocol: Protocol.UDP }), Port.undeclared('dns-tcp', 53, '0.0.0.0'), metrics,
          Port.container('setup-metrics', SETUP_METRICS_PORT), health,
        ],
        hostPaths: [HostPath.readWrite('/run/xtables.lock')],
        resources: Resources.of(valueOf(NETWORK_DEFAULTS.dnsCacheResources, cluster)),
        securityContext: ContainerSecurity.of({
          capabilities: [Capability.add('NET_ADMIN', 'adds the address of the cache, and rules that exempt it from connection tracking')],
          allowPrivilegeEscalation: false,
        }),
        livenessProbe: Probe.http('/health', health, {
          host: addresses[0], ...probeTimes(valueOf(NETWORK_DEFAULTS.dnsCacheProbe, cluster)),
        }),
        readinessProbe: Probe.http('/health', health, { host: addresses[0] }),
      },
      files: [AgentFile.text(CONFIGURATION, corefile({
        addresses,
        clusterDomain: requireDomains([given.clusterDomain ?? valueOf(NETWORK_DEFAULTS.clusterDomain, cluster)])[0],
        upstreamServers: given.upstreamServers === undefined ? ['/etc/resolv.conf'] : requireServers(given.upstreamServers),
        stubDomains: stubDomains(given),
        metricsPort: metrics.containerPort,
        healthPort: HEALTH_PORT,
        extraConfig: given.extraConfig,
      }))],
      agent: { rollout: Rollout.percent(valueOf(NETWORK_DEFAULTS.dnsCacheRollout, cluster)) },
      features: [
        { contribute: plan => plan.addObject(upstreamService(plan, upstream, dnsLabels)) },
        { contribute: plan => scraping._contribute(plan, { port: metrics }) },
      ],
    },
  }, cluster);
  return { props: agentProps(preset, given), addresses, metrics };
}

function stubDomains({ stubDomains: given = {} }: NodeLocalDnsProps): { readonly [domain: string]: readonly string[] } {
  requireDomains(Object.keys(given));
  Object.values(given).forEach(requireServers);
  return given;
}

/**
 * The DNS of the cluster under a name of its own: the address of `kube-dns` may be that of the cache. Pods find it by the variable of the
 * Service.
 */
function upstreamService(plan: AgentPlan, name: string, selector: { readonly [key: string]: string }): AgentObject {
  return AgentObject.of({
    apiVersion: 'v1', kind: 'Service', name, namespace: plan.namespace,
    fields: {
      spec: {
        selector,
        // the cache asks the cluster by TCP alone; one number in two protocols is what a client-side apply mixes up
        ports: [{ name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 }],
      },
    },
  });
}
