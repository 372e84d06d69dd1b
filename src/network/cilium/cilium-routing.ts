import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isWholeNumber } from '../../private/whole-number';
import { requireCidr } from '../private/cidr';

/**
 * Details of native routing.
 */
export interface CiliumNativeRoutingOptions {
  /**
   * The addresses to which packets of pods are not masqueraded, because the network knows the way: a range for each IP family. Needed
   * unless `masquerade` is off.
   *
   * @default - masquerading has to be off
   */
  readonly ranges?: string[];

  /**
   * Whether nodes of one layer 2 network write routes to each other's pods.
   *
   * @default false - the network, or BGP, knows them
   */
  readonly autoDirectNodeRoutes?: boolean;

  /**
   * Whether nodes of other layer 2 networks get no such route. Needs `autoDirectNodeRoutes`.
   *
   * @default false - the agent reports them as errors
   */
  readonly skipUnreachableNodes?: boolean;
}

/**
 * How packets of pods get from node to node with Cilium. It is not changed while pods run.
 */
export class CiliumRouting {
  /**
   * In VXLAN packets.
   *
   * @param port the UDP port between nodes: 8472 if left out
   * @throws invalid-network-option
   */
  public static vxlan(port?: number): CiliumRouting {
    return new CiliumRouting('vxlan', tunnel('vxlan', port), port ?? 8472);
  }

  /**
   * In Geneve packets.
   *
   * @param port the UDP port between nodes: 6081 if left out
   * @throws invalid-network-option
   */
  public static geneve(port?: number): CiliumRouting {
    return new CiliumRouting('geneve', tunnel('geneve', port), port ?? 6081);
  }

  /**
   * Without encapsulation.
   *
   * @throws invalid-cidr
   * @throws invalid-network-option
   */
  public static native(options: CiliumNativeRoutingOptions = {}): CiliumRouting {
    const { ranges = [], autoDirectNodeRoutes = false, skipUnreachableNodes = false } = options;
    const cidrs = ranges.map(range => requireCidr(range, 'addresses with native routing'));
    if (cidrs.length > 2 || (cidrs.length === 2 && cidrs[0].isIpv6 === cidrs[1].isIpv6)) {
      fail({
        code: 'invalid-cidr', what: 'native routing takes one range of addresses for each IP family', given: ranges.join(', '),
        allowed: 'one range for each IP family',
        fix: "name the range of all pods: ranges: ['10.0.0.0/8']",
      });
    }
    if (skipUnreachableNodes && !autoDirectNodeRoutes) {
      fail({
        code: 'invalid-network-option', what: 'no routes are written that could be left out', given: 'skipUnreachableNodes: true',
        allowed: 'with `autoDirectNodeRoutes: true`',
        fix: 'add it: Cilium refuses one without the other',
      });
    }
    return new CiliumRouting('native', {
      'routing-mode': 'native',
      // the chart writes it with native routing too
      'tunnel-protocol': 'vxlan',
      'direct-routing-skip-unreachable': String(skipUnreachableNodes),
      'auto-direct-node-routes': String(autoDirectNodeRoutes),
      ...Object.fromEntries(cidrs.map(({ text, isIpv6 }) => [`ipv${isIpv6 ? 6 : 4}-native-routing-cidr`, text])),
    });
  }

  private constructor(
    /** `vxlan`, `geneve` or `native`. */
    public readonly kind: string,
    /** @internal as cilium-config has it */
    public readonly _config: { readonly [key: string]: string },
    /** @internal the UDP port between nodes; undefined without a tunnel */
    public readonly _port?: number,
  ) {}
}

guardClass({ CiliumRouting });

function tunnel(protocol: string, port: number | undefined): { readonly [key: string]: string } {
  if (port !== undefined && !isWholeNumber(port, 1, 65535)) {
    fail({
      code: 'invalid-network-option', what: 'a tunnel cannot use this port', given: String(port), allowed: 'a whole number from 1 to 65535',
      fix: 'leave it out',
    });
  }
  return {
    'routing-mode': 'tunnel', 'tunnel-protocol': protocol, 'auto-direct-node-routes': 'false',
    ...port !== undefined && { 'tunnel-port': String(port) },
  };
}
