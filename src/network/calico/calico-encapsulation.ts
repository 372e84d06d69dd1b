import { guardClass } from '../../private/doors/guard-class';

/**
 * How packets of pods get from node to node with Calico. It becomes the first IP pool, which is made when there is none: a change later is
 * a change of the IPPool object.
 */
export class CalicoEncapsulation {
  /** In IP packets (protocol 4), with routes by BGP (TCP port 179 between nodes). IPv4 only; Azure lets them through nowhere. */
  public static ipInIp(): CalicoEncapsulation {
    return new CalicoEncapsulation('ipInIp', 'Always', 'Never');
  }

  /** As `ipInIp`, but without encapsulation between nodes of one subnet. */
  public static ipInIpAcrossSubnets(): CalicoEncapsulation {
    return new CalicoEncapsulation('ipInIpAcrossSubnets', 'CrossSubnet', 'Never');
  }

  /** In VXLAN packets (UDP port 4789 between nodes). BGP does not run. */
  public static vxlan(): CalicoEncapsulation {
    return new CalicoEncapsulation('vxlan', 'Never', 'Always');
  }

  /** As `vxlan`, but without encapsulation between nodes of one subnet. */
  public static vxlanAcrossSubnets(): CalicoEncapsulation {
    return new CalicoEncapsulation('vxlanAcrossSubnets', 'Never', 'CrossSubnet');
  }

  /** None: the network between the nodes knows the routes to pods, by BGP. */
  public static none(): CalicoEncapsulation {
    return new CalicoEncapsulation('none', 'Never', 'Never');
  }

  private constructor(
    /** The name of the factory method. */
    public readonly kind: string,
    /** @internal as the pool has it: `Always`, `CrossSubnet` or `Never` */
    public readonly _ipip: string,
    /** @internal as the pool has it: `Always`, `CrossSubnet` or `Never` */
    public readonly _vxlan: string,
  ) {}

  /** @internal whether BIRD announces routes, where nothing else is said */
  public get _usesBgp(): boolean {
    return this._vxlan === 'Never';
  }

  /** @internal how many bytes its headers take of a packet */
  public _headerBytes(isIpv6: boolean): number {
    if (this._vxlan !== 'Never') {return isIpv6 ? 70 : 50;}
    return this._ipip === 'Never' ? 0 : 20;
  }
}

guardClass({ CalicoEncapsulation });
