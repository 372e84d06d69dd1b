import { KubeVipBgpOptions, KubeVipBgpPeer } from './kube-vip-bgp-options';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { hostText, isAddress } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { wholeSeconds } from '../../private/duration';
import { isWholeNumber } from '../../private/whole-number';
import { requireInterface } from '../private/interface-name';

const MAX_AS = 4_294_967_295;

/**
 * The variables of BGP.
 *
 * @throws invalid-network-option
 */
export function bgpVariables(options: KubeVipBgpOptions): { [name: string]: EnvValue } {
  const { asNumber, peers, routerInterface, sourceInterface, holdTime, keepaliveInterval } = options;
  if (peers.length === 0) {
    fail({
      code: 'invalid-network-option', what: 'kube-vip has no router to announce its addresses to', given: 'peers: []',
      allowed: 'at least one peer', fix: 'name the routers of the nodes',
    });
  }
  const [
    hold, keepalive,
  ] = [holdTime && wholeSeconds(holdTime, 'holdTime', 3), keepaliveInterval && wholeSeconds(keepaliveInterval, 'keepaliveInterval', 1)];
  if ((keepalive ?? 10) * 3 > (hold ?? 30)) {
    fail({
      code: 'invalid-network-option', what: 'a session of BGP would end between two messages',
      given: `keepaliveInterval of ${keepalive ?? 10} s, holdTime of ${hold ?? 30} s`,
      allowed: 'a `keepaliveInterval` of at most a third of `holdTime`', fix: 'shorten `keepaliveInterval`, or raise `holdTime`',
    });
  }
  const passwords = peers.map((peer, at) => [`bgp_password_${at + 1}`, peer.password] as const);
  return {
    bgp_as: EnvValue.of(String(requireAs(asNumber, 'nodes'))),
    ...Object.fromEntries(passwords.flatMap(([name, password]) => (password === undefined ? [] : [[name, password]]))),
    bgp_peers: EnvValue.of(peers.map((peer, at) => peerText(peer, passwords[at][0])).join(',')),
    ...routerInterface === undefined
      ? { bgp_routerid: EnvValue.field(PodField.HOST_IP) }
      : { bgp_routerinterface: EnvValue.of(requireInterface(routerInterface, 'routerInterface')) },
    ...sourceInterface !== undefined && { bgp_sourceif: EnvValue.of(requireInterface(sourceInterface, 'sourceInterface')) },
    ...hold !== undefined && { bgp_hold_time: EnvValue.of(String(hold)) },
    ...keepalive !== undefined && { bgp_keepalive_interval: EnvValue.of(String(keepalive)) },
  };
}

/** Address, number, password, and whether routers may be between. Kubernetes puts the password in. */
function peerText({ address, asNumber, password, multihop = false }: KubeVipBgpPeer, variable: string): string {
  if (!isAddress(address)) {
    fail({
      code: 'invalid-network-option', what: 'kube-vip opens sessions of BGP to addresses alone', given: quote(address),
      allowed: 'an address of IPv4 or IPv6, without brackets and port',
      fix: 'give the address of the router',
    });
  }
  return [
    hostText(address), requireAs(asNumber, `the peer ${address}`), password === undefined ? '' : `$(${variable})`, multihop,
  ].join(':');
}

function requireAs(asNumber: number, whose: string): number {
  if (isWholeNumber(asNumber, 1, MAX_AS)) {return asNumber;}
  return fail({
    code: 'invalid-network-option', what: `the autonomous system of ${whose} cannot have this number`, given: `asNumber: ${asNumber}`,
    allowed: `a whole number from 1 to ${MAX_AS}`,
    fix: 'use a private one, 64512 to 65534, where the network gives you none',
  });
}
