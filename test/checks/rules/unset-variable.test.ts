import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { unsetVariable } from '../../../src/checks/rules/unset-variable';
import type { Wire } from '../../../src/private/wire';

const env = (...pairs: [name: string, value: string][]) => pairs.map(([name, value]) => ({ name, value }));

test.each<[Wire, string[]]>([
  [{ args: ['--node=$(NODE)'] }, ['error agent containers[0].args[0] ($(NODE))']],
  [{ args: ['--node=$(NODE)'], env: env(['NODE', 'a']) }, []],
  [{ args: ['--node=$$(NODE)'] }, []], [{ args: ['$$$(NODE)'] }, ['error agent containers[0].args[0] ($(NODE))']],
  [{ command: ['sh', '-c', 'echo $(NODE)'] }, []], [{ command: ['$(date)'] }, []],
  [{ args: ['$(HOSTNAME)'] }, ['error agent containers[0].args[0] ($(HOSTNAME))']],
  [{ args: ['$(KUBERNETES_SERVICE_HOST):$(KUBERNETES_SERVICE_PORT_HTTPS)', '$(DB_PORT_5432_TCP_ADDR)'] }, []],
  [{ args: ['$(NODE)'], envFrom: [{ configMapRef: { name: 'x' } }] }, []],
  [{ env: env(['URL', 'http://$(IP)'], ['IP', '1']) }, ['error agent containers[0].env[0].value ($(IP))']],
  [{ env: env(['IP', '1'], ['URL', 'http://$(IP):$(PORT_NUMBER)']) }, ['error agent containers[0].env[1].value ($(PORT_NUMBER))']],
  [{ env: env(['A', 'a']), args: ['$(A'] }, []],
])('unset-variable: %j', (container, expected) => {
  expect(foundBy(unsetVariable, daemonSet({}, container))).toEqual(expected);
});
