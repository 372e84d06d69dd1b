import { Duration } from 'cdk8s';
import { agentContainer, metricsPort } from './cilium-agent';
import { requireCilium } from './cilium-checks';
import { ciliumConfig, OWN_CGROUP_ROOT } from './cilium-config';
import { CiliumEnvoy } from './cilium-envoy';
import { envoyDaemonSet, envoyImage } from './cilium-envoy-daemon-set';
import { addHubble } from './cilium-hubble';
import { installSteps } from './cilium-install';
import { CILIUM_MINORS, CiliumMinor } from './cilium-minors';
import { ciliumOperator } from './cilium-operator';
import { CiliumOptions } from './cilium-options';
import { CiliumSetup, setUp } from './cilium-setup';
import { CILIUM_DEFAULTS } from './defaults';
import { AgentObject } from '../../agent/companions/agent-object';
import { SecurityProfile } from '../../agent/container/security-profile';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { PodSecurityContext } from '../../agent/pod-security-context';
import { Rollout } from '../../agent/rollout';
import { fail } from '../../private/agent-error';
import { fixedValue, valueOf } from '../../private/default-row';
import { CniProgram, ConfiguredCni } from '../private/cni-program';
import { requireRelease } from '../private/release-range';

/** The agent and the operator read the ConfigMap by this name. */
const CONFIG_MAP = 'cilium-config';

/** Containers that AppArmor would keep from what they do. */
const UNCONFINED = ['cilium-agent', 'mount-cgroup', 'apply-sysctl-overwrites', 'clean-cilium-state'];

/** Cilium as its chart runs it, without what the chart is the better choice for: `docs/guides/cilium.md`. */
export function cilium(options: CiliumOptions): CniProgram {
  const standard = fixedValue(CILIUM_DEFAULTS.version);
  const release = requireRelease(options.version, undefined, { program: 'Cilium', minors: CILIUM_MINORS, standard });
  const repository = options.repository ?? fixedValue(CILIUM_DEFAULTS.repository);
  const image = (name: string) => `${repository}/${name}:v${release.text}`;
  requireCilium(options);
  // what is wrong with the configuration is reported where the options are given
  ciliumConfig(options, { minor: release.minor as CiliumMinor, cgroupRoot: OWN_CGROUP_ROOT, namespace: 'kube-system' });
  const { envoy = CiliumEnvoy.embedded() } = options;
  const ofEnvoy = envoy.kind === 'daemonSet' ? envoyImage(release.text, repository, envoy._options.image) : undefined;
  return {
    application: 'cilium-agent',
    image: image('cilium'),
    hostNetwork: 'it programs the kernel of the node',
    configure: place => {
      requireApiServer(options, place.apiServer);
      return configure(setUp(options, release, image, place), ofEnvoy);
    },
  };
}

function requireApiServer({ kubeProxyReplacement }: CiliumOptions, apiServer: object): void {
  if (kubeProxyReplacement && Object.keys(apiServer).length === 0) {
    fail({
      code: 'missing-api-server', what: 'Cilium takes the place of kube-proxy, and needs the API server before it can',
      given: 'no `apiServer`',
      allowed: 'an address of the API server that is no Service', fix: "give CniPlugin `apiServer: { host: '...' }`",
    });
  }
}

function configure(setup: CiliumSetup, ofEnvoy: string | undefined): ConfiguredCni {
  const { place: { cluster }, hasAppArmorFields } = setup;
  return {
    container: agentContainer(setup),
    agent: {
      rollout: Rollout.count(valueOf(CILIUM_DEFAULTS.rollout, cluster)),
      terminationGracePeriod: Duration.seconds(valueOf(CILIUM_DEFAULTS.gracePeriodSeconds, cluster)),
      podSecurityContext: PodSecurityContext.of({
        seccomp: SecurityProfile.unconfined(), ...hasAppArmorFields && { appArmor: SecurityProfile.unconfined() },
      }),
    },
    install: installSteps(setup),
    features: [{ contribute: plan => contribute(plan, setup) }],
    siblings: [ciliumOperator(setup, CONFIG_MAP), ...ofEnvoy === undefined ? [] : [envoyDaemonSet(setup, ofEnvoy)]],
  };
}

function contribute(plan: AgentPlan, { options, config, content, hasAppArmorFields, mountsCgroup }: CiliumSetup): void {
  plan.addObject(AgentObject.of({
    apiVersion: 'v1', kind: 'ConfigMap', name: CONFIG_MAP, namespace: plan.namespace, fields: { data: { ...config } },
  }));
  plan.rollOn({ text: () => content });
  // the command line of Cilium, Hubble Relay and dashboards find the agents by it
  plan.addPodLabel('k8s-app', 'cilium');
  addHubble(plan, options);
  if (options.metricsPort !== undefined) {options.scraping?._contribute(plan, { port: metricsPort(options.metricsPort) });}
  plan.acknowledge({ id: 'ephemeral-storage-unset', reason: 'the emptyDir holds the configuration alone, which is small' });
  plan.acknowledge({
    id: 'sensitive-host-path', reason: 'the network of the node is set up through its kernel settings and its first process',
  });
  if (!hasAppArmorFields && !options.privileges?._isPrivileged) {
    UNCONFINED.filter(name => mountsCgroup || name !== 'mount-cgroup')
      .forEach(name => plan.addPodAnnotation(`container.apparmor.security.beta.kubernetes.io/${name}`, 'unconfined'));
  }
}
