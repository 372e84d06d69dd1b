import type { CiliumMinor } from './cilium-minors';
import type { Wire } from '../../private/wire';

/** What the bootstrap configuration of Envoy depends on. */
export interface EnvoyBootstrap {
  readonly minor: CiliumMinor;
  readonly ipv4: boolean;
  readonly ipv6: boolean;
  readonly metricsPort: number;
}

export const ENVOY_HEALTH_PORT = 9878;
/** The port of its metrics, wherever it runs. */
export const ENVOY_METRICS_PORT = 9964;
export const ENVOY_SOCKETS = '/var/run/cilium/envoy/sockets';

const EXTENSION = 'type.googleapis.com/envoy.extensions';
const XDS = 'xds-grpc-cilium';
const ADMIN = '/envoy-admin';
/** What the agent is configured with too, as `proxy-connect-timeout`, `proxy-idle-timeout-seconds` and so on. */
const CONNECT_TIMEOUT = '2s';
const LIMITS = { maxRetries: 128, maxConnections: 1024, maxRequests: 1024 };
const PRIVATE = [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['127.0.0.1', 32]] as const;

/**
 * The configuration with which Envoy starts: it listens for health and metrics, and takes everything else from the agent of its node over
 * a socket.
 */
export function envoyBootstrap(about: EnvoyBootstrap): string {
  const { minor, ipv4, metricsPort } = about;
  const metrics = { name: 'prometheus_metrics_route', prefix: '/metrics', rewrite: '/stats/prometheus' };
  const health = { name: 'health', prefix: '/healthz', rewrite: '/ready' };
  return JSON.stringify({
    node: { id: 'host~127.0.0.1~no-id~localdomain', cluster: 'ingress-cluster' },
    staticResources: {
      listeners: [
        listener('envoy-prometheus-metrics-listener', [ipv4 ? '0.0.0.0' : '::', '::'], metricsPort, 'virtualHosts', metrics, about),
        listener('envoy-health-listener', [ipv4 ? '127.0.0.1' : '::1', '::1'], ENVOY_HEALTH_PORT, 'virtual_hosts', health, about),
      ],
      clusters: [
        traffic('ingress-cluster', false), traffic('egress-cluster-tls', true), traffic('egress-cluster', false),
        traffic('ingress-cluster-tls', true),
        {
          ...socketCluster(XDS, 'xds.sock'),
          ...minor === '1.19' ? {} : { circuitBreakers: { thresholds: [LIMITS] } },
          typedExtensionProtocolOptions: protocol({ explicitHttpConfig: { http2ProtocolOptions: {} } }),
        },
        socketCluster(ADMIN, 'admin.sock'),
      ],
    },
    dynamicResources: minor === '1.19'
      ? { ldsConfig: ofOneKind(), cdsConfig: ofOneKind() }
      : { adsConfig: grpc(), ldsConfig: aggregated(), cdsConfig: aggregated() },
    bootstrapExtensions: [{
      name: 'envoy.bootstrap.internal_listener', typedConfig: { '@type': `${EXTENSION}.bootstrap.internal_listener.v3.InternalListener` },
    }],
    overloadManager: {
      resourceMonitors: [{
        name: 'envoy.resource_monitors.global_downstream_max_connections',
        typedConfig: {
          '@type': `${EXTENSION}.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig`,
          'max_active_downstream_connections': '50000',
        },
      }],
    },
    applicationLogConfig: { logFormat: { textFormat: '[%Y-%m-%d %T.%e][%t][%l][%n] [%g:%#] %v' } },
    admin: { address: { pipe: { path: `${ENVOY_SOCKETS}/admin.sock`, mode: 0o660 } } },
  });
}

interface Route {
  readonly name: string;
  readonly prefix: string;
  readonly rewrite: string;
}

/** A port that leads to the admin socket. The second address is for nodes of both IP families. */
function listener(
  name: string, [first, second]: readonly string[], portValue: number, hosts: string, route: Route, { ipv4, ipv6 }: EnvoyBootstrap,
): Wire {
  const at = (address: string) => ({ socketAddress: { address, portValue } });
  const manager = {
    '@type': `${EXTENSION}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    'statPrefix': name,
    'routeConfig': {
      [hosts]: [{
        name: route.name, domains: ['*'],
        routes: [{ name: route.name, match: { prefix: route.prefix }, route: { cluster: ADMIN, prefixRewrite: route.rewrite } }],
      }],
    },
    'httpFilters': [{ name: 'envoy.filters.http.router', typedConfig: { '@type': `${EXTENSION}.filters.http.router.v3.Router` } }],
    'internalAddressConfig': {
      cidrRanges: [
        ...ipv4 ? PRIVATE : [], ...ipv6 ? [['::1', 128] as const] : [],
      ].map(([addressPrefix, prefixLen]) => ({ addressPrefix, prefixLen })),
    },
    'streamIdleTimeout': '300s',
  };
  return {
    name, address: at(first),
    ...ipv4 && ipv6 && { additionalAddresses: [{ address: at(second) }] },
    filterChains: [{ filters: [{ name: 'envoy.filters.network.http_connection_manager', typedConfig: manager }] }],
  };
}

function protocol(options: Wire): Wire {
  return {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': { '@type': `${EXTENSION}.upstreams.http.v3.HttpProtocolOptions`, ...options },
  };
}

/** Where packets go that the kernel hands to Envoy: to the address that they had. */
function traffic(name: string, isTls: boolean): Wire {
  return {
    name, type: 'ORIGINAL_DST', connectTimeout: CONNECT_TIMEOUT, circuitBreakers: { thresholds: [LIMITS] }, lbPolicy: 'CLUSTER_PROVIDED',
    typedExtensionProtocolOptions: protocol({
      commonHttpProtocolOptions: { idleTimeout: '60s', maxConnectionDuration: '0s', maxRequestsPerConnection: 0 },
      ...isTls && { upstreamHttpProtocolOptions: {} },
      useDownstreamProtocolConfig: {},
    }),
    cleanupInterval: '2.500s',
    ...isTls && {
      transportSocket: { name: 'cilium.tls_wrapper', typedConfig: { '@type': 'type.googleapis.com/cilium.UpstreamTlsWrapperContext' } },
    },
  };
}

function socketCluster(name: string, socket: string): Wire {
  const endpoint = { address: { pipe: { path: `${ENVOY_SOCKETS}/${socket}` } } };
  return {
    name, type: 'STATIC', connectTimeout: CONNECT_TIMEOUT,
    loadAssignment: { clusterName: name, endpoints: [{ lbEndpoints: [{ endpoint }] }] },
  };
}

const grpc = (): Wire => ({
  apiType: 'GRPC', transportApiVersion: 'V3', setNodeOnFirstMessageOnly: true, grpcServices: [{ envoyGrpc: { clusterName: XDS } }],
});
const ofOneKind = (): Wire => ({ initialFetchTimeout: '30s', apiConfigSource: grpc(), resourceApiVersion: 'V3' });
const aggregated = (): Wire => ({ initialFetchTimeout: '30s', ads: {}, resourceApiVersion: 'V3' });
