import { messageOf, podOf, problemsOf, WHY } from './make-agent';
import { HostNamespace, KubernetesVersion, TargetCluster } from '../../src';
import { testChart } from '../support/golden';
import { refusal } from '../support/refusal';

test.each([
  ['the network, with the cluster\'s DNS', HostNamespace.network(WHY), { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }],
  ['the processes', HostNamespace.pid(WHY), { hostPID: true }],
  ['the memory', HostNamespace.ipc(WHY), { hostIPC: true }],
])('shares %s', (_, shared, fields) => {
  expect(podOf({ hostNamespaces: [shared] })).toMatchObject(fields);
});

test('what is not shared is not written', () => {
  expect(Object.keys(podOf()).filter(field => /^(host|dns)/.test(field))).toEqual([]);
});

function chartFor(version: KubernetesVersion) {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: version });
  return chart;
}

test('users of the pod\'s own, or those of the node, are a field that works since Kubernetes 1.33', () => {
  expect(podOf({ hostUsers: false }, chartFor(KubernetesVersion.V1_33)).hostUsers).toBe(false);
  for (const hostUsers of [true, false]) {
    expect(problemsOf({ hostUsers }, chartFor(KubernetesVersion.V1_32))).toEqual([
      refusal('field-too-new', { given: 'kubernetesVersion 1.32', allowed: '1.33 or newer', names: ['PodSpec.hostUsers', '1.33'] }),
    ]);
  }
});

describe('fails', () => {
  test.each([
    ['network', () => HostNamespace.network('no'), ' host network'],
    ['pid', () => HostNamespace.pid('no'), 'process ids'],
    ['ipc', () => HostNamespace.ipc('no'), 'IPC namespace'],
  ])('for %s without a reason', (_, act, what) => {
    expect(messageOf(act)).toEqual(refusal('missing-reason', { given: "'no'", names: [what] }));
  });

  test('for users of the pod\'s own beside namespaces of the node', () => {
    const hostNamespaces = [HostNamespace.pid(WHY), HostNamespace.ipc(WHY)];
    expect(problemsOf({ hostUsers: false, hostNamespaces }, chartFor(KubernetesVersion.V1_36))).toEqual([
      refusal('host-users-conflict', { names: ['hostUsers', 'hostPID', 'hostIPC'] }),
    ]);
    expect(problemsOf({ hostUsers: true, hostNamespaces: [HostNamespace.pid(WHY)] }, chartFor(KubernetesVersion.V1_36))).toEqual([]);
  });

  test('for processes that are shared twice', () => {
    expect(problemsOf({ shareProcessNamespace: true, hostNamespaces: [HostNamespace.pid(WHY)] })).toEqual([
      refusal('process-namespace-conflict', { given: 'shareProcessNamespace: true, hostPID' }),
    ]);
    expect(problemsOf({ shareProcessNamespace: false, hostNamespaces: [HostNamespace.pid(WHY)] })).toEqual([]);
  });
});
