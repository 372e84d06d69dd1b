import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';

/**
 * The CNI plugin that Cilium adds itself to. The other plugin gives pods their addresses and interfaces; Cilium enforces policies and
 * load-balances.
 */
export class CiliumChaining {
  /** The VPC CNI plugin of AWS (aws-node), whose DaemonSet keeps running. */
  public static awsCni(): CiliumChaining {
    return new CiliumChaining('aws-cni');
  }

  /**
   * Any plugin that makes veth pairs.
   *
   * @param target the name of the network in the CNI configuration that Cilium is added to: if left out, a configuration of your own
   * (`read-cni-conf`) lists both
   * @throws invalid-network-option
   */
  public static genericVeth(target?: string): CiliumChaining {
    if (target !== undefined && !/^[a-zA-Z0-9][\w.-]*$/.test(target)) {
      fail({
        code: 'invalid-network-option', what: 'no network of CNI has this name', given: quote(target),
        allowed: 'letters, digits, `_`, `.` and `-`',
        fix: 'copy `name` of the file in /etc/cni/net.d',
      });
    }
    return new CiliumChaining('generic-veth', target);
  }

  /** The plugin portmap, after Cilium: for ports of the node without a replacement of kube-proxy. */
  public static portmap(): CiliumChaining {
    return new CiliumChaining('portmap');
  }

  private constructor(
    /** `aws-cni`, `generic-veth` or `portmap`. */
    public readonly mode: string,
    /** The name of the network that Cilium is added to. */
    public readonly target?: string,
  ) {}

  /** @internal as cilium-config has it */
  public get _config(): { readonly [key: string]: string | undefined } {
    return {
      'cni-chaining-mode': this.mode,
      // the agent sets it by itself, by what the other plugin allows
      'dnsproxy-enable-transparent-mode': undefined,
      'enable-host-legacy-routing': 'true',
      ...this.target !== undefined && { 'cni-chaining-target': this.target },
      ...this.mode !== 'portmap' && { 'enable-local-node-route': 'false', 'enable-endpoint-health-checking': 'false' },
    };
  }
}

guardClass({ CiliumChaining });
