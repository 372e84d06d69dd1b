import { CalicoEncapsulation } from './calico-encapsulation';
import { requireNumber } from './calico-numbers';
import { CalicoOptions } from './calico-options';

/** IPv6 needs as much, and IPv4 is not worth less. */
const LEAST = 1280;
/** The longest packet of IP. */
const LONGEST = 65535;

/**
 * The largest packet of pods; 0 where Calico finds it out.
 *
 * @throws invalid-network-option
 */
export function mtuOf({ mtu, nodeMtu, wireguard = false, ipv6PodCidr }: CalicoOptions, encapsulation: CalicoEncapsulation): number {
  const isIpv6 = ipv6PodCidr !== undefined;
  const headers = Math.max(encapsulation._headerBytes(isIpv6), wireguard ? wireguardBytes(isIpv6) : 0);
  requireNumber('nodeMtu', nodeMtu, LEAST + headers, LONGEST, `${LEAST} bytes and ${headers} of headers`);
  const most = (nodeMtu ?? LONGEST) - headers;
  requireNumber('mtu', mtu, LEAST, most, `IPv6 needs ${LEAST}, and headers take ${headers} bytes of ${nodeMtu ?? LONGEST}`);
  return mtu ?? (nodeMtu === undefined ? 0 : most);
}

function wireguardBytes(isIpv6: boolean): number {
  return isIpv6 ? 80 : 60;
}
