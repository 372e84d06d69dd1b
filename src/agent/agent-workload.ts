import { ApiObject, Chart, Lazy } from 'cdk8s';
import type { INetworkPolicyPeer, IPodSelector, ISubject, NetworkPolicyPeerConfig, PodSelectorConfig, SubjectConfiguration } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AgentIdentity } from './agent-identity';
import { checkSettingsOf } from './app/check-settings';
import { AppRegistry } from './app/registry';
import { clusterOf } from './app/target';
import { AgentContainer } from './container/agent-container';
import { OwnContainerOptions } from './container/container-props';
import { NodeCoverage } from './nodes/node-coverage';
import { ManifestObject } from './objects/manifest-object';
import { requireFreeLabels, requireId, requireMetadata } from './objects/object-metadata';
import { Siblings } from './objects/siblings';
import { WorkloadOutcome } from './objects/workload-outcome';
import { IAgentFeature } from './plan/agent-feature';
import { AgentPlan } from './plan/agent-plan';
import { PodDefaults } from './plan/pod-defaults';
import { Privilege } from './plan/privilege';
import { contribute } from './render/feature-calls';
import { privilegesOf, reasonAnnotations } from './render/privileges';
import { renderWorkload } from './render/render-workload';
import { RenderedWorkload } from './render/rendered-workload';
import { WorkloadShape } from './render/workload-shape';
import { TargetCluster } from './target-cluster';
import { WorkloadOptions } from './workload-options';
import { withDefaults } from '../private/defaults';
import { requireName } from '../private/names';
import { fail, located } from '../private/problem';

/**
 * Everything that can be said of a workload and of its own container.
 */
export interface AgentWorkloadProps extends WorkloadOptions, OwnContainerOptions {}

/**
 * What NodeAgent has in common with agents that do not run once on every node. Make a NodeAgent, or extend it: this class cannot be extended outside of the
 * library yet, because how a kind of workload is written is not public.
 */
export abstract class AgentWorkload extends Construct implements IPodSelector, INetworkPolicyPeer, ISubject {
  /** The name of the agent's objects. */
  public readonly name: string;
  /** The namespace of the agent; absent where neither the agent nor its chart has one. */
  public readonly namespace?: string;
  /** The agent's own container. */
  public readonly container: AgentContainer;
  /** What the agent will be, for what its own container does not hold: further containers, host namespaces, Services. */
  public readonly plan: AgentPlan;
  /** The workload itself. JSON patches in the spelling of the Kubernetes API are applied last. */
  public readonly apiObject: ApiObject;
  /** The name of the service account that the pods run as. One of this name is made only if the agent needs it. */
  public readonly serviceAccountName: string;

  private readonly given: WorkloadOptions;
  private readonly labels: { readonly [key: string]: string };
  private readonly shape: WorkloadShape;
  private readonly siblings: Siblings;
  private readonly workload: ManifestObject;
  private merged?: { readonly defaults: PodDefaults; readonly options: WorkloadOptions };
  private isComplete = false;
  private readonly outcome: WorkloadOutcome;

  protected constructor(scope: Construct, id: string, props: AgentWorkloadProps) {
    super(scope, id);
    const checked = <T>(act: () => T) => located(this.node.path, act);
    const namespace = props.namespace ?? Chart.of(this).namespace;
    this.name = checked(() => (props.name === undefined ? requireId(id) : requireName(props.name, 'dns-label', 'the name of the agent')));
    this.namespace = namespace === undefined ? undefined : checked(() => requireName(namespace, 'dns-label', 'the namespace of the agent'));
    checked(() => requireMetadata(props));
    this.given = props;
    const identity = props.identity ?? checked(() => AgentIdentity.standard(this.name));
    this.labels = identity._selectorLabels(this.name);
    const objectLabels = { ...props.labels, ...identity.labelsObjects && this.labels };
    checked(() => requireFreeLabels(props.labels, objectLabels));
    this.serviceAccountName = props.serviceAccount?.kind === 'default' ? 'default' : props.serviceAccount?.name ?? this.name;
    this.plan = checked(() => AgentPlan._of({
      agentName: this.name,
      namespace: this.namespace,
      cluster: TargetCluster.of(this),
      nodes: props.nodes ?? NodeCoverage.linux(),
      container: { ...props, name: props.containerName ?? 'agent' },
      changed: () => this.changed(),
    }));
    this.container = this.plan.container;
    const workload = this;
    this.siblings = new Siblings({
      owner: this,
      plan: this.plan,
      get options() {
        return workload.options;
      },
      objectLabels,
      selectorLabels: this.labels,
      serviceAccountName: this.serviceAccountName,
      configMapName: this.configMapName,
      get ownPriorityClassName() {
        return workload.ownPriorityClassName;
      },
      rendered: () => this.outcome.rendered(),
    });
    checked(() => this.contributeGiven());
    // what the pods need is written before them
    checked(() => this.siblings.sync());
    this.shape = checked(() => this._shapeOf(props));
    this.workload = new ManifestObject(this, 'Resource', {
      apiVersion: this.shape.apiVersion,
      kind: this.shape.kind,
      metadata: {
        name: this.name,
        ...this.namespace !== undefined && { namespace: this.namespace },
        labels: objectLabels,
        annotations: this.options.annotations,
      },
      spec: Lazy.any({ produce: () => this.outcome.rendered(true).spec }),
    }, { owner: this, clusterScoped: false });
    this.apiObject = this.workload;
    this.outcome = this.makeOutcome();
    this.register();
    this.isComplete = true;
    this.annotateReasons();
  }

  /**
   * What the kind of workload adds to the pod template.
   *
   * @internal
   */
  protected abstract _shapeOf(props: WorkloadOptions): WorkloadShape;

  /**
   * The labels by which the agent finds its pods: for Services and policies of your own.
   */
  public get selectorLabels(): { [key: string]: string } {
    return { ...this.labels };
  }

  /**
   * Everything that the agent was given beyond the least it could run with, and why.
   */
  public get privileges(): Privilege[] {
    return [...this.outcome.state().privileges];
  }

  /**
   * Every object of the agent that exists so far, the workload last: to patch them.
   */
  public get objects(): ApiObject[] {
    return [...this.siblings.objects, this.workload];
  }

  /** The first object of a kind that the agent made so far, or undefined: to patch it. */
  public findObject(kind: string): ApiObject | undefined {
    return this.objects.find(object => object.kind === kind);
  }

  /** Lets a feature contribute to the agent. What comes after the agent was made stands behind what came before. */
  public addFeature(feature: IAgentFeature): void {
    located(this.node.path, () => contribute(feature, this.plan));
  }

  /** Selects the agent's pods: for Services and policies of cdk8s-plus. */
  public toPodSelectorConfig(): PodSelectorConfig {
    // loaded here, because loading it costs as much as cdk8s itself and few apps come by
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { LabelSelector } = require('cdk8s-plus-28') as typeof import('cdk8s-plus-28');
    return { labelSelector: LabelSelector.of({ labels: this.selectorLabels }) };
  }

  /** Selects the agent's pods: for Services and policies of cdk8s-plus. */
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }

  /** Makes the agent a peer of network policies of cdk8s-plus. Policies do not see pods on the host network. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Makes the agent's service account a subject of role bindings of cdk8s-plus. The agent's own container then gets a token. */
  public toSubjectConfiguration(): SubjectConfiguration {
    this.container.addApiAccess();
    return { kind: 'ServiceAccount', name: this.serviceAccountName, namespace: this.namespace, apiGroup: '' };
  }

  private get configMapName(): string {
    return `${this.name}-config`;
  }

  /** What was given, over what features set. */
  private get options(): WorkloadOptions {
    const defaults = this.plan._podDefaults;
    if (this.merged?.defaults !== defaults) {this.merged = { defaults, options: withDefaults(this.given, defaults) };}
    return this.merged!.options;
  }

  /** The value of a class can never change, so it is part of the name. */
  private get ownPriorityClassName(): string | undefined {
    const value = this.options.priority?.value;
    return value === undefined ? undefined : ['agents', this.namespace, this.name, value < 0 ? `minus-${-value}` : value].filter(part => part !== undefined).join('-');
  }

  private makeOutcome(): WorkloadOutcome {
    const { plan, namespace, siblings, workload } = this;
    const registry = AppRegistry.of(this);
    return new WorkloadOutcome({
      plan, namespace, workload, siblings: siblings.objects,
      get revision() {
        return registry.currentRevision;
      },
      render: () => this.render(),
    });
  }

  private register(): void {
    this.tellAcknowledgements();
    AppRegistry.of(this).addAgent({
      construct: this,
      agentName: this.name,
      namespace: this.namespace,
      cluster: clusterOf(this),
      selectorLabels: this.labels,
      objects: () => [...this.siblings.objects, this.workload],
      state: () => this.outcome.state(),
      privileges: () => this.outcome.state().privileges,
    });
  }

  private contributeGiven(): void {
    const { plan, options } = this;
    options.hostNamespaces?.forEach(shared => plan.addHostNamespace(shared));
    options.initContainers?.forEach(container => plan.addInitContainer(container));
    options.sidecars?.forEach(container => plan.addSidecar(container));
    options.features?.forEach(feature => contribute(feature, plan));
    options.containers?.forEach(container => plan.addContainer(container));
    options.services?.forEach(service => plan.addService(service));
    options.monitors?.forEach(monitor => plan.addMonitor(monitor));
    options.networkPolicies?.forEach(policy => plan.addNetworkPolicy(policy));
  }

  private changed(): void {
    if (!this.isComplete) {return;}
    if (this.outcome.isReviewed) {
      fail({ code: 'feature-error', what: 'a check contributed to the agent that it judges', fix: 'contribute in `contribute`, and use `review.addError` in a check' });
    }
    AppRegistry.of(this).touch();
    this.tellAcknowledgements();
    const known = this.siblings.objects.length;
    located(this.node.path, () => this.siblings.sync());
    // what the pods need is written before them, however late it is asked for
    this.siblings.objects.slice(known).forEach(object => this.workload.addDependency(object));
    this.annotateReasons();
  }

  private tellAcknowledgements(): void {
    if (this.plan._acknowledgements.length > 0) {checkSettingsOf(this).ofFeatures = this.plan._acknowledgements;}
  }

  private annotateReasons(): void {
    if (!this.options.annotateReasons) {return;}
    Object.entries(reasonAnnotations(privilegesOf(this.plan))).forEach(([key, reason]) => this.apiObject.metadata.addAnnotation(key, reason));
  }

  private render(): RenderedWorkload {
    const { plan, options } = this;
    const account = options.serviceAccount;
    const kind = account?.kind ?? 'managed';
    const needed = account?._always || plan._allContainers.some(container => container._usesApi);
    return renderWorkload(plan, options, {
      selectorLabels: this.labels,
      configMapName: this.configMapName,
      serviceAccountName: kind !== 'default' && needed ? this.serviceAccountName : undefined,
      forbidAutomount: kind !== 'default',
      priorityClassName: options.priority?.className ?? this.ownPriorityClassName,
    }, this.shape);
  }
}
