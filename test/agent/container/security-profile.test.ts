import { ContainerSecurity, PodSecurityContext, SecurityProfile } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { messageOf } from '../make-agent';

test.each([
  ['runtimeDefault', SecurityProfile.runtimeDefault(), { type: 'RuntimeDefault' }],
  ['unconfined', SecurityProfile.unconfined(), { type: 'Unconfined' }],
  ['localhost', SecurityProfile.localhost('profiles/agent.json'), { type: 'Localhost', localhostProfile: 'profiles/agent.json' }],
])('%s', (_, profile, wire) => {
  expect(profile._toWire()).toEqual(wire);
});

test.each(['', ' ', 'a/../b'])('fails for the profile %p', profile => {
  expect(messageOf(() => SecurityProfile.localhost(profile))).toEqual(
    refusal('invalid-path', { given: `'${profile.trim()}'` }));
});

describe('a path from the root', () => {
  const profile = SecurityProfile.localhost('/etc/profile');

  test('is the name of an AppArmor profile', () => {
    expect(profile._toWire()).toEqual({ type: 'Localhost', localhostProfile: '/etc/profile' });
    expect(messageOf(() => PodSecurityContext.of({ appArmor: profile }))).toBeUndefined();
    expect(messageOf(() => ContainerSecurity.leastPrivilege({ appArmor: profile }))).toBeUndefined();
  });

  test.each<[string, () => unknown]>([
    ['a container', () => ContainerSecurity.leastPrivilege({ seccomp: profile })],
    ['a pod', () => PodSecurityContext.of({ seccomp: profile })],
  ])('fails for seccomp of %s', (_, act) => {
    expect(messageOf(act)).toEqual(
      refusal('invalid-path', { given: "'/etc/profile'" }));
  });
});

test('fails for a profile of a longer name than the API server takes', () => {
  expect(SecurityProfile.localhost('ä'.repeat(2047)).localhostProfile).toHaveLength(2047);
  expect(messageOf(() => SecurityProfile.localhost('ä'.repeat(2048)))).toEqual(
    refusal('invalid-path', { given: '4096 bytes', allowed: '4095 bytes' }));
});
