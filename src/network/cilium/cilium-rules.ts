import { CiliumMinor, namesIn } from './cilium-minors';
import { CiliumOptions } from './cilium-options';
import { RbacRule } from '../private/rbac-rules';

const CORE = [''];
const CILIUM = ['cilium.io'];

/** cilium-agent, as the charts have it. It reads its configuration through the API, which is granted apart from this. */
const AGENT_RULES: readonly RbacRule[] = [
  { groups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['get', 'list', 'watch'] },
  { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['namespaces', 'services', 'pods', 'nodes', 'endpoints@..1.19'], verbs: ['get', 'list', 'watch'] },
  { groups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: ['list', 'watch', 'get'] },
  {
    groups: CILIUM,
    resources: [
      'ciliumloadbalancerippools', 'ciliumbgpnodeconfigs', 'ciliumbgpadvertisements', 'ciliumbgppeerconfigs',
      'ciliumclusterwideenvoyconfigs', 'ciliumclusterwidenetworkpolicies', 'ciliumegressgatewaypolicies', 'ciliumendpoints',
      'ciliumendpointslices', 'ciliumenvoyconfigs', 'ciliumidentities', 'ciliumlocalredirectpolicies', 'ciliumnetworkpolicies',
      'ciliumnodes', 'ciliumnodeconfigs', 'ciliumcidrgroups', 'ciliuml2announcementpolicies', 'ciliumpodippools',
      'ciliumdatapathplugins@1.20..', 'ciliumbgppeeringpolicies@..1.19',
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

/** cilium-operator, as the charts have it. It makes the custom resource definitions and takes the start-up taint from nodes. */
const OPERATOR_RULES: readonly RbacRule[] = [
  { groups: CORE, resources: ['pods'], verbs: ['get', 'list', 'watch', 'delete'] },
  { groups: CORE, resources: ['configmaps'], verbs: ['patch'], names: ['cilium-config'] },
  { groups: CORE, resources: ['nodes'], verbs: ['list', 'watch'] },
  { groups: CORE, resources: ['nodes', 'nodes/status'], verbs: ['patch'] },
  { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['services/status'], verbs: ['update', 'patch'] },
  { groups: CORE, resources: ['namespaces', 'serviceaccounts@1.20..'], verbs: ['get', 'list', 'watch'] },
  { groups: CORE, resources: ['services', 'endpoints@..1.19'], verbs: ['get', 'list', 'watch'] },
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
      'ciliumendpointslices', 'ciliumenvoyconfigs', 'ciliumbgpclusterconfigs@1.20..', 'ciliumbgpnodeconfigoverrides@1.20..',
      'ciliumbgppeerconfigs', 'ciliumbgpadvertisements', 'ciliumbgpnodeconfigs', 'ciliumcidrgroups@1.20..',
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
      'ciliumdatapathplugins.cilium.io@1.20..',
    ],
  },
  {
    groups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions/status'],
    verbs: ['update'],
    names: [
      'ciliumbgpclusterconfigs.cilium.io@1.20..', 'ciliumbgppeerconfigs.cilium.io@1.20..', 'ciliumbgpadvertisements.cilium.io@1.20..',
      'ciliumbgpnodeconfigs.cilium.io@1.20..', 'ciliumbgpnodeconfigoverrides.cilium.io@1.20..',
    ],
  },
  {
    groups: CILIUM,
    resources: [
      'ciliumloadbalancerippools', 'ciliumpodippools', 'ciliumbgppeerconfigs', 'ciliumdatapathplugins@1.20..',
      'ciliumbgppeeringpolicies@..1.19',
      'ciliumbgpclusterconfigs@..1.19', 'ciliumbgpnodeconfigoverrides@..1.19',
    ],
    verbs: ['get', 'list', 'watch'],
  },
  { groups: CILIUM, resources: ['ciliumpodippools'], verbs: ['create'] },
  { groups: CILIUM, resources: ['ciliumloadbalancerippools/status'], verbs: ['patch'] },
  { groups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update'] },
  { groups: CILIUM, resources: ['ciliumendpointslices'], verbs: ['deletecollection'] },
];

/** What nodes need to agree which of them answers for a Service. */
const LEASES: RbacRule = { groups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update', 'list', 'delete'] };

/** What cilium-agent may do. */
export function agentRules(minor: CiliumMinor, { l2Announcements }: CiliumOptions): RbacRule[] {
  return inMinor([...AGENT_RULES, ...l2Announcements ? [LEASES] : []], minor);
}

/** What cilium-operator may do. Sessions of BGP may name Secrets of any namespace. */
export function operatorRules(minor: CiliumMinor, { bgpControlPlane }: CiliumOptions): RbacRule[] {
  const secrets: RbacRule = { groups: CORE, resources: ['secrets'], verbs: ['get', 'list', 'watch'] };
  return inMinor([...OPERATOR_RULES, ...bgpControlPlane ? [secrets] : []], minor);
}

function inMinor(rules: readonly RbacRule[], minor: CiliumMinor): RbacRule[] {
  return rules
    .map(({ resources, names, ...rule }) => ({
      ...rule, resources: namesIn(resources, minor), ...names && { names: namesIn(names, minor) },
    }))
    .filter(({ resources, names }) => resources.length > 0 && names?.length !== 0);
}
