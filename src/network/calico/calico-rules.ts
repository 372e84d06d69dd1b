import { RbacRule } from '../private/rbac-rules';

const CORE = [''];

/** What differs in the rights of two minors. */
interface MinorRights {
  /** The API groups of resources of Calico. 3.32 can move them from the second to the first. */
  readonly groups: readonly string[];
  /** Policies of a whole cluster that the Kubernetes project proposes. */
  readonly clusterPolicies: readonly string[];
  /** How configurations of IPAM are called. */
  readonly ipamConfigurations: readonly string[];
  /** Rights that the minor has in addition, each for virtual machines of KubeVirt and for the migration to new resources. */
  readonly node: readonly RbacRule[];
  readonly plugin: readonly RbacRule[];
  readonly controllers: (groups: readonly string[]) => readonly RbacRule[];
}

const MINORS: ReadonlyMap<string, MinorRights> = new Map<string, MinorRights>([
  ['3.31', {
    groups: ['crd.projectcalico.org'],
    clusterPolicies: ['adminnetworkpolicies', 'baselineadminnetworkpolicies'],
    ipamConfigurations: ['ipamconfigs'],
    node: [],
    plugin: [],
    controllers: () => [],
  }],
  ['3.32', {
    groups: ['projectcalico.org', 'crd.projectcalico.org'],
    clusterPolicies: ['clusternetworkpolicies'],
    ipamConfigurations: ['ipamconfigurations', 'ipamconfigs'],
    node: [{ groups: ['kubevirt.io'], resources: ['virtualmachineinstancemigrations'], verbs: ['get', 'list', 'watch'] }],
    plugin: [{ groups: ['kubevirt.io'], resources: ['virtualmachineinstances', 'virtualmachines'], verbs: ['get'] }],
    controllers: migrationRules,
  }],
]);

function rightsOf(minor: string): MinorRights {
  return MINORS.get(minor)!;
}

/** calico-node, as the manifest has it. It makes the tokens of the CNI plugin, which are renewed before they expire. */
export function nodeRules(minor: string): readonly RbacRule[] {
  const { groups, ipamConfigurations, node } = rightsOf(minor);
  return [
    ...watchRules(minor),
    { groups, resources: ['blockaffinities', 'ipamblocks', 'ipamhandles'], verbs: ['get', 'list', 'create', 'update', 'delete'] },
    { groups, resources: ipamConfigurations, verbs: ['get', 'create'] },
    { groups, resources: ['blockaffinities'], verbs: ['watch'] },
    { groups: ['apps'], resources: ['daemonsets'], verbs: ['get'] },
    ...node,
  ];
}

/** calico-node where others give addresses to pods. */
export function policyNodeRules(minor: string): readonly RbacRule[] {
  return [...watchRules(minor), ...rightsOf(minor).node];
}

function watchRules(minor: string): readonly RbacRule[] {
  const { groups } = rightsOf(minor);
  return [
    { groups: CORE, resources: ['serviceaccounts/token'], verbs: ['create'], names: ['calico-cni-plugin'] },
    { groups: CORE, resources: ['nodes/status'], verbs: ['patch', 'update'] },
    { groups: CORE, resources: ['pods/status'], verbs: ['patch'] },
    ...readRules(minor),
    { groups, resources: ['tiers'], verbs: ['create'] },
    { groups, resources: ['ippools', 'felixconfigurations', 'bgpconfigurations', 'clusterinformations'], verbs: ['create', 'update'] },
    { groups, resources: ['caliconodestatuses'], verbs: ['update'] },
    { groups, resources: ['bgpconfigurations', 'bgppeers'], verbs: ['create', 'update'] },
  ];
}

/** What calico-node reads of policies, pods and its own configuration. */
function readRules(minor: string): readonly RbacRule[] {
  const { groups, clusterPolicies } = rightsOf(minor);
  return [
    { groups: CORE, resources: ['pods', 'nodes', 'namespaces'], verbs: ['get'] },
    { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['watch', 'list'] },
    { groups: CORE, resources: ['endpoints', 'services'], verbs: ['watch', 'list', 'get'] },
    { groups: CORE, resources: ['configmaps'], verbs: ['get'] },
    { groups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['watch', 'list'] },
    { groups: ['policy.networking.k8s.io'], resources: clusterPolicies, verbs: ['watch', 'list'] },
    { groups: CORE, resources: ['pods', 'namespaces', 'serviceaccounts'], verbs: ['list', 'watch'] },
    {
      groups,
      resources: [
        'globalfelixconfigs', 'globalbgpconfigs', 'felixconfigurations', 'bgppeers', 'bgpfilters', 'bgpconfigurations',
        'ippools', 'ipreservations', 'ipamblocks', 'globalnetworkpolicies', 'stagedglobalnetworkpolicies', 'networkpolicies',
        'stagednetworkpolicies', 'stagedkubernetesnetworkpolicies', 'globalnetworksets', 'networksets', 'clusterinformations',
        'hostendpoints', 'blockaffinities', 'caliconodestatuses', 'tiers',
      ],
      verbs: ['get', 'list', 'watch'],
    },
    { groups: CORE, resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
  ];
}

/** Typha, which watches for calico-node. It makes what the data store needs at its first start, and gives no addresses and no tokens. */
export function typhaRules(minor: string): readonly RbacRule[] {
  const { groups, node } = rightsOf(minor);
  return [
    ...readRules(minor).filter(({ resources }) => !resources.includes('configmaps')),
    { groups, resources: ['clusterinformations', 'felixconfigurations', 'ippools'], verbs: ['create', 'update'] },
    { groups, resources: ['tiers'], verbs: ['create'] },
    ...node,
  ];
}

/** The CNI plugin on the node, which has an account of its own. */
export function pluginRules(minor: string): readonly RbacRule[] {
  const { groups, ipamConfigurations, plugin } = rightsOf(minor);
  return [
    ...policyPluginRules(),
    {
      groups,
      resources: [
        'blockaffinities', 'ipamblocks', 'ipamhandles', 'clusterinformations', 'ippools', 'ipreservations', ...ipamConfigurations,
      ],
      verbs: ['get', 'list', 'create', 'update', 'delete'],
    },
    ...plugin,
  ];
}

/** The CNI plugin on the node where another plugin gives addresses. */
export function policyPluginRules(): readonly RbacRule[] {
  return [
    { groups: CORE, resources: ['pods', 'nodes', 'namespaces'], verbs: ['get'] },
    { groups: CORE, resources: ['pods/status'], verbs: ['patch'] },
  ];
}

/** calico-kube-controllers. */
export function controllerRules(minor: string): readonly RbacRule[] {
  const { groups, ipamConfigurations, controllers } = rightsOf(minor);
  return [
    { groups: CORE, resources: ['nodes'], verbs: ['watch', 'list', 'get'] },
    { groups: CORE, resources: ['pods'], verbs: ['get', 'list', 'watch'] },
    { groups: CORE, resources: ['namespaces'], verbs: ['get', 'list', 'watch'] },
    { groups: CORE, resources: ['services', 'services/status'], verbs: ['get', 'list', 'update', 'watch'] },
    { groups, resources: ['ipreservations'], verbs: ['list'] },
    {
      groups,
      resources: ['blockaffinities', 'ipamblocks', 'ipamhandles', ...ipamConfigurations, 'tiers'],
      verbs: ['get', 'list', 'create', 'update', 'delete', 'watch'],
    },
    { groups, resources: ['ippools'], verbs: ['list', 'watch'] },
    { groups, resources: ['hostendpoints'], verbs: ['get', 'list', 'create', 'update', 'delete', 'watch'] },
    { groups, resources: ['clusterinformations'], verbs: ['get', 'list', 'create', 'update', 'watch'] },
    { groups, resources: ['kubecontrollersconfigurations'], verbs: ['get', 'list', 'create', 'update', 'watch'] },
    ...controllers(groups),
  ];
}

/** What moves resources from one API group to the other when someone asks for it, and looks at virtual machines of KubeVirt. */
function migrationRules(groups: readonly string[]): readonly RbacRule[] {
  return [
    { groups, resources: ['kubecontrollersconfigurations/status'], verbs: ['get', 'update'] },
    {
      groups,
      resources: ['networkpolicies', 'stagednetworkpolicies', 'globalnetworkpolicies', 'stagedglobalnetworkpolicies'],
      verbs: ['watch', 'list', 'get', 'create', 'update', 'delete'],
    },
    { groups: ['apps'], resources: ['daemonsets', 'deployments'], verbs: ['get', 'list', 'watch'] },
    {
      groups: ['migration.projectcalico.org'],
      resources: ['datastoremigrations', 'datastoremigrations/status'],
      verbs: ['get', 'list', 'watch', 'create', 'update', 'patch'],
    },
    { groups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: ['get', 'list', 'watch', 'delete'] },
    { groups: ['apiregistration.k8s.io'], resources: ['apiservices'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
    { groups: ['projectcalico.org'], resources: ['*'], verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] },
    { groups: ['crd.projectcalico.org'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
    { groups: ['kubevirt.io'], resources: ['virtualmachines', 'virtualmachineinstances'], verbs: ['get', 'list', 'watch'] },
  ];
}
