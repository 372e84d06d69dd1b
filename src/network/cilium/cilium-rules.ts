import { RbacRule } from '../private/rbac-rules';

const CORE = [''];
const CILIUM = ['cilium.io'];

/** cilium-agent, as chart 1.20.0 has it. It reads its configuration through the API, which is granted apart from this. */
export const AGENT_RULES: readonly RbacRule[] = [
  { groups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['get', 'list', 'watch'] },
  { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['namespaces', 'services', 'pods', 'nodes'], verbs: ['get', 'list', 'watch'] },
  { groups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: ['list', 'watch', 'get'] },
  {
    groups: CILIUM,
    resources: [
      'ciliumloadbalancerippools', 'ciliumbgpnodeconfigs', 'ciliumbgpadvertisements', 'ciliumbgppeerconfigs',
      'ciliumclusterwideenvoyconfigs', 'ciliumclusterwidenetworkpolicies', 'ciliumegressgatewaypolicies', 'ciliumendpoints',
      'ciliumendpointslices', 'ciliumenvoyconfigs', 'ciliumidentities', 'ciliumlocalredirectpolicies', 'ciliumnetworkpolicies',
      'ciliumnodes', 'ciliumnodeconfigs', 'ciliumcidrgroups', 'ciliuml2announcementpolicies', 'ciliumpodippools',
      'ciliumdatapathplugins',
    ],
    verbs: ['list', 'watch'],
  },
  { groups: CILIUM, resources: ['ciliumidentities', 'ciliumendpoints', 'ciliumnodes'], verbs: ['create'] },
  { groups: CILIUM, resources: ['ciliumidentities'], verbs: ['update'] },
  { groups: CILIUM, resources: ['ciliumendpoints'], verbs: ['delete', 'get'] },
  { groups: CILIUM, resources: ['ciliumnodes', 'ciliumnodes/status'], verbs: ['get', 'update'] },
  {
    groups: CILIUM,
    resources: [
      'ciliumendpoints/status', 'ciliumendpoints', 'ciliuml2announcementpolicies/status', 'ciliumbgpnodeconfigs/status',
    ],
    verbs: ['patch'],
  },
];

/** cilium-operator, as chart 1.20.0 has it. It makes the custom resource definitions and takes the start-up taint from nodes. */
export const OPERATOR_RULES: readonly RbacRule[] = [
  { groups: CORE, resources: ['pods'], verbs: ['get', 'list', 'watch', 'delete'] },
  { groups: CORE, resources: ['configmaps'], verbs: ['patch'], names: ['cilium-config'] },
  { groups: CORE, resources: ['nodes'], verbs: ['list', 'watch'] },
  { groups: CORE, resources: ['nodes', 'nodes/status'], verbs: ['patch'] },
  { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['services/status'], verbs: ['update', 'patch'] },
  { groups: CORE, resources: ['namespaces', 'secrets', 'serviceaccounts'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['services'], verbs: ['get', 'list', 'watch'] },
  {
    groups: CILIUM,
    resources: ['ciliumnetworkpolicies', 'ciliumclusterwidenetworkpolicies'],
    verbs: ['create', 'update', 'deletecollection', 'patch', 'get', 'list', 'watch'],
  },
  { groups: CILIUM, resources: ['ciliumnetworkpolicies/status', 'ciliumclusterwidenetworkpolicies/status'], verbs: ['patch', 'update'] },
  { groups: CILIUM, resources: ['ciliumendpoints', 'ciliumidentities'], verbs: ['delete', 'list', 'watch'] },
  { groups: CILIUM, resources: ['ciliumidentities'], verbs: ['update'] },
  { groups: CILIUM, resources: ['ciliumnodes'], verbs: ['create', 'update', 'get', 'list', 'watch', 'delete'] },
  { groups: CILIUM, resources: ['ciliumnodes/status'], verbs: ['update'] },
  {
    groups: CILIUM,
    resources: [
      'ciliumendpointslices', 'ciliumenvoyconfigs', 'ciliumbgpclusterconfigs', 'ciliumbgpnodeconfigoverrides',
      'ciliumbgppeerconfigs', 'ciliumbgpadvertisements', 'ciliumbgpnodeconfigs', 'ciliumcidrgroups',
    ],
    verbs: ['create', 'update', 'get', 'list', 'watch', 'delete', 'patch'],
  },
  { groups: CILIUM, resources: ['ciliumbgpclusterconfigs/status', 'ciliumbgppeerconfigs/status'], verbs: ['update'] },
  { groups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: ['create', 'get', 'list', 'watch'] },
  {
    groups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions'],
    verbs: ['update'],
    names: [
      'ciliumloadbalancerippools.cilium.io', 'ciliumbgpclusterconfigs.cilium.io', 'ciliumbgppeerconfigs.cilium.io',
      'ciliumbgpadvertisements.cilium.io', 'ciliumbgpnodeconfigs.cilium.io', 'ciliumbgpnodeconfigoverrides.cilium.io',
      'ciliumclusterwideenvoyconfigs.cilium.io', 'ciliumclusterwidenetworkpolicies.cilium.io',
      'ciliumegressgatewaypolicies.cilium.io', 'ciliumendpoints.cilium.io', 'ciliumendpointslices.cilium.io',
      'ciliumenvoyconfigs.cilium.io', 'ciliumidentities.cilium.io', 'ciliumlocalredirectpolicies.cilium.io',
      'ciliumnetworkpolicies.cilium.io', 'ciliumnodes.cilium.io', 'ciliumnodeconfigs.cilium.io', 'ciliumcidrgroups.cilium.io',
      'ciliuml2announcementpolicies.cilium.io', 'ciliumpodippools.cilium.io', 'ciliumgatewayclassconfigs.cilium.io',
      'ciliumdatapathplugins.cilium.io',
    ],
  },
  {
    groups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions/status'],
    verbs: ['update'],
    names: [
      'ciliumbgpclusterconfigs.cilium.io', 'ciliumbgppeerconfigs.cilium.io', 'ciliumbgpadvertisements.cilium.io',
      'ciliumbgpnodeconfigs.cilium.io', 'ciliumbgpnodeconfigoverrides.cilium.io',
    ],
  },
  {
    groups: CILIUM,
    resources: ['ciliumloadbalancerippools', 'ciliumpodippools', 'ciliumbgppeerconfigs', 'ciliumdatapathplugins'],
    verbs: ['get', 'list', 'watch'],
  },
  { groups: CILIUM, resources: ['ciliumpodippools'], verbs: ['create'] },
  { groups: CILIUM, resources: ['ciliumloadbalancerippools/status'], verbs: ['patch'] },
  { groups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update'] },
  { groups: CILIUM, resources: ['ciliumendpointslices'], verbs: ['deletecollection'] },
];
