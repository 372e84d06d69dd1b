import { Duration } from 'cdk8s';
import { ciliumConfig, STARTUP_TAINT } from './cilium-config';
import { installSteps } from './cilium-install';
import { ciliumOperator } from './cilium-operator';
import { CiliumOptions } from './cilium-options';
import { AGENT_RULES } from './cilium-rules';
import { CILIUM_DEFAULTS } from './defaults';
import { AgentObject } from '../../agent/companions/agent-object';
import { ApiGrant } from '../../agent/companions/api-grant';
import { Capability } from '../../agent/container/capability';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { LifecycleHook } from '../../agent/container/lifecycle-hook';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { SecurityProfile } from '../../agent/container/security-profile';
import { Volume } from '../../agent/container/volume';
import { MountPropagation, VolumeMount } from '../../agent/container/volume-mount';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { PodSecurityContext } from '../../agent/pod-security-context';
import { Rollout } from '../../agent/rollout';
import { fail } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { CniPlace, CniProgram, ConfiguredCni } from '../private/cni-program';
import { grantsOf } from '../private/rbac-rules';
import { requireRelease } from '../private/release-range';

/** The agent and the operator read the ConfigMap by this name. */
const CONFIG_MAP = 'cilium-config';

/** The minor that has fields for AppArmor; before, annotations say it. */
const APP_ARMOR_FIELDS_SINCE = 30;

/** Cilium as its chart runs it, with Envoy in the agent, and without Hubble. */
export function cilium(options: CiliumOptions): CniProgram {
  const release = requireRelease(options.version, undefined, { program: 'Cilium', minors: ['1.20'], standard: fixedValue(CILIUM_DEFAULTS.version) });
  const image = (name: string) => `${options.repository ?? fixedValue(CILIUM_DEFAULTS.repository)}/${name}:v${release.text}`;
  const config = ciliumConfig(options);
  return {
    application: 'cilium-agent',
    image: image('cilium'),
    hostNetwork: 'it programs the kernel of the node',
    configure: place => configure(options, config, image, place),
  };
}

function configure(
  options: CiliumOptions, config: { readonly [key: string]: string }, image: (name: string) => string, place: CniPlace,
): ConfiguredCni {
  const { cluster, apiServer } = place;
  if (options.kubeProxyReplacement && Object.keys(apiServer).length === 0) {
    fail({
      code: 'missing-api-server', what: 'Cilium takes the place of kube-proxy, and needs the API server before it can', given: 'no `apiServer`',
      allowed: 'an address of the API server that is no Service', fix: "give CniPlugin `apiServer: { host: '...' }`",
    });
  }
  const hasFields = cluster.kubernetesVersion.minor >= APP_ARMOR_FIELDS_SINCE;
  const install = installSteps(image('cilium'));
  return {
    container: agentContainer(options, place),
    agent: {
      rollout: Rollout.count(valueOf(CILIUM_DEFAULTS.rollout, cluster)),
      terminationGracePeriod: Duration.seconds(valueOf(CILIUM_DEFAULTS.gracePeriodSeconds, cluster)),
      podSecurityContext: PodSecurityContext.of({
        seccomp: SecurityProfile.unconfined(), ...hasFields && { appArmor: SecurityProfile.unconfined() },
      }),
    },
    install,
    features: [
      {
        contribute: plan => {
          plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: CONFIG_MAP, namespace: plan.namespace, fields: { data: { ...config } } }));
          plan.rollOn({ text: () => JSON.stringify(config) });
          plan.acknowledge({ id: 'ephemeral-storage-unset', reason: 'the emptyDir holds the configuration alone, which is small' });
          plan.acknowledge({ id: 'sensitive-host-path', reason: 'the network of the node is set up through its kernel settings and its first process' });
          if (!hasFields) {unconfined(plan, ['cilium-agent', 'mount-cgroup', 'apply-sysctl-overwrites', 'clean-cilium-state']);}
        },
      },
    ],
    siblings: [ciliumOperator(image('operator-generic'), CONFIG_MAP, JSON.stringify(config), options.startupTaintKey ?? STARTUP_TAINT, options.operatorReplicas ?? 2, place)],
  };
}

function unconfined(plan: AgentPlan, containers: readonly string[]): void {
  containers.forEach(name => plan.addPodAnnotation(`container.apparmor.security.beta.kubernetes.io/${name}`, 'unconfined'));
}

function agentContainer({ metricsPort }: CiliumOptions, { cluster }: CniPlace): ConfiguredCni['container'] {
  const health = Port.host('health', 9879, { hostIp: '127.0.0.1' });
  const check = (times: Parameters<typeof probeTimes>[0], headers: { [name: string]: string } = {}) =>
    Probe.http('/healthz', health, { host: '127.0.0.1', headers: { brief: 'true', ...headers }, ...probeTimes(times) });
  const clusterMesh = Volume.raw('clustermesh-secrets', { projected: { defaultMode: 0o400, sources: CLUSTER_MESH_SECRETS } });
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
    ports: [health, ...metricsPort === undefined ? [] : [Port.container('prometheus', metricsPort)]],
    hostPaths: [
      HostPath.readWrite('/proc/sys/net', { mountPath: '/host/proc/sys/net', type: HostPathType.DIRECTORY }),
      HostPath.readWrite('/proc/sys/kernel', { mountPath: '/host/proc/sys/kernel', type: HostPathType.DIRECTORY }),
      HostPath.readWrite('/sys/fs/bpf', { propagation: MountPropagation.HOST_TO_CONTAINER, type: HostPathType.DIRECTORY_OR_CREATE }),
      HostPath.state('/var/run/cilium'),
      HostPath.readWrite('/var/run/netns', { mountPath: '/var/run/cilium/netns', propagation: MountPropagation.HOST_TO_CONTAINER, type: HostPathType.DIRECTORY_OR_CREATE }),
      HostPath.readWrite('/etc/cni/net.d', { mountPath: '/host/etc/cni/net.d' }),
      HostPath.readOnly('/lib/modules'),
      HostPath.readWrite('/run/xtables.lock'),
    ],
    volumeMounts: [VolumeMount.of(clusterMesh, '/var/lib/cilium/clustermesh', { readOnly: true }), VolumeMount.of(Volume.emptyDir('tmp'), '/tmp')],
    resources: Resources.of(valueOf(CILIUM_DEFAULTS.resources, cluster)),
    securityContext: ContainerSecurity.of({
      privileged: false,
      capabilities: AGENT_CAPABILITIES.map(([name, reason]) => Capability.add(name, reason)),
      dropCapabilities: ['ALL'],
      seLinux: { type: 'spc_t', level: 's0' },
    }),
    startupProbe: check({ initialDelaySeconds: 5, periodSeconds: 2, failureThreshold: 300 }),
    // an outage of the API server must not restart what carries the traffic
    livenessProbe: check({ periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 10 }, { 'require-k8s-connectivity': 'false' }),
    readinessProbe: check({ periodSeconds: 30, timeoutSeconds: 5 }),
    preStop: LifecycleHook.exec(['/cni-uninstall.sh']),
    grants: [...grantsOf(AGENT_RULES), ApiGrant.inOwnNamespace(['configmaps'], ['get', 'list', 'watch'])],
  };
}

const AGENT_CAPABILITIES: ReadonlyArray<readonly [name: string, reason: string]> = [
  ['CHOWN', 'gives its sockets to other users'],
  ['DAC_OVERRIDE', 'writes files of other users below /var/run/cilium'],
  ['FOWNER', 'changes modes of files of other users'],
  ['IPC_LOCK', 'locks the memory of eBPF maps'],
  ['KILL', 'ends the Envoy that it started'],
  ['NET_ADMIN', 'sets up interfaces, routes and eBPF programs'],
  ['NET_RAW', 'opens raw sockets for health checks'],
  ['SETGID', 'starts Envoy with another group'],
  ['SETUID', 'starts Envoy as another user'],
  ['SYSLOG', 'reads addresses of the kernel for eBPF programs'],
  ['SYS_ADMIN', 'loads eBPF programs, and enters namespaces of pods'],
  ['SYS_MODULE', 'loads modules of the kernel for iptables'],
  ['SYS_RESOURCE', 'raises the limit of locked memory'],
];

const remote = (name: string, prefix: string) => ({
  secret: {
    name, optional: true,
    items: [{ key: 'tls.key', path: `${prefix}.key` }, { key: 'tls.crt', path: `${prefix}.crt` }, { key: 'ca.crt', path: `${prefix}-ca.crt` }],
  },
});

/** Secrets of a mesh of clusters, where someone made them. */
const CLUSTER_MESH_SECRETS = [
  { secret: { name: 'cilium-clustermesh', optional: true } },
  remote('clustermesh-apiserver-remote-cert', 'common-etcd-client'),
  remote('clustermesh-apiserver-local-cert', 'local-etcd-client'),
];
