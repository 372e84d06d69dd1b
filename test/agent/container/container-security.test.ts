import { Capability, ContainerSecurity, KubernetesVersion, NodeCoverage, SecurityProfile, TargetCluster } from '../../../src/index';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { containerOf, messageOf, placesOf, podOf, problemCodesOf, problemsOf, WHY } from '../make-agent';

const contextOf = (securityContext?: ContainerSecurity, chart = testChart()) => containerOf({ securityContext }, chart).securityContext;
const LEAST = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsNonRoot: true };
const admin = Capability.add('NET_ADMIN', WHY);

test('the least a program can run with is the default', () => {
  expect(contextOf()).toEqual(LEAST);
  expect(contextOf(ContainerSecurity.leastPrivilege())).toEqual(LEAST);
});

test.each([
  ['a user', ContainerSecurity.nonRoot(65534), { ...LEAST, runAsUser: 65534, runAsGroup: 65534 }],
  ['a user and another group', ContainerSecurity.nonRoot(65534, { group: 0 }), { ...LEAST, runAsUser: 65534, runAsGroup: 0 }],
  ['root, without any capability', ContainerSecurity.root(WHY), { ...LEAST, runAsNonRoot: false, runAsUser: 0, runAsGroup: 0 }],
  ['root with capabilities, in alphabetical order and once', ContainerSecurity.root(WHY, {
    capabilities: [Capability.add('SYS_PTRACE', WHY), admin, admin],
  }),
  { ...LEAST, runAsNonRoot: false, runAsUser: 0, runAsGroup: 0, capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'SYS_PTRACE'] } }],
  ['root with the capabilities of the runtime', ContainerSecurity.root(WHY, { keepRuntimeCapabilities: true }),
    { ...LEAST, runAsNonRoot: false, runAsUser: 0, runAsGroup: 0, capabilities: undefined }],
  ['root with more capabilities than those of the runtime', ContainerSecurity.root(WHY, {
    keepRuntimeCapabilities: true, capabilities: [admin],
  }),
  { ...LEAST, runAsNonRoot: false, runAsUser: 0, runAsGroup: 0, capabilities: { add: ['NET_ADMIN'] } }],
  ['privileged, without what has no effect on it', ContainerSecurity.privileged(WHY), { privileged: true }],
  ['privileged that reads its own files', ContainerSecurity.privileged(WHY, {
    readOnlyRootFilesystem: true, group: 5, seLinux: { type: 'spc_t' },
  }),
  { privileged: true, readOnlyRootFilesystem: true, runAsGroup: 5, seLinuxOptions: { type: 'spc_t' } }],
  [
    'a file system that is written', ContainerSecurity.leastPrivilege({ writableRootFilesystem: true }),
    { ...LEAST, readOnlyRootFilesystem: false },
  ],
  ['profiles', ContainerSecurity.leastPrivilege({ seccomp: SecurityProfile.localhost('agent.json'), seLinux: { level: 's0' } }),
    { ...LEAST, seccompProfile: { type: 'Localhost', localhostProfile: 'agent.json' }, seLinuxOptions: { level: 's0' } }],
  ['nothing', ContainerSecurity.none(), undefined],
])('asking for %s writes this', (_, security, wire) => {
  expect(contextOf(security)).toEqual(wire);
});

test('spelled out by hand, what is not given is not written', () => {
  expect(contextOf(ContainerSecurity.of({}))).toBeUndefined();
  expect(contextOf(ContainerSecurity.of({ allowPrivilegeEscalation: true, dropCapabilities: [] }))).toEqual({
    allowPrivilegeEscalation: true,
  });
  expect(contextOf(ContainerSecurity.of({
    allowPrivilegeEscalation: false, privileged: false, readOnlyRootFilesystem: false, runAsNonRoot: false, user: 0, group: 0,
    capabilities: [admin], dropCapabilities: ['NET_RAW'],
    seccomp: SecurityProfile.unconfined(), seLinux: { user: 'u', role: 'r', type: 't', level: 'l' }, reason: WHY,
  }))).toEqual({
    allowPrivilegeEscalation: false,
    privileged: false,
    readOnlyRootFilesystem: false,
    runAsNonRoot: false,
    runAsUser: 0,
    runAsGroup: 0,
    capabilities: { add: ['NET_ADMIN'], drop: ['NET_RAW'] },
    seccompProfile: { type: 'Unconfined' },
    seLinuxOptions: { user: 'u', role: 'r', type: 't', level: 'l' },
  });
});

test('a feature adds capabilities to those that the user named', () => {
  const security = (securityContext: ContainerSecurity) => {
    const features = [{ contribute: (plan: any) => plan.container.addCapabilities(Capability.add('BPF', WHY), admin) }];
    return containerOf({ securityContext, features }).securityContext;
  };
  expect(
    security(ContainerSecurity.root(WHY, { capabilities: [admin] })).capabilities,
  ).toEqual({ drop: ['ALL'], add: ['BPF', 'NET_ADMIN'] });
  expect(security(ContainerSecurity.of({ dropCapabilities: ['ALL'] })).capabilities).toEqual({ drop: ['ALL'] });
  expect(security(ContainerSecurity.privileged(WHY)).capabilities).toBeUndefined();
});

test('AppArmor is a field since Kubernetes 1.30, on containers and on the pod', () => {
  const securityContext = ContainerSecurity.leastPrivilege({ appArmor: SecurityProfile.runtimeDefault() });
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_30 });
  expect(contextOf(securityContext, chart).appArmorProfile).toEqual({ type: 'RuntimeDefault' });
  expect(problemsOf({ securityContext })).toEqual([
    refusal('field-too-new', {
      given: 'kubernetesVersion 1.28', allowed: '1.30 or newer', names: ['agent', 'SecurityContext.appArmorProfile', '1.30'],
    }),
  ]);
});

test('every container has a stance of its own', () => {
  const pod = podOf({ securityContext: ContainerSecurity.none(), containers: [{ name: 'other', image: 'a:1' }] });
  expect(pod.containers.map((container: any) => container.securityContext)).toEqual([undefined, LEAST]);
});

describe('fails', () => {
  test.each([
    ['for root without a reason', () => ContainerSecurity.root(''),
      refusal('missing-reason', { given: "''" })],
    ['for privileged with a short reason', () => ContainerSecurity.privileged('because'),
      refusal('missing-reason', { given: "'because'" })],
    ['for user 0 by hand without a reason', () => ContainerSecurity.of({ user: 0 }),
      refusal('missing-reason', { given: "''" })],
    ['for HostProcess without a reason', () => ContainerSecurity.windowsHostProcess('NT AUTHORITY\\SYSTEM', 'x y=z w'),
      refusal('missing-reason', { given: "'x y=z w'", names: ['HostProcess'] })],
    ['for a user that is root after all', () => ContainerSecurity.nonRoot(0),
      refusal('invalid-user', { given: 'nonRoot(0)', allowed: '1 to 2147483647', names: ['0'] })],
    ['for root that must not be root', () => ContainerSecurity.of({ user: 0, runAsNonRoot: true, reason: WHY }),
      refusal('invalid-user', { given: 'user: 0, runAsNonRoot: true', names: ['0'] })],
    ['for a user that cannot be', () => ContainerSecurity.of({ user: 2 ** 31 }),
      refusal('invalid-user', { given: '2147483648', allowed: '0 to 2147483647' })],
    ['for a group that cannot be', () => ContainerSecurity.privileged(WHY, { group: -1 }),
      refusal('invalid-user', { given: '-1', allowed: '0 to 2147483647' })],
    ['for a user of Windows without a name', () => ContainerSecurity.windowsUser(''),
      refusal('invalid-user', { given: "''" })],
    ['for a user of Windows with two domains', () => ContainerSecurity.windowsHostProcess('A\\B\\C', WHY),
      refusal('invalid-user', { given: "'A\\B\\C'" })],
    ['for privileged without escalation', () => ContainerSecurity.of({ privileged: true, allowPrivilegeEscalation: false, reason: WHY }),
      refusal('privilege-contradiction', { given: 'privileged: true, allowPrivilegeEscalation: false' })],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });

  test.each([
    ['whose user may not be root', ContainerSecurity.of({ runAsNonRoot: true, capabilities: [admin] })],
    ['of another user', ContainerSecurity.of({ user: 5, capabilities: [admin] })],
  ])('for capabilities of a container %s', (_, securityContext) => {
    expect(problemCodesOf({ securityContext })).toEqual(['privilege-contradiction']);
    expect(placesOf('privilege-contradiction', { securityContext })).toEqual([
      'agent spec.template.spec.containers[0].securityContext.capabilities',
    ]);
  });

  test('for capabilities of a feature on a container that is not root', () => {
    expect(problemCodesOf({ features: [{ contribute: plan => plan.container.addCapabilities(admin) }] })).toEqual([
      'privilege-contradiction',
    ]);
  });

  test('for a user of Windows on Linux', () => {
    const securityContext = ContainerSecurity.windowsUser('ContainerUser');
    expect(problemCodesOf({ securityContext })).toEqual(['windows-incompatible']);
    expect(placesOf('windows-incompatible', { securityContext })).toEqual([
      'agent spec.template.spec.containers[0].securityContext.windowsOptions',
    ]);
  });

  test('for a user of Windows where nothing is said of the system of the nodes', () => {
    expect(problemCodesOf({ securityContext: ContainerSecurity.windowsUser('ContainerUser'), nodes: NodeCoverage.exactly({}) })).toEqual([
      'windows-incompatible',
    ]);
  });
});
