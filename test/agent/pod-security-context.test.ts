import { messageOf, podOf, problemsOf, WHY } from './make-agent';
import { ContainerSecurity, HostNamespace, KubernetesVersion, PodSecurityContext, SecurityProfile, TargetCluster } from '../../src';
import { testChart } from '../support/golden';
import { refusal } from '../support/refusal';

test('the system call filter of the runtime is the default', () => {
  expect(podOf().securityContext).toEqual({ seccompProfile: { type: 'RuntimeDefault' } });
});

test('it can be switched off', () => {
  expect(podOf({ podSecurityContext: PodSecurityContext.none() }).securityContext).toBeUndefined();
  expect(podOf({ podSecurityContext: PodSecurityContext.of({ supplementalGroups: [], sysctls: {} }) }).securityContext).toBeUndefined();
  expect(PodSecurityContext.none().isEmpty).toBe(true);
});

test('everything that is given is written, kernel parameters by name', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_30 });
  const podSecurityContext = PodSecurityContext.of({
    seccomp: SecurityProfile.unconfined(), appArmor: SecurityProfile.runtimeDefault(), seLinux: { type: 'spc_t' }, user: 5, group: 0,
    runAsNonRoot: false, fsGroup: 0,
    supplementalGroups: [4, 0], sysctls: { 'net.core.somaxconn': '1024', 'kernel.shm_rmid_forced': '1' },
  });
  expect(podOf({ podSecurityContext }, chart).securityContext).toEqual({
    seccompProfile: { type: 'Unconfined' },
    appArmorProfile: { type: 'RuntimeDefault' },
    seLinuxOptions: { type: 'spc_t' },
    runAsUser: 5,
    runAsGroup: 0,
    runAsNonRoot: false,
    fsGroup: 0,
    supplementalGroups: [4, 0],
    sysctls: [{ name: 'kernel.shm_rmid_forced', value: '1' }, { name: 'net.core.somaxconn', value: '1024' }],
  });
});

test('empty SELinux labels are none: the API server does not keep them', () => {
  const seLinux = { type: '', level: 's0' };
  expect(podOf({ podSecurityContext: PodSecurityContext.of({ seLinux }) }).securityContext).toEqual({ seLinuxOptions: { level: 's0' } });
  expect(podOf({ podSecurityContext: PodSecurityContext.of({ seLinux: { type: '' } }) }).securityContext).toBeUndefined();
  for (const securityContext of [
    ContainerSecurity.of({ seLinux: { type: '' } }), ContainerSecurity.privileged(WHY, { seLinux: { type: '' } }),
    ContainerSecurity.root(WHY, { seLinux: { type: '' } }),
  ]) {
    expect(podOf({ securityContext }).containers[0].securityContext?.seLinuxOptions).toBeUndefined();
  }
});

describe('fails', () => {
  test.each([
    ['for a pod of root', { user: 0 }, refusal('invalid-user', { given: 'user: 0', allowed: '1 to 2147483647' })],
    ['for a group that cannot be', {
      fsGroup: 1.5,
    }, refusal('invalid-user', { given: '1.5', allowed: '0 to 2147483647' })],
    ['for a further group that cannot be', {
      supplementalGroups: [0, -1],
    }, refusal('invalid-user', { given: '-1', allowed: '0 to 2147483647' })],
    ['for a kernel parameter that cannot be', { sysctls: { 'Net Core': '1' } },
      refusal('invalid-name', { given: "'Net Core'", names: ['net.core.somaxconn'] })],
  ])('%s', (_, options, message) => {
    expect(messageOf(() => PodSecurityContext.of(options as object))).toEqual(message);
  });

  test.each([
    ['net.core.somaxconn', HostNamespace.network(WHY)], ['net/core/somaxconn', HostNamespace.network(WHY)],
    ['kernel.shm_rmid_forced', HostNamespace.ipc(WHY)],
  ])('for %s on the namespace of the node that it belongs to', (name, shared) => {
    const podSecurityContext = PodSecurityContext.of({ sysctls: { [name]: '1' } });
    expect(problemsOf({ podSecurityContext, hostNamespaces: [shared] })).toEqual([
      refusal('sysctl-of-host', { given: name }),
    ]);
    expect(problemsOf({ podSecurityContext, hostNamespaces: [HostNamespace.pid(WHY)] })).toEqual([]);
  });

  test('for parameters that belong to the node, and not for those of a namespace of the pod', () => {
    const podSecurityContext = PodSecurityContext.of({
      sysctls: { 'vm.swappiness': '1', 'kernel.pid_max': '1', 'net.core.somaxconn': '1' },
    });
    expect(problemsOf({ podSecurityContext, hostNamespaces: [HostNamespace.ipc(WHY)] })).toEqual([
      refusal('sysctl-of-host', { given: 'kernel.pid_max, vm.swappiness' }),
    ]);
  });

  test('for AppArmor before Kubernetes 1.30', () => {
    expect(problemsOf({ podSecurityContext: PodSecurityContext.of({ appArmor: SecurityProfile.runtimeDefault() }) })).toEqual([
      refusal('field-too-new', {
        given: 'kubernetesVersion 1.28', allowed: '1.30 or newer', names: ['PodSecurityContext.appArmorProfile', '1.30'],
      }),
    ]);
  });
});
