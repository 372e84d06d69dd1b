import { ApiGrant } from '../../agent/companions/api-grant';

/** What the rights of kube-vip follow from. */
export interface KubeVipDuties {
  /** Whether nodes agree on one of them in the namespace of the agent. */
  readonly hasElection: boolean;
  readonly services: boolean;
  readonly servicesElection: boolean;
  /** Whether it asks for the addresses of its own node. */
  readonly usesNode: boolean;
  /** Variables that a user added. */
  readonly extraEnv: { readonly [name: string]: string };
}

const LEASES = { apiGroup: 'coordination.k8s.io' };
const LEASE_VERBS = ['create', 'get', 'update'];
const READ = ['get', 'list', 'watch'];

/** What kube-vip may do, as far as its configuration uses it. The role that its own manifest has allows all of it, and more. */
export function kubeVipGrants({ hasElection, services, servicesElection, usesNode, extraEnv }: KubeVipDuties): ApiGrant[] {
  const isOn = (name: string) => extraEnv[name] === 'true';
  return [
    ...hasElection ? [ApiGrant.inOwnNamespace(['leases'], LEASE_VERBS, LEASES)] : [],
    ...services ? [
      ApiGrant.clusterWide(['services'], [...READ, 'update']),
      ApiGrant.clusterWide(['services/status'], ['update']),
      isOn('enable_endpoints')
        ? ApiGrant.clusterWide(['endpoints'], READ)
        : ApiGrant.clusterWide(['endpointslices'], READ, { apiGroup: 'discovery.k8s.io' }),
      // egress is asked for by an annotation of a Service, and reads the range of pods from the controller manager
      ApiGrant.inNamespace('kube-system', ['pods'], ['list']),
    ] : [],
    ...services && (servicesElection || isOn('per_service_election_on_demand'))
      ? [ApiGrant.clusterWide(['leases'], LEASE_VERBS, LEASES)]
      : [],
    ...usesNode ? [ApiGrant.readNodes()] : [],
    ...isOn('lb_enable') || extraEnv.annotation !== undefined ? [ApiGrant.clusterWide(['nodes'], READ)] : [],
    ...isOn('enable_node_labeling') ? [ApiGrant.clusterWide(['nodes'], ['get', 'patch'])] : [],
  ];
}
