import { daemonSet, hostPath, contextOf } from '../../../src/checks/example';
import { csiPlugin } from '../../../src/checks/facts/csi-example';
import { RULES } from '../../../src/checks/rules';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

/** What the rules find on a platform: their ids, and what was given. */
function found(platform: string | undefined, id: string, ...objects: Wire[]): string[] {
  return runRules(RULES, contextOf(objects, undefined, platform)).filter(({ code }) => code === id).map(({ given, path }) => given ?? path);
}

describe('other-kubelet-directory', () => {
  const mounting = (mountPath: string, path: string) => daemonSet(
    { volumes: [hostPath('kubelet', path)] }, { args: [`--socket=${mountPath}/a.sock`], volumeMounts: [{ name: 'kubelet', mountPath }] },
  );

  test('leaves a path of the container alone, whatever it looks like', () => {
    expect(found(
      'microk8s', 'other-kubelet-directory', mounting('/var/lib/kubelet', '/var/snap/microk8s/common/var/lib/kubelet'),
    )).toEqual([]);
  });

  test('finds host paths, commands, arguments and variables', () => {
    const agent = daemonSet({ volumes: [hostPath('kubelet', '/var/lib/k0s/kubelet/pods')] }, {
      command: ['/agent', '/var/lib/k0s/kubelet/a'], args: ['--dir=/var/lib/k0s/kubelet/b'],
      env: [{ name: 'DIR', value: '/var/lib/k0s/kubelet/c' }],
      volumeMounts: [{ name: 'kubelet', mountPath: '/pods' }],
    });
    expect(found('kubeadm', 'other-kubelet-directory', agent)).toEqual([
      '/var/lib/k0s/kubelet/pods', '/var/lib/k0s/kubelet/a', '/var/lib/k0s/kubelet/b', '/var/lib/k0s/kubelet/c',
    ]);
    expect(found('k0s', 'other-kubelet-directory', agent)).toEqual([]);
    expect(found(undefined, 'other-kubelet-directory', agent)).toEqual([]);
  });

  test('moves the path in the container of a CSI driver alone, which the kubelet asks for paths of the host', () => {
    const fixes = (agent: Wire) => runRules(RULES, contextOf([agent], undefined, 'microk8s'))
      .filter(({ code, path }) => code === 'other-kubelet-directory' && path.endsWith('hostPath.path')).map(({ path, fix }) => [
        path, /same path in the container/.test(fix),
      ]);
    const passing = daemonSet({ volumes: [hostPath('kubelet', '/var/lib/kubelet')] }, {
      volumeMounts: [{ name: 'kubelet', mountPath: '/var/lib/kubelet', mountPropagation: 'Bidirectional' }],
    });
    expect(fixes(passing)).toEqual([['spec.template.spec.volumes[0].hostPath.path', false]]);
    expect(fixes(csiPlugin({ mount: { mountPropagation: 'HostToContainer' } })).map(([, isMoved]) => isMoved)).toEqual([
      false, true, false,
    ]);
  });

  test('judges pods for Windows by the Windows nodes of the platform', () => {
    const windows = daemonSet({ nodeSelector: { 'kubernetes.io/os': 'windows' }, volumes: [hostPath('kubelet', 'C:\\var\\lib\\kubelet')] });
    expect(found('aks', 'other-kubelet-directory', windows)).toEqual([]);
    expect(found('talos', 'other-kubelet-directory', windows)).toEqual([]);
  });
});

test.each<[string, string, boolean]>([
  ['openshift', '/run/containerd/containerd.sock', true], ['openshift', '/opt/cni/bin', true], ['openshift', '/run/crio', false],
  ['k3s', '/var/run/containerd', true], ['k3s', '/run/k3s/containerd', false], ['talos', '/var/log/journal', true],
  ['talos', '/var/log', false], ['gke', '/opt/cni/bin', true],
  ['gke-autopilot', '/opt/cni/bin', false], ['kubeadm', '/run/containerd', false],
])('on %s, %s is a path of another platform: %s', (platform, path, isOther) => {
  expect(found(platform, 'other-platform-path', daemonSet({ volumes: [hostPath('a', path)] })).length > 0).toBe(isOther);
});

describe('refused-by-platform', () => {
  test('knows what Autopilot refuses', () => {
    const agent = daemonSet({
      hostPID: true, volumes: [hostPath('logs', '/var/log/pods'), hostPath('proc', '/proc')],
    }, {
      securityContext: { privileged: true, capabilities: { add: ['SYS_PTRACE', 'NET_ADMIN'] } },
      ports: [{ containerPort: 80, hostPort: 80 }],
      volumeMounts: [{ name: 'logs', mountPath: '/logs' }, { name: 'proc', mountPath: '/host/proc', readOnly: true }],
    });
    expect(found('gke-autopilot', 'refused-by-platform', agent)).toEqual([
      'hostPID: true', '/proc', '/var/log/pods, writable', 'privileged: true', 'NET_ADMIN', '80',
    ]);
    expect(found('gke', 'refused-by-platform', agent)).toEqual([]);
  });

  test('knows that Talos gives nobody SYS_MODULE', () => {
    const agent = daemonSet({}, { securityContext: { capabilities: { add: ['SYS_MODULE', 'SYS_ADMIN'] } } });
    expect(found('talos', 'refused-by-platform', agent)).toEqual(['SYS_MODULE']);
    expect(found('eks-bottlerocket', 'refused-by-platform', agent)).toEqual([]);
  });
});

test.each<[string, string | undefined, boolean]>([
  ['talos', undefined, true], ['talos', 'kube-system', false], ['kubeadm', undefined, false],
])('on %s, a namespace without labels refuses pods on the host network: %s', (platform, namespace, refuses) => {
  const agent = daemonSet({ hostNetwork: true });
  const placed = namespace === undefined ? agent : { ...agent, metadata: { ...agent.metadata, namespace } };
  expect(found(platform, 'pod-security-level', placed).length > 0).toBe(refuses);
});

test('a namespace among the objects that has no label is sure to refuse them', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents' } };
  const levels = (...objects: Wire[]) =>
    runRules(RULES, contextOf(objects, undefined, 'talos')).filter(({ code }) => code === 'pod-security-level').map(({ level }) => level);
  expect(levels(daemonSet({ hostNetwork: true }))).toEqual(['warning']);
  expect(levels(daemonSet({ hostNetwork: true }), namespace)).toEqual(['error']);
  expect(levels(daemonSet({ hostNetwork: true }), {
    ...namespace, metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } },
  })).toEqual([]);
});

test.each<[string, string, string | undefined]>([
  ['talos', '/data/agent', 'error'], ['gke', '/usr/local/agent', 'error'], ['openshift', '/usr/local/agent', undefined],
  ['kubeadm', '/data/agent', undefined], ['talos', '/var/lib/agent', undefined],
])('on %s, making %s is: %s', (platform, path, level) => {
  const agent = daemonSet({ volumes: [{ name: 'state', hostPath: { path, type: 'DirectoryOrCreate' } }] }, {
    volumeMounts: [{ name: 'state', mountPath: '/state' }],
  });
  const levels = runRules(
    RULES, contextOf([agent], undefined, platform),
  ).filter(({ code }) => code === 'host-path-on-immutable-os').map(each => each.level);
  expect(levels).toEqual(level === undefined ? [] : [level]);
});

test('virtual nodes that the platform cannot have are none to be left out', () => {
  const agent = daemonSet({ tolerations: [{ operator: 'Exists' }] });
  expect(found(undefined, 'virtual-node-not-excluded', agent)).toEqual([]);
  expect(found('eks', 'virtual-node-not-excluded', agent)).toEqual(['AWS Fargate']);
  expect(found('aks', 'virtual-node-not-excluded', agent)).toEqual(['virtual-kubelet']);
  expect(found('talos', 'virtual-node-not-excluded', agent)).toEqual([]);
});

test('constraints are found by their users too', () => {
  const agent = daemonSet({ volumes: [hostPath('logs', '/var/log')] });
  const constraints = {
    apiVersion: 'security.openshift.io/v1', kind: 'SecurityContextConstraints', metadata: { name: 'logs' },
    users: ['system:serviceaccount:agents:default'],
  };
  expect(found('openshift', 'missing-security-constraints', agent)).toEqual(['hostPath']);
  expect(found('openshift', 'missing-security-constraints', agent, constraints)).toEqual([]);
  expect(found('openshift', 'missing-security-constraints', daemonSet({}))).toEqual([]);
});
