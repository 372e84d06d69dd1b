import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isClusterScoped } from '../../private/fields/scope';
import { isLate } from '../../private/lazy-values';
import { requireName } from '../../private/names';

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
   * Whether objects of this kind have no namespace. Only for custom resources: of the kinds of Kubernetes itself it is known.
   *
   * @default - what Kubernetes says of its own kinds; custom resources have a namespace
   */
  readonly clusterScoped?: boolean;

  /**
   * The namespace. Not for kinds whose objects have none.
   *
   * @default - the namespace of the agent, for kinds whose objects have one
   */
  readonly namespace?: string;

  /**
   * Labels in addition to those of the agent.
   *
   * @default - those of the agent alone
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations in addition to those of the agent's objects.
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
   * @throws wrong-scope
   */
  public static of(props: AgentObjectProps): AgentObject {
    const reserved = ['apiVersion', 'kind', 'metadata'].filter(field => Object.hasOwn(props.fields ?? {}, field));
    if (reserved.length > 0) {
      fail({
        code: 'invalid-field', what: 'these fields of the object are not set under `fields`', given: reserved.join(', '),
        fix: 'use the options of the same purpose: apiVersion, kind, name, namespace, labels, annotations',
      });
    }
    if (isLate(props.fields)) {
      fail({
        code: 'invalid-field', what: `the fields of the ${props.kind} cannot be late as a whole`, given: 'a late value',
        allowed: 'an object, with late values in it',
        fix: 'name the fields, and make only their values late: { data: Lazy.any(...) }',
      });
    }
    // names of roles are parts of a path, and may have a colon
    if (props.name !== undefined
      && !props.apiVersion.startsWith('rbac.authorization.k8s.io/')) {requireName(props.name, 'dns-subdomain', `the ${props.kind}`);}
    if (props.namespace !== undefined) {requireName(props.namespace, 'dns-label', `the namespace of the ${props.kind}`);}
    requireScope(props);
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
    const { name, namespace, labels, annotations, clusterScoped } = this.props;
    return { name, namespace, labels, annotations, clusterScoped };
  }
}

guardClass({ AgentObject });

/** What is said of the scope of a kind agrees with Kubernetes, and with itself. */
function requireScope({ apiVersion, kind, namespace, clusterScoped }: AgentObjectProps): void {
  const known = isClusterScoped(apiVersion, kind);
  if (known !== undefined && clusterScoped !== undefined && clusterScoped !== known) {
    fail({
      code: 'wrong-scope', what: `objects of the kind ${kind} have ${known ? 'no' : 'a'} namespace`,
      given: `clusterScoped: ${clusterScoped}`,
      fix: 'leave `clusterScoped` out: it is for custom resources',
    });
  }
  if ((known ?? clusterScoped ?? false) && namespace !== undefined) {
    fail({
      code: 'wrong-scope', what: `objects of the kind ${kind} have no namespace`, given: `namespace: ${quote(namespace)}`,
      fix: known === undefined ? 'leave out `namespace` or `clusterScoped`' : 'leave `namespace` out',
    });
  }
}
