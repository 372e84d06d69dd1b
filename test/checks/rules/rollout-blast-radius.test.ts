import { foundBy } from './found-by';
import { daemonSet, hostPath, node } from '../../../src/checks/example';
import { rolloutBlastRadius } from '../../../src/checks/rules/rollout-blast-radius';

const PATH = 'spec.updateStrategy.rollingUpdate.maxUnavailable';
const rolls = (maxUnavailable: unknown, spec: object = {}) => daemonSet({}, {}, {
  updateStrategy: { rollingUpdate: { maxUnavailable }, ...spec },
});
const plugin = (maxUnavailable: unknown, path: string, readOnly: boolean = false) =>
  daemonSet({ volumes: [hostPath('x', path)] }, { volumeMounts: [{ name: 'x', mountPath: '/x', readOnly }] }, {
    updateStrategy: { rollingUpdate: { maxUnavailable } },
  });
const nodes = (count: number) => Array.from({ length: count }, (_, index) => node(`n${index}`));

test('more than half of the nodes is too many for any agent', () => {
  expect(foundBy(rolloutBlastRadius, rolls('51%'))).toEqual([`warning agent ${PATH} (maxUnavailable: 51%)`]);
  expect(foundBy(rolloutBlastRadius, rolls('50%'))).toEqual([]);
});

test.each([
  '/etc/cni/net.d', '/opt/cni/bin', '/var/lib/kubelet/plugins_registry', '/var/lib/k0s/kubelet/device-plugins',
])('a quarter is for what writes %s', path => {
  expect(foundBy(rolloutBlastRadius, plugin('26%', path))).toHaveLength(1);
  expect(foundBy(rolloutBlastRadius, plugin('25%', path))).toEqual([]);
  expect(foundBy(rolloutBlastRadius, plugin('50%', path, true))).toEqual([]);
});

test('a number is held against the nodes, where they are known', () => {
  expect(foundBy(rolloutBlastRadius, rolls(6))).toEqual([]);
  expect(foundBy(rolloutBlastRadius, rolls(6), ...nodes(10))).toEqual([`warning agent ${PATH} (maxUnavailable: 6)`]);
  expect(foundBy(rolloutBlastRadius, rolls(5), ...nodes(10))).toEqual([]);
});

test('one node at a time is as careful as can be', () => {
  expect(foundBy(rolloutBlastRadius, rolls(1), ...nodes(1))).toEqual([]);
  expect(foundBy(rolloutBlastRadius, rolls('100%'), ...nodes(1))).toEqual([]);
  expect(foundBy(rolloutBlastRadius, rolls('100%'), ...nodes(2))).toHaveLength(1);
});

test('what runs nowhere, or is not rolled, reaches nothing', () => {
  expect(foundBy(
    rolloutBlastRadius,
    { ...rolls('100%'), spec: { ...rolls('100%').spec, template: daemonSet({ nodeSelector: { a: 'b' } }).spec.template } }, ...nodes(3),
  )).toEqual([]);
  expect(foundBy(rolloutBlastRadius, rolls('100%', { type: 'OnDelete' }))).toEqual([]);
  expect(foundBy(rolloutBlastRadius, daemonSet())).toEqual([]);
});
