import { addPluginAccount } from './calico-accounts';
import { CalicoDataplane } from './calico-dataplane';
import { CalicoEncapsulation } from './calico-encapsulation';
import { requireCalico, backendOf, CalicoSettings, cniConfiguration, nodeVariables } from './calico-env';
import { CalicoOptions } from './calico-options';
import { NODE_RULES } from './calico-rules';
import { kubeControllers, typha } from './calico-siblings';
import { CALICO_DEFAULTS } from './defaults';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { LifecycleHook } from '../../agent/container/lifecycle-hook';
import { PodField } from '../../agent/container/pod-field';
import { Port, Protocol } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { MountPropagation } from '../../agent/container/volume-mount';
import { fail } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { withDefaults } from '../../private/with-defaults';
import { CniInstallStep } from '../cni-install-step';
import { NETWORK_DEFAULTS } from '../defaults';
import { CniPlace, CniProgram, ConfiguredCni } from '../private/cni-program';
import { grantsOf } from '../private/rbac-rules';
import { requireRelease } from '../private/release-range';

/** Calico as its manifest for the Kubernetes datastore runs it, without its operator. */
export function calico(options: CalicoOptions): CniProgram {
  requireCalico(options);
  const release = requireRelease(options.version, undefined, { program: 'Calico', minors: ['3.32'], standard: fixedValue(CALICO_DEFAULTS.version) });
  const images = `${options.repository ?? fixedValue(CALICO_DEFAULTS.repository)}`;
  const image = (name: string) => `${images}/${name}:v${release.text}`;
  const dataplane = options.dataplane ?? CalicoDataplane.IPTABLES;
  const settings: CalicoSettings = withDefaults(options, {
    dataplane, mtu: 0, encapsulation: dataplane === CalicoDataplane.EBPF ? CalicoEncapsulation.vxlan() : CalicoEncapsulation.ipInIp(),
  });
  // what is wrong with variables is reported where they are given
  nodeVariables(settings);
  return {
    application: 'calico-node',
    image: image('node'),
    hostNetwork: 'it programs routes and rules of the node',
    configure: place => configure(settings, image, place),
  };
}

function configure(settings: CalicoSettings, image: (name: string) => string, place: CniPlace): ConfiguredCni {
  const { cluster, agentName, namespace, apiServer } = place;
  if (settings.dataplane === CalicoDataplane.EBPF && Object.keys(apiServer).length === 0) {
    fail({
      code: 'missing-api-server', what: 'the eBPF data plane takes the place of kube-proxy, and needs the API server before it can', given: 'no `apiServer`',
      allowed: 'an address of the API server that is no Service', fix: "give CniPlugin `apiServer: { host: '...' }`",
    });
  }
  const hasTypha = (settings.typhaReplicas ?? 0) > 0;
  const usesBgp = settings.encapsulation._usesBgp;
  const checks = (check: string) => Probe.exec(
    ['/bin/calico-node', `-felix-${check}`, ...usesBgp ? [`-bird-${check}`] : []],
    probeTimes(check === 'live' ? { initialDelaySeconds: 10, timeoutSeconds: 10, failureThreshold: 6 } : { timeoutSeconds: 10 }),
  );
  return {
    container: {
      env: nodeVariables(settings, hasTypha ? { service: `${agentName}-typha`, namespace } : undefined),
      ports: portsOf(settings),
      hostPaths: [
        HostPath.readWrite('/etc/cni/net.d', { mountPath: '/host/etc/cni/net.d' }), HostPath.readOnly('/lib/modules'), HostPath.readWrite('/run/xtables.lock'),
        HostPath.state('/var/run/calico'), HostPath.state('/var/lib/calico'), HostPath.state('/var/run/nodeagent'), HostPath.readWrite('/sys/fs/bpf'),
        HostPath.readOnly('/var/log/calico/cni'),
      ],
      resources: Resources.of(valueOf(CALICO_DEFAULTS.resources, cluster)),
      securityContext: ContainerSecurity.privileged('programs routes, rules and eBPF programs of the node', { writableRootFilesystem: true }),
      livenessProbe: checks('live'),
      readinessProbe: checks('ready'),
      preStop: LifecycleHook.exec(['/bin/calico-node', '-shutdown']),
      grants: grantsOf(NODE_RULES),
    },
    install: installSteps(settings, image),
    features: [
      { contribute: addPluginAccount },
      { contribute: plan => plan.acknowledge({ id: 'sensitive-host-path', reason: 'the control groups of the node are found through its first process' }) },
    ],
    siblings: [kubeControllers(image('kube-controllers')), ...hasTypha ? [typha(image('typha'), settings.typhaReplicas!, place)] : []],
  };
}

/** What is open on the node. Only metrics are declared, as in the manifest; the others are named, so that clashes with other agents are found. */
function portsOf({ metricsPort, encapsulation }: CalicoSettings): Port[] {
  return [
    ...metricsPort === undefined ? [] : [Port.container('metrics', metricsPort)],
    Port.undeclared('felix-health', 9099, 'localhost'),
    encapsulation._usesBgp ? Port.undeclared('bgp', 179, '0.0.0.0') : Port.undeclared('vxlan', 4789, '0.0.0.0', { protocol: Protocol.UDP }),
  ];
}

/** The configuration of CNI comes last: it makes the node ready. */
function installSteps(settings: CalicoSettings, image: (name: string) => string): CniInstallStep[] {
  const resources = Resources.of(fixedValue(NETWORK_DEFAULTS.installResources));
  const privileged = (reason: string) => ContainerSecurity.privileged(reason, { writableRootFilesystem: true });
  const nodeName = EnvValue.field(PodField.NODE_NAME);
  return [
    CniInstallStep.run({
      name: 'upgrade-ipam', image: image('cni'), command: ['/opt/cni/bin/calico-ipam', '-upgrade'], resources, apiAccess: true,
      env: { KUBERNETES_NODE_NAME: nodeName, CALICO_NETWORKING_BACKEND: EnvValue.of(backendOf(settings)) },
      hostPaths: [HostPath.readWrite('/var/lib/cni/networks'), HostPath.readWrite('/opt/cni/bin', { mountPath: '/host/opt/cni/bin' })],
      securityContext: privileged('moves addresses that another plugin gave to pods'),
    }),
    CniInstallStep.run({
      name: 'ebpf-bootstrap', image: image('node'), command: ['calico-node', '-init', '-best-effort'], resources,
      hostPaths: [
        HostPath.readWrite('/sys/fs', { type: HostPathType.DIRECTORY_OR_CREATE, propagation: MountPropagation.BIDIRECTIONAL }),
        HostPath.state('/var/run/calico', { propagation: MountPropagation.BIDIRECTIONAL }),
        HostPath.readOnly('/proc', { mountPath: '/nodeproc' }),
      ],
      securityContext: privileged('mounts the file systems of eBPF and cgroups on the node'),
    }),
    CniInstallStep.run({
      name: 'install-cni', image: image('cni'), command: ['/opt/cni/bin/install'], resources, apiAccess: true,
      env: {
        CNI_CONF_NAME: EnvValue.of('10-calico.conflist'), CNI_NETWORK_CONFIG: EnvValue.of(cniConfiguration(settings)), CNI_MTU: EnvValue.of(String(settings.mtu)),
        KUBERNETES_NODE_NAME: nodeName, SLEEP: EnvValue.of('false'),
      },
      hostPaths: [HostPath.readWrite('/opt/cni/bin', { mountPath: '/host/opt/cni/bin' }), HostPath.readWrite('/etc/cni/net.d', { mountPath: '/host/etc/cni/net.d' })],
      securityContext: privileged('writes programs and configuration into directories of the node'),
    }),
  ];
}
