import { isLate } from '../../private/late';
import { requireName } from '../../private/names';
import { fail } from '../../private/problem';
import { requireReadable } from '../../private/yaml-text';
import { CLUSTER_SCOPED } from '../app/cluster-scoped';

/**
 * An object of any kind that belongs to an agent.
 */
export interface AgentObjectProps {
  /**
   * The API version, such as `monitoring.coreos.com/v1`.
   */
  readonly apiVersion: string;

  /**
   * The kind, such as `PrometheusRule`.
   */
  readonly kind: string;

  /**
   * The name of the object.
   *
   * @default - the name of the agent
   */
  readonly name?: string;

  /**
   * Whether objects of this kind have no namespace.
   *
   * @default - known for the kinds of Kubernetes itself that stand beside agents, false for all others
   */
  readonly clusterScoped?: boolean;

  /**
   * The namespace.
   *
   * @default - the namespace of the agent
   */
  readonly namespace?: string;

  /**
   * Labels beside those of the agent.
   *
   * @default - those of the agent alone
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations beside those of the agent's objects.
   *
   * @default - those of the agent's objects alone
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Everything beside apiVersion, kind and metadata, in the spelling of the Kubernetes API: `{ spec: ... }`.
   *
   * @default - apiVersion, kind and metadata alone
   */
  readonly fields?: { [field: string]: any };
}

/**
 * An object of any kind that belongs to an agent: it has the agent's namespace and labels.
 */
export class AgentObject {
  /**
   * From its parts. Fields of kinds that Kubernetes itself knows are checked against its API.
   *
   * @throws invalid-field
   */
  public static of(props: AgentObjectProps): AgentObject {
    const reserved = ['apiVersion', 'kind', 'metadata'].filter(field => field in (props.fields ?? {}));
    if (reserved.length > 0) {
      fail({
        code: 'invalid-field', what: 'these fields of the object are not set under `fields`', given: reserved.join(', '),
        fix: 'use the options of the same purpose: apiVersion, kind, name, namespace, labels, annotations',
      });
    }
    if (isLate(props.fields)) {
      fail({
        code: 'invalid-field', what: `the fields of the ${props.kind} cannot be late as a whole`, given: 'a late value', allowed: 'an object, with late values in it',
        fix: 'make what stands below the names of the fields late: { data: Lazy.any(...) }',
      });
    }
    // names of roles are parts of a path, and may have a colon
    if (props.name !== undefined && !props.apiVersion.startsWith('rbac.authorization.k8s.io/')) {requireName(props.name, 'dns-subdomain', `the ${props.kind}`);}
    if (props.namespace !== undefined) {requireName(props.namespace, 'dns-label', `the namespace of the ${props.kind}`);}
    requireReadable(`the ${props.kind}`, props.fields);
    return new AgentObject(props.apiVersion, props.kind, props);
  }

  private constructor(
    /** The API version. */
    public readonly apiVersion: string,
    /** The kind. */
    public readonly kind: string,
    private readonly props: AgentObjectProps,
  ) {}

  /** @internal */
  public get _fields(): { [field: string]: any } {
    return this.props.fields ?? {};
  }

  /** @internal */
  public get _neighbour(): Pick<AgentObjectProps, 'name' | 'namespace' | 'labels' | 'annotations' | 'clusterScoped'> {
    const { name, namespace, labels, annotations, clusterScoped = CLUSTER_SCOPED.has(this.kind) } = this.props;
    return { name, namespace, labels, annotations, clusterScoped };
  }
}
