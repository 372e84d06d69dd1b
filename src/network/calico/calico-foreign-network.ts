import type { ForeignNetworkTraits } from './foreign-network-traits';
import { guardClass } from '../../private/doors/guard-class';

/**
 * A network that Calico does not make, and for whose pods it carries out network policies.
 */
export class CalicoForeignNetwork {
  /**
   * The cloud or the routers between the nodes know a route to the range of each node (`spec.podCIDR`, `--allocate-node-cidrs`). Calico
   * connects the pods and gives them addresses of that range, as in the manifest `calico-policy-only.yaml`.
   */
  public static podCidrRoutes(): CalicoForeignNetwork {
    return new CalicoForeignNetwork('podCidrRoutes', { clusterType: 'k8s', isConnectedByCalico: true, variables: {} });
  }

  /**
   * flannel carries packets from node to node, as in the manifest `canal.yaml`: run `Cni.flannel()` too. Calico connects the pods and gives
   * them addresses of the range of the node. Its configuration of CNI comes first by name.
   */
  public static flannel(): CalicoForeignNetwork {
    return new CalicoForeignNetwork('flannel', {
      clusterType: 'k8s,canal', isConnectedByCalico: true, variables: { FELIX_IPTABLESREFRESHINTERVAL: '60' },
    });
  }

  /**
   * The VPC CNI plugin of Amazon connects the pods. It sets its own network policies up only where they are switched on: leave them off.
   */
  public static amazonVpc(): CalicoForeignNetwork {
    return new CalicoForeignNetwork('amazonVpc', {
      clusterType: 'k8s,ecs', isConnectedByCalico: false, encryptsHosts: true,
      variables: {
        FELIX_BPFEXTTOSERVICECONNMARK: '0x80', FELIX_INTERFACEPREFIX: 'eni', FELIX_IPTABLESMANGLEALLOWACTION: 'Return',
        FELIX_ROUTESOURCE: 'WorkloadIPs',
      },
    });
  }

  /** The CNI plugin of Azure connects the pods. */
  public static azure(): CalicoForeignNetwork {
    return new CalicoForeignNetwork('azure', {
      clusterType: 'k8s,aks', isConnectedByCalico: false, encryptsHosts: true,
      variables: { FELIX_INTERFACEPREFIX: 'azv', FELIX_ROUTESOURCE: 'WorkloadIPs' },
    });
  }

  /** The CNI plugin of Google connects the pods. */
  public static gke(): CalicoForeignNetwork {
    return new CalicoForeignNetwork('gke', {
      clusterType: 'k8s,gke', isConnectedByCalico: false,
      variables: {
        FELIX_INTERFACEPREFIX: 'gke', FELIX_IPTABLESFILTERALLOWACTION: 'Return', FELIX_IPTABLESMANGLEALLOWACTION: 'Return',
        FELIX_ROUTESOURCE: 'WorkloadIPs',
      },
    });
  }

  private constructor(
    /** The name of the factory method. */
    public readonly kind: string,
    /** @internal */
    public readonly _traits: ForeignNetworkTraits,
  ) {}
}

guardClass({ CalicoForeignNetwork });
