import { acceptController, acceptDriver } from './accepted';
import { ControllerSetup, sidecarImage } from './controller-setup';
import { CONTROLLER_ROLES, CONTROLLER_SIDECARS } from './controller-sidecars';
import { driverProgram, followedAccess } from './driver-container';
import { grantsOf, LEADER_RULES, SECRET_RULES } from './sidecar-rules';
import { csiAddress, DriverContainers, LivenessProbe } from './sidecars';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Resources } from '../../agent/container/resources';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { Toleration } from '../../agent/nodes/toleration';
import { VirtualNodes } from '../../agent/nodes/virtual-nodes';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { Priority } from '../../agent/priority';
import { ClusterWorkload } from '../../agent/replicas/cluster-workload';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { STORAGE_DEFAULTS } from '../defaults';

/** The controller of a driver: its program, and a sidecar for each thing that it does. */
export function controllerPreset(setup: ControllerSetup): Preset {
  const { driver, pod, liveness, cluster, onHostNetwork } = setup;
  const { containers = [], features = [], hostNamespaces, dns, podSecurityContext, terminationGracePeriod } = pod;
  return {
    application: applicationOf(driver.name),
    image: pod.image ?? driver._options.image,
    container: driverContainer(setup),
    agent: {
      priority: Priority[valueOf(STORAGE_DEFAULTS.controllerPriority, cluster)](),
      replicas: pod.replicas ?? valueOf(STORAGE_DEFAULTS.controllerReplicas, cluster),
      nodes: controllerNodes(setup),
      // a second pod on the node would find the port taken
      workload: onHostNetwork ? ClusterWorkload.deployment({ maxUnavailable: 1, maxSurge: 0 }) : undefined,
      dns, podSecurityContext, terminationGracePeriod,
    },
    hostNamespaces,
    features: [
      {
        contribute: plan => {
          acceptDriver(plan, (pod.grants ?? []).flatMap(({ apiGrants }) => apiGrants));
          acceptController(plan, setup.work.readsSecrets);
        },
      },
      new ControllerSidecars(setup),
      ...liveness.isProbed ? [new LivenessProbe(setup)] : [],
      ...containers.length > 0 ? [new DriverContainers(containers, setup)] : [],
      ...features,
    ],
  };
}

function driverContainer(setup: ControllerSetup): Preset['container'] {
  const { driver, pod, kubelet, security, socketAccess, cluster } = setup;
  return {
    ...driverProgram(setup),
    hostPaths: [...pod.mounts?._hostPaths(kubelet) ?? [], ...followedAccess(pod.hostAccess ?? [], kubelet)],
    volumeMounts: socketAccess.volumeMounts,
    resources: pod.resources ?? driver._options.resources ?? Resources.of(valueOf(STORAGE_DEFAULTS.driverResources, cluster)),
    securityContext: security,
    grants: (pod.grants ?? []).flatMap(grant => grant.apiGrants),
    overrides: pod.overrides,
  };
}

/** The sidecars that tell the driver what to do. Each has the rights of its own project, and a token of its own. */
class ControllerSidecars implements IAgentFeature {
  public constructor(private readonly setup: ControllerSetup) {}

  public contribute(plan: AgentPlan): void {
    const { setup } = this;
    const { kubelet, work, socketAccess, cluster } = setup;
    for (const role of CONTROLLER_ROLES) {
      const given = setup.sidecar(role);
      if (given === undefined) {continue;}
      const { name, args, rules } = CONTROLLER_SIDECARS[role];
      plan.addContainer({
        name,
        image: sidecarImage(role, given, setup),
        args: [
          csiAddress(kubelet), '--leader-election', '--leader-election-namespace=$(POD_NAMESPACE)', '--v=2', ...args(work),
          ...given.extraArgs ?? [],
        ],
        env: {
          POD_NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE),
          ...role === 'provisioner' && work.reportsCapacity && {
            NAMESPACE: EnvValue.field(PodField.POD_NAMESPACE), POD_NAME: EnvValue.field(PodField.POD_NAME),
          },
        },
        ...socketAccess,
        resources: given.resources ?? Resources.of(valueOf(STORAGE_DEFAULTS.controllerSidecarResources, cluster)),
        grants: grantsOf([...rules(work), ...work.readsSecrets ? SECRET_RULES : [], ...LEADER_RULES]),
        overrides: given.overrides,
      });
    }
  }
}

/** One program on nodes and in the controller would give both the same labels. */
function applicationOf(driverName: string): string {
  const name = `${driverName}-controller`;
  return name.length <= 63 ? name : 'csi-controller';
}

/** Nodes of the control plane too, as in the manifests of drivers. What shares something with its node cannot run where there is none. */
function controllerNodes({ pod, onHostNetwork, security }: ControllerSetup): NodeCoverage {
  const needsNode = onHostNetwork || security.isPrivileged || pod.hostAccess !== undefined;
  return NodeCoverage.linux({
    tolerations: [Toleration.controlPlane(), Toleration.exists('CriticalAddonsOnly')],
    virtualNodes: needsNode ? VirtualNodes.excluded() : VirtualNodes.included(),
  });
}
