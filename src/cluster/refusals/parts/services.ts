import { given, isGiven, listOf, missing, PartRule, PartRules, repeated, unwanted, wrong } from './part-rule';
import { isAddress } from '../../../private/address';
import { isDnsSubdomain } from '../../../private/names';
import type { Wire } from '../../../private/wire';

/** The first minor that knows more ways to distribute traffic than one. */
const NEAR_TRAFFIC = 34;

function typeOf({ type }: Wire): string {
  return type || 'ClusterIP';
}

function addressesOf({ clusterIP, clusterIPs }: Wire): string[] {
  return Array.isArray(clusterIPs) && clusterIPs.length > 0 ? clusterIPs : clusterIP ? [clusterIP] : [];
}

function isHeadless(spec: Wire): boolean {
  const addresses = addressesOf(spec);
  return addresses.length === 1 && addresses[0] === 'None';
}

const ports: PartRule = function* (spec) {
  const all = listOf(spec.ports);
  if (all.length === 0 && !isHeadless(spec) && typeOf(spec) !== 'ExternalName') {yield missing('.ports');}
  const portAt = (field: string) => (index: number) => `.ports[${index}]${field}`;
  if (all.length > 1) {
    for (let index = 0; index < all.length; index++) {
      if (!all[index].name) {
        yield { ...missing(`.ports[${index}].name`, ': a Service with several ports names each of them'), code: 'conflicting-port' };
      }
    }
  }
  const taken = { code: 'conflicting-port' as const };
  const protocol = (port: Wire) => port.protocol || 'TCP';
  yield* repeated(all, portAt('.name'), port => port.name, taken);
  yield* repeated(all, portAt('.port'), port => `${port.port}/${protocol(port)}`, taken);
  yield* repeated(all, portAt('.nodePort'), port => (port.nodePort ? `${port.nodePort}/${protocol(port)}` : undefined), taken);
  for (let index = 0; index < all.length; index++) {
    if (all[index].nodePort && typeOf(spec) === 'ClusterIP') {
      yield unwanted(`.ports[${index}].nodePort`, 'with the type ClusterIP', 'set the type to NodePort or LoadBalancer, or leave it out');
    }
  }
};

const addresses: PartRule = function* (spec) {
  const type = typeOf(spec);
  const all = addressesOf(spec);
  if (type === 'ExternalName') {
    for (const field of given(spec, ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'])) {
      if (spec[field] !== ''
        && !(Array.isArray(spec[field]) && spec[field].length === 0)) {yield unwanted(`.${field}`, 'with the type ExternalName');}
    }
    return;
  }
  if (isHeadless(spec) && type !== 'ClusterIP') {
    yield wrong('.clusterIP', `a Service of the type ${type} has an address`, {
      given: 'None', fix: 'leave clusterIP out, or set the type to ClusterIP',
    });
  }
  if (!spec.clusterIP && all.length > 0) {yield missing('.clusterIP', ', which is the first of clusterIPs');}
  if (spec.clusterIP && all[0] !== spec.clusterIP) {
    yield wrong('.clusterIPs', 'clusterIP is not the first of clusterIPs', { given: all.join(', '), allowed: `${spec.clusterIP} first` });
  }
  const bad = all.find(address => address !== 'None' && !isAddress(String(address)));
  const families = all.map(address => (String(address).includes(':') ? 'IPv6' : 'IPv4'));
  if (bad !== undefined || all.includes('None') && all.length > 1 || all.length > 2 || all.length === 2 && families[0] === families[1]) {
    yield wrong('.clusterIPs', 'these are no addresses of a Service', {
      given: all.join(', '), allowed: 'None alone, or an address of each family at most', fix: 'leave them to Kubernetes',
    });
    return;
  }
  const asked: unknown[] = Array.isArray(spec.ipFamilies) ? spec.ipFamilies : [];
  if (!isHeadless(spec) && families.some((family, index) => asked[index] !== undefined && asked[index] !== family)) {
    yield wrong('.ipFamilies', 'the addresses are of other families', {
      given: `${asked.join(', ')} for ${all.join(', ')}`, fix: 'correct one of them',
    });
  }
};

const external: PartRule = function* (spec) {
  const { externalName } = spec;
  if (typeOf(spec) !== 'ExternalName') {return;}
  const name = String(externalName ?? '').replace(/\.$/, '');
  if (name === '') {yield missing('.externalName');} else if (!isDnsSubdomain(name)) {
    yield wrong('.externalName', 'the name is no DNS name', {
      code: 'invalid-name', given: externalName, allowed: 'a DNS subdomain', fix: 'correct it',
    });
  }
};

/** Fields that only Services with a load balancer have. */
const balancer: PartRule = function* (spec) {
  if (typeOf(spec) === 'LoadBalancer') {return;}
  for (const field of given(spec, ['allocateLoadBalancerNodePorts', 'loadBalancerClass'])) {
    yield unwanted(`.${field}`, `with the type ${typeOf(spec)}`);
  }
  if (listOf(spec.loadBalancerSourceRanges).length > 0) {yield unwanted('.loadBalancerSourceRanges', `with the type ${typeOf(spec)}`);}
};

const traffic: PartRule = function* (spec, { minor }) {
  const type = typeOf(spec);
  const isOutside = type === 'LoadBalancer' || type === 'NodePort'
    || type === 'ClusterIP' && Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0;
  if (spec.externalTrafficPolicy && !isOutside) {yield unwanted('.externalTrafficPolicy', `with the type ${type}`);}
  if (spec.healthCheckNodePort && !(type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local')) {
    yield unwanted('.healthCheckNodePort', 'without the type LoadBalancer and externalTrafficPolicy Local');
  } else if (spec.healthCheckNodePort && !(spec.healthCheckNodePort >= 1 && spec.healthCheckNodePort <= 65535)) {
    yield wrong('.healthCheckNodePort', 'there is no such port', {
      code: 'invalid-port', given: spec.healthCheckNodePort, allowed: '1 to 65535', fix: 'correct it',
    });
  }
  if (minor < NEAR_TRAFFIC && (spec.trafficDistribution === 'PreferSameZone' || spec.trafficDistribution === 'PreferSameNode')) {
    yield wrong('.trafficDistribution', 'older servers do not know this word', {
      code: 'field-too-new', given: spec.trafficDistribution, allowed: 'PreferClose', fix: 'write PreferClose',
    });
  }
};

const affinity: PartRule = function* ({ sessionAffinity, sessionAffinityConfig }) {
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (sessionAffinity === 'ClientIP' && isGiven(seconds) && !(seconds > 0 && seconds <= 86_400)) {
    yield wrong('.sessionAffinityConfig.clientIP.timeoutSeconds', 'there is no such time', {
      given: seconds, allowed: '1 to 86400', fix: 'correct it',
    });
  }
};

const ranges: PartRule = function* (spec) {
  if (!Array.isArray(spec.loadBalancerSourceRanges)) {return;}
  for (let index = 0; index < spec.loadBalancerSourceRanges.length; index++) {
    const range = String(spec.loadBalancerSourceRanges[index]).trim();
    const [address, bits] = range.split('/');
    if (!isAddress(address) || !/^\d{1,3}$/.test(bits ?? '') || Number(bits) > (address.includes(':') ? 128 : 32)) {
      yield wrong(`.loadBalancerSourceRanges[${index}]`, 'the range is no network', {
        given: range, allowed: 'a network such as 10.0.0.0/8', fix: 'correct it',
      });
    }
  }
};

export const SERVICE_PARTS: PartRules = { ServiceSpec: [ports, addresses, external, balancer, traffic, affinity, ranges] };
