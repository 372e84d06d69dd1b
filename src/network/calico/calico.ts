import { addPluginAccount } from './calico-accounts';
import { CalicoDataplane } from './calico-dataplane';
import { installSteps } from './calico-install';
import { networkMode } from './calico-network-mode';
import { CalicoOptions } from './calico-options';
import { requireUnowned, requireVariables } from './calico-owned-variables';
import { policyMode } from './calico-policy-mode';
import { CalicoPolicyOptions } from './calico-policy-options';
import { calicoRelease } from './calico-releases';
import { agentVariables, CalicoSettings, HEALTH_PORT, requireAgentOptions, TyphaPlace } from './calico-settings';
import { kubeControllers, typha } from './calico-siblings';
import { CALICO_DEFAULTS } from './defaults';
import { felixVariable, felixVariables } from './felix';
import { ContainerSecurity } from '../../agent/container/container-security';
import { EnvValue } from '../../agent/container/env-value';
import { HostPath } from '../../agent/container/host-path';
import { LifecycleHook } from '../../agent/container/lifecycle-hook';
import { PodField } from '../../agent/container/pod-field';
import { Port, Protocol } from '../../agent/container/port';
import { Probe } from '../../agent/container/probe';
import { Resources } from '../../agent/container/resources';
import { fail } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { USUAL_CONFIGURATION } from '../private/cni-directories';
import { CniPlace, CniProgram, ConfiguredCni, Variables } from '../private/cni-program';
import { grantsOf } from '../private/rbac-rules';

/** Calico as the network, as its manifest for the Kubernetes datastore runs it, without its operator. */
export function calico(options: CalicoOptions): CniProgram {
  const release = calicoRelease(options.version);
  return program({ release, repository: repositoryOf(options.repository), options, mode: networkMode(options, release) });
}

/** Calico for the policies of a network that others make. */
export function calicoPolicyOnly(options: CalicoPolicyOptions): CniProgram {
  const release = calicoRelease(options.version);
  return program({ release, repository: repositoryOf(options.repository), options, mode: policyMode(options, release) });
}

function repositoryOf(given: string | undefined): string {
  return given ?? fixedValue(CALICO_DEFAULTS.repository);
}

function program(settings: CalicoSettings): CniProgram {
  const { release, repository, options } = settings;
  requireAgentOptions(options);
  requireUnowned(options.felix ?? {}, felixVariable);
  // what is wrong with variables is reported where they are given
  nodeVariables(settings, undefined);
  const image = (name: string) => `${repository}/${name}:v${release.text}`;
  return {
    application: 'calico-node',
    image: image('node'),
    hostNetwork: 'it programs routes and rules of the node',
    configure: place => configure(settings, image, place),
    requireVariables: (given, own) => requireVariables(given, own, release),
  };
}

function configure(settings: CalicoSettings, image: (name: string) => string, place: CniPlace): ConfiguredCni {
  const { options, mode, release } = settings;
  const { cluster, agentName, namespace, apiServer } = place;
  requireApiServer(options.dataplane, apiServer);
  const { typhaReplicas } = options;
  return {
    container: {
      env: nodeVariables(settings, typhaReplicas === undefined ? undefined : { service: `${agentName}-typha`, namespace }),
      ports: portsOf(settings),
      hostPaths: hostPathsOf(settings),
      resources: Resources.of(valueOf(CALICO_DEFAULTS.resources, cluster)),
      securityContext: ContainerSecurity.privileged('programs routes, rules and eBPF programs of the node'),
      livenessProbe: check(settings, 'live'),
      readinessProbe: check(settings, 'ready'),
      preStop: LifecycleHook.exec(['/bin/calico-node', '-shutdown']),
      grants: grantsOf(mode.nodeRules),
    },
    install: installSteps(settings, image, cluster),
    features: [{ contribute: plan => addPluginAccount(plan, mode.ipam === undefined ? undefined : mode.pluginRules) }],
    siblings: [
      kubeControllers(image('kube-controllers'), release.minor),
      ...typhaReplicas === undefined
        ? []
        : [typha({ image: image('typha'), replicas: typhaReplicas, minor: release.minor, variables: values(mode.typhaVariables) }, place)],
    ],
  };
}

function requireApiServer(dataplane: CalicoDataplane | undefined, apiServer: Variables): void {
  if (dataplane !== CalicoDataplane.EBPF || Object.keys(apiServer).length > 0) {return;}
  fail({
    code: 'missing-api-server', what: 'the eBPF data plane takes the place of kube-proxy, and needs the API server before it can',
    given: 'no `apiServer`',
    allowed: 'an address of the API server that is no Service', fix: "give CniPlugin `apiServer: { host: '...' }`",
  });
}

/** Parameters of Felix that the user names are laid over those that follow from options. */
function nodeVariables(settings: CalicoSettings, typhaPlace: TyphaPlace | undefined): Variables {
  const { options, mode, release } = settings;
  return {
    ...values({ ...agentVariables(settings, typhaPlace), ...mode.variables, ...felixVariables(options.felix ?? {}, release) }),
    NODENAME: EnvValue.field(PodField.NODE_NAME),
  };
}

function check({ mode: { backend } }: CalicoSettings, what: 'live' | 'ready'): Probe {
  return Probe.exec(
    ['/bin/calico-node', `-felix-${what}`, ...backend === 'bird' ? [`-bird-${what}`] : []],
    probeTimes(what === 'live' ? { initialDelaySeconds: 10, timeoutSeconds: 10, failureThreshold: 6 } : { timeoutSeconds: 10 }),
  );
}

function hostPathsOf({ release, mode }: CalicoSettings): HostPath[] {
  return [
    ...mode.ipam === undefined
      ? []
      : [HostPath.readWrite(USUAL_CONFIGURATION, { mountPath: '/host/etc/cni/net.d' }), HostPath.readOnly('/var/log/calico/cni')],
    HostPath.readOnly('/lib/modules'), HostPath.readWrite('/run/xtables.lock'),
    HostPath.state('/var/run/calico'), HostPath.state('/var/lib/calico'), HostPath.state('/var/run/nodeagent'),
    HostPath.readWrite('/sys/fs/bpf'),
    ...release.readsLockdown ? [HostPath.readOnly('/sys/kernel/security')] : [],
  ];
}

/**
 * What is open on the node. Only metrics are declared, as in the manifest; the others are named, so that clashes with other agents are
 * found.
 */
function portsOf({ options: { metricsPort, healthPort = HEALTH_PORT }, mode: { backend, vxlanPort } }: CalicoSettings): Port[] {
  return [
    ...metricsPort === undefined ? [] : [Port.container('metrics', metricsPort)],
    Port.undeclared('felix-health', healthPort, 'localhost'),
    ...backend === 'bird' ? [Port.undeclared('bgp', 179, '0.0.0.0')] : [],
    ...vxlanPort === undefined ? [] : [Port.undeclared('vxlan', vxlanPort, '0.0.0.0', { protocol: Protocol.UDP })],
  ];
}

function values(texts: { readonly [name: string]: string }): Variables {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, EnvValue.of(value)]));
}
