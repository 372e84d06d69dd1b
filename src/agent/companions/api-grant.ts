import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';
import { nearest } from '../../private/nearest';
import { compact, Wire } from '../../private/wire';

/**
 * Narrows a grant.
 */
export interface ApiGrantOptions {
  /**
   * The API group of the resources.
   *
   * @default - the core group
   */
  readonly apiGroup?: string;

  /**
   * The objects, by name. `list` and `watch` reach them only by a field selector on `metadata.name`.
   *
   * @default - every object
   */
  readonly resourceNames?: string[];
}

/**
 * What the agent may do with the Kubernetes API. Grants become roles of the agent, duplicates merged; without a grant the agent gets
 * neither a service account nor a token.
 */
export class ApiGrant {
  /**
   * In every namespace, and on what has no namespace.
   *
   * @param resources such as `pods`, `nodes`, `nodes/metrics`
   * @param verbs such as `get`, `list`, `watch`
   * @throws empty-grant
   */
  public static clusterWide(resources: string[], verbs: string[], options: ApiGrantOptions = {}): ApiGrant {
    return new ApiGrant('cluster', rule(resources, verbs, options));
  }

  /**
   * In the namespace of the agent.
   *
   * @throws empty-grant
   */
  public static inOwnNamespace(resources: string[], verbs: string[], options: ApiGrantOptions = {}): ApiGrant {
    return new ApiGrant('namespace', rule(resources, verbs, options));
  }

  /**
   * In another namespace.
   *
   * @throws empty-grant
   */
  public static inNamespace(namespace: string, resources: string[], verbs: string[], options: ApiGrantOptions = {}): ApiGrant {
    return new ApiGrant('namespace', rule(resources, verbs, options), requireName(namespace, 'dns-label', 'the namespace of a grant'));
  }

  /**
   * On paths of the API server that are no resources, such as `/metrics`.
   *
   * @throws empty-grant
   */
  public static nonResource(urls: string[], verbs: string[]): ApiGrant {
    requireSome(urls, verbs);
    const odd = verbs.filter(verb => !/^([a-z]+|\*)$/.test(verb));
    if (odd.length > 0) {
      fail({
        code: 'void-grant', what: 'a grant names what no request ever carries', given: odd.map(quote).join(', '),
        allowed: 'verbs in lower case', fix: 'write get, post or *',
      });
    }
    const relative = urls.filter(url => !url.startsWith('/') && url !== '*');
    if (relative.length > 0) {
      fail({
        code: 'void-grant', what: 'a path of the API server begins with /', given: relative.map(quote).join(', '),
        fix: `write '/${relative[0]}'`,
      });
    }
    return new ApiGrant('cluster', { nonResourceURLs: [...urls], verbs: [...verbs] });
  }

  /**
   * Everything that an existing cluster role allows, in every namespace.
   *
   * @throws invalid-name
   */
  public static clusterRole(name: string): ApiGrant {
    return new ApiGrant('role', {}, undefined, requireRole(name));
  }

  /**
   * Everything that an existing cluster role allows, in one namespace.
   *
   * @throws invalid-name
   */
  public static clusterRoleInNamespace(name: string, namespace: string): ApiGrant {
    return new ApiGrant('role', {}, requireName(namespace, 'dns-label', 'the namespace of a grant'), requireRole(name));
  }

  /** Read pods one at a time, by name: enough to look up the metadata of a log line. */
  public static readPods(): ApiGrant {
    return ApiGrant.clusterWide(['pods'], ['get']);
  }

  /** Follow pods. Each agent that is not bound to its node by a field selector holds all pods of the cluster in memory. */
  public static watchPods(): ApiGrant {
    return ApiGrant.clusterWide(['pods'], ['get', 'list', 'watch']);
  }

  /** Read namespaces one at a time, by name. */
  public static readNamespaces(): ApiGrant {
    return ApiGrant.clusterWide(['namespaces'], ['get']);
  }

  /** Read nodes one at a time, by name. */
  public static readNodes(): ApiGrant {
    return ApiGrant.clusterWide(['nodes'], ['get']);
  }

  /** Ask the API server who a caller is and what the caller may do: for proxies that guard a metrics endpoint. */
  public static reviewAccess(): ApiGrant[] {
    return [
      ApiGrant.clusterWide(['tokenreviews'], ['create'], { apiGroup: 'authentication.k8s.io' }),
      ApiGrant.clusterWide(['subjectaccessreviews'], ['create'], { apiGroup: 'authorization.k8s.io' }),
    ];
  }

  private constructor(
    /** `cluster`, `namespace` or `role`. */
    public readonly scope: string,
    /** @internal */
    public readonly _rule: Wire,
    /** The namespace, where it is not the agent's own. */
    public readonly namespace?: string,
    /** The existing cluster role, of a grant that names one. */
    public readonly clusterRoleName?: string,
  ) {}

  /**
   * Whether it allows a verb on a resource, as far as its own rule says; what an existing cluster role allows is not known.
   *
   * @param verb such as `patch`
   * @param resource in plural, such as `nodes`
   */
  public allows(verb: string, resource: string): boolean {
    const { resources = [], verbs = [] } = this._rule;
    return resources.includes(resource) && verbs.includes(verb);
  }
}

guardClass({ ApiGrant });

function rule(resources: string[], verbs: string[], options: ApiGrantOptions): Wire {
  requireSome(resources, verbs);
  const { resourceNames } = options;
  if (resourceNames !== undefined && (resourceNames.length === 0 || resourceNames.includes(''))) {
    fail({
      code: 'empty-grant', what: 'a grant on named objects names none', given: `resourceNames: [${resourceNames.map(quote).join(', ')}]`,
      allowed: 'at least one name, and no empty one',
      fix: 'name the objects; left out, the grant would reach every object',
    });
  }
  const nameless = options.resourceNames
    ? verbs.filter(verb => verb === 'deletecollection' || (verb === 'create' && resources.some(each => !each.includes('/'))))
    : [];
  if (nameless.length > 0) {
    fail({
      code: 'void-grant', what: 'a grant on named objects does not reach verbs whose requests carry no name',
      given: `${nameless.join(', ')} with resourceNames ${options.resourceNames!.join(', ')}`,
      allowed: 'get, list, watch, update, patch, delete', fix: 'leave these verbs out, or grant them in a grant without resourceNames',
    });
  }
  if (!isOfOthers(options.apiGroup)) {verbs.forEach(requireVerb);}
  resources.forEach(requireResource);
  requireGroup(options.apiGroup);
  return compact({
    apiGroups: [options.apiGroup ?? ''], resources: [...resources], verbs: [...verbs], resourceNames: options.resourceNames,
  });
}

/** Whether a group is of other programs, whose authorizers may ask for verbs of their own. */
function isOfOthers(group: string | undefined): boolean {
  return group !== undefined && group.includes('.') && !group.endsWith('.k8s.io');
}

const VERBS = new Set([
  'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'use', 'bind', 'escalate', 'impersonate', 'approve',
  'sign', 'attest', '*',
]);

/**
 * Verbs of constrained impersonation, which Kubernetes has since 1.35: `impersonate:user-info`, `impersonate-on:user-info:list`; and those
 * of drivers for dynamic resource allocation, since 1.36: `associated-node:update`, `arbitrary-node:update`.
 */
const COMPOSED = /^(impersonate(-on)?|associated-node|arbitrary-node):/;

const SYNONYMS: {
  readonly [verb: string]: string;
} = { read: 'get', view: 'get', write: 'update', edit: 'update', modify: 'patch', add: 'create', remove: 'delete' };

function requireVerb(verb: string): void {
  if (VERBS.has(verb) || COMPOSED.test(verb)) {return;}
  const meant = Object.hasOwn(SYNONYMS, verb.toLowerCase()) ? SYNONYMS[verb.toLowerCase()] : nearest(verb, VERBS);
  fail({
    code: 'void-grant', what: `${quote(verb)} is not a verb of the Kubernetes API`, given: quote(verb), allowed: [...VERBS].join(', '),
    fix: meant === undefined ? 'name one of these' : `did you mean ${meant}?`,
  });
}

function requireResource(resource: string): void {
  if (/^[a-z0-9.*-]+(\/[a-z0-9.*-]+)?$/.test(resource)) {return;}
  // kinds are what people read in manifests
  const plural = /^[A-Z][A-Za-z]*$/.test(resource)
    ? resource.toLowerCase().replace(/y$/, 'ie').replace(/ss$/, 'sse').replace(/s?$/, 's')
    : undefined;
  fail({
    code: 'void-grant', what: `${quote(resource)} is not a resource of the Kubernetes API`, given: quote(resource),
    allowed: 'resources in lower case plural, at will with a subresource: pods, nodes/metrics',
    fix: `${plural === undefined ? '' : `did you mean ${plural}? `}\`kubectl api-resources\` lists them`,
  });
}

function requireGroup(group: string | undefined): void {
  if (group === undefined || !/^v\d|\//.test(group)) {return;}
  const name = group.includes('/') ? group.slice(0, group.indexOf('/')) : '';
  fail({
    code: 'void-grant', what: `${quote(group)} is not an API group`, given: quote(group),
    allowed: 'an API group without a version: apps, metrics.k8s.io',
    fix: name === '' ? 'leave `apiGroup` out: the core group has no name' : `write ${quote(name)}`,
  });
}

/** Names of roles are parts of a path, and may have a colon. */
function requireRole(name: string): string {
  if (name === '' || name === '.' || name === '..' || /[/%]/.test(name)) {
    fail({
      code: 'invalid-name', what: 'a cluster role cannot have this name', given: quote(name), allowed: 'any text without / and %',
      fix: 'copy the name from `kubectl get clusterroles`',
    });
  }
  return name;
}

function requireSome(resources: string[], verbs: string[]): void {
  if (resources.length === 0 || verbs.length === 0) {
    fail({
      code: 'empty-grant',
      what: 'a grant allows nothing',
      given: `resources [${resources.join(', ')}], verbs [${verbs.join(', ')}]`,
      allowed: 'at least one resource and one verb',
      fix: 'name what the agent reads or writes, or leave the grant out',
    });
  }
}
