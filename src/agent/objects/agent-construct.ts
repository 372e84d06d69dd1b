import { ApiObject } from 'cdk8s';
import type {
  INetworkPolicyPeer, IPodSelector, ISubject, NetworkPolicyPeerConfig, PodSelectorConfig, SubjectConfiguration,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AgentMaker } from './agent-maker';
import { AgentModel } from './agent-model';
import { commandTargetOf, kubectlCommands } from '../../cluster/commands/kubectl-commands';
import { workloadOf } from '../../cluster/inventory/workload';
import { located } from '../../private/agent-error';
import { problemOf } from '../../private/doors/entrance';
import { entriesOf } from '../../private/entry';
import type { Finding } from '../../private/finding';
import { sortedEntries } from '../../private/wire';
import { AgentCommands } from '../agent-commands';
import { AppState } from '../app/app-state';
import { AgentContainer } from '../container/agent-container';
import { IAgentFeature } from '../plan/agent-feature';
import { AgentPlan } from '../plan/agent-plan';
import { Privilege } from '../plan/privilege';
import { contribute } from '../render/feature-calls';

/**
 * What the constructs of agents have in common, whatever kind of workload they are.
 *
 * @internal jsii gives its members to the classes that extend it
 */
export abstract class AgentConstruct extends Construct implements IPodSelector, INetworkPolicyPeer, ISubject {
  /** The name of the agent's objects. */
  public readonly name: string;
  /** The namespace of the agent; absent where neither the agent nor its chart has one. */
  public readonly namespace?: string;
  /** The workload itself. JSON patches in the spelling of the Kubernetes API are applied last. */
  public readonly apiObject: ApiObject;
  /** The name of the service account that the pods run as. One of this name is made only if the agent needs it. */
  public readonly serviceAccountName: string;

  private readonly model: AgentModel;

  protected constructor(scope: Construct, id: string, maker: AgentMaker) {
    super(scope, id);
    const model = located(this.node.path, () => AgentModel.build(this, maker));
    this.model = model;
    this.name = model.names.agentName;
    this.namespace = model.names.namespace;
    this.serviceAccountName = model.names.serviceAccountName;
    this.apiObject = model.workloads[0].object;
  }

  /**
   * What the agent will be, for what its own container does not hold: further containers, host namespaces, Services.
   */
  public get plan(): AgentPlan {
    return this.model.plan;
  }

  /**
   * The agent's own container.
   */
  public get container(): AgentContainer {
    return this.plan.container;
  }

  /** @internal what the class of the agent works with, for readers: equal agents may share it */
  public get _sharedParts(): unknown {
    return this.model.sharedParts;
  }

  /** @internal the same, for writers */
  public get _ownParts(): unknown {
    return this.model.ownParts;
  }

  /**
   * The labels that all pods of the agent carry, and no other pods: for Services and policies of your own.
   */
  public get selectorLabels(): { [key: string]: string } {
    return { ...this.model.names.sharedLabels };
  }

  /**
   * Commands for kubectl with the names, the namespace and the selector of the agent as it is so far: for runbooks and on-call engineers.
   */
  public get commands(): AgentCommands {
    const [{ object: first }] = this.model.workloads;
    return AgentCommands._of(kubectlCommands({
      ...commandTargetOf(workloadOf(entriesOf(first.toJson())[0])!),
      workloads: this.model.workloads.map(({ object }) => `${object.kind.toLowerCase()}/${object.name}`),
      selector: sortedEntries(this.selectorLabels).map(([key, value]) => `${key}=${value}`).join(','),
    }));
  }

  /**
   * Everything that the agent was given beyond the least it could run with, and why.
   */
  public get privileges(): Privilege[] {
    return [...this.model.privileges()];
  }

  /**
   * Every object of the agent that exists so far, the workload last: to patch them.
   */
  public get objects(): ApiObject[] {
    return [...this.model.objects];
  }

  /** The first object of a kind that the agent made so far, or undefined: to patch it. */
  public findObject(kind: string): ApiObject | undefined {
    return this.objects.find(object => object.kind === kind);
  }

  /** Lets a feature contribute to the agent. What comes after the agent was made stands behind what came before. */
  public addFeature(feature: IAgentFeature): void {
    const found = located(this.node.path, () => problemOf(() => contribute(feature, this.plan)));
    if (found) {this._refuse([found]);}
  }

  /** @internal */
  public _refuse(findings: readonly Finding[]): void {
    AppState.of(this).refuse(this, findings);
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
}
