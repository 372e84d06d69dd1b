import { IAgentCheck } from './agent-check';
import { Placement } from './placement';
import { PodDefaults } from './pod-defaults';
import { reported } from '../../private/agent-error';
import { problemOf } from '../../private/doors/entrance';
import { guardClass, isStrict } from '../../private/doors/guard-class';
import type { Finding as InternalFinding } from '../../private/finding';
import { requireAnnotations, requireLabels } from '../../private/metadata';
import { requireReason } from '../../private/reason';
import { versionFinding } from '../../private/version-finding';
import { withDefaults } from '../../private/with-defaults';
import { CheckAcknowledgement } from '../acknowledge/check-acknowledgement';
import { Finding } from '../acknowledge/finding';
import { AgentNetworkPolicy } from '../companions/agent-network-policy';
import { AgentObject } from '../companions/agent-object';
import { AgentService } from '../companions/agent-service';
import { PrometheusMonitor } from '../companions/prometheus-monitor';
import { AgentContainer, ContainerRole } from '../container/agent-container';
import { ContainerProps } from '../container/container-props';
import { IFileContent } from '../container/file-content';
import { HostNamespace } from '../host-namespace';
import { standInContainer } from '../input/stand-in';
import { KubernetesVersion } from '../kubernetes-version';
import { NodeCoverage } from '../nodes/node-coverage';
import { Toleration } from '../nodes/toleration';
import type { DisruptionBudget } from '../replicas/disruption-budget';
import { TargetCluster } from '../target-cluster';

/** What a plan starts from. */
interface PlanStart {
  readonly agentName: string;
  readonly namespace?: string;
  readonly cluster: TargetCluster;
  readonly nodes: NodeCoverage;
  readonly container: ContainerProps;
  /** Reports what is wrong with the agent at synth. */
  readonly refuse: (findings: readonly InternalFinding[]) => void;
}

/**
 * What an agent will be, while features contribute to it.
 */
export class AgentPlan {
  /** @internal */
  public static _of(start: PlanStart): AgentPlan {
    return new AgentPlan(start);
  }

  /** The name of the agent's objects. */
  public readonly agentName: string;
  /** The namespace of the agent, where one is known. */
  public readonly namespace?: string;
  /** What is known of the cluster that gets the YAML. */
  public readonly cluster: TargetCluster;
  /** The nodes that the agent runs on. */
  public readonly nodes: NodeCoverage;
  /** The agent's own container. */
  public readonly container: AgentContainer;
  /** @internal every container that runs, the agent's own first, then in the order in which they were added */
  public readonly _containers: AgentContainer[];
  /** @internal init containers and native sidecars, in the order in which they start */
  public readonly _initContainers: AgentContainer[] = [];
  /** @internal */
  public readonly _hostNamespaces: HostNamespace[] = [];
  /** @internal */
  public readonly _tolerations: Toleration[] = [];
  /** @internal */
  public readonly _podLabels: Array<[key: string, value: string]> = [];
  /** @internal */
  public readonly _podAnnotations: Array<[key: string, value: string]> = [];
  /** @internal */
  public readonly _objects: AgentObject[] = [];
  /** @internal */
  public readonly _services: AgentService[] = [];
  /** @internal */
  public readonly _monitors: PrometheusMonitor[] = [];
  /** @internal */
  public readonly _networkPolicies: AgentNetworkPolicy[] = [];
  /** @internal */
  public readonly _disruptionBudgets: DisruptionBudget[] = [];
  /** @internal */
  public readonly _findings: InternalFinding[] = [];
  /** @internal */
  public readonly _acknowledgements: CheckAcknowledgement[] = [];
  /** @internal */
  public readonly _checks: IAgentCheck[] = [];
  /** @internal */
  public readonly _rollingContent: IFileContent[] = [];
  /** @internal */
  public _podDefaults: PodDefaults = {};
  /** @internal further workloads of the agent, next to its own */
  public readonly _placements: Placement[] = [];
  private whenChanged?: () => void;
  private readonly refuse: (findings: readonly InternalFinding[]) => void;

  private constructor(start: PlanStart) {
    this.agentName = start.agentName;
    this.namespace = start.namespace;
    this.cluster = start.cluster;
    this.nodes = start.nodes;
    this.refuse = start.refuse;
    this.container = this.containerOf(start.container, 'container');
    this._containers = [this.container];
  }

  /** Adds a container that runs beside the agent's own. */
  public addContainer(container: ContainerProps): AgentContainer {
    return this.keepContainer(this._containers, container, 'container');
  }

  /** Adds a container that runs to its end before the agent's own starts. They run in the order in which they are added. */
  public addInitContainer(container: ContainerProps): AgentContainer {
    return this.keepContainer(this._initContainers, container, 'init');
  }

  /**
   * Adds a container that starts before the agent's own, in its turn among the init containers, and runs for as long as the pod does.
   * Needs Kubernetes 1.29.
   */
  public addSidecar(container: ContainerProps): AgentContainer {
    return this.keepContainer(this._initContainers, container, 'sidecar');
  }

  /** A container of the pod by its name, or undefined. */
  public findContainer(name: string): AgentContainer | undefined {
    return this._allContainers.find(container => container.name === name);
  }

  /** Shares a namespace of the node. */
  public addHostNamespace(hostNamespace: HostNamespace): void {
    this.keep(this._hostNamespaces, hostNamespace);
  }

  /** Sets what the user said nothing about. What an earlier feature set stays. */
  public addPodDefaults(defaults: PodDefaults): void {
    this._podDefaults = withDefaults(this._podDefaults, defaults);
    this.changed();
  }

  /** Restarts the pods when this content changes: that of an object which the agent reads, and which no file or reference of the pod tells of. */
  public rollOn(content: IFileContent): void {
    this.keep(this._rollingContent, content);
  }

  /** Tolerates a taint, beside those that the coverage tolerates. */
  public addToleration(toleration: Toleration): void {
    this.keep(this._tolerations, toleration);
  }

  /** Sets a label of the pods, unless the user set it. It is no part of the selector. */
  public addPodLabel(key: string, value: string): void {
    if (this.accepts(() => requireLabels({ [key]: value }))) {this.keep(this._podLabels, [key, value]);}
  }

  /** Sets an annotation of the pods, unless the user set it. A change of it rolls the agent. */
  public addPodAnnotation(key: string, value: string): void {
    if (this.accepts(() => requireAnnotations({ [key]: value }))) {this.keep(this._podAnnotations, [key, value]);}
  }

  /** Adds an object of any kind beside the workload, with the labels of the agent. */
  public addObject(object: AgentObject): void {
    this.keep(this._objects, object);
  }

  /** Adds a Service in front of the pods. */
  public addService(service: AgentService): void {
    this.keep(this._services, service);
  }

  /** Has the agent scraped by Prometheus. */
  public addMonitor(monitor: PrometheusMonitor): void {
    this.keep(this._monitors, monitor);
  }

  /** Restricts who may talk to the agent. */
  public addNetworkPolicy(policy: AgentNetworkPolicy): void {
    this.keep(this._networkPolicies, policy);
  }

  /** Says that what was asked of a feature cannot work. */
  public addError(finding: Finding): void {
    this.keep(this._findings, reported(finding));
  }

  /** Has the agent judged as it will be written, when everything was contributed. */
  public addCheck(check: IAgentCheck): void {
    this.keep(this._checks, check);
  }

  /**
   * Says that what a check finds in the agent is meant: by a feature that knows why it asks for it. Users add their own with `Checks.of(agent)`. Where nothing is
   * found, nothing is said: another feature may have changed it.
   *
   * @throws missing-reason
   */
  public acknowledge(acknowledgement: CheckAcknowledgement): void {
    const reason = requireReason(acknowledgement.reason, `the acknowledgement of '${acknowledgement.id}'`);
    this.keep(this._acknowledgements, { ...acknowledgement, reason });
  }

  /** Says that what a file or another content of the plan produces has changed. */
  public contentChanged(): void {
    this.changed();
  }

  /**
   * Says that the agent writes something that older clusters do not know. It is an error where the target cluster may be older.
   *
   * @param version the first version that knows it
   * @param what what is written
   * @param alternative what to do on older clusters
   */
  public requireVersion(version: KubernetesVersion, what: string, alternative: string): void {
    const oldest = this.cluster.kubernetesVersion.minor;
    if (oldest < version.minor) {this.addError(versionFinding({ what, since: version.minor, oldest, alternative }));}
  }

  /**
   * Whether the pods share the network of their node.
   */
  public get usesHostNetwork(): boolean {
    return this._hostNamespaces.some(shared => shared.field === 'hostNetwork');
  }

  /** @internal */
  public get _allContainers(): readonly AgentContainer[] {
    return [...this._initContainers, ...this._containers];
  }

  /** @internal runs the agent in one more way */
  public _addPlacement(placement: Placement): void {
    this.keep(this._placements, placement);
  }

  /** @internal limits what drains may take at once */
  public _addDisruptionBudget(budget: DisruptionBudget): void {
    this.keep(this._disruptionBudgets, budget);
  }

  /** @internal calls this after each further change, in place of what was called before */
  public _onChange(act: () => void): void {
    this.whenChanged = act;
  }

  /** @internal a container that is wrong is made all the same, and not kept */
  public _refuse(findings: readonly InternalFinding[], method: string, [container]: readonly unknown[]): AgentContainer | undefined {
    this.refuse(findings);
    return method.endsWith('ontainer') || method === 'addSidecar' ? this.containerOf(standInContainer(container as Partial<ContainerProps>), 'container') : undefined;
  }

  private keepContainer(list: AgentContainer[], props: ContainerProps, role: ContainerRole): AgentContainer {
    let container: AgentContainer | undefined;
    if (!this.accepts(() => {container = this.containerOf(props, role);})) {return this.containerOf(standInContainer(props), role);}
    return this.keep(list, container!);
  }

  private containerOf(props: ContainerProps, role: ContainerRole): AgentContainer {
    return AgentContainer._of(props, role, { changed: () => this.changed(), refuse: findings => this.refuse(findings) });
  }

  /** Whether nothing is wrong with what is to be added. It is reported with the agent, unless the library itself adds it. */
  private accepts(check: () => void): boolean {
    if (isStrict()) {
      check();
      return true;
    }
    const found = problemOf(check);
    if (found) {this.refuse([found]);}
    return found === undefined;
  }

  private changed(): void {
    this.whenChanged?.();
  }

  private keep<T>(list: T[], entry: T): T {
    list.push(entry);
    try {
      this.changed();
    } catch (error) {
      // what was refused is not kept
      list.splice(list.lastIndexOf(entry), 1);
      throw error;
    }
    return entry;
  }
}

guardClass({ AgentPlan });
