import { isAddress } from '../private/address';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { requireName } from '../private/names';
import { compact, orUndefined, sortedEntries, Wire } from '../private/wire';

/**
 * Details of the resolver, merged with what the policy gives.
 */
export interface DnsOptions {
  /**
   * Addresses of name servers, at most three.
   *
   * @default - those of the policy
   */
  readonly nameservers?: string[];

  /**
   * Search domains, at most 32.
   *
   * @default - those of the policy
   */
  readonly searches?: string[];

  /**
   * Resolver options, such as `ndots: '2'`.
   *
   * @default - those of the policy
   */
  readonly options?: { [name: string]: string };
}

/**
 * How the agent resolves names.
 */
export class Dns {
  /** By the cluster's DNS, also on the host network. */
  public static cluster(options: DnsOptions = {}): Dns {
    return new Dns('cluster', options);
  }

  /**
   * `ClusterFirst` as it is written: by the cluster's DNS, but on the host network by that of the node, which knows no Services. For
   * manifests that are taken over as they are.
   */
  public static clusterFirst(options: DnsOptions = {}): Dns {
    return new Dns('ClusterFirst', options);
  }

  /** As the node does: for agents that the cluster's DNS itself depends on. */
  public static node(options: DnsOptions = {}): Dns {
    return new Dns('Default', options);
  }

  /**
   * By these name servers alone.
   *
   * @throws invalid-dns
   */
  public static custom(options: DnsOptions): Dns {
    if (!options.nameservers?.length) {
      fail({
        code: 'invalid-dns', what: 'a resolver of its own needs a name server', given: 'none', allowed: 'one to three addresses',
        fix: 'name one',
      });
    }
    return new Dns('None', options);
  }

  private constructor(
    /** `cluster`, `ClusterFirst`, `Default` (the node's) or `None` (the given servers alone). */
    public readonly policy: string,
    private readonly options: DnsOptions,
  ) {
    if ((options.nameservers?.length ?? 0) > 3 || (options.searches?.length ?? 0) > 32) {
      fail({
        code: 'invalid-dns', what: 'the resolver takes no more than this',
        given: `${options.nameservers?.length ?? 0} name servers, ${options.searches?.length ?? 0} search domains`,
        allowed: 'three name servers, 32 search domains', fix: 'shorten the list',
      });
    }
    const wrong = options.nameservers?.find(address => !isAddress(address));
    if (wrong !== undefined) {
      fail({
        code: 'invalid-dns', what: 'a name server has no address', given: quote(wrong), allowed: 'an IP address',
        fix: 'write the address in numbers',
      });
    }
    // a dot at the end stands for the root: no other domain is tried
    options.searches?.forEach(domain => requireName(domain.replace(/\.$/, ''), 'dns-subdomain', 'a search domain'));
    if (Object.hasOwn(options.options ?? {}, '')) {
      fail({ code: 'invalid-dns', what: 'an option of the resolver has no name', given: quote(''), fix: 'name it, such as ndots' });
    }
  }

  /** @internal with ClusterFirst a pod on the host network falls back to the node's resolver */
  public _toWire(hostNetwork: boolean): Wire {
    return compact({
      dnsPolicy: this.policy !== 'cluster' ? this.policy : hostNetwork ? 'ClusterFirstWithHostNet' : undefined,
      dnsConfig: orUndefined({
        nameservers: this.options.nameservers,
        searches: this.options.searches,
        options: sortedEntries(this.options.options).map(([name, value]) => compact({ name, value: value || undefined })),
      }),
    });
  }
}

guardClass({ Dns });
