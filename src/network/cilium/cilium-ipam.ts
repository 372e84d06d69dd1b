import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isWholeNumber } from '../../private/whole-number';
import { Cidr, requireCidr } from '../private/cidr';

/**
 * Details of the pool of addresses.
 */
export interface CiliumClusterPoolOptions {
  /**
   * The IPv4 addresses of pods.
   *
   * @default ['10.0.0.0/8'] - which may overlap with the network of the nodes: name your own
   */
  readonly ranges?: string[];

  /**
   * The length of the prefix that each node gets of the IPv4 addresses.
   *
   * @default 24 - 254 pods on a node
   */
  readonly maskSize?: number;

  /**
   * The IPv6 addresses of pods, where `ipv6` is on.
   *
   * @default - pods have no IPv6 addresses
   */
  readonly ipv6Ranges?: string[];

  /**
   * The length of the prefix that each node gets of the IPv6 addresses.
   *
   * @default 120
   */
  readonly ipv6MaskSize?: number;
}

/**
 * Where the addresses of pods come from with Cilium. It is not changed while pods run.
 */
export class CiliumIpam {
  /**
   * cilium-operator gives each node a part of these addresses.
   *
   * @throws invalid-cidr
   * @throws invalid-network-option
   */
  public static clusterPool(options: CiliumClusterPoolOptions = {}): CiliumIpam {
    const { ranges = ['10.0.0.0/8'], maskSize = 24, ipv6Ranges = [], ipv6MaskSize = 120 } = options;
    return new CiliumIpam('cluster-pool', {
      'ipam': 'cluster-pool',
      'cluster-pool-ipv4-cidr': pool(ranges, false, maskSize, 'maskSize'),
      'cluster-pool-ipv4-mask-size': String(maskSize),
      ...ipv6Ranges.length > 0 && { 'cluster-pool-ipv6-cidr': pool(ipv6Ranges, true, ipv6MaskSize, 'ipv6MaskSize'), 'cluster-pool-ipv6-mask-size': String(ipv6MaskSize) },
    });
  }

  /** The controller manager gives each node its addresses (`--allocate-node-cidrs`). */
  public static kubernetes(): CiliumIpam {
    return new CiliumIpam('kubernetes', { ipam: 'kubernetes' });
  }

  private constructor(
    /** `cluster-pool` or `kubernetes`. */
    public readonly mode: string,
    /** @internal as cilium-config has it */
    public readonly _config: { readonly [key: string]: string },
  ) {}
}

guardClass({ CiliumIpam });

function pool(ranges: readonly string[], isIpv6: boolean, maskSize: number, name: string): string {
  const cidrs = ranges.map(range => requireCidr(range, 'the addresses of pods'));
  const wrong = cidrs.find(cidr => cidr.isIpv6 !== isIpv6);
  if (cidrs.length === 0 || wrong !== undefined) {
    fail({
      code: 'invalid-cidr', what: 'the pool of addresses has none of this IP family', given: wrong?.text ?? 'none', allowed: isIpv6 ? 'ranges of IPv6' : 'ranges of IPv4',
      fix: 'give IPv4 as `ranges`, IPv6 as `ipv6Ranges`',
    });
  }
  const tooLong = cidrs.find((cidr: Cidr) => cidr.prefix > maskSize);
  if (!isWholeNumber(maskSize, 1, isIpv6 ? 128 : 32) || tooLong !== undefined) {
    fail({
      code: 'invalid-network-option', what: `\`${name}\` leaves no addresses for a node`, given: `${maskSize} of ${(tooLong ?? cidrs[0]).text}`,
      allowed: `a whole number from ${(tooLong ?? cidrs[0]).prefix} to ${isIpv6 ? 128 : 32}`, fix: 'choose a longer prefix, or a larger range',
    });
  }
  return cidrs.map(({ text }) => text).join(' ');
}
