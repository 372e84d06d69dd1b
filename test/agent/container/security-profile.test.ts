import { SecurityProfile } from '../../../src/index';
import { messageOf } from '../make-agent';

test.each([
  ['runtimeDefault', SecurityProfile.runtimeDefault(), { type: 'RuntimeDefault' }],
  ['unconfined', SecurityProfile.unconfined(), { type: 'Unconfined' }],
  ['localhost', SecurityProfile.localhost('profiles/agent.json'), { type: 'Localhost', localhostProfile: 'profiles/agent.json' }],
])('%s', (_, profile, wire) => {
  expect(profile._toWire()).toEqual(wire);
});

test.each(['', ' ', '/etc/profile', 'a/../b'])('fails for the profile %p', profile => {
  expect(messageOf(() => SecurityProfile.localhost(profile))).toBe(
    `invalid-path: the profile is not a relative path; given: '${profile.trim()}'; allowed: a path that does not begin with \`/\` and has no \`..\`; fix: name the part below the mounted path`);
});

test('fails for a profile of a longer name than the API server takes', () => {
  expect(SecurityProfile.localhost('ä'.repeat(2047)).localhostProfile).toHaveLength(2047);
  expect(messageOf(() => SecurityProfile.localhost('ä'.repeat(2048)))).toBe(
    'invalid-path: the profile has too long a name; given: 4096 bytes; allowed: 4095 bytes; fix: shorten the name of the profile');
});
