import { ApiObjectProps, Lazy } from 'cdk8s';
import { ManifestObject } from './manifest-object';
import { makeRoles } from './roles';
import { SiblingSource } from './sibling-source';
import { distinct } from '../../private/distinct';
import { requireAnnotations, requireLabels } from '../../private/metadata';
import { requireName } from '../../private/names';
import { compact, Wire } from '../../private/wire';
import { AgentObject } from '../companions/agent-object';
import { AgentService } from '../companions/agent-service';
import { PrometheusMonitor } from '../companions/prometheus-monitor';
import { normalizedFields } from '../render/overrides';

/** What makes one object look like another's neighbour. */
interface Neighbour {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Wire;
  readonly annotations?: Wire;
  readonly clusterScoped?: boolean;
}

/** The objects beside a workload, each made as soon as it is needed and not before. Objects are written in the order in which they are made. */
export class Siblings {
  public readonly objects: ManifestObject[] = [];
  private readonly made = new Map<unknown, ManifestObject>();

  public constructor(private readonly source: SiblingSource) {}

  /** Makes what has become needed. Nothing is ever taken back, because nothing can be. */
  public sync(): void {
    const { plan, options, ownPriorityClassName } = this.source;
    const containers = plan._allContainers;
    const account = options.serviceAccount;
    if ((account?.kind ?? 'managed') === 'managed' && (account?._always || containers.some(container => container._usesApi))) {this.makeServiceAccount();}
    if (plan.namespace !== undefined) {
      makeRoles(containers.flatMap(container => container._grants), this.source, (id, props, neighbour) => this.make(id, id, props, neighbour));
    }
    if (ownPriorityClassName !== undefined) {this.makePriorityClass(ownPriorityClassName);}
    if (containers.some(container => container._files.some(file => file._isOwn))) {this.makeConfigMap();}
    plan._objects.forEach(object => this.makeObject(object));
    distinct(plan._services, service => [service._options, service._toWire({})]).forEach(service => this.makeService(service));
    for (const kind of ['PodMonitor', 'ServiceMonitor']) {
      const names = new Set(plan._monitors.filter(monitor => monitor.kind === kind).map(monitor => monitor._options.name ?? plan.agentName));
      names.forEach(name => this.makeMonitor(kind, name));
    }
    distinct(plan._networkPolicies, policy => [policy._name, policy._toWire({})]).forEach(policy => this.make(policy, 'NetworkPolicy', {
      apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: policy._toWire(this.source.selectorLabels),
    }, { name: policy._name }));
  }

  private makeServiceAccount(): void {
    this.make('ServiceAccount', 'ServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      // a token is mounted where it is needed, and only there
      automountServiceAccountToken: false,
    }, { name: this.source.serviceAccountName, annotations: this.source.options.serviceAccount?._annotations });
  }

  private makePriorityClass(name: string): void {
    const priority = this.source.options.priority!;
    this.make('PriorityClass', 'PriorityClass', compact({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      value: priority.value,
      preemptionPolicy: priority._preempts ? undefined : 'Never',
      description: `Ranks ${this.source.plan.agentName} among the pods of its node.`,
    }), { name, clusterScoped: true });
  }

  private makeConfigMap(): void {
    const field = (name: string) => Lazy.any({ produce: () => this.source.rendered().config[name] });
    this.make('ConfigMap', 'ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap', data: field('data'), binaryData: field('binaryData') },
      { name: this.source.configMapName });
  }

  private makeObject(object: AgentObject): void {
    this.make(object, object.kind, { ...normalizedFields(object), apiVersion: object.apiVersion, kind: object.kind }, object._neighbour);
  }

  private makeService(service: AgentService): void {
    const { selectorLabels, plan } = this.source;
    const name = service._options.name ?? plan.agentName;
    requireName(name, 'dns-1035-label', 'the Service, which is named after the agent unless `name` is given,');
    this.make(service, 'Service', { apiVersion: 'v1', kind: 'Service', spec: service._toWire(selectorLabels) }, {
      name,
      // monitors find a Service by the labels of the agent, whatever else the objects carry
      labels: { ...selectorLabels, ...service._options.labels },
      annotations: service._options.annotations,
    });
  }

  /** Monitors of one kind and name are one object with several endpoints. */
  private makeMonitor(kind: string, name: string): void {
    const { plan, selectorLabels } = this.source;
    const monitors = () => plan._monitors.filter(monitor => monitor.kind === kind && (monitor._options.name ?? plan.agentName) === name);
    const labels = Object.assign({}, ...monitors().map(monitor => monitor._options.labels ?? {}));
    this.make(`${kind} ${name}`, kind, {
      apiVersion: 'monitoring.coreos.com/v1', kind, spec: Lazy.any({ produce: () => PrometheusMonitor._specOf(monitors(), selectorLabels, plan.namespace) }),
    }, { name, labels });
  }

  /** @param key what the object is: each thing is made once */
  private make(key: unknown, id: string, props: Wire, neighbour: Neighbour): void {
    if (this.made.has(key)) {return;}
    requireLabels(neighbour.labels);
    requireAnnotations(neighbour.annotations);
    const { plan, objectLabels, options, owner } = this.source;
    const count = this.objects.filter(object => object.kind === props.kind).length;
    const object = new ManifestObject(owner, owner.node.tryFindChild(id) === undefined ? id : `${id}${count + 1}`, {
      ...props,
      metadata: compact({
        name: neighbour.name ?? plan.agentName,
        namespace: neighbour.namespace ?? plan.namespace,
        labels: { ...objectLabels, ...neighbour.labels },
        annotations: { ...options.annotations, ...neighbour.annotations },
      }),
    } as unknown as ApiObjectProps, { owner, clusterScoped: neighbour.clusterScoped ?? false });
    this.made.set(key, object);
    this.objects.push(object);
  }
}
