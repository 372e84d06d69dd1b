import type { BootingWorkload } from './booting-workload';
import { controllerReason } from '../explain/controller-reasons';
import { withLifecycleTaints } from '../explain/lifecycle-taints';
import { schedulerReasons } from '../explain/scheduler-reasons';
import type { ClusterNode } from '../inventory/cluster-node';
import { ClusterPod } from '../inventory/cluster-pod';
import { podRequests } from '../inventory/pod-requests';
import { Placement } from '../placement/placement';
import { describeTaint, PodToleration, Taint, tolerates } from '../placement/taints';
import { Occupancy } from '../scheduling/node-load';

/** Whether a program runs that something waits for. */
type Serves = (program: RegExp) => boolean;

/** Taints that are gone when the network of the node works. */
const UNTIL_NETWORK = [
  'node.kubernetes.io/not-ready', 'node.kubernetes.io/network-unavailable', 'node.cloudprovider.kubernetes.io/uninitialized',
];

/** What admission adds to pods of workloads that are no DaemonSets, for five minutes. */
const OF_ADMISSION: readonly PodToleration[] = [
  'not-ready', 'unreachable',
].map(name => ({ key: `node.kubernetes.io/${name}`, operator: 'Exists', effect: 'NoExecute' }));

/** A node that boots, and the pods that it has. */
export class BootingNode {
  private taints: readonly Taint[];
  private readonly bound = new Set<BootingWorkload>();
  private readonly running = new Set<BootingWorkload>();
  private isReady = false;
  private isOpen = false;

  public constructor(private readonly node: ClusterNode, private readonly all: readonly BootingWorkload[]) {
    this.taints = withLifecycleTaints({ ...node, conditions: new Map([...node.conditions, ['Ready', 'False']]) }).taints;
  }

  public get name(): string {
    return this.node.name;
  }

  public has(workload: BootingWorkload): boolean {
    return this.bound.has(workload);
  }

  public runs(workload: BootingWorkload): boolean {
    return this.running.has(workload);
  }

  /** Makes the pod of a workload, where nothing keeps it away. */
  public bind(workload: BootingWorkload): void {
    if (this.reasonsAgainstPod(workload).length === 0) {this.bound.add(workload);}
  }

  /** The pods that the kubelet can start now. */
  public startable(serves: Serves): BootingWorkload[] {
    return [...this.bound].filter(each => !this.running.has(each) && this.reasonsToWait(each, serves).length === 0);
  }

  public start(workload: BootingWorkload): void {
    this.running.add(workload);
  }

  /** Takes away the taints of what is ready here, where one of the workloads that run does so. */
  public removeStartupTaints(running: readonly BootingWorkload[]): void {
    for (const { startupTaint } of this.running) {
      if (startupTaint === undefined || !running.some(each => startupTaint.isRemovedBy(each))) {continue;}
      this.taints = this.taints.filter(({ key }) => key !== startupTaint.key);
    }
  }

  /** Whether the node becomes ready now. */
  public becomesReady(): boolean {
    if (this.isReady || ![...this.running].some(({ makesNetwork }) => makesNetwork)) {return false;}
    this.taints = this.taints.filter(({ key }) => !UNTIL_NETWORK.includes(key));
    return this.isReady = true;
  }

  /**
   * Whether pods that tolerate nothing come to the node from now on. Taints of its pool keep them away for good: they are no part of the
   * boot.
   */
  public becomesOpen(): boolean {
    if (this.isOpen || !this.isReady || this.startupTaints().length > 0) {return false;}
    return this.isOpen = true;
  }

  /** Why no application starts on the node; nothing where one does. */
  public reasonsAgainstApplications(): string[] {
    if (this.isOpen) {return [];}
    const plugins = this.all.filter(({ makesNetwork }) => makesNetwork);
    if (plugins.length === 0) {
      return ['the objects have no CNI plugin, and a node without one is never ready: add it, or take nodes that are ready'];
    }
    if (!this.isReady) {return [`no CNI plugin runs on the node, so it stays not ready: ${plugins.map(({ name }) => name).join(', ')}`];}
    return this.startupTaints().map(taint => `the taint ${describeTaint(taint)} is not taken away: ${
      this.all.find(({ startupTaint }) => startupTaint?.key === taint.key)!.startupTaint!.hint}`);
  }

  /** Why the pod of a workload does not run here; nothing where it does, and where none should. */
  public reasonsAgainst(workload: BootingWorkload, serves: Serves): string[] {
    if (this.running.has(workload)) {return [];}
    if (this.bound.has(workload)) {return this.reasonsToWait(workload, serves);}
    return this.shouldRunAtLast(workload) ? this.reasonsAgainstPod(workload) : [];
  }

  /** Whether a workload is meant for the node: whether it would come if its network worked. */
  private shouldRunAtLast({ workload, isDaemonSet }: BootingWorkload): boolean {
    const keys = [...UNTIL_NETWORK, ...this.startupTaints().map(({ key }) => key)];
    return !isDaemonSet
      || new Placement(workload.pod).on({ ...this.node, taints: this.taints.filter(({ key }) => !keys.includes(key)) }).shouldRun;
  }

  private reasonsAgainstPod({ workload, isDaemonSet }: BootingWorkload): string[] {
    const node = { ...this.node, taints: this.taints };
    const tolerations: readonly PodToleration[] = workload.pod.tolerations ?? [];
    const blockers = new Placement(workload.pod).blockersOn(node).filter(({ kind }) => isDaemonSet || kind !== 'untolerated-taint');
    const repelling = isDaemonSet ? [] : this.taints.filter(taint => taint.effect !== 'PreferNoSchedule'
      && ![...tolerations, ...OF_ADMISSION].some(each => tolerates(each, taint)));
    const reasons = [
      ...blockers, ...repelling.map(taint => ({ kind: 'untolerated-taint' as const, taint, evicts: taint.effect === 'NoExecute' })),
    ]
      .map(blocker => controllerReason(blocker, tolerations).message);
    return reasons.length > 0 ? reasons : schedulerReasons(workload, new Occupancy(this.pods()))(node).map(({ message }) => message);
  }

  /** Why the kubelet does not start a pod yet, or the program waits. */
  private reasonsToWait({ onHostNetwork, asksService, makesNetwork, servesServices, waitsFor }: BootingWorkload, serves: Serves): string[] {
    if (!onHostNetwork && !this.isReady) {
      return [makesNetwork ? 'it waits for the network that it makes itself: set hostNetwork' : 'it waits for the network of its node'];
    }
    const waitsForServices = asksService && (makesNetwork || servesServices) && !this.hasServices();
    return [
      ...waitsForServices ? [servesServices
        ? 'it takes the place of kube-proxy, and asks for the API server by a Service: give it the address of the API server '
          + '(KUBERNETES_SERVICE_HOST, `apiServer`)'
        : 'it asks for the API server by a Service, and kube-proxy does not run on the node: see why, or give it the address of the API '
          + 'server (`apiServer`)'] : [],
      ...waitsFor.filter(([program]) => !serves(program)).map(([, why]) => `${why}, and it does not run`),
    ];
  }

  /** Services work where something serves them; where none of the objects does, something else is taken to. */
  private hasServices(): boolean {
    return !this.all.some(({ servesServices }) => servesServices) || [...this.running].some(({ servesServices }) => servesServices);
  }

  /** Taints that some program takes away when it is ready here. */
  private startupTaints(): Taint[] {
    const keys = this.all.flatMap(({ startupTaint }) => startupTaint?.key ?? []);
    return this.taints.filter(({ key }) => keys.includes(key));
  }

  /** What is bound to the node, as the scheduler sees it. */
  private pods(): ClusterPod[] {
    return [...this.bound].map(({ workload: { kind, name, namespace = 'default', facts, pod } }) => ({
      namespace, name, nodeName: this.name, labels: {}, owner: { kind, name }, phase: 'Running', ready: true, terminating: false,
      requests: podRequests(pod), hostPorts: facts.hostPorts, spec: pod,
    }));
  }
}
