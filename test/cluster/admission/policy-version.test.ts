import { LATEST, readPolicyVersion } from '../../../src/cluster/admission/policy-version';

test.each([
  ['latest', LATEST], ['v1.0', { text: 'v1.0', minor: 0 }], ['v1.30', { text: 'v1.30', minor: 30 }],
  ['v1.100', { text: 'v1.100', minor: 100 }],
])('reads %s', (text, version) => {
  expect(readPolicyVersion(text)).toEqual(version);
});

test.each([
  '', '1.30', 'v1', 'v1.030', 'v2.0', 'v1.30.1', ' v1.30', 'Latest',
])('does not read %j, as the admission plugin does not', text => {
  expect(readPolicyVersion(text)).toBeUndefined();
});
