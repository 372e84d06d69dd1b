import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isDnsLabel } from '../../private/names';
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
 * A pool of addresses from which nodes take what their pods need (CiliumPodIPPool).
 */
export interface CiliumPodPoolOptions {
  /**
   * The name of the pool: a DNS label. Pods take addresses of `default` unless the annotation `ipam.cilium.io/ip-pool` names another.
   */
  readonly name: string;

  /**
   * The IPv4 addresses of the pool.
   *
   * @default - the pool gives no IPv4 addresses
   */
  readonly ranges?: string[];

  /**
   * The length of the prefix that a node takes at a time of the IPv4 addresses.
   *
   * @default 27 - 32 addresses
   */
  readonly maskSize?: number;

  /**
   * The IPv6 addresses of the pool.
   *
   * @default - the pool gives no IPv6 addresses
   */
  readonly ipv6Ranges?: string[];

  /**
   * The length of the prefix that a node takes at a time of the IPv6 addresses.
   *
   * @default 122 - 64 addresses
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
    const has6 = ipv6Ranges.length > 0;
    return new CiliumIpam('cluster-pool', { ipam: 'cluster-pool' }, [4, ...has6 ? [6 as const] : []], {
      'cluster-pool-ipv4-cidr': pool(ranges, false, maskSize, 'maskSize').join(' '),
      'cluster-pool-ipv4-mask-size': String(maskSize),
    }, has6 ? {
      'cluster-pool-ipv6-cidr': pool(ipv6Ranges, true, ipv6MaskSize, 'ipv6MaskSize').join(' '),
      'cluster-pool-ipv6-mask-size': String(ipv6MaskSize),
    } : {});
  }

  /** The controller manager gives each node its addresses (`--allocate-node-cidrs`). */
  public static kubernetes(): CiliumIpam {
    return new CiliumIpam('kubernetes', { ipam: 'kubernetes' }, [4, 6]);
  }

  /**
   * cilium-operator makes these pools, and nodes take parts of them as their pods need addresses. More pools are custom resources that can
   * be added later.
   *
   * @throws invalid-cidr
   * @throws invalid-network-option
   */
  public static multiPool(pools: CiliumPodPoolOptions[]): CiliumIpam {
    const names = pools.map(({ name }) => name);
    const wrong = names.find((name, at) => !isDnsLabel(name) || names.indexOf(name) !== at);
    if (wrong !== undefined || !names.includes('default')) {
      fail({
        code: 'invalid-network-option', what: 'these are no pools of Cilium',
        given: wrong === undefined ? 'no pool `default`' : quote(wrong),
        allowed: 'DNS labels, each once, `default` among them', fix: 'name the pool of pods that ask for none `default`',
      });
    }
    const sorted = [...pools].sort((one, other) => (one.name < other.name ? -1 : 1));
    const families = ([4, 6] as const).filter(family =>
      sorted.some(({ name, ranges, ipv6Ranges }) => name === 'default' && ((family === 4 ? ranges : ipv6Ranges) ?? []).length > 0));
    return new CiliumIpam(
      'multi-pool', { 'ipam': 'multi-pool', 'auto-create-cilium-pod-ip-pools': sorted.map(poolText).join(',') }, families,
    );
  }

  private constructor(
    /** `cluster-pool`, `kubernetes` or `multi-pool`. */
    public readonly mode: string,
    private readonly common: { readonly [key: string]: string },
    private readonly families: ReadonlyArray<4 | 6>,
    private readonly ipv4: { readonly [key: string]: string } = {},
    private readonly ipv6: { readonly [key: string]: string } = {},
  ) {}

  /** @internal as cilium-config has it */
  public _configFor(ipv4: boolean): { readonly [key: string]: string } {
    return { ...this.common, ...ipv4 && this.ipv4, ...this.ipv6 };
  }

  /** @internal whether pods get addresses of an IP family */
  public _hasFamily(family: 4 | 6): boolean {
    return this.families.includes(family);
  }
}

guardClass({ CiliumIpam });

function poolText({ name, ranges = [], maskSize = 27, ipv6Ranges = [], ipv6MaskSize = 122 }: CiliumPodPoolOptions): string {
  if (ranges.length + ipv6Ranges.length === 0) {
    fail({
      code: 'invalid-network-option', what: 'a pool of Cilium has no addresses', given: quote(name),
      allowed: '`ranges`, `ipv6Ranges` or both', fix: 'name the addresses',
    });
  }
  return `${name}=${[
    ...ranges.length === 0 ? [] : [`ipv4-cidrs:${pool(ranges, false, maskSize, 'maskSize').join(',')}`, `ipv4-mask-size:${maskSize}`],
    ...ipv6Ranges.length === 0 ? [] : [
      `ipv6-cidrs:${pool(ipv6Ranges, true, ipv6MaskSize, 'ipv6MaskSize').join(',')}`, `ipv6-mask-size:${ipv6MaskSize}`,
    ],
  ].join(';')}`;
}

function pool(ranges: readonly string[], isIpv6: boolean, maskSize: number, name: string): string[] {
  const cidrs = ranges.map(range => requireCidr(range, 'the addresses of pods'));
  const wrong = cidrs.find(cidr => cidr.isIpv6 !== isIpv6);
  if (cidrs.length === 0 || wrong !== undefined) {
    fail({
      code: 'invalid-cidr', what: 'the pool of addresses has none of this IP family', given: wrong?.text ?? 'none',
      allowed: isIpv6 ? 'ranges of IPv6' : 'ranges of IPv4',
      fix: 'give IPv4 as `ranges`, IPv6 as `ipv6Ranges`',
    });
  }
  const tooLong = cidrs.find((cidr: Cidr) => cidr.prefix > maskSize);
  if (!isWholeNumber(maskSize, 1, isIpv6 ? 128 : 32) || tooLong !== undefined) {
    fail({
      code: 'invalid-network-option', what: `\`${name}\` leaves no addresses for a node`,
      given: `${maskSize} of ${(tooLong ?? cidrs[0]).text}`,
      allowed: `a whole number from ${(tooLong ?? cidrs[0]).prefix} to ${isIpv6 ? 128 : 32}`,
      fix: 'choose a longer prefix, or a larger range',
    });
  }
  return cidrs.map(({ text }) => text);
}
