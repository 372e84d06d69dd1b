import { Capability } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { messageOf, WHY } from '../make-agent';

test('a capability has its name and its reason', () => {
  expect(Capability.add('NET_BIND_SERVICE', ` ${WHY} `)).toMatchObject({ name: 'NET_BIND_SERVICE', reason: WHY });
});

describe('fails', () => {
  const message = (given: string) => refusal('invalid-capability', { given: `'${given}'`, names: ['CAP_'] });

  test.each(['CAP_NET_ADMIN', 'net_admin', 'cap_net_admin'])('for the spelling %s', name => {
    expect(messageOf(() => Capability.add(name, WHY))).toEqual(message(name));
  });

  test('for a name that nothing is like', () => {
    expect(messageOf(() => Capability.add('EVERYTHING', WHY))).toEqual(message('EVERYTHING'));
  });

  test('without a reason', () => {
    expect(messageOf(() => Capability.add('NET_ADMIN', 'no'))).toEqual(
      refusal('missing-reason', { given: "'no'", names: ['NET_ADMIN'] }));
  });
});
