import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { sysctlConflict } from '../../../src/checks/rules/sysctl-conflict';
import type { Wire } from '../../../src/private/wire';

const setting = (value: string) => ({
  initContainers: [{ name: 'init', image: 'example.com/shell:1.0.0', command: ['sysctl', '-w', `vm.max_map_count=${value}`] }],
});
const agent = (name: string, value: string, pod: Wire = {}) => daemonSet({ ...setting(value), ...pod }, {}, { name });

test('agents with two values are an error, with one a warning', () => {
  expect(foundBy(sysctlConflict, agent('one', '1'), agent('two', '2'))).toEqual(['error two initContainers[0].command (2, there 1)']);
  expect(foundBy(sysctlConflict, agent('one', '1'), agent('two', '1'))).toEqual(['warning two initContainers[0].command (1, both)']);
});

test('what is no agent may want the same, and is warned about anything else', () => {
  expect(foundBy(sysctlConflict, agent('one', '1'), deployment(setting('1')))).toEqual([]);
  expect(foundBy(sysctlConflict, agent('one', '1'), deployment(setting('2'), {}, { name: 'search' }))).toEqual([
    'warning search initContainers[0].command (2, there 1)',
  ]);
});

test('agents of different nodes do not meet', () => {
  expect(foundBy(
    sysctlConflict, agent('one', '1', { nodeSelector: { pool: 'a' } }), agent('two', '2', { nodeSelector: { pool: 'b' } }),
  )).toEqual([]);
});
