import { Construct } from 'constructs';
import { AgentNames, namesOf, ownPriorityClassName } from './agent-names';
import { AgentSource } from './agent-source';
import { Companions } from './companions';
import { ManifestObject } from './manifest-object';
import { Workload } from './workload';
import { fail, located } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { attempting, foundIn, problemOf } from '../../private/doors/entrance';
import { joined } from '../../private/doors/take';
import { Finding, withFacts } from '../../private/finding';
import { withDefaults } from '../../private/with-defaults';
import { AgentOptions } from '../agent-options';
import { AppState } from '../app/app-state';
import { checkSettingsOf } from '../app/check-settings';
import { RegisteredAgent } from '../app/registered-agent';
import { OwnContainerOptions } from '../container/container-props';
import { AGENT_DEFAULTS } from '../defaults';
import { soundOptions } from '../input/sound-options';
import { STAND_IN_IMAGE, standInContainer, standInOptions } from '../input/stand-in';
import { AgentPlan } from '../plan/agent-plan';
import { Placement } from '../plan/placement';
import { Privilege } from '../plan/privilege';
import { contribute } from '../render/feature-calls';
import { privilegesOf, reasonAnnotations } from '../render/privileges';
import { RenderedAgent, renderAgent } from '../render/render-agent';
import { TargetCluster } from '../target-cluster';

/** Everything that can be given to an agent and to its own container. */
export type GivenOptions = AgentOptions & OwnContainerOptions;

/** What stands behind the construct of an agent: the plan, the workloads that it becomes, and the objects next to them. */
export class AgentModel implements AgentSource, RegisteredAgent {
  /**
   * Puts an agent together: its plan, what the options contribute to it, the objects that it needs, then its workloads.
   *
   * @param own where the agent itself runs; features can add further workloads
   */
  public static build(owner: Construct, given: GivenOptions, own: Placement): AgentModel {
    const findings = [...foundIn(given)];
    const sound = soundOptions(owner, given, findings);
    const options = given.image === undefined ? { ...sound, image: STAND_IN_IMAGE } : sound;
    const model = attempting(findings, () => AgentModel.put(owner, options, own, findings), () => {
      owner.node.children.forEach(({ node }) => owner.node.tryRemoveChild(node.id));
      return AgentModel.put(owner, standInOptions(owner), own, findings);
    });
    AppState.of(owner).addAgent(model);
    if (findings.length > 0) {AppState.of(owner).refuse(owner, findings);}
    model.plan._onChange(() => model.changed());
    return model;
  }

  private static put(owner: Construct, given: GivenOptions, own: Placement, findings: Finding[]): AgentModel {
    const names = namesOf(owner, given);
    const cluster = TargetCluster.of(owner);
    const start = { agentName: names.agentName, namespace: names.namespace, cluster, nodes: own.nodes, refuse: refuseAt(owner) };
    const name = given.containerName ?? valueOf(AGENT_DEFAULTS.containerName, cluster);
    const plan = attempting(findings, () => AgentPlan._of({ ...start, container: { ...given, name } }),
      () => AgentPlan._of({ ...start, container: standInContainer(given) }));
    const model = new AgentModel(owner, names, plan, given, own);
    contributeGiven(plan, given, findings);
    model.makeObjects();
    return model;
  }

  public readonly workloads: Workload[] = [];
  private readonly companions: Companions;

  private constructor(
    public readonly owner: Construct, public readonly names: AgentNames, public readonly plan: AgentPlan, private readonly given: GivenOptions,
    private readonly own: Placement,
  ) {
    this.companions = new Companions(this);
  }

  public get construct(): Construct {
    return this.owner;
  }

  /** Everything that the agent writes: the workloads last, and of these its own first. */
  public get reported(): readonly Finding[] {
    return this.plan._findings;
  }

  public get objects(): readonly ManifestObject[] {
    return [...this.companions.objects, ...this.workloads.map(({ object }) => object)];
  }

  public options(): AgentOptions {
    return withDefaults(this.given, this.plan._podDefaults);
  }

  public rendered(written: boolean = false): RenderedAgent {
    const state = AppState.of(this.owner);
    const rendered = state.derived(this.render);
    return rendered.isLate && written ? state.derived(this.render, true) : rendered;
  }

  /** What goes beyond the least that the agent could run with, and why. */
  public privileges(): readonly Privilege[] {
    const [own, ...others] = this.workloads.map(workload => workload.state().privileges);
    return [...own, ...others.flat().filter(({ name, container }) => !own.some(each => each.name === name && each.container === container))];
  }

  private changed(): void {
    const state = AppState.of(this.owner);
    if (state.isReviewing(this.plan)) {
      fail({ code: 'feature-error', what: 'a check contributed to the agent that it judges', fix: 'contribute in `contribute`, and use `review.addError` in a check' });
    }
    state.changed();
    const known = this.companions.objects.length;
    located(this.owner.node.path, () => this.makeObjects());
    // what the pods need is written before them, however late it is asked for
    for (const object of this.companions.objects.slice(known)) {this.workloads.forEach(workload => workload.object.addDependency(object));}
  }

  /** Makes what has become needed. What the pods need is written before them. */
  private makeObjects(): void {
    this.companions.sync();
    const placements = [this.own, ...this.plan._placements];
    placements.slice(this.workloads.length).forEach(placement => this.workloads.push(new Workload(this, this.companions.objects, placement)));
    if (this.plan._acknowledgements.length > 0) {checkSettingsOf(this.owner).ofFeatures = this.plan._acknowledgements;}
    if (this.given.annotateReasons) {this.annotateReasons();}
  }

  private annotateReasons(): void {
    for (const [key, reason] of Object.entries(reasonAnnotations(privilegesOf(this.plan)))) {
      this.workloads.forEach(({ object }) => object.metadata.addAnnotation(key, reason));
    }
  }

  private readonly render = (): RenderedAgent => {
    const { plan, names, own } = this;
    const options = this.options();
    const account = options.serviceAccount;
    const isDefault = (account?.kind ?? valueOf(AGENT_DEFAULTS.serviceAccount, plan.cluster)) === 'default';
    const isNeeded = account?._always || plan._allContainers.some(container => container._usesApi);
    return renderAgent(plan, options, {
      sharedLabels: names.sharedLabels,
      identityLabels: names.identity._selectorLabels(names.agentName),
      configMapName: names.configMapName,
      serviceAccountName: !isDefault && isNeeded ? names.serviceAccountName : undefined,
      forbidAutomount: !isDefault,
      priorityClassName: options.priority === undefined
        ? valueOf(AGENT_DEFAULTS.priorityClassName, plan.cluster) : options.priority.className ?? ownPriorityClassName(names, options),
    }, own.workload.definition);
  };
}

function contributeGiven(plan: AgentPlan, given: AgentOptions, findings: Finding[]): void {
  const each = <T>(option: keyof AgentOptions, list: readonly T[] | undefined, act: (entry: T) => unknown) => list?.forEach((entry, index) => {
    const found = problemOf(() => act(entry));
    // a feature says itself what it is about
    if (found) {findings.push(option === 'features' ? found : withFacts(found, { option: joined(`${option}[${index}]`, found.option) }));}
  });
  given.hostNamespaces?.forEach(shared => plan.addHostNamespace(shared));
  each('initContainers', given.initContainers, container => plan.addInitContainer(container));
  each('sidecars', given.sidecars, container => plan.addSidecar(container));
  each('features', given.features, feature => contribute(feature, plan));
  each('containers', given.containers, container => plan.addContainer(container));
  given.services?.forEach(service => plan.addService(service));
  given.monitors?.forEach(monitor => plan.addMonitor(monitor));
  given.networkPolicies?.forEach(policy => plan.addNetworkPolicy(policy));
}

function refuseAt(owner: Construct): (findings: readonly Finding[]) => void {
  return findings => AppState.of(owner).refuse(owner, findings);
}
