import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isWholeNumber } from '../../private/whole-number';
import { compact, Wire } from '../../private/wire';

/**
 * Details of VXLAN.
 */
export interface FlannelVxlanOptions {
  /**
   * The UDP port, which firewalls between nodes must let through.
   *
   * @default 8472 - the default of the kernel. Cilium uses the same.
   */
  readonly port?: number;

  /**
   * The identifier of the VXLAN, from 1 to 16777215.
   *
   * @default 1
   */
  readonly vni?: number;

  /**
   * The largest packet, in bytes.
   *
   * @default - that of the interface of the node, less what VXLAN adds
   */
  readonly mtu?: number;

  /**
   * Whether nodes of one subnet route to each other without encapsulation.
   *
   * @default false
   */
  readonly directRouting?: boolean;
}

/**
 * Details of WireGuard.
 */
export interface FlannelWireguardOptions {
  /**
   * The UDP port for IPv4.
   *
   * @default 51820
   */
  readonly port?: number;

  /**
   * The UDP port for IPv6.
   *
   * @default 51821
   */
  readonly ipv6Port?: number;

  /**
   * The largest packet, in bytes.
   *
   * @default - that of the interface of the node, less what WireGuard adds
   */
  readonly mtu?: number;
}

/**
 * How packets of pods get from node to node with flannel. It is not changed while pods run: drain the nodes, or restart them.
 */
export class FlannelBackend {
  /**
   * In VXLAN packets: works on every network that lets UDP through.
   *
   * @throws invalid-network-option
   */
  public static vxlan(options: FlannelVxlanOptions = {}): FlannelBackend {
    const { port, vni, mtu, directRouting } = options;
    requireRange('port', port, 1, 65535);
    requireRange('vni', vni, 1, 16777215);
    requireMtu(mtu);
    return new FlannelBackend('vxlan', compact({ Port: port, VNI: vni, MTU: mtu, DirectRouting: directRouting }));
  }

  /** By routes of the nodes, without encapsulation. Every node must reach every other without a router in between. */
  public static hostGateway(): FlannelBackend {
    return new FlannelBackend('host-gw', {});
  }

  /**
   * Encrypted by the WireGuard module of the kernel, from Linux 5.6 on.
   *
   * @throws invalid-network-option
   */
  public static wireguard(options: FlannelWireguardOptions = {}): FlannelBackend {
    const { port, ipv6Port, mtu } = options;
    requireRange('port', port, 1, 65535);
    requireRange('ipv6Port', ipv6Port, 1, 65535);
    requireMtu(mtu);
    return new FlannelBackend('wireguard', compact({ ListenPort: port, ListenPortV6: ipv6Port, MTU: mtu }));
  }

  private constructor(
    /** `vxlan`, `host-gw` or `wireguard`. */
    public readonly type: string,
    private readonly options: Wire,
  ) {}

  /** @internal the UDP port between nodes that other overlay networks may want too */
  public get _tunnelPort(): number | undefined {
    return this.type === 'vxlan' ? this.options.Port ?? 8472 : undefined;
  }

  /** @internal as `net-conf.json` has it */
  public _toWire(): Wire {
    return { Type: this.type, ...this.options };
  }
}

guardClass({ FlannelBackend });

/** IPv6 asks for packets of 1280 bytes. */
function requireMtu(mtu: number | undefined): void {
  requireRange('mtu', mtu, 1280, 65535);
}

function requireRange(name: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined || isWholeNumber(value, least, most)) {return;}
  fail({
    code: 'invalid-network-option', what: `\`${name}\` of the network cannot be this`, given: String(value),
    allowed: `a whole number from ${least} to ${most}`,
    fix: 'leave it out for the default',
  });
}
