import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { commandInOneString } from '../../../src/checks/rules/command-in-one-string';
import type { Wire } from '../../../src/private/wire';

const found = (container: Wire, pod: Wire = {}) => foundBy(commandInOneString, daemonSet(pod, container));

test.each<[string, Wire, string]>([
  ['a command', { command: ['/bin/agent --config /etc/agent.yaml'] }, 'containers[0].command[0] (/bin/agent --config /etc/agent.yaml)'],
  ['a shell with its option', { command: ['/bin/sh -c', 'exec agent'] }, 'containers[0].command[0] (/bin/sh -c)'],
  ['a block of YAML', { command: ['agent run \\\n  --config x\n'] }, 'containers[0].command[0] (agent run \\)'],
  [
    'a probe', { livenessProbe: { exec: { command: ['cat /tmp/healthy'] } } },
    'containers[0].livenessProbe.exec.command[0] (cat /tmp/healthy)',
  ],
  ['a hook', { lifecycle: { preStop: { exec: { command: ['sleep 5'] } } } }, 'containers[0].lifecycle.preStop.exec.command[0] (sleep 5)'],
])('%s in one string is reported', (_, container, where) => {
  expect(found(container)).toEqual([`error agent ${where}`]);
});

test.each<[string, Wire, Wire?]>([
  ['a list', { command: ['/bin/agent', '--config', '/etc/a b.yaml'] }],
  ['a script of a shell', { command: ['sh', '-c', 'agent --config x'] }],
  ['arguments of the program of the image', { args: ['agent --config x'] }],
  ['a blank at the end', { command: ['/bin/agent '] }],
  ['a path of Windows', { command: ['C:\\Program Files\\agent\\agent.exe'] }],
  ['a pod of Windows', { command: ['cmd /c'] }, { nodeSelector: { 'kubernetes.io/os': 'windows' } }],
  ['a probe that asks over HTTP', { livenessProbe: { httpGet: { port: 80 } }, lifecycle: { preStop: { sleep: { seconds: 1 } } } }],
])('%s is fine', (_, container, pod = {}) => {
  expect(found(container, pod)).toEqual([]);
});
