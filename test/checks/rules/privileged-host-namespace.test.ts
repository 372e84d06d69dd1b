import { App, Chart } from 'cdk8s';
import { foundBy } from './found-by';
import { Checks, ContainerSecurity, HostNamespace, NodeAgent } from '../../../src';
import { daemonSet } from '../../../src/checks/example';
import { privilegedHostNamespace } from '../../../src/checks/rules/privileged-host-namespace';

const privileged = { securityContext: { privileged: true } };

test.each<[string, object, object, string[]]>([
  ['processes', { hostPID: true }, privileged, ['note agent hostPID (privileged, hostPID)']],
  ['memory', { hostIPC: true }, privileged, ['note agent hostIPC (privileged, hostIPC)']],
  [
    'both, with the network', { hostPID: true, hostIPC: true, hostNetwork: true }, privileged,
    ['note agent hostPID (privileged, hostPID, hostIPC)'],
  ],
  ['the network alone', { hostNetwork: true }, privileged, []],
  ['none', {}, privileged, []],
  ['processes, without privileges', { hostPID: true }, { securityContext: { capabilities: { add: ['SYS_PTRACE'] } } }, []],
])('a privileged container that shares with its node: %s', (_, pod, container, expected) => {
  expect(foundBy(privilegedHostNamespace, daemonSet(pod, container))).toEqual(expected);
});

test('an init container counts as well', () => {
  expect(foundBy(privilegedHostNamespace, daemonSet({ hostPID: true, initContainers: [{ name: 'init', image: 'a:1', ...privileged }] })))
    .toHaveLength(1);
});

test('an agent that has both with a reason is left out', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
  new NodeAgent(chart, 'agent', {
    image: 'example.com/agent:1.0.0', hostNamespaces: [HostNamespace.pid('runs programs of the node')],
    securityContext: ContainerSecurity.privileged('runs programs of the node'),
  });
  expect(Checks.of(chart).findings.map(({ code }) => code)).not.toContain('privileged-host-namespace');
});

test.each<[string, object, object]>([
  ['enters the node', {}, { command: ['nsenter', '-t', '1', '-m', '--', 'sh'] }],
  ['runs programs of the node in a script', {}, { args: ['sh', '-c', 'chroot /host systemctl restart kubelet'] }],
  ['has its script in a variable', {}, { env: [{ name: 'STARTUP_SCRIPT', value: '#!/bin/sh\nsysctl -w vm.max_map_count=262144' }] }],
  ['loads programs into the kernel', { volumes: [{ name: 'v', hostPath: { path: '/sys/kernel/debug' } }] }, {
    volumeMounts: [{ name: 'v', mountPath: '/sys/kernel/debug' }],
  }],
  ['restarts nodes', {}, { image: 'ghcr.io/kubereboot/kured:1.20.0' }],
  ['has done its work when it runs', { initContainers: [{ name: 'init', image: 'a:1', ...privileged }] }, {
    image: 'registry.k8s.io/pause:3.10',
  }],
])('a pod that %s needs both', (_, pod, container) => {
  expect(foundBy(privilegedHostNamespace, daemonSet({ hostPID: true, ...pod }, { ...privileged, ...container }))).toEqual([]);
});
