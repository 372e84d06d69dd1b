import { messageOf, podOf, problemsOf, WHY } from './make-agent';
import { HostNamespace, KubernetesVersion, TargetCluster } from '../../src';
import { testChart } from '../support/golden';

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
      'field-too-new: the pod uses PodSpec.hostUsers, which needs Kubernetes 1.33; given: kubernetesVersion 1.32; allowed: 1.33 or newer; fix: leave `hostUsers` out, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there',
    ]);
  }
});

describe('fails', () => {
  test.each([
    ['network', () => HostNamespace.network('no'), 'the host network'], ['pid', () => HostNamespace.pid('no'), 'the process ids of the host'],
    ['ipc', () => HostNamespace.ipc('no'), 'the IPC namespace of the host'],
  ])('for %s without a reason', (_, act, what) => {
    expect(messageOf(act)).toBe(
      `missing-reason: ${what} needs a reason; given: 'no'; allowed: one line of at least three words, without \`=\`; fix: say what on the node the agent needs it for: a reviewer reads it, and reports and annotations show it`);
  });

  test('for users of the pod\'s own beside namespaces of the node', () => {
    const hostNamespaces = [HostNamespace.pid(WHY), HostNamespace.ipc(WHY)];
    expect(problemsOf({ hostUsers: false, hostNamespaces }, chartFor(KubernetesVersion.V1_36))).toEqual([
      'host-users-conflict: a pod with users of its own cannot share namespaces of the node; given: hostUsers: false, hostPID, hostIPC; fix: leave out `hostUsers`, or the host namespaces',
    ]);
    expect(problemsOf({ hostUsers: true, hostNamespaces: [HostNamespace.pid(WHY)] }, chartFor(KubernetesVersion.V1_36))).toEqual([]);
  });

  test('for processes that are shared twice', () => {
    expect(problemsOf({ shareProcessNamespace: true, hostNamespaces: [HostNamespace.pid(WHY)] })).toEqual([
      'process-namespace-conflict: the containers cannot share their processes with each other and with the node; given: shareProcessNamespace: true, hostPID; fix: keep one of them',
    ]);
    expect(problemsOf({ shareProcessNamespace: false, hostNamespaces: [HostNamespace.pid(WHY)] })).toEqual([]);
  });
});
