import { IAgentCheck } from './agent-check';
import { Placement } from './placement';
import { PlanStart } from './plan-start';
import { PodDefaults } from './pod-defaults';
import { PoolParts } from './pool-parts';
import { bothOf, exceptOf, PoolScope, scopeOf } from './pool-scope';
import { reported } from '../../private/agent-error';
import { problemOf } from '../../private/doors/entrance';
import { guardClass, isStrict } from '../../private/doors/guard-class';
import type { Finding as InternalFinding } from '../../private/finding';
import { requireAnnotations, requireLabels } from '../../private/metadata';
import { requireReason } from '../../private/reason';
import { versionFinding } from '../../private/version-finding';
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
  public readonly _podDefaultsGiven: Array<{ readonly defaults: PodDefaults }> = [];
  /** @internal further workloads of the agent, next to its own */
  public readonly _placements: Placement[] = [];
  /** @internal what is for some pods alone */
  public readonly _parts: PoolParts;
  private readonly poolNames: readonly string[];
  private readonly scope?: PoolScope;
  private whenChanged?: () => void;
  private readonly refuse: (findings: readonly InternalFinding[]) => void;

  private constructor(start: PlanStart) {
    ({ agentName: this.agentName, namespace: this.namespace, cluster: this.cluster, nodes: this.nodes } = start);
    ({ pools: this.poolNames, refuse: this.refuse } = start);
    this._parts = new PoolParts(this.poolNames);
    this.container = this.containerOf(start.container, 'container');
    this._containers = [this.container];
  }

  /** Adds a container that runs next to the agent's own. */
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

  /** A container of the pod by its name, or undefined. A plan for some pools finds what their pods have. */
  public findContainer(name: string): AgentContainer | undefined {
    return this._allContainers.find(container => container.name === name);
  }

  /**
   * The plan for the pods of these `pools` alone. What is added to it takes the place of what all pods have at the same path or under
   * the same name. Objects, Services, monitors, policies and API grants belong to the whole agent.
   * @throws invalid-node-pool
   */
  public forPools(names: string[]): AgentPlan {
    return this.limitedTo(scopeOf(names, this.poolNames));
  }

  /** The plan for all pods but those of these `pools`. */
  public exceptPools(names: string[]): AgentPlan {
    return this.limitedTo(exceptOf(names, this.poolNames));
  }

  /** Shares a namespace of the node. */
  public addHostNamespace(hostNamespace: HostNamespace): void {
    this.keep(this._hostNamespaces, hostNamespace);
  }

  /** Sets what the user said nothing about. What an earlier feature set stays. */
  public addPodDefaults(defaults: PodDefaults): void {
    this.keep(this._podDefaultsGiven, { defaults });
  }

  /**
   * Restarts the pods when this content changes: that of an object which the agent reads, and which no file or reference of the pod tells
   * of.
   */
  public rollOn(content: IFileContent): void {
    this.keep(this._rollingContent, content);
  }

  /** Tolerates a taint, in addition to those that the coverage tolerates. */
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

  /** Adds an object of any kind next to the workload, with the labels of the agent. */
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
   * Says that what a check finds in the agent is meant: by a feature that knows why it asks for it. Users add their own with
   * `Checks.of(agent)`. Where nothing is found, nothing is said: another feature may have changed it.
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
    return this._parts.seen(this._hostNamespaces, this.scope).some(shared => shared.field === 'hostNetwork');
  }

  /** @internal those of the pods that the plan is for */
  public get _allContainers(): readonly AgentContainer[] {
    const { scope } = this;
    const all = this._parts.seen([...this._initContainers, ...this._containers], scope);
    return scope === undefined ? all : all.map(container => container._limitedTo(scope));
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
    return method.endsWith('ontainer') || method === 'addSidecar'
      ? this.containerOf(standInContainer(container as Partial<ContainerProps>), 'container')
      : undefined;
  }

  private limitedTo(inner: PoolScope): AgentPlan {
    const scope = bothOf(this.scope, inner);
    return Object.assign(Object.create(this) as AgentPlan, { scope, container: this.container._limitedTo(scope) });
  }

  private keepContainer(list: AgentContainer[], props: ContainerProps, role: ContainerRole): AgentContainer {
    let container: AgentContainer | undefined;
    if (!this.accepts(() => {container = this.containerOf(props, role);})) {return this.containerOf(standInContainer(props), role);}
    return this.keep(list, container!);
  }

  private containerOf(props: ContainerProps, role: ContainerRole): AgentContainer {
    return AgentContainer._of(props, role, {
      parts: this._parts, changed: () => this.changed(), refuse: findings => this.refuse(findings),
    });
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

  private keep<T extends object>(list: T[], entry: T): T {
    this._parts.limit(list, entry, this.scope);
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
