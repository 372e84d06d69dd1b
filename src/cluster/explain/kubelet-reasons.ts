import type { Reason } from './reason';
import { ClusterNode, isReady } from '../inventory/cluster-node';
import type { Workload } from '../inventory/workload';
import { labelOf } from '../node-selection';

/** Priorities from here on are those of the system; nobody else may have them. */
const CRITICAL_PRIORITY = 2_000_000_000;
const CRITICAL_CLASSES = ['system-node-critical', 'system-cluster-critical'];

/** Whether a kubelet admits the pods of an agent under pressure too. */
export function isCritical({ pod: { priorityClassName, priority } }: Workload): boolean {
  return CRITICAL_CLASSES.includes(priorityClassName) || priority >= CRITICAL_PRIORITY;
}

/**
 * What turns away every pod that is not critical. Pressure on memory is not among it: that turns away pods without requests, unless they
 * tolerate its taint, and every pod of a DaemonSet does.
 */
const PRESSURES: ReadonlyArray<readonly [
  condition: string, what: string,
]> = [['DiskPressure', 'free its disk'], ['PIDPressure', 'end processes']];

const OPERATING_SYSTEM = 'kubernetes.io/os';

/** Why a kubelet does not run a pod of an agent that is bound to its node. Pods that run already are left alone. */
export function kubeletReasons(agent: Workload): (node: ClusterNode) => Reason[] {
  const critical = isCritical(agent);
  // the kubelet holds this label of the pod against the system too
  const wanted = [...new Set<string>([agent.pod.os?.name, agent.template.metadata?.labels?.[OPERATING_SYSTEM]].filter(name => name))];
  return node => [
    ...isReady(node) ? [] : [notReady(node.conditions.get('Ready')!, agent.facts.hostNetwork)],
    ...critical ? [] : PRESSURES.filter(([condition]) => node.conditions.get(condition) === 'True').map(([
      condition, cure,
    ]) => underPressure(condition, cure)),
    ...otherSystem(wanted, labelOf(node, OPERATING_SYSTEM)),
  ];
}

function notReady(status: string, hostNetwork: boolean): Reason {
  return {
    stage: 'kubelet', code: 'node-not-ready', found: status,
    message: status === 'False' && hostNetwork
      ? 'the node is not ready: the pod starts there if only the network of pods is missing, and stays Pending otherwise; look at the '
        + 'conditions of the node'
      : status === 'False' ? 'the node is not ready: the pod stays Pending until it is; look at the conditions of the node'
        : 'the kubelet of the node does not answer: the pod stays Pending until it does; bring the node back, or delete it',
  };
}

function underPressure(condition: string, cure: string): Reason {
  return {
    stage: 'kubelet', code: 'node-pressure', condition,
    message: `the node reports ${condition}, and its kubelet turns away every new pod that is not critical: ${cure}, `
      + 'or give the agent the priority class system-node-critical if the node is of no use without it',
  };
}

function otherSystem(wanted: readonly string[], found: string | undefined): Reason[] {
  return found === undefined ? [] : wanted.filter(name => name !== found).map(name => ({
    stage: 'kubelet', code: 'operating-system-mismatch', wanted: name, found,
    message: `the agent is made for ${name}, and the node runs ${found}, so its kubelet turns the pod away: ask for the label `
      + `${OPERATING_SYSTEM}=${name}`,
  }));
}
