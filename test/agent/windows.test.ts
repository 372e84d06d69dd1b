import { JsonPatch } from 'cdk8s';
import { makeAgent, placesOf, podOf, problemCodesOf, problemsOf, WHY } from './make-agent';
import {
  AgentFile, AgentNamespace, ApiGrant, ContainerSecurity, EnvValue, HostNamespace, HostPath, KubernetesVersion, NodeAgentProps,
  NodeCoverage,
  PodSecurityContext, Port, SecurityProfile, TargetCluster,
} from '../../src';
import { errorsOf, expectGolden, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

const nodes = NodeCoverage.windows();
const hostProcess = ContainerSecurity.windowsHostProcess('NT AUTHORITY\\SYSTEM', 'reads the event log of the node');
const hostNetwork = [HostNamespace.network('HostProcess containers run on the host itself')];

const onPod = (field: string, given: string) =>
  refusal('windows-incompatible', { given, names: ['DaemonSet', 'node-agents/agent', 'spec.template.spec', field] });
const onContainer = (given: string) => refusal('windows-incompatible', {
  given, allowed: 'windowsOptions, runAsNonRoot',
  names: ['DaemonSet', 'node-agents/agent', 'agent', 'spec.template.spec.containers[0].securityContext', 'agent'],
});

test('a Windows pod has no field that only Linux knows', () => {
  const pod = podOf({ nodes });
  expect(pod.os).toEqual({ name: 'windows' });
  expect(pod.securityContext).toBeUndefined();
  expect(pod.containers[0].securityContext).toEqual({ runAsNonRoot: true });
});

test('a HostProcess agent is written as Windows needs it', () => {
  const chart = testChart('windows');
  new AgentNamespace(chart, 'namespace');
  makeAgent({
    nodes, securityContext: hostProcess, hostNamespaces: hostNetwork,
    hostPaths: [HostPath.readOnly('C:\\var\\log\\pods'), HostPath.state('C:\\ProgramData\\agent')],
    files: [AgentFile.text('C:\\agent\\agent.conf', 'interval: 10s\n')],
    env: { DATA: EnvValue.of('C:\\ProgramData\\agent') },
    ports: [Port.container('metrics', 9182)],
    grants: [ApiGrant.readNodes()],
  }, chart);
  expectGolden('node-agent-windows', chart);
});

test('a user of Windows, or nothing at all', () => {
  expect(
    podOf({ nodes, securityContext: ContainerSecurity.windowsUser('ContainerUser') }).containers[0].securityContext,
  ).toEqual({ windowsOptions: { runAsUserName: 'ContainerUser' } });
  expect(podOf({ nodes, securityContext: ContainerSecurity.none() }).containers[0].securityContext).toBeUndefined();
  expect(
    podOf({ nodes, podSecurityContext: PodSecurityContext.of({ runAsNonRoot: true }) }).securityContext,
  ).toEqual({ runAsNonRoot: true });
});

test('HostProcess is a privilege with a reason', () => {
  const chart = testChart();
  const agent = makeAgent({ nodes, securityContext: hostProcess, hostNamespaces: hostNetwork, annotateReasons: true }, chart);
  expect(agent.privileges).toEqual([
    { name: 'hostNetwork', reason: 'HostProcess containers run on the host itself' },
    { name: 'hostProcess', container: 'agent', reason: 'reads the event log of the node' },
  ]);
  expect(objectOf(chart, 'DaemonSet').metadata.annotations).toEqual({
    'reason.cdk8s-node-agents/agent.hostProcess': 'reads the event log of the node',
    'reason.cdk8s-node-agents/hostNetwork': 'HostProcess containers run on the host itself',
  });
});

describe('fails', () => {
  test.each<[string, Partial<NodeAgentProps>, string]>([
    [
      'a container that drops capabilities', { securityContext: ContainerSecurity.leastPrivilege() },
      'allowPrivilegeEscalation, capabilities, readOnlyRootFilesystem',
    ],
    [
      'root', { securityContext: ContainerSecurity.root(WHY) },
      'allowPrivilegeEscalation, capabilities, readOnlyRootFilesystem, runAsGroup, runAsUser',
    ],
    ['privileged', { securityContext: ContainerSecurity.privileged(WHY) }, 'privileged'],
  ])('for %s', (_, props, given) => {
    expect(problemsOf({ nodes, ...props })).toEqual([
      onContainer(given),
    ]);
  });

  test('for a pod with fields of Linux', () => {
    const chart = testChart();
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33 });
    const podSecurityContext = PodSecurityContext.of({ runAsNonRoot: true, fsGroup: 5, seccomp: SecurityProfile.runtimeDefault() });
    const props = { nodes, podSecurityContext, shareProcessNamespace: true, hostUsers: true, hostNamespaces: [HostNamespace.pid(WHY)] };
    expect(problemsOf(props, chart)).toEqual(expect.arrayContaining([
      onPod('hostPID', 'hostPID, shareProcessNamespace, hostUsers'), onPod('securityContext', 'fsGroup, seccompProfile'),
    ]));
  });

  test('for HostProcess off the host network', () => {
    expect(problemCodesOf({ nodes, securityContext: hostProcess })).toEqual(['windows-incompatible']);
    expect(placesOf('windows-incompatible', { nodes, securityContext: hostProcess })).toEqual(['spec.template.spec.hostNetwork']);
  });

  test('for HostProcess in one of two containers', () => {
    const props = { nodes, securityContext: hostProcess, hostNamespaces: hostNetwork, initContainers: [{ name: 'init', image: 'a:1' }] };
    expect(problemCodesOf(props)).toEqual(['windows-incompatible']);
    expect(placesOf('windows-incompatible', props)).toEqual(['init spec.template.spec.initContainers[0].securityContext']);
  });

  test('for HostProcess by patch without a reason', () => {
    const chart = testChart();
    const agent = makeAgent({ nodes, hostNamespaces: hostNetwork }, chart);
    agent.apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/securityContext', {
      windowsOptions: { hostProcess: true },
    }));
    expect(() => chart.toJson()).toThrow(
      refusal('missing-reason', { names: ['agent', 'hostProcess'] }));
  });

  test('for fields of Linux by override and by patch', () => {
    expect(problemsOf({ nodes, podOverrides: { securityContext: { fsGroup: 5 }, shareProcessNamespace: true } })).toEqual([
      onPod('shareProcessNamespace', 'shareProcessNamespace'), onPod('securityContext', 'fsGroup'),
    ]);
    expect(problemsOf({ nodes, overrides: { securityContext: { readOnlyRootFilesystem: true } } })).toEqual([
      onContainer('readOnlyRootFilesystem'),
    ]);
    const chart = testChart();
    makeAgent({ nodes }, chart).apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/hostIPC', true));
    expect(errorsOf(chart)).toContainEqual(onPod('hostIPC', 'hostIPC').of('test/agent'));
  });

  test('for a path of Windows on Linux nodes, while Windows takes every path from the root', () => {
    expect(problemsOf({ nodes, hostPaths: [HostPath.readOnly('/var/log'), HostPath.readOnly('/etc/cni/net.d')] })).toEqual([]);
    expect(problemsOf({ hostPaths: [HostPath.state('C:\\data')] })).toEqual([
      refusal('relative-host-path', {
        given: 'C:\\data', names: ['DaemonSet', 'node-agents/agent', 'spec.template.spec.volumes[0].hostPath.path', 'c-data'],
      }),
    ]);
  });
});
