import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { AgentMaker, AgentStart, GivenOptions } from './agent-maker';
import { AgentNames, namesOf } from './agent-names';
import { AgentSource } from './agent-source';
import { AgentViews, Standing } from './agent-views';
import { Companions } from './companions';
import { EqualAgents, Follower } from './equal-agents';
import { ManifestObject } from './manifest-object';
import { Workload } from './workload';
import { fail, located } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { attempting, problemOf } from '../../private/doors/entrance';
import { joined } from '../../private/doors/take';
import { equalityKey } from '../../private/equality-key';
import { Finding, withFacts } from '../../private/finding';
import { hasLate } from '../../private/lazy-values';
import { Wire } from '../../private/wire';
import { AppState } from '../app/app-state';
import { checkSettingsOf } from '../app/check-settings';
import { RegisteredAgent } from '../app/registered-agent';
import { PrometheusMonitor } from '../companions/prometheus-monitor';
import { AGENT_DEFAULTS } from '../defaults';
import { soundOptions } from '../input/sound-options';
import { STAND_IN_IMAGE, standInContainer, standInOptions } from '../input/stand-in';
import { AgentPlan } from '../plan/agent-plan';
import { Placement } from '../plan/placement';
import { PoolPlacement } from '../plan/pool-placement';
import { Privilege } from '../plan/privilege';
import { contribute } from '../render/feature-calls';
import { privilegesOf, reasonAnnotations } from '../render/privileges';
import { RenderedAgent } from '../render/render-agent';
import { TargetCluster } from '../target-cluster';
import { WorkloadOptions } from '../workload-options';

/**
 * What stands behind the construct of an agent: the plan, the workloads that it becomes, and the objects next to them. An agent that was
 * given the same as another one of the app follows that one, without a plan, until someone asks for the plan or patches an object.
 */
export class AgentModel implements AgentSource, RegisteredAgent, Follower {
  /** Puts an agent together: its plan, what the options contribute to it, the objects that it needs, then its workloads. */
  public static build(owner: Construct, maker: AgentMaker): AgentModel {
    const state = AppState.of(owner);
    const key = keyOf(owner, maker);
    const equals = key === undefined ? undefined : state.equalAgents.get(key) as EqualAgents<AgentModel> | undefined;
    const leader = equals?.leader;
    const model = leader ? AgentModel.following(owner, maker, leader) : AgentModel.standing(owner, maker);
    model.key = key;
    state.addAgent(model);
    if (key !== undefined && leader === undefined && model.canLead) {
      model.equals = new EqualAgents<AgentModel>(model);
      state.equalAgents.set(key, model.equals);
    }
    return model;
  }

  private static standing(owner: Construct, maker: AgentMaker): AgentModel {
    const start = maker.start();
    const findings = [...start.findings];
    const sound = soundOptions(owner, start.given, findings);
    const options = start.given.image === undefined ? { ...sound, image: STAND_IN_IMAGE } : sound;
    const isDivided = (start.placements ?? []).some(({ suffix }) => suffix !== undefined);
    const standing = (given: GivenOptions) => new AgentModel(owner, maker, namesOf(owner, given, isDivided)).stand(
      { ...start, given }, findings,
    );
    const model = attempting(findings, () => standing(options), () => {
      owner.node.children.forEach(({ node }) => owner.node.tryRemoveChild(node.id));
      return standing(standInOptions(owner));
    });
    if (findings.length > 0) {AppState.of(owner).refuse(owner, findings);}
    return model;
  }

  private static following(owner: Construct, maker: AgentMaker, leader: AgentModel): AgentModel {
    const model = new AgentModel(owner, maker, leader.names);
    model.equals = leader.equals;
    leader.equals!.add(model);
    model.companions.follow(leader.companions);
    leader.workloads.forEach(({ placement }) => model.addWorkload(placement));
    const acknowledged = leader.plan._acknowledgements;
    if (acknowledged.length > 0) {checkSettingsOf(owner).ofFeatures = acknowledged;}
    return model;
  }

  public readonly workloads: Workload[] = [];
  private readonly companions: Companions;
  private readonly views: AgentViews;
  private self?: Standing;
  private equals?: EqualAgents<AgentModel>;
  private key?: string;

  private constructor(public readonly owner: Construct, private readonly maker: AgentMaker, public readonly names: AgentNames) {
    this.companions = new Companions(this);
    this.views = new AgentViews(owner, names, () => this.asMade);
  }

  public get construct(): Construct {
    return this.owner;
  }

  /** The plan of the agent itself, which may then change. */
  public get plan(): AgentPlan {
    return this.standingAlone().plan;
  }

  /** What the class of the agent works with, for readers. */
  public get sharedParts(): unknown {
    return this.asMade.parts;
  }

  /** What the class of the agent works with, for writers. */
  public get ownParts(): unknown {
    return this.standingAlone().parts;
  }

  public get reported(): readonly Finding[] {
    return this.asMade.plan._findings;
  }

  /** Everything that the agent writes: the workloads last, and of these its own first. */
  public get objects(): readonly ManifestObject[] {
    return [...this.companions.objects, ...this.workloads.map(({ object }) => object)];
  }

  /** The agent that this one follows. */
  public get leader(): AgentModel | undefined {
    return this.self === undefined ? this.equals?.leader : undefined;
  }

  public get monitors(): readonly PrometheusMonitor[] {
    return this.asMade.plan._monitors;
  }

  public get likeness(): string | undefined {
    return this.equals?.id;
  }

  public options(pool?: string): WorkloadOptions {
    return this.views.options(pool);
  }

  public planIn(pool: string | undefined): AgentPlan {
    return this.views.plan(pool);
  }

  public rendered(written: boolean = false, pool?: string): RenderedAgent {
    return this.leader?.rendered(written, pool) ?? this.views.rendered(pool, written);
  }

  public findingsOfPods(): readonly Finding[] {
    return this.leader?.findingsOfPods() ?? this.views.findings();
  }

  public pods(): readonly Wire[] {
    return this.workloads.map(workload => workload.written().template?.spec ?? {});
  }

  /** What goes beyond the least that the agent could run with, and why. */
  public privileges(): readonly Privilege[] {
    const [own, ...others] = this.workloads.map(workload => workload.state().privileges);
    return [
      ...own, ...others.flat().filter(({ name, container }) => !own.some(each => each.name === name && each.container === container)),
    ];
  }

  public confirm(): void {
    if (this.equals?.hasFollowers && keyOf(this.owner, this.maker) !== this.key) {this.leaveEquals();}
  }

  public standAlone(): void {
    if (this.self !== undefined) {return;}
    const start = this.maker.start();
    const findings = [...start.findings];
    this.stand(start, findings);
    AppState.of(this.owner).changed();
    if (findings.length > 0) {AppState.of(this.owner).refuse(this.owner, findings);}
  }

  /** An object of the agent is no longer what the agent alone makes of it. */
  public patched(): void {
    this.leaveEquals();
  }

  private get asMade(): Standing {
    return this.self ?? this.equals!.leader!.self!;
  }

  /** Late values may differ between agents that are given the same. */
  private get canLead(): boolean {
    const { plan, given } = this.self!;
    return !given.annotateReasons && this.maker.findings.length === 0 && !plan._objects.some(object => hasLate(object._fields));
  }

  private standingAlone(): Standing {
    if (this.self === undefined) {this.leaveEquals();}
    return this.self!;
  }

  private leaveEquals(): void {
    const { equals } = this;
    this.equals = undefined;
    if (this.self === undefined) {this.standAlone();}
    equals?.remove(this);
  }

  private stand({ given, own, placements, parts }: Omit<AgentStart, 'findings'>, findings: Finding[]): this {
    const { owner, names } = this;
    const cluster = TargetCluster.of(owner);
    const pools = (placements ?? []).flatMap(({ suffix }) => suffix ?? []);
    const common = { agentName: names.agentName, namespace: names.namespace, cluster, nodes: own.nodes, pools, refuse: refuseAt(owner) };
    const name = given.containerName ?? valueOf(AGENT_DEFAULTS.containerName, cluster);
    const plan = attempting(findings, () => AgentPlan._of({ ...common, container: { ...given, name } }),
      () => AgentPlan._of({ ...common, container: standInContainer(given) }));
    this.self = { plan, given, own, placements, parts };
    contributeGiven(plan, given, findings);
    contributeInPools(plan, placements, findings);
    this.makeObjects();
    plan._onChange(() => this.changed());
    return this;
  }

  private changed(): void {
    const { plan } = this.self!;
    const state = AppState.of(this.owner);
    if (state.isReviewing(plan)) {
      fail({
        code: 'feature-error', what: 'a check contributed to the agent that it judges',
        fix: 'contribute in `contribute`, and use `review.addError` in a check',
      });
    }
    this.leaveEquals();
    state.changed();
    const known = this.companions.objects.length;
    located(this.owner.node.path, () => this.makeObjects());
    // what the pods need is written before them, however late it is asked for
    for (const object of this.companions.objects.slice(known)) {this.workloads.forEach(workload => workload.object.addDependency(object));}
  }

  /** Makes what has become needed. What the pods need is written before them. */
  private makeObjects(): void {
    const { plan, given, own, placements = [own] } = this.self!;
    this.companions.sync(plan, { priorities: placements.flatMap(({ pod }) => pod?.priority ?? []), configMaps: this.views.configMaps() });
    [...placements, ...plan._placements].slice(this.workloads.length).forEach(placement => this.addWorkload(placement));
    if (plan._acknowledgements.length > 0) {checkSettingsOf(this.owner).ofFeatures = plan._acknowledgements;}
    if (given.annotateReasons) {this.annotateReasons(plan);}
  }

  private addWorkload(placement: Placement): void {
    this.workloads.push(new Workload(this, this.companions.objects, placement, this.workloads.length));
  }

  private annotateReasons(plan: AgentPlan): void {
    for (const [key, reason] of Object.entries(reasonAnnotations(privilegesOf(plan, this.options().podSecurityContext)))) {
      this.workloads.forEach(({ object }) => object.metadata.addAnnotation(key, reason));
    }
  }
}

/** Everything that decides what becomes of an agent; undefined where two of them cannot be compared. */
function keyOf(owner: Construct, { kind, given, findings }: AgentMaker): string | undefined {
  if (findings.length > 0) {return undefined;}
  const cluster = TargetCluster.of(owner)._key;
  return cluster === undefined ? undefined : equalityKey([kind, owner.node.id, Chart.of(owner).namespace, cluster, given]);
}

function contributeGiven(plan: AgentPlan, given: WorkloadOptions, findings: Finding[]): void {
  const each = <T>(option: keyof WorkloadOptions, list: readonly T[]
    | undefined, act: (entry: T) => unknown) => list?.forEach((entry, index) => {
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

function contributeInPools(plan: AgentPlan, placements: readonly PoolPlacement[] = [], findings: Finding[]): void {
  for (const { suffix, features = [] } of placements) {
    for (const feature of features) {
      const found = problemOf(() => contribute(feature, plan.forPools([suffix!])));
      if (found) {findings.push(found);}
    }
  }
}

function refuseAt(owner: Construct): (findings: readonly Finding[]) => void {
  return findings => AppState.of(owner).refuse(owner, findings);
}
