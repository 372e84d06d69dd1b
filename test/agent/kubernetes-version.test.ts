import { messageOf } from './make-agent';
import { KubernetesVersion } from '../../src';
import { knownMinors } from '../../src/private/fields/fields';
import { refusal } from '../support/refusal';

test('there is a constant for every minor that the table of fields knows', () => {
  const { oldest, newest } = knownMinors();
  const constants = Object.entries(KubernetesVersion).filter(([name]) => /^V1_\d+$/.test(name)).map(([
    name, version,
  ]) => [name, `${version}`]);
  expect(constants).toEqual(Array.from({ length: newest - oldest + 1 }, (_, index) => [`V1_${oldest + index}`, `1.${oldest + index}`]));
});

test.each([['1.28', 28], ['v1.30.4', 30], [' 1.36.0-eks-1 ', 36], ['1.99', 99]])('%p is minor %p', (text, minor) => {
  expect(KubernetesVersion.of(text).minor).toBe(minor);
});

test('versions are ordered by their minor', () => {
  expect(KubernetesVersion.V1_30.atLeast(KubernetesVersion.V1_30)).toBe(true);
  expect(KubernetesVersion.V1_30.atLeast(KubernetesVersion.V1_29)).toBe(true);
  expect(KubernetesVersion.V1_29.atLeast(KubernetesVersion.of('1.100'))).toBe(false);
});

test.each(['', '1', '1.27', '2.0', '1.x', '30'])('fails for %p', text => {
  expect(messageOf(() => KubernetesVersion.of(text))).toEqual(
    refusal('unsupported-kubernetes-version', { given: `'${text}'`, names: ['1.28', '1.30'] }));
});
