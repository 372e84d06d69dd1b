import { AgentFile, ApiGrant, HostPath, Volume, VolumeMount } from '../../../src';
import { refusal } from '../../support/refusal';
import { containerOf, podOf, problemsOf } from '../make-agent';

test('paths of the host, volumes, files and the token stand side by side, by path', () => {
  const mounts = containerOf({
    hostPaths: [HostPath.readOnly('/var/log')], volumeMounts: [VolumeMount.of(Volume.emptyDir('tmp'), '/tmp')],
    files: [AgentFile.text('/etc/agent/a', '')], grants: [ApiGrant.readPods()],
  }).volumeMounts;
  expect(mounts.map((mount: any) => `${mount.mountPath} ${mount.name}`)).toEqual([
    '/etc/agent files-etc-agent', '/tmp tmp', '/var/log var-log', '/var/run/secrets/kubernetes.io/serviceaccount kube-api-access',
  ]);
});

test('a token has a limited life, and is mounted into no container but those that call the API', () => {
  const pod = podOf({ grants: [ApiGrant.readPods()], containers: [{ name: 'other', image: 'a:1' }] });
  expect(pod.automountServiceAccountToken).toBe(false);
  expect(pod.containers[1].volumeMounts).toBeUndefined();
  expect(
    pod.containers[0].volumeMounts,
  ).toEqual([{ name: 'kube-api-access', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true }]);
  expect(pod.volumes).toEqual([{
    name: 'kube-api-access',
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 3607 } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  }]);
});

test('containers that call the API share one token', () => {
  const pod = podOf({ apiAccess: true, containers: [{ name: 'other', image: 'a:1', grants: [ApiGrant.readNodes()] }] });
  expect(pod.volumes).toHaveLength(1);
  expect(pod.containers.map((container: any) => container.volumeMounts)).toEqual([
    pod.containers[0].volumeMounts, pod.containers[0].volumeMounts,
  ]);
});

test('fails for files and something else at one path', () => {
  expect(problemsOf({
    files: [AgentFile.text('/etc/agent/a', '')], volumeMounts: [VolumeMount.of(Volume.emptyDir('v'), '/etc/agent')],
  })).toEqual([
    refusal('conflicting-mount', { names: ['agent', '/etc/agent', '/etc/agent:[', 'configMap', 'readOnly'] }),
  ]);
});
