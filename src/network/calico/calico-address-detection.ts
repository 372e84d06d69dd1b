import { isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { re2Problem } from '../../private/re2';
import { requireCidr } from '../private/cidr';

/**
 * Which address of a node Calico uses towards other nodes.
 */
export class CalicoAddressDetection {
  /** The first address of the first interface, without those of Docker and the like. */
  public static firstFound(): CalicoAddressDetection {
    return new CalicoAddressDetection('first-found');
  }

  /** The address that Kubernetes knows the node by. */
  public static kubernetesInternalIp(): CalicoAddressDetection {
    return new CalicoAddressDetection('kubernetes-internal-ip');
  }

  /**
   * The address from which this one is reached.
   *
   * @throws invalid-network-option
   */
  public static canReach(address: string): CalicoAddressDetection {
    if (!isAddress(address)) {
      fail({
        code: 'invalid-network-option', what: 'the address of nodes cannot be detected by this', given: quote(address),
        allowed: 'an IP address',
        fix: 'name an address that nodes reach through the right interface, such as a gateway',
      });
    }
    return new CalicoAddressDetection(`can-reach=${address}`, [address.includes(':')]);
  }

  /**
   * The address of the first interface whose name matches one of the regular expressions: `eth.*`, `ens192`.
   *
   * @throws invalid-network-option
   */
  public static interfaces(patterns: string[]): CalicoAddressDetection {
    requirePatterns(patterns);
    return new CalicoAddressDetection(`interface=${patterns.join(',')}`);
  }

  /**
   * The first address of an interface whose name matches none of the regular expressions, and is not one of Docker and the like.
   *
   * @throws invalid-network-option
   */
  public static skipInterfaces(patterns: string[]): CalicoAddressDetection {
    requirePatterns(patterns);
    return new CalicoAddressDetection(`skip-interface=${patterns.join(',')}`);
  }

  /**
   * The first address in one of the ranges.
   *
   * @throws invalid-cidr
   */
  public static ranges(ranges: string[]): CalicoAddressDetection {
    if (ranges.length === 0) {
      fail({
        code: 'invalid-cidr', what: 'addresses of nodes are in no range', given: 'none', allowed: 'at least one range',
        fix: "name one: ['192.0.2.0/24']",
      });
    }
    const cidrs = ranges.map(range => requireCidr(range, 'the addresses of nodes'));
    return new CalicoAddressDetection(`cidr=${cidrs.map(({ text }) => text).join(',')}`, cidrs.map(({ isIpv6 }) => isIpv6));
  }

  private constructor(
    /** The value of IP_AUTODETECTION_METHOD. */
    public readonly method: string,
    /** whether each of the addresses in it is of IPv6 */
    private readonly families: readonly boolean[] = [],
  ) {}

  /** @internal whether it can find an address of a family */
  public _finds(isIpv6: boolean): boolean {
    return this.families.length === 0 || this.families.includes(isIpv6);
  }
}

guardClass({ CalicoAddressDetection });

/** Calico takes each for a regular expression of Go, and separates them by commas. A mistake in one ends calico-node on every node. */
function requirePatterns(patterns: string[]): void {
  const wrong = patterns.find(pattern => pattern === '' || /[\s,]/.test(pattern) || re2Problem(pattern) !== undefined);
  if (patterns.length > 0 && wrong === undefined) {return;}
  const problem = wrong === undefined ? undefined : re2Problem(wrong);
  fail({
    code: 'invalid-network-option', what: `interfaces cannot be found by these patterns${problem === undefined ? '' : `: ${problem}`}`,
    given: patterns.map(quote).join(', ') || 'none',
    allowed: 'regular expressions of Go (RE2) without blanks and commas', fix: "name interfaces: ['eth0', 'ens.*']",
  });
}
