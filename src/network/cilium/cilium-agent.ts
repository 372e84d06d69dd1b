import { hubbleMounts, hubblePorts } from './cilium-hubble';
import { CiliumRouting } from './cilium-routing';
import { agentRules } from './cilium-rules';
import { CiliumSetup } from './cilium-setup';
import { CILIUM_DEFAULTS } from './defaults';
import { ENVOY_METRICS_PORT, ENVOY_SOCKETS } from './envoy-bootstrap';
import { ApiGrant } from '../../agent/companions/api-grant';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { LifecycleHook } from '../../agent/container/lifecycle-hook';
import { PodField } from '../../agent/container/pod-field';
import { Port, Protocol } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { Volume } from '../../agent/container/volume';
import { MountPropagation, VolumeMount } from '../../agent/container/volume-mount';
import { valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { ConfiguredCni } from '../private/cni-program';
import { grantsOf } from '../private/rbac-rules';

/** cilium-agent. */
export function agentContainer(setup: CiliumSetup): ConfiguredCni['container'] {
  const { options, place: { cluster }, loopback, securityOf } = setup;
  const health = Port.host('health', 9879, { hostIp: loopback });
  const check = (times: Parameters<typeof probeTimes>[0], headers: { [name: string]: string } = {}) =>
    Probe.http('/healthz', health, { host: loopback, headers: { brief: 'true', ...headers }, ...probeTimes(times) });
  return {
    containerName: 'cilium-agent',
    command: ['cilium-agent'],
    args: ['--config-dir=/tmp/cilium/config-map'],
    env: {
      K8S_NODE_NAME: EnvValue.field(PodField.NODE_NAME),
      CILIUM_K8S_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE),
      CILIUM_CLUSTERMESH_CONFIG: EnvValue.of('/var/lib/cilium/clustermesh/'),
      GOMEMLIMIT: EnvValue.resource('limits.memory', '1'),
      KUBE_CLIENT_BACKOFF_BASE: EnvValue.of('1'),
      KUBE_CLIENT_BACKOFF_DURATION: EnvValue.of('120'),
    },
    ports: [health, ...portsOf(setup)],
    hostPaths: hostPathsOf(setup),
    volumeMounts: mountsOf(setup),
    resources: Resources.of(valueOf(CILIUM_DEFAULTS.resources, cluster)),
    securityContext: securityOf('cilium-agent'),
    startupProbe: check({ initialDelaySeconds: 5, periodSeconds: 2, failureThreshold: 300 }),
    // an outage of the API server must not restart what carries the traffic
    livenessProbe: check({ periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 10 }, { 'require-k8s-connectivity': 'false' }),
    readinessProbe: check({ periodSeconds: 30, timeoutSeconds: 5 }),
    preStop: LifecycleHook.exec(['/cni-uninstall.sh']),
    grants: [
      ...grantsOf(agentRules(setup.minor, options)), ApiGrant.inOwnNamespace(['configmaps'], ['get', 'list', 'watch']),
      ...options.bgpControlPlane ? [ApiGrant.inOwnNamespace(['secrets'], ['get', 'list', 'watch'])] : [],
    ],
  };
}

/** The port of the agent's own metrics. */
export function metricsPort(port: number): Port {
  return Port.container('prometheus', port);
}

/** What is open on the node. What the chart does not declare is named, so that clashes with other agents are found. */
function portsOf({ options, envoy }: CiliumSetup): Port[] {
  const { routing = CiliumRouting.vxlan(), encryption } = options;
  const { server, metrics } = hubblePorts(options);
  return [
    ...server, ...options.metricsPort === undefined ? [] : [metricsPort(options.metricsPort)], ...metrics,
    ...envoy.kind === 'embedded' ? [options.metricsPort === undefined
      ? Port.undeclared('envoy-metrics', ENVOY_METRICS_PORT, '0.0.0.0')
      : Port.container('envoy-metrics', ENVOY_METRICS_PORT)] : [],
    Port.undeclared('node-health', 4240, '0.0.0.0'),
    ...routing._port === undefined ? [] : [Port.undeclared('tunnel', routing._port, '0.0.0.0', { protocol: Protocol.UDP })],
    ...encryption?.kind === 'wireguard' ? [Port.undeclared('wireguard', 51871, '0.0.0.0', { protocol: Protocol.UDP })] : [],
  ];
}

function hostPathsOf({ options: { privileges }, configurations, mountsCgroup, cgroupRoot, envoy }: CiliumSetup): HostPath[] {
  const isPrivileged = privileges?._isPrivileged === true;
  const kernel = (name: string) => HostPath.readWrite(`/proc/sys/${name}`, {
    mountPath: `/host/proc/sys/${name}`, type: HostPathType.DIRECTORY,
  });
  return [
    ...isPrivileged ? [] : [kernel('net'), kernel('kernel')],
    HostPath.readWrite('/sys/fs/bpf', {
      propagation: isPrivileged ? MountPropagation.BIDIRECTIONAL : MountPropagation.HOST_TO_CONTAINER,
      type: HostPathType.DIRECTORY_OR_CREATE,
    }),
    ...mountsCgroup ? [] : [HostPath.readWrite(cgroupRoot, { type: HostPathType.DIRECTORY_OR_CREATE })],
    HostPath.state('/var/run/cilium'),
    HostPath.readWrite('/var/run/netns', {
      mountPath: '/var/run/cilium/netns', propagation: MountPropagation.HOST_TO_CONTAINER, type: HostPathType.DIRECTORY_OR_CREATE,
    }),
    ...envoy.kind === 'daemonSet' ? [HostPath.readWrite(ENVOY_SOCKETS, { type: HostPathType.DIRECTORY_OR_CREATE })] : [],
    HostPath.readWrite(configurations, { mountPath: '/host/etc/cni/net.d', type: HostPathType.DIRECTORY_OR_CREATE }),
    HostPath.readOnly('/lib/modules'),
    HostPath.readWrite('/run/xtables.lock'),
  ];
}

function mountsOf({ options }: CiliumSetup): VolumeMount[] {
  const { encryption } = options;
  const clusterMesh = Volume.raw('clustermesh-secrets', { projected: { defaultMode: 0o400, sources: CLUSTER_MESH_SECRETS } });
  return [
    VolumeMount.of(clusterMesh, '/var/lib/cilium/clustermesh', { readOnly: true }), VolumeMount.of(Volume.emptyDir('tmp'), '/tmp'),
    ...hubbleMounts(options),
    ...encryption?.secretName === undefined ? [] : [
      VolumeMount.of(Volume.secret('cilium-ipsec-secrets', encryption.secretName), encryption._folder, { readOnly: true }),
    ],
  ];
}

const remote = (name: string, prefix: string) => ({
  secret: {
    name, optional: true,
    items: [
      { key: 'tls.key', path: `${prefix}.key` }, { key: 'tls.crt', path: `${prefix}.crt` }, { key: 'ca.crt', path: `${prefix}-ca.crt` },
    ],
  },
});

/** Secrets of a mesh of clusters, where someone made them. */
const CLUSTER_MESH_SECRETS = [
  { secret: { name: 'cilium-clustermesh', optional: true } },
  remote('clustermesh-apiserver-remote-cert', 'common-etcd-client'),
  remote('clustermesh-apiserver-local-cert', 'local-etcd-client'),
];
