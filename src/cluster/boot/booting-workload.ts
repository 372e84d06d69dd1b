import { describeEntry } from '../../private/entry';
import type { Wire } from '../../private/wire';
import { controlsStartupTaints, CsiStartupTaint, startupTaintIn } from '../csi/startup-taint';
import { runningContainersIn } from '../inventory/containers';
import type { Inventory } from '../inventory/inventory';
import { programOf } from '../inventory/programs';
import { isDaemonSet, Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { ciliumSetting, Setting, variableOf } from '../network-agents/agent-settings';
import { configuresCni } from '../network-agents/cni-directories';
import { KUBE_PROXY, NetworkAgent, networkAgentsIn } from '../network-agents/network-agents';

/** A workload, as far as the boot of a cluster is concerned. */
export interface BootingWorkload {
  readonly workload: Workload;
  /** `DaemonSet kube-system/cilium` */
  readonly name: string;
  readonly isDaemonSet: boolean;
  readonly onHostNetwork: boolean;
  /** Whether nodes become ready by it. */
  readonly makesNetwork: boolean;
  /** Whether Services work on its nodes by it. */
  readonly servesServices: boolean;
  /** Whether it asks the API server by the Service `kubernetes`. */
  readonly asksService: boolean;
  /** Programs that must run somewhere before it is ready, where the objects have them. */
  readonly waitsFor: ReadonlyArray<readonly [program: RegExp, why: string]>;
  /** The taint that is taken from nodes where this one is ready. */
  readonly startupTaint?: StartupTaint;
  /** Whether it takes the start-up taints of CSI drivers from all nodes. */
  readonly controlsStartupTaints: boolean;
  readonly programs: readonly string[];
}

/** A taint that keeps applications off a new node. */
export interface StartupTaint {
  readonly key: string;
  /** What to do where it stays. */
  readonly hint: string;
  /** Whether the pods of a workload take it away; where none of those that run do, it stays. */
  isRemovedBy(other: Pick<BootingWorkload, 'workload' | 'programs' | 'controlsStartupTaints'>): boolean;
}

const CILIUM_OPERATOR = /(^|\/)cilium\/operator(-[a-z]+)?$|(^|\/)operator-(generic|aws|azure|alibabacloud)$/;
const TYPHA = /(^|\/)(mirrored-calico-)?typha$/;
const WITH_REPLICAS = new Set(['Deployment', 'StatefulSet', 'ReplicaSet']);

/** Everything that is to run, in the order in which it is written. */
export function bootingWorkloads(inventory: Inventory): BootingWorkload[] {
  return writtenWorkloads({ inventory }).filter(runsForGood).map(workload => bootingWorkload(inventory, workload));
}

/** Jobs and bare pods come and go. */
function runsForGood(workload: Workload): boolean {
  return isDaemonSet(workload) || WITH_REPLICAS.has(workload.kind) && workload.object.spec.replicas !== 0;
}

function bootingWorkload(inventory: Inventory, workload: Workload): BootingWorkload {
  const agents = networkAgentsIn({ inventory }, workload);
  const containers = runningContainersIn(workload);
  const onHostNetwork = workload.facts.hostNetwork;
  return {
    workload, name: describeEntry(workload), isDaemonSet: isDaemonSet(workload), onHostNetwork,
    // a configuration that nobody sees is taken for that of a CNI plugin, and so is an unknown program that writes one
    makesNetwork: isDaemonSet(workload)
      && (agents.length > 0 ? agents.some(({ makesNetwork }) => makesNetwork !== false) : onHostNetwork && configuresCni(workload)),
    servesServices: agents.some(({ servesServices }) => servesServices === true),
    asksService: onHostNetwork && hasToken(workload.pod) && !agents.some(({ project }) => project === KUBE_PROXY)
      && containers.every(({ container }) => variableOf({ inventory }, workload, container, 'KUBERNETES_SERVICE_HOST') === undefined),
    ...bondsOf(inventory, workload, agents),
    controlsStartupTaints: controlsStartupTaints(workload),
    programs: containers.flatMap(({ container }) => programOf(container.image) ?? []),
  };
}

/** Whether the pods can ask the API server. */
function hasToken({ automountServiceAccountToken, volumes }: Wire): boolean {
  return automountServiceAccountToken !== false
    || (volumes ?? []).some(({ projected }: Wire) => projected?.sources?.some(({ serviceAccountToken }: Wire) => serviceAccountToken));
}

/** What some projects wait for. */
function bondsOf(inventory: Inventory, workload: Workload, agents: readonly NetworkAgent[]): Pick<BootingWorkload, 'waitsFor'
  | 'startupTaint'> {
  const setting = (read: typeof variableOf, container: Wire, name: string): Setting => read({ inventory }, workload, container, name);
  for (const { project, placed: { container } } of agents) {
    if (project === 'Cilium') {
      const key = setting(ciliumSetting, container, 'agent-not-ready-taint-key');
      return {
        waitsFor: [[CILIUM_OPERATOR, 'cilium-operator makes the custom resource definitions that the agent waits for']],
        startupTaint: {
          key: typeof key === 'string' ? key : 'node.cilium.io/agent-not-ready', hint: 'see that its operator runs',
          isRemovedBy: ({ programs }) => programs.some(name => CILIUM_OPERATOR.test(name)),
        },
      };
    }
    if (project === 'Calico' && setting(variableOf, container, 'FELIX_TYPHAK8SSERVICENAME') !== undefined) {
      return { waitsFor: [[TYPHA, 'calico-node asks Typha for its configuration']] };
    }
  }
  const taint = startupTaintIn(workload, inventory);
  return { waitsFor: [], ...taint !== undefined && { startupTaint: ofDriver(taint, workload) } };
}

function ofDriver({ key, removedBy, reason = '' }: CsiStartupTaint, plugin: Workload): StartupTaint {
  return {
    key, hint: reason,
    isRemovedBy: ({ workload, controlsStartupTaints: controls }) => (removedBy === 'plugin'
      ? workload === plugin
      : removedBy === 'controller' && controls),
  };
}
