import { RbacRule } from '../private/rbac-rules';

const CORE = [''];
/** Resources of Calico are in both groups since 3.32, which can move them from the second to the first. */
const CALICO = ['projectcalico.org', 'crd.projectcalico.org'];

/** calico-node, as the manifest of 3.32 has it. It makes the tokens of the CNI plugin, which are renewed before they expire. */
export const NODE_RULES: readonly RbacRule[] = [
  { groups: CORE, resources: ['serviceaccounts/token'], verbs: ['create'], names: ['calico-cni-plugin'] },
  { groups: CORE, resources: ['pods', 'nodes', 'namespaces'], verbs: ['get'] },
  { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['watch', 'list'] },
  { groups: CORE, resources: ['endpoints', 'services'], verbs: ['watch', 'list', 'get'] },
  { groups: CORE, resources: ['configmaps'], verbs: ['get'] },
  { groups: CORE, resources: ['nodes/status'], verbs: ['patch', 'update'] },
  { groups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['watch', 'list'] },
  { groups: ['policy.networking.k8s.io'], resources: ['clusternetworkpolicies'], verbs: ['watch', 'list'] },
  { groups: CORE, resources: ['pods', 'namespaces', 'serviceaccounts'], verbs: ['list', 'watch'] },
  { groups: CORE, resources: ['pods/status'], verbs: ['patch'] },
  {
    groups: CALICO,
    resources: [
      'globalfelixconfigs', 'globalbgpconfigs', 'felixconfigurations', 'bgppeers', 'bgpfilters', 'bgpconfigurations',
      'ippools', 'ipreservations', 'ipamblocks', 'globalnetworkpolicies', 'stagedglobalnetworkpolicies', 'networkpolicies',
      'stagednetworkpolicies', 'stagedkubernetesnetworkpolicies', 'globalnetworksets', 'networksets', 'clusterinformations',
      'hostendpoints', 'blockaffinities', 'caliconodestatuses', 'tiers',
    ],
    verbs: ['get', 'list', 'watch'],
  },
  { groups: CALICO, resources: ['tiers'], verbs: ['create'] },
  {
    groups: CALICO,
    resources: [
      'ippools', 'felixconfigurations', 'bgpconfigurations', 'clusterinformations',
    ],
    verbs: ['create', 'update'],
  },
  { groups: CALICO, resources: ['caliconodestatuses'], verbs: ['update'] },
  { groups: CORE, resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
  { groups: CALICO, resources: ['bgpconfigurations', 'bgppeers'], verbs: ['create', 'update'] },
  { groups: CALICO, resources: ['blockaffinities', 'ipamblocks', 'ipamhandles'], verbs: ['get', 'list', 'create', 'update', 'delete'] },
  { groups: CALICO, resources: ['ipamconfigurations', 'ipamconfigs'], verbs: ['get', 'create'] },
  { groups: CALICO, resources: ['blockaffinities'], verbs: ['watch'] },
  { groups: ['apps'], resources: ['daemonsets'], verbs: ['get'] },
  { groups: ['kubevirt.io'], resources: ['virtualmachineinstancemigrations'], verbs: ['get', 'list', 'watch'] },
];

/** The CNI plugin on the node, which has an account of its own. */
export const PLUGIN_RULES: readonly RbacRule[] = [
  { groups: CORE, resources: ['pods', 'nodes', 'namespaces'], verbs: ['get'] },
  { groups: CORE, resources: ['pods/status'], verbs: ['patch'] },
  {
    groups: CALICO,
    resources: [
      'blockaffinities', 'ipamblocks', 'ipamhandles', 'clusterinformations', 'ippools', 'ipreservations',
      'ipamconfigurations', 'ipamconfigs',
    ],
    verbs: ['get', 'list', 'create', 'update', 'delete'],
  },
  { groups: ['kubevirt.io'], resources: ['virtualmachineinstances', 'virtualmachines'], verbs: ['get'] },
];

/** calico-kube-controllers. */
export const CONTROLLER_RULES: readonly RbacRule[] = [
  { groups: CORE, resources: ['nodes'], verbs: ['watch', 'list', 'get'] },
  { groups: CORE, resources: ['pods'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['namespaces'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['services', 'services/status'], verbs: ['get', 'list', 'update', 'watch'] },
  { groups: CALICO, resources: ['ipreservations'], verbs: ['list'] },
  {
    groups: CALICO,
    resources: [
      'blockaffinities', 'ipamblocks', 'ipamhandles', 'ipamconfigurations', 'ipamconfigs', 'tiers',
    ],
    verbs: ['get', 'list', 'create', 'update', 'delete', 'watch'],
  },
  { groups: CALICO, resources: ['ippools'], verbs: ['list', 'watch'] },
  { groups: CALICO, resources: ['hostendpoints'], verbs: ['get', 'list', 'create', 'update', 'delete', 'watch'] },
  { groups: CALICO, resources: ['clusterinformations'], verbs: ['get', 'list', 'create', 'update', 'watch'] },
  { groups: CALICO, resources: ['kubecontrollersconfigurations'], verbs: ['get', 'list', 'create', 'update', 'watch'] },
  { groups: CALICO, resources: ['kubecontrollersconfigurations/status'], verbs: ['get', 'update'] },
  {
    groups: CALICO,
    resources: [
      'networkpolicies', 'stagednetworkpolicies', 'globalnetworkpolicies', 'stagedglobalnetworkpolicies',
    ],
    verbs: ['watch', 'list', 'get', 'create', 'update', 'delete'],
  },
  { groups: ['apps'], resources: ['daemonsets', 'deployments'], verbs: ['get', 'list', 'watch'] },
  {
    groups: ['migration.projectcalico.org'],
    resources: [
      'datastoremigrations', 'datastoremigrations/status',
    ],
    verbs: ['get', 'list', 'watch', 'create', 'update', 'patch'],
  },
  { groups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: ['get', 'list', 'watch', 'delete'] },
  { groups: ['apiregistration.k8s.io'], resources: ['apiservices'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
  { groups: ['projectcalico.org'], resources: ['*'], verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] },
  { groups: ['crd.projectcalico.org'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
  { groups: ['kubevirt.io'], resources: ['virtualmachines', 'virtualmachineinstances'], verbs: ['get', 'list', 'watch'] },
];
