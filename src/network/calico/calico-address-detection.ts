import { isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
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
        code: 'invalid-network-option', what: 'the address of nodes cannot be detected by this', given: quote(address), allowed: 'an IP address',
        fix: 'name an address that nodes reach through the right interface, such as a gateway',
      });
    }
    return new CalicoAddressDetection(`can-reach=${address}`);
  }

  /**
   * The address of the first interface whose name matches one of the regular expressions: `eth.*`, `ens192`.
   *
   * @throws invalid-network-option
   */
  public static interfaces(patterns: string[]): CalicoAddressDetection {
    const wrong = patterns.find(pattern => pattern === '' || /[\s,]/.test(pattern));
    if (patterns.length === 0 || wrong !== undefined) {
      fail({
        code: 'invalid-network-option', what: 'interfaces cannot be found by these patterns', given: patterns.map(quote).join(', ') || 'none',
        allowed: 'regular expressions without blanks and commas', fix: "name interfaces: ['eth0', 'ens.*']",
      });
    }
    return new CalicoAddressDetection(`interface=${patterns.join(',')}`);
  }

  /**
   * The first address in one of the ranges.
   *
   * @throws invalid-cidr
   */
  public static ranges(ranges: string[]): CalicoAddressDetection {
    if (ranges.length === 0) {
      fail({ code: 'invalid-cidr', what: 'addresses of nodes are in no range', given: 'none', allowed: 'at least one range', fix: "name one: ['192.0.2.0/24']" });
    }
    return new CalicoAddressDetection(`cidr=${ranges.map(range => requireCidr(range, 'the addresses of nodes').text).join(',')}`);
  }

  private constructor(
    /** The value of IP_AUTODETECTION_METHOD. */
    public readonly method: string,
  ) {}
}

guardClass({ CalicoAddressDetection });
