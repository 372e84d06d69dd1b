import type { Wire } from '../../private/wire';

/** A right that leads further than it looks. */
export interface BroadRight {
  /** What someone with the right can do: the end of `its pods can ...`. */
  readonly can: string;
  /** The part of the rule that gives it. */
  readonly given: string;
  /** Whether it is as good as all rights. */
  readonly isAll?: boolean;
}

interface Known {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly can: string;
  /** Whether it is only too much where it holds in every namespace. */
  readonly clusterWide?: boolean;
  /** Whether names of objects make it narrow. */
  readonly byName?: boolean;
  /** Whether it is as good as all rights. */
  readonly isAll?: boolean;
}

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch'];
const CHANGE = ['update', 'patch'];

/** What Kubernetes' own guide to RBAC warns of, as far as an agent could use it. */
const KNOWN: readonly Known[] = [
  {
    groups: [''], resources: [
      'nodes/proxy',
    ], verbs: ['get', 'create', 'update', 'patch'], can: 'run commands in every pod of every node, past all audit',
  },
  { groups: [''], resources: ['pods/exec', 'pods/attach'], verbs: ['get', 'create'], can: 'run commands in other pods' },
  { groups: [''], resources: ['pods/ephemeralcontainers'], verbs: CHANGE, can: 'put containers of their own into other pods' },
  {
    groups: ['', 'apps', 'batch'], resources: [
      'pods', 'daemonsets', 'deployments', 'statefulsets', 'replicasets', 'replicationcontrollers', 'jobs', 'cronjobs',
    ], verbs: ['create'],
    can: 'start pods under any service account of the namespace, and with any rights on the node that the namespace allows',
  },
  {
    groups: ['apps', 'batch'], resources: ['daemonsets', 'deployments', 'statefulsets', 'replicasets', 'cronjobs'], verbs: CHANGE,
    byName: true,
    can: 'change what other workloads run, under their service accounts',
  },
  { groups: [''], resources: ['secrets'], verbs: READ, clusterWide: true, byName: true, can: 'read every Secret of the cluster' },
  {
    groups: [''], resources: [
      'secrets',
    ], verbs: WRITE, clusterWide: true, byName: true, can: 'change Secrets of the whole cluster, and make tokens with them',
  },
  {
    groups: [''], resources: [
      'configmaps',
    ], verbs: CHANGE, clusterWide: true, byName: true, can: 'change the configuration of everything in the cluster',
  },
  { groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'], byName: true, can: 'make tokens for other service accounts' },
  { groups: [''], resources: ['users', 'groups', 'serviceaccounts'], verbs: ['impersonate'], byName: true, can: 'act as someone else' },
  { groups: ['authentication.k8s.io'], resources: ['userextras', 'uids'], verbs: ['impersonate'], can: 'act as someone else' },
  {
    groups: [
      'rbac.authorization.k8s.io',
    ], resources: ['roles', 'clusterroles'], verbs: ['escalate', 'bind'], byName: true, isAll: true, can: 'give themselves any right',
  },
  {
    groups: ['rbac.authorization.k8s.io'], resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'], verbs: WRITE,
    byName: true,
    can: 'pass their own rights on to anyone',
  },
  {
    groups: ['admissionregistration.k8s.io'],
    resources: [
      'mutatingwebhookconfigurations', 'validatingwebhookconfigurations', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings',
    ], verbs: WRITE, byName: true,
    can: 'see and change every object that anyone writes',
  },
  {
    groups: [
      'certificates.k8s.io',
    ], resources: ['certificatesigningrequests/approval'], verbs: CHANGE, can: 'approve certificates for anyone',
  },
];

/** The same by what they are about: most rules give nothing of these. */
const BY_RESOURCE: ReadonlyMap<string, readonly Known[]> = new Map(KNOWN.flatMap(({ resources }) => resources)
  .map(resource => [resource, KNOWN.filter(({ resources }) => resources.includes(resource))]));

/** Whether actions on a resource are worth a closer look. */
function isOfInterest(resource: string, actions: readonly string[]): boolean {
  return resource.startsWith('*')
    || (BY_RESOURCE.get(resource) ?? []).some(({ verbs }) => actions.some(verb => verb === '*' || verbs.includes(verb)));
}

/** The rights of a rule that lead further than they look. */
export function broadRightsOf({ apiGroups, resources, verbs, resourceNames }: Wire, clusterWide: boolean): BroadRight[] {
  const [groups, kinds, actions]: readonly string[][] = [apiGroups ?? [], resources ?? [], verbs ?? []];
  if (kinds.length === 0 || actions.length === 0) {return [];}
  if (kinds.includes('*') && (groups.includes('*') || groups.includes(''))) {
    const isAll = actions.includes('*');
    return isAll || actions.some(verb => verb !== 'list' && verb !== 'watch' && verb !== 'get') || clusterWide
      ? [{
        can: `${isAll ? 'do everything with' : actions.join(', ')} all resources${groups.includes('*') ? '' : ' of the core group'}, `
          + 'Secrets among them',
        given: `resources: *, verbs: ${actions.join(', ')}`,
        isAll: isAll && clusterWide,
      }] : [];
  }
  if (!kinds.some(kind => isOfInterest(kind, actions))) {return [];}
  const isNamed = (resourceNames ?? []).length > 0;
  const found = KNOWN.filter(known => (clusterWide || !known.clusterWide) && !(isNamed && known.byName)).flatMap((known): BroadRight[] => {
    const hit = kinds.filter(resource => known.resources.some(each => covers(resource, each)));
    const how = actions.includes('*') ? ['*'] : actions.filter(verb => known.verbs.includes(verb));
    return hit.length > 0 && how.length > 0 && known.groups.some(group => groups.includes(group) || groups.includes('*'))
      ? [{
        can: known.can, given: `${hit.join(', ')}: ${how.join(', ')}`, isAll: known.isAll === true && clusterWide,
      }] : [];
  });
  return found.filter(({ can }, index) => found.findIndex(each => each.can === can) === index);
}

/** `*`, and `*` with a subresource, stand for any. */
function covers(given: string, resource: string): boolean {
  if (given === resource || given === '*') {return true;}
  const slash = resource.indexOf('/');
  return slash >= 0 && given === `*${resource.slice(slash)}`;
}

/** The roles that every cluster has and that lead further than they look. */
export const BROAD_ROLES: ReadonlyMap<string, string> = new Map([
  ['cluster-admin', 'do everything in the whole cluster'],
  ['admin', 'read and change nearly everything, Secrets and roles among them'],
  ['edit', 'read and change nearly everything, Secrets among them, and run commands in other pods'],
]);
