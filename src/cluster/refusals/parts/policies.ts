import { given, isGiven, PartRule, PartRules, unwanted, wrong } from './part-rule';
import { addressBits, isAddress } from '../../../private/address';

const networkPort: PartRule = function* ({ port, endPort }) {
  if (!isGiven(endPort)) {return;}
  if (typeof port !== 'number') {
    yield unwanted('.endPort', isGiven(port) ? 'where port is a name' : 'without port', 'give port a number, or leave it out');
  } else if (endPort < port || endPort > 65535) {
    yield wrong('.endPort', 'the last port is none, or comes before the first', {
      code: 'invalid-port', given: `${port} to ${endPort}`, allowed: `${port} to 65535`, fix: 'correct one of them',
    });
  }
};

const peer: PartRule = function* (part) {
  const found = given(part, ['ipBlock', 'namespaceSelector', 'podSelector']);
  if (found.length === 0) {
    yield wrong('', 'the peer is nobody', {
      given: '{}', allowed: 'ipBlock, or podSelector, namespaceSelector or both',
      fix: 'name one of them, or leave out the whole list for everyone',
    });
  }
  if (found.includes('ipBlock') && found.length > 1) {
    yield wrong('', 'the peer is addresses and pods', { given: found.join(', '), allowed: 'ipBlock alone', fix: 'make two peers of it' });
  }
};

const block: PartRule = function* ({ cidr, except }) {
  if (typeof cidr !== 'string' || !Array.isArray(except)) {return;}
  for (let index = 0; index < except.length; index++) {
    if (typeof except[index] === 'string' && !isInside(except[index], cidr)) {
      yield wrong(`.except[${index}]`, 'the exception is not a part of the network', {
        given: except[index], allowed: `a smaller network in ${cidr}`, fix: 'correct it, or leave it out',
      });
    }
  }
};

/** Whether a network is a smaller part of another one. What is no network is found by its format. */
function isInside(inner: string, outer: string): boolean {
  const [one, other] = [bitsOf(inner), bitsOf(outer)];
  return one === undefined || other === undefined
    || (inner.includes(':') === outer.includes(':') && one.length > other.length && one.startsWith(other));
}

/** The bits of a network: `0000` for 0.0.0.0/4. */
function bitsOf(cidr: string): string | undefined {
  const [address, length] = cidr.split('/');
  return length !== undefined && isAddress(address) ? addressBits(address).slice(0, Number(length)) : undefined;
}

const budget: PartRule = function* (part) {
  const found = given(part, ['minAvailable', 'maxUnavailable']);
  if (found.length === 2) {
    yield wrong('', 'minAvailable and maxUnavailable are both given', {
      given: found.join(', '), allowed: 'one of them', fix: 'keep one of them',
    });
  }
};

export const POLICY_PARTS: PartRules = {
  IPBlock: [block],
  NetworkPolicyPeer: [peer],
  NetworkPolicyPort: [networkPort],
  PodDisruptionBudgetSpec: [budget],
};
