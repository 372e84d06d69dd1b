import { ApiObjectProps, Lazy } from 'cdk8s';
import { constraintsName, ownPriorityClassName } from './agent-names';
import { AgentSource } from './agent-source';
import type { ConfigMapOfPods } from './agent-views';
import { ManifestObject } from './manifest-object';
import { makeRoles, makeUse } from './roles';
import { lateConstraints, SECURITY_OPENSHIFT } from './security-context-constraints';
import { valueOf } from '../../private/default-row';
import { distinct } from '../../private/distinct';
import { requireAnnotations, requireLabels } from '../../private/metadata';
import { requireName } from '../../private/names';
import { compact, Wire } from '../../private/wire';
import { AgentObject } from '../companions/agent-object';
import { AgentService } from '../companions/agent-service';
import { OpenShiftAccess } from '../companions/open-shift-access';
import { PrometheusMonitor } from '../companions/prometheus-monitor';
import { AGENT_DEFAULTS } from '../defaults';
import { AgentPlan } from '../plan/agent-plan';
import { Priority } from '../priority';
import { normalizedFields } from '../render/overrides';
import { openShiftAccessOf } from '../render/se-linux';

/** What an object has besides its own fields. */
interface ObjectPlace {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Wire;
  readonly annotations?: Wire;
  readonly clusterScoped?: boolean;
  /** Whether someone wrote its fields in the spelling of the Kubernetes API. */
  readonly byHand?: boolean;
}

/** What the pools of an agent need. */
interface OfPools {
  readonly priorities: readonly Priority[];
  readonly configMaps: readonly ConfigMapOfPods[];
}

/** How an object was made, so that equal agents make the same. */
interface Recipe {
  readonly id: string;
  /** The fields: late ones are of the agent that makes the object. */
  readonly fields: (source: AgentSource) => Wire;
  readonly place: ObjectPlace;
}

/**
 * The objects next to the workloads, each made as soon as it is needed and not before. Objects are written in the order in which they are
 * made.
 */
export class Companions {
  public readonly objects: ManifestObject[] = [];
  private readonly made = new Map<unknown, ManifestObject>();
  private readonly recipes: Recipe[] = [];
  /** Objects that were made as another agent made them, and are not yet known by what they are. */
  private readonly followed: ManifestObject[] = [];

  public constructor(private readonly source: AgentSource) {}

  /** Makes what an equal agent made. */
  public follow(others: Companions): void {
    for (const recipe of others.recipes) {
      const object = this.build(recipe);
      this.objects.push(object);
      this.followed.push(object);
    }
  }

  /** Makes what has become needed. Nothing is ever taken back, because nothing can be. */
  public sync(plan: AgentPlan, { priorities, configMaps }: OfPools): void {
    const { names } = this.source;
    const options = this.source.options();
    const containers = plan._allContainers;
    const account = options.serviceAccount;
    const accountKind = account?.kind ?? valueOf(AGENT_DEFAULTS.serviceAccount, plan.cluster);
    const openShift = openShiftAccessOf(options, plan.cluster);
    if (accountKind === 'managed'
      && (account?._always || openShift !== undefined || containers.some(container => container._usesApi))) {this.makeServiceAccount();}
    if (plan.namespace !== undefined) {
      const grants = containers.flatMap(container => container._grants);
      makeRoles(grants, names, (id, fields, place) => this.make(id, id, fields, place));
    }
    if (openShift !== undefined) {this.makeConstraints(openShift);}
    if (plan.cluster._facts?.criticalPriorityNeedsQuota) {
      this.makeCriticalQuota(options.priority?.className ?? valueOf(AGENT_DEFAULTS.priorityClassName, plan.cluster), plan);
    }
    for (const priority of [options.priority, ...priorities]) {
      const name = ownPriorityClassName(names, { priority });
      if (name !== undefined) {this.makePriorityClass(name, priority!, plan);}
    }
    configMaps.forEach(each => this.makeConfigMap(each));
    plan._objects.forEach(object => this.makeObject(object));
    distinct(plan._services, service => [service._options, service._toWire({})]).forEach(service => this.makeService(service, plan));
    for (const kind of ['PodMonitor', 'ServiceMonitor']) {
      const ofKind = plan._monitors.filter(monitor => monitor.kind === kind);
      new Set(ofKind.map(monitor => monitor._options.name ?? plan.agentName)).forEach(name => this.makeMonitor(kind, name, plan));
    }
    plan._disruptionBudgets.filter(budget => budget.kind !== 'none').forEach(budget => this.make(budget, 'PodDisruptionBudget', () => ({
      apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: budget._toWire(names.sharedLabels),
    }), {}));
    distinct(plan._networkPolicies, policy => [
      policy._name, policy._toWire({}),
    ]).forEach(policy => this.make(policy, 'NetworkPolicy', () => ({
      apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: policy._toWire(names.sharedLabels),
    }), { name: policy._name, byHand: policy._hasRawRules }));
  }

  private makeServiceAccount(): void {
    this.make('ServiceAccount', 'ServiceAccount', () => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      // a token is mounted where it is needed, and only there
      automountServiceAccountToken: false,
    }), { name: this.source.names.serviceAccountName, annotations: this.source.options().serviceAccount?._annotations });
  }

  /** What the pods need, and the right to use it: a right of the account, for which nobody needs a token. */
  private makeConstraints(access: OpenShiftAccess): void {
    const { source } = this;
    const { names } = source;
    const name = constraintsName(names, access);
    if (access.kind === 'own') {
      this.make('SecurityContextConstraints', 'SecurityContextConstraints', from => ({
        apiVersion: `${SECURITY_OPENSHIFT}/v1`, kind: 'SecurityContextConstraints', ...lateConstraints(() => from.pods()),
      }), { name, clusterScoped: true });
    }
    if (names.namespace === undefined) {return;}
    makeUse(
      { apiGroup: SECURITY_OPENSHIFT, resource: 'securitycontextconstraints', name }, `${names.agentName}-scc`, names,
      (id, fields, place) => this.make(id, id, fields, place),
    );
  }

  /** Where critical classes are metered: GKE has the same quota in kube-system. */
  private makeCriticalQuota(className: string | undefined, { cluster }: AgentPlan): void {
    const { agentName, namespace } = this.source.names;
    if (className === undefined || !className.startsWith('system-') || namespace === 'kube-system') {return;}
    this.make('ResourceQuota', 'ResourceQuota', () => ({
      apiVersion: 'v1', kind: 'ResourceQuota',
      spec: {
        hard: { pods: valueOf(AGENT_DEFAULTS.criticalPods, cluster) },
        scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: [className] }] },
      },
    }), { name: `${agentName}-critical-pods` });
  }

  private makePriorityClass(name: string, priority: Priority, { agentName }: AgentPlan): void {
    this.make(`PriorityClass ${name}`, 'PriorityClass', () => compact({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      value: priority.value,
      preemptionPolicy: priority._preempts ? undefined : 'Never',
      description: `Ranks ${agentName} among the pods of its node.`,
    }), { name });
  }

  private makeConfigMap({ name, pool }: ConfigMapOfPods): void {
    const id = pool === undefined ? 'ConfigMap' : `ConfigMap-${pool}`;
    this.make(`ConfigMap ${name}`, id, source => {
      const field = (member: string) => Lazy.any({ produce: () => source.rendered(false, pool).config[member] });
      return { apiVersion: 'v1', kind: 'ConfigMap', data: field('data'), binaryData: field('binaryData') };
    }, { name });
  }

  private makeObject(object: AgentObject): void {
    const fields = { ...normalizedFields(object), apiVersion: object.apiVersion, kind: object.kind };
    this.make(object, object.kind, () => fields, { ...object._neighbour, byHand: true });
  }

  private makeService(service: AgentService, plan: AgentPlan): void {
    const { sharedLabels } = this.source.names;
    const name = service._options.name ?? plan.agentName;
    // from 1.36 on they may begin with a digit
    const kind = plan.cluster.kubernetesVersion.minor >= 36 ? 'dns-label' : 'dns-1035-label';
    requireName(name, kind, 'the Service, which is named after the agent unless `name` is given,');
    this.make(service, 'Service', () => ({ apiVersion: 'v1', kind: 'Service', spec: service._toWire(sharedLabels) }), {
      name,
      // monitors find a Service by the label that the pods share
      labels: { ...sharedLabels, ...service._options.labels },
      annotations: service._options.annotations,
    });
  }

  /** Monitors of one kind and name are one object with several endpoints, and with the labels of all of them. */
  private makeMonitor(kind: string, name: string, plan: AgentPlan): void {
    const { agentName } = plan;
    const isMeant = (monitor: PrometheusMonitor) => monitor.kind === kind && (monitor._options.name ?? agentName) === name;
    const monitorsOf = (all: readonly PrometheusMonitor[]) => all.filter(isMeant);
    const labels = Object.assign({}, ...monitorsOf(plan._monitors).map(monitor => monitor._options.labels ?? {}));
    const object = this.make(`${kind} ${name}`, kind, source => ({
      apiVersion: 'monitoring.coreos.com/v1', kind,
      spec: Lazy.any({
        produce: () => PrometheusMonitor._specOf(monitorsOf(source.monitors), source.names.sharedLabels, source.names.namespace),
      }),
    }), { name, labels });
    for (const key of Object.keys(labels)) {
      if (object.metadata.getLabel(key) === undefined) {object.metadata.addLabel(key, labels[key]);}
    }
  }

  /** @param key what the object is: each thing is made once */
  private make(key: unknown, id: string, fields: Recipe['fields'], place: ObjectPlace): ManifestObject {
    const known = this.made.get(key) ?? this.followed.shift();
    if (known !== undefined) {
      this.made.set(key, known);
      return known;
    }
    requireLabels(place.labels);
    requireAnnotations(place.annotations);
    const { owner } = this.source;
    const { kind } = fields(this.source);
    const count = this.objects.filter(object => object.kind === kind).length;
    const recipe = { id: owner.node.tryFindChild(id) === undefined ? id : `${id}${count + 1}`, fields, place };
    const object = this.build(recipe);
    this.recipes.push(recipe);
    this.made.set(key, object);
    this.objects.push(object);
    return object;
  }

  private build({ id, fields, place }: Recipe): ManifestObject {
    const { source } = this;
    const { names: { agentName, namespace, objectLabels }, owner } = source;
    return new ManifestObject(owner, id, {
      ...fields(source),
      metadata: compact({
        name: place.name ?? agentName,
        namespace: place.namespace ?? namespace,
        labels: { ...objectLabels, ...place.labels },
        annotations: { ...source.options().annotations, ...place.annotations },
      }),
    } as unknown as ApiObjectProps, { owner, clusterScoped: place.clusterScoped, source, byHand: () => place.byHand === true });
  }
}
