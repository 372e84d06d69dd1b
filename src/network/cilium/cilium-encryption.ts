import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';
import { compact } from '../../private/wire';

/**
 * Details of WireGuard.
 */
export interface CiliumWireguardOptions {
  /**
   * Whether packets between nodes are encrypted too, not only those of pods.
   *
   * @default false
   */
  readonly nodeEncryption?: boolean;

  /**
   * How often a node sends a packet that keeps the way through firewalls open, as Cilium writes durations: `25s`.
   *
   * @default 0s - never
   */
  readonly persistentKeepalive?: string;
}

/**
 * Details of IPsec.
 */
export interface CiliumIpsecOptions {
  /**
   * The Secret with the keys. You bring it, and rotate it: it is never made here.
   */
  readonly secretName: string;

  /**
   * The key of the Secret that holds them.
   *
   * @default keys
   */
  readonly keyFile?: string;

  /**
   * How long the old key is still accepted after a rotation, as Cilium writes durations.
   *
   * @default 5m
   */
  readonly keyRotationDuration?: string;
}

const DURATION = /^(0|(\d+(\.\d+)?(ns|us|ms|s|m|h))+)$/;
const IPSEC_FOLDER = '/etc/ipsec';

/**
 * How packets between pods of different nodes are encrypted.
 */
export class CiliumEncryption {
  /**
   * With WireGuard, whose keys the agents make and exchange by themselves (UDP port 51871 between nodes).
   *
   * @throws invalid-network-option
   */
  public static wireguard(options: CiliumWireguardOptions = {}): CiliumEncryption {
    const { nodeEncryption, persistentKeepalive = '0s' } = options;
    return new CiliumEncryption('wireguard', compact({
      'enable-wireguard': 'true', 'wireguard-persistent-keepalive': requireDuration(persistentKeepalive, 'persistentKeepalive'),
      'encrypt-node': nodeEncryption ? 'true' : undefined,
    }));
  }

  /**
   * With IPsec, with keys of a Secret that you bring. Not together with the firewall of nodes.
   *
   * @throws invalid-network-option
   * @throws invalid-name
   */
  public static ipsec(options: CiliumIpsecOptions): CiliumEncryption {
    const { secretName, keyFile = 'keys', keyRotationDuration = '5m' } = options;
    if (secretName === undefined || secretName === '') {
      fail({
        code: 'invalid-network-option', what: 'IPsec takes its keys from a Secret that you bring', given: 'no `secretName`',
        allowed: 'the name of a Secret in the namespace of Cilium',
        fix: "make the Secret outside of the app and name it: secretName: 'cilium-ipsec-keys'",
      });
    }
    return new CiliumEncryption('ipsec', {
      'enable-ipsec': 'true',
      'ipsec-key-file': `${IPSEC_FOLDER}/${requireName(keyFile, 'config-map-key', 'the key of the Secret with the keys of IPsec')}`,
      'enable-ipsec-key-watcher': 'true', 'ipsec-key-rotation-duration': requireDuration(keyRotationDuration, 'keyRotationDuration'),
    }, requireName(secretName, 'dns-subdomain', 'the Secret with the keys of IPsec'));
  }

  private constructor(
    /** `wireguard` or `ipsec`. */
    public readonly kind: string,
    /** @internal as cilium-config has it */
    public readonly _config: { readonly [key: string]: string },
    /** The Secret with the keys of IPsec. */
    public readonly secretName?: string,
  ) {}

  /** @internal where the agent sees the keys of IPsec */
  public get _folder(): string {
    return IPSEC_FOLDER;
  }
}

guardClass({ CiliumEncryption });

function requireDuration(given: string, name: string): string {
  if (!DURATION.test(given)) {
    fail({
      code: 'invalid-network-option', what: `\`${name}\` is no duration of Cilium`, given: quote(given),
      allowed: 'a duration, such as 1m30s', fix: 'correct it',
    });
  }
  return given;
}
