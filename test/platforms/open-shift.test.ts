import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import {
  AgentServiceAccount, Capability, ContainerProps, ContainerSecurity, HostNamespace, HostPath, NodeAgent, NodeAgentProps, NodeCoverage,
  NodePlatform,
  NodePool, OpenShiftAccess, Port, TargetCluster,
} from '../../src';
import { constraintsFor } from '../../src/agent/objects/security-context-constraints';
import { errorsOf, objectOf, testChart } from '../support/golden';

function chartWith(props: Partial<NodeAgentProps> = {}, platform: NodePlatform | undefined = NodePlatform.openShift()): Chart {
  const chart = testChart();
  TargetCluster.configure(chart, { platform });
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
  return chart;
}

const kindsOf = (chart: Chart): string[] => chart.toJson().map(({ kind }: any) => kind);
const podOf = (chart: Chart): any => objectOf(chart, 'DaemonSet').spec.template.spec;

test('an agent brings what admits it, and no token for it', () => {
  const chart = chartWith({ hostPaths: [HostPath.readOnly('/var/log')] });
  expect(kindsOf(chart)).toEqual(['ServiceAccount', 'SecurityContextConstraints', 'Role', 'RoleBinding', 'DaemonSet']);
  expect(objectOf(chart, 'SecurityContextConstraints').metadata).toEqual({ name: 'node-agents.agent', labels: expect.anything() });
  expect(objectOf(chart, 'Role').rules).toEqual([
    {
      apiGroups: [
        'security.openshift.io',
      ], resources: ['securitycontextconstraints'], resourceNames: ['node-agents.agent'], verbs: ['use'],
    },
  ]);
  expect(objectOf(chart, 'RoleBinding').subjects).toEqual([{ kind: 'ServiceAccount', name: 'agent', namespace: 'node-agents' }]);
  expect(objectOf(chart, 'ServiceAccount').automountServiceAccountToken).toBe(false);
  expect(podOf(chart)).toMatchObject({ serviceAccountName: 'agent', automountServiceAccountToken: false });
  expect(JSON.stringify(podOf(chart))).not.toContain('serviceAccountToken"');
  expect(objectOf(chart, 'DaemonSet').spec.template.metadata.annotations).toEqual({ 'openshift.io/required-scc': 'node-agents.agent' });
});

test('constraints that exist are bound, and none are made', () => {
  const chart = chartWith({ openShift: OpenShiftAccess.existing('privileged') });
  expect(kindsOf(chart)).toEqual(['ServiceAccount', 'Role', 'RoleBinding', 'DaemonSet']);
  expect(objectOf(chart, 'Role').rules[0].resourceNames).toEqual(['privileged']);
  expect(objectOf(chart, 'DaemonSet').spec.template.metadata.annotations).toEqual({ 'openshift.io/required-scc': 'privileged' });
});

test('on other platforms nothing is made, unless it is asked for', () => {
  expect(kindsOf(chartWith({}, NodePlatform.k3s()))).toEqual(['DaemonSet']);
  expect(kindsOf(chartWith({ openShift: OpenShiftAccess.own() }, undefined))).toContain('SecurityContextConstraints');
  expect(kindsOf(chartWith({ openShift: OpenShiftAccess.none() }))).toEqual(['DaemonSet']);
});

test('an account that exists is the one that may use them', () => {
  const chart = chartWith({ serviceAccount: AgentServiceAccount.named('builder') });
  expect(kindsOf(chart)).toEqual(['SecurityContextConstraints', 'Role', 'RoleBinding', 'DaemonSet']);
  expect(objectOf(chart, 'RoleBinding').subjects[0].name).toBe('builder');
});

describe('the SELinux type', () => {
  const typeOf = (props: Partial<NodeAgentProps>, platform?: NodePlatform): string | undefined =>
    podOf(chartWith(props, platform ?? NodePlatform.openShift())).containers[0].securityContext.seLinuxOptions?.type;
  const reading = { hostPaths: [HostPath.readOnly('/var/log')] };

  test('is that of containers that mount files of the node', () => {
    expect(typeOf(reading)).toBe('spc_t');
    expect(typeOf({})).toBeUndefined();
    expect(typeOf({
      hostPaths: [HostPath.readOnly('/', { mountPath: '/host' }), HostPath.readOnly('/sys', { mountPath: '/host/sys' })],
    })).toBeUndefined();
  });

  test('can be another one, or left to the runtime', () => {
    expect(typeOf({ ...reading, openShift: OpenShiftAccess.own({ seLinuxType: 'container_logreader_t' }) })).toBe('container_logreader_t');
    expect(typeOf({ ...reading, openShift: OpenShiftAccess.own({ seLinuxType: '' }) })).toBeUndefined();
    expect(typeOf({ ...reading, openShift: OpenShiftAccess.none() })).toBeUndefined();
  });

  test('is not that of privileged containers, nor of those that name one', () => {
    expect(typeOf({ ...reading, securityContext: ContainerSecurity.privileged('mounts file systems') })).toBeUndefined();
    expect(typeOf({ ...reading, securityContext: ContainerSecurity.of({ seLinux: { type: 'own_t' } }) })).toBe('own_t');
  });

  test('is none elsewhere', () => {
    expect(typeOf(reading, NodePlatform.eksBottlerocket())).toBeUndefined();
  });

  test('is a word', () => {
    expect(errorsOf(chartWith({ openShift: OpenShiftAccess.own({ seLinuxType: 'spc t' }) })).join()).toContain(
      "this is not an SELinux type; given: 'spc t'",
    );
  });
});

describe('constraints of an agent\'s own', () => {
  const own = (props: Partial<NodeAgentProps>): any => objectOf(chartWith(props), 'SecurityContextConstraints');
  const objectsOf = (chart: Chart): ApiObject[] => chart.node.findAll().filter(ApiObject.isApiObject);
  /** Those of objects that synth refuses for other reasons. */
  const unchecked = (chart: Chart): any => objectsOf(chart).find(({ kind }) => kind === 'SecurityContextConstraints')!.toJson();

  test('allow nothing that the pods do not ask for', () => {
    expect(own({})).toMatchObject({
      allowHostDirVolumePlugin: false, allowHostIPC: false, allowHostNetwork: false, allowHostPID: false, allowHostPorts: false,
      allowPrivilegeEscalation: false,
      allowPrivilegedContainer: false, allowedCapabilities: [], requiredDropCapabilities: ['ALL'], readOnlyRootFilesystem: true,
      seLinuxContext: { type: 'MustRunAs' },
      seccompProfiles: ['runtime/default'], users: [], groups: [], volumes: ['none'],
    });
  });

  test('follow the host network and its ports', () => {
    expect(own({ hostNamespaces: [HostNamespace.network('watches all of it')], ports: [Port.container('http', 80)] })).toMatchObject({
      allowHostNetwork: true, allowHostPorts: true,
    });
    expect(own({ ports: [Port.host('http', 80)] })).toMatchObject({ allowHostNetwork: false, allowHostPorts: true });
  });

  test('follow capabilities and privileges', () => {
    expect(own({
      securityContext: ContainerSecurity.root('reads files of the node', {
        capabilities: [Capability.add('SYS_PTRACE', 'reads other processes'), Capability.add('CHOWN', 'gives files away again')],
      }),
    }))
      .toMatchObject({ allowedCapabilities: ['CHOWN', 'SYS_PTRACE'], runAsUser: { type: 'MustRunAs', uid: 0 } });
    expect(own({ securityContext: ContainerSecurity.privileged('mounts file systems there') })).toMatchObject({
      allowPrivilegedContainer: true, seLinuxContext: { type: 'RunAsAny' },
    });
  });

  test('follow containers that are added, and overrides', () => {
    const second: ContainerProps = {
      name: 'second', image: 'example.com/second:1.0.0', securityContext: ContainerSecurity.privileged('mounts file systems there'),
    };
    expect(own({ containers: [second] })).toMatchObject({ allowPrivilegedContainer: true, requiredDropCapabilities: [] });
    expect(own({
      hostNamespaces: [HostNamespace.pid('sees all processes')],
      podOverrides: { volumes: [{ name: 'a', nfs: { server: 'a', path: '/' } }] },
    }))
      .toMatchObject({ allowHostPID: true, volumes: ['nfs'] });
  });

  test('follow overrides of a container', () => {
    const overrides = {
      ports: [{ name: 'http', containerPort: 80, hostPort: 80 }],
      securityContext: {
        privileged: true, allowPrivilegeEscalation: true, readOnlyRootFilesystem: false, runAsUser: 0,
        capabilities: { add: ['SYS_ADMIN'], drop: [] },
      },
    };
    expect(unchecked(chartWith({ overrides }))).toMatchObject({
      allowHostPorts: true, allowPrivilegedContainer: true, allowPrivilegeEscalation: true, allowedCapabilities: ['SYS_ADMIN'],
      requiredDropCapabilities: [],
      readOnlyRootFilesystem: false, runAsUser: { type: 'MustRunAs', uid: 0 }, seLinuxContext: { type: 'RunAsAny' },
    });
    const second: ContainerProps = {
      name: 'second', image: 'example.com/second:1.0.0', overrides: { securityContext: { capabilities: { add: ['NET_RAW'] } } },
    };
    expect(unchecked(chartWith({ containers: [second] }))).toMatchObject({ allowedCapabilities: ['NET_RAW'] });
  });

  test('follow overrides of the spec', () => {
    const specOverrides = {
      template: { spec: { hostPID: true, volumes: [{ name: 'scratch' }, { name: 'logs', hostPath: { path: '/var/log' } }] } },
    };
    expect(unchecked(chartWith({ specOverrides }))).toMatchObject({
      allowHostPID: true, allowHostDirVolumePlugin: true, volumes: ['emptyDir', 'hostPath'],
    });
  });

  test('follow patches of a workload', () => {
    const chart = chartWith();
    objectsOf(chart).find(({ kind }) => kind === 'DaemonSet')!.addJsonPatch(
      JsonPatch.add('/spec/template/spec/hostNetwork', true),
      JsonPatch.add('/spec/template/spec/volumes', [{ name: 'logs', hostPath: { path: '/var/log' } }]),
      JsonPatch.add('/spec/template/spec/containers/0/securityContext/capabilities/add', ['NET_ADMIN']),
    );
    expect(unchecked(chart)).toMatchObject({
      allowHostNetwork: true, allowHostDirVolumePlugin: true, allowedCapabilities: ['NET_ADMIN'], volumes: ['hostPath'],
    });
  });

  test('follow every pool', () => {
    const pools = [NodePool.of('gpu', { nodes: NodeCoverage.labelled({ gpu: 'true' }) }), NodePool.rest()];
    const chart = chartWith({ pools });
    objectsOf(chart).find(({ name }) => name === 'agent-gpu')!.addJsonPatch(JsonPatch.replace(
      '/spec/template/spec/containers/0/securityContext', { privileged: true },
    ));
    expect(unchecked(chart)).toMatchObject({
      allowPrivilegedContainer: true, requiredDropCapabilities: [], seLinuxContext: { type: 'RunAsAny' },
    });
  });

  test('name users only where all containers agree', () => {
    expect(
      constraintsFor([{ containers: [{ securityContext: { runAsUser: 1 } }, { securityContext: { runAsUser: 2 } }] }]).runAsUser,
    ).toEqual({ type: 'RunAsAny' });
    expect(constraintsFor([{ containers: [{}] }])).toMatchObject({
      runAsUser: { type: 'RunAsAny' }, seccompProfiles: ['*'], allowPrivilegeEscalation: true, requiredDropCapabilities: [],
      volumes: ['projected'],
    });
  });
});
