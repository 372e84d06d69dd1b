import type { BootObstacle, BootResult, BootStep } from './boot-result';
import { BootingNode } from './booting-node';
import { BootingWorkload, bootingWorkloads } from './booting-workload';
import type { ClusterNode } from '../inventory/cluster-node';
import type { Inventory } from '../inventory/inventory';

/**
 * Boots a cluster: all nodes have just joined and are not ready, and nothing runs. By the rules of the DaemonSet controller, the scheduler,
 * the kubelet and the node lifecycle controller, in rounds: what can run starts, and what it changes is seen in the next round.
 *
 * A node becomes ready when a CNI plugin runs there. Then its taints for being without a network go, and `uninitialized` with them: a cloud
 * controller manager may be one of the pods that wait for the network. Services work where kube-proxy or its replacement runs, or
 * everywhere where the objects have neither. Of workloads with replicas the first pod is looked at. Programs become ready where they run.
 */
export function bootCluster(inventory: Inventory, nodes: readonly ClusterNode[]): BootResult {
  const workloads = bootingWorkloads(inventory);
  const boot = new Boot(workloads, nodes.map(node => new BootingNode(node, workloads)));
  boot.run();
  return { steps: boot.steps, obstacles: boot.obstacles() };
}

class Boot {
  public readonly steps: BootStep[] = [];
  private round = 0;

  public constructor(private readonly workloads: readonly BootingWorkload[], private readonly nodes: readonly BootingNode[]) {}

  public run(): void {
    for (let before = -1; before !== this.steps.length;) {
      before = this.steps.length;
      this.round++;
      this.bind();
      this.start();
      this.settle();
    }
  }

  public obstacles(): BootObstacle[] {
    return [
      ...this.workloads.flatMap(each => this.missingOn(each).map(node => ({
        node: node.name, workload: each.name, reasons: node.reasonsAgainst(each, program => this.serves(program)),
      }))),
      ...this.nodes.map(node => ({ node: node.name, reasons: node.reasonsAgainstApplications() })),
    ].filter(({ reasons }) => reasons.length > 0);
  }

  /** Where something is missing: of a workload with replicas, the node that has its pod, or the first one. */
  private missingOn(workload: BootingWorkload): readonly BootingNode[] {
    if (workload.isDaemonSet) {return this.nodes;}
    return this.runs(workload) ? [] : [this.nodes.find(node => node.has(workload)) ?? this.nodes[0]];
  }

  private bind(): void {
    for (const workload of this.workloads) {
      for (const node of this.nodes) {
        if (!workload.isDaemonSet && this.nodes.some(each => each.has(workload))) {break;}
        if (!node.has(workload)) {node.bind(workload);}
      }
    }
  }

  private start(): void {
    // what starts in this round is seen by others in the next one
    const starting = this.nodes.flatMap(node => node.startable(program => this.serves(program)).map(workload => ({ node, workload })));
    for (const { node, workload } of starting) {
      node.start(workload);
      this.steps.push({ round: this.round, node: node.name, workload: workload.name, event: 'pod-starts' });
    }
  }

  private settle(): void {
    const running = this.workloads.filter(each => this.runs(each));
    for (const node of this.nodes) {
      node.removeStartupTaints(running);
      if (node.becomesReady()) {this.steps.push({ round: this.round, node: node.name, event: 'node-ready' });}
      if (node.becomesOpen()) {this.steps.push({ round: this.round, node: node.name, event: 'applications-start' });}
    }
  }

  private runs(workload: BootingWorkload): boolean {
    return this.nodes.some(node => node.runs(workload));
  }

  /** Whether a program runs, or is none of the objects, and so is taken to run somewhere else. */
  private serves(program: RegExp): boolean {
    return this.runsProgram(program) || !this.workloads.some(each => each.programs.some(name => program.test(name)));
  }

  private runsProgram(program: RegExp): boolean {
    return this.workloads.some(each => each.programs.some(name => program.test(name)) && this.runs(each));
  }
}
