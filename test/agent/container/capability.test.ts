import { Capability } from '../../../src/index';
import { messageOf, WHY } from '../make-agent';

test('a capability has its name and its reason', () => {
  expect(Capability.add('NET_BIND_SERVICE', ` ${WHY} `)).toMatchObject({ name: 'NET_BIND_SERVICE', reason: WHY });
});

describe('fails', () => {
  const message = (given: string, fix: string) =>
    `invalid-capability: there is no capability of this name; given: '${given}'; allowed: the names of capabilities(7) in capitals, without CAP_; fix: ${fix}`;

  test.each(['CAP_NET_ADMIN', 'net_admin', 'cap_net_admin'])('for the spelling %s', name => {
    expect(messageOf(() => Capability.add(name, WHY))).toBe(message(name, "write 'NET_ADMIN': the API server takes any text, and runtimes ignore what they do not know"));
  });

  test('for a name that nothing is like', () => {
    expect(messageOf(() => Capability.add('EVERYTHING', WHY))).toBe(message('EVERYTHING', 'look it up in capabilities(7)'));
  });

  test('without a reason', () => {
    expect(messageOf(() => Capability.add('NET_ADMIN', 'no'))).toBe(
      "missing-reason: the capability NET_ADMIN needs a reason; given: 'no'; allowed: one line of at least three words, without `=`; fix: say what on the node the agent needs it for: a reviewer reads it, and reports and annotations show it");
  });
});
