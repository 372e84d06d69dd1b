import { CalicoEncapsulation } from './calico-encapsulation';
import { requireNumber } from './calico-numbers';
import { CalicoOptions } from './calico-options';
import { fail } from '../../private/agent-error';
import { compact } from '../../private/wire';
import { Cidr, covers, requireCidr } from '../private/cidr';

/** The lengths of the prefixes of blocks in one family. */
interface BlockSizes {
  readonly option: 'blockSize' | 'ipv6BlockSize';
  readonly least: number;
  readonly most: number;
  readonly standard: number;
}

const BLOCKS: Record<4 | 6, BlockSizes> = {
  4: { option: 'blockSize', least: 20, most: 32, standard: 26 }, 6: { option: 'ipv6BlockSize', least: 116, most: 128, standard: 122 },
};

/**
 * The variables of the first IP pools. calico-node reads them when there is no pool of a family.
 *
 * @throws invalid-cidr
 * @throws invalid-network-option
 */
export function poolVariables(options: CalicoOptions, encapsulation: CalicoEncapsulation): { [name: string]: string } {
  const { podCidr, ipv6PodCidr, defaultPools, natOutgoing, poolNodeSelector } = options;
  requirePoolsWanted(options);
  const ipv4 = poolOf(options, 4);
  const ipv6 = poolOf(options, 6);
  return compact({
    CALICO_IPV4POOL_CIDR: podCidr,
    CALICO_IPV4POOL_BLOCK_SIZE: textOf(ipv4),
    CALICO_IPV4POOL_IPIP: encapsulation._ipip,
    CALICO_IPV4POOL_NAT_OUTGOING: textOf(natOutgoing),
    CALICO_IPV4POOL_NODE_SELECTOR: poolNodeSelector,
    CALICO_IPV4POOL_VXLAN: encapsulation._vxlan,
    CALICO_IPV6POOL_CIDR: ipv6PodCidr,
    CALICO_IPV6POOL_BLOCK_SIZE: textOf(ipv6),
    CALICO_IPV6POOL_NAT_OUTGOING: textOf(options.ipv6NatOutgoing),
    CALICO_IPV6POOL_NODE_SELECTOR: ipv6PodCidr === undefined ? undefined : poolNodeSelector,
    CALICO_IPV6POOL_VXLAN: encapsulation._vxlan,
    NO_DEFAULT_POOLS: defaultPools === false ? 'true' : undefined,
  });
}

/** What describes an IP pool. */
const POOL_OPTIONS = [
  'podCidr', 'ipv6PodCidr', 'blockSize', 'ipv6BlockSize', 'natOutgoing', 'ipv6NatOutgoing', 'poolNodeSelector',
] as const;

/** calico-node ends where it is to make no pools and knows the range of one; the rest would have no effect. */
function requirePoolsWanted(options: CalicoOptions): void {
  if (options.defaultPools === false) {
    const given = POOL_OPTIONS.find(name => options[name] !== undefined);
    if (given === undefined) {return;}
    fail({
      code: 'invalid-network-option', what: 'an IP pool is described that calico-node is not to make',
      given: `\`${given}\` with \`defaultPools: false\``,
      allowed: 'one of the two', fix: `leave \`defaultPools\` out, or say \`${given}\` in an IPPool object`,
    });
  }
  const unused = (['ipv6BlockSize', 'ipv6NatOutgoing'] as const).find(name => options[name] !== undefined);
  if (unused !== undefined && options.ipv6PodCidr === undefined) {
    fail({
      code: 'invalid-network-option', what: `\`${unused}\` has no effect without IPv6 addresses of pods`, given: 'no `ipv6PodCidr`',
      allowed: '`ipv6PodCidr` with it',
      fix: `give \`ipv6PodCidr\`, or leave \`${unused}\` out`,
    });
  }
}

/** The block size that was given for a family, after its pool was checked. */
function poolOf(options: CalicoOptions, family: 4 | 6): number | undefined {
  const name = family === 6 ? 'ipv6PodCidr' : 'podCidr';
  const { option, least, most, standard } = BLOCKS[family];
  const given = options[option];
  requireNumber(option, given, least, most);
  const text = options[name];
  if (text === undefined) {return given;}
  const pool = requireFamily(text, family, name);
  const size = given ?? standard;
  if (pool.prefix > size) {
    fail({
      code: 'invalid-network-option', what: `the pool of \`${name}\` is smaller than one of its blocks`,
      given: `${text} with blocks of /${size}`,
      allowed: `a block size from ${Math.max(pool.prefix, least)} to ${most}, or a larger pool`,
      fix: `give \`${option}: ${Math.min(most, Math.max(least, pool.prefix))}\``,
    });
  }
  requireWithinCluster(pool, name, options.clusterCidrs);
  return given;
}

function requireFamily(text: string, family: 4 | 6, name: string): Cidr {
  const pool = requireCidr(text, `the addresses of pods in \`${name}\``);
  if (pool.isIpv6 === (family === 6)) {return pool;}
  return fail({
    code: 'invalid-cidr', what: `\`${name}\` is of the other IP family`, given: text, allowed: `IPv${family}`,
    fix: `give it as \`${family === 6 ? 'podCidr' : 'ipv6PodCidr'}\``,
  });
}

function requireWithinCluster(pool: Cidr, name: string, clusterCidrs: string[] | undefined): void {
  const ranges = (clusterCidrs ?? []).map(range => requireCidr(range, 'the addresses that the cluster gives to pods'));
  if (clusterCidrs === undefined || ranges.some(range => covers(range, pool))) {return;}
  fail({
    code: 'invalid-cidr',
    what: `\`${name}\` is outside of what the cluster gives to pods: kube-proxy takes its packets for those of strangers`, given: pool.text,
    allowed: `a range within ${clusterCidrs.join(' or ') || 'clusterCidrs, which is empty'}`,
    fix: 'use a part of `clusterCidrs`, or change `--cluster-cidr` of the controller manager and kube-proxy',
  });
}

function textOf(value: number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
