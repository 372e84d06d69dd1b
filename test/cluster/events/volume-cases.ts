import { EventCase, from } from './event-case';

const HOST_PATH = 'pkg/volume/hostpath/host_path.go';
const SET_UP = from('kubernetes', 'pkg/volume/util/operationexecutor/operation_generator.go', 'MountVolume.SetUp failed');
const FOR_VOLUME = from('kubernetes', 'pkg/volume/util/operationexecutor/operation_executor.go', '%v for volume %q %v');
const ERRORS = 'src/syscall/zerrors_linux_amd64.go';

const setUp = (error: string, volume = 'state'): string => `MountVolume.SetUp failed for volume "${volume}" : ${error}`;
const typeCheck = (id: string, path: string, kind: string): EventCase => ({
  id, message: setUp(`hostPath type check failed: ${path} is not a ${kind}`, 'v'), parts: { volume: 'v', path },
  sources: [from('kubernetes', HOST_PATH, `hostPath type check failed: %s is not a ${kind}`), SET_UP, FOR_VOLUME],
});

/** What the kubelet says of volumes. */
export const VOLUME_CASES: readonly EventCase[] = [
  typeCheck('host-path-not-a-directory', '/var/log/pods', 'directory'),
  typeCheck('host-path-not-a-directory', '/var/lib/my agent/a b', 'directory'),
  typeCheck('host-path-not-a-file', '/etc/machine-id', 'file'),
  typeCheck('host-path-not-a-socket', '/run/containerd/containerd.sock', 'socket file'),
  typeCheck('host-path-not-a-character-device', '/dev/kmsg', 'character device'),
  typeCheck('host-path-not-a-block-device', '/dev/nvme1n1', 'block device'),
  {
    id: 'host-path-unknown-type', message: setUp('Folder is an invalid volume type'), parts: { volume: 'state', type: 'Folder' },
    sources: [from('kubernetes', HOST_PATH, '%s is an invalid volume type')],
  },
  {
    id: 'host-path-read-only', message: setUp('mkdir /data: read-only file system'), parts: { volume: 'state', path: '/data' },
    sources: [
      from('kubernetes', HOST_PATH, 'os.MkdirAll(pathname, os.FileMode(0755))'), from('go', ERRORS, 'read-only file system'),
      from('go', 'src/io/fs/fs.go', 'e.Op + " " + e.Path + ": " + e.Err.Error()'),
    ],
  },
  {
    id: 'host-path-read-only', message: setUp('open /data/lock: read-only file system'), parts: { path: '/data/lock' },
    sources: [from('kubernetes', HOST_PATH, 'os.OpenFile(pathname, os.O_CREATE, os.FileMode(0644))')],
  },
  {
    id: 'host-path-parent-is-file', message: setUp('mkdir /etc/hostname/agent: not a directory'), parts: { path: '/etc/hostname/agent' },
    sources: [from('kubernetes', HOST_PATH, 'os.MkdirAll(pathname, os.FileMode(0755))'), from('go', ERRORS, 'not a directory')],
  },
  {
    id: 'host-path-without-parent', message: setUp('open /var/lib/agent/positions.db: no such file or directory'),
    parts: { path: '/var/lib/agent/positions.db' },
    sources: [
      from('kubernetes', HOST_PATH, 'os.OpenFile(pathname, os.O_CREATE, os.FileMode(0644))'),
      from('go', ERRORS, 'no such file or directory'),
    ],
  },
  {
    id: 'host-path-not-permitted', message: setUp('mkdir /proc/agent: permission denied'), parts: { path: '/proc/agent' },
    sources: [from('kubernetes', HOST_PATH, 'os.MkdirAll(pathname, os.FileMode(0755))'), from('go', ERRORS, 'permission denied')],
  },
  {
    id: 'host-path-with-backsteps', message: setUp('invalid HostPath `/var/../etc`: must not contain \'..\''),
    parts: { path: '/var/../etc', error: 'must not contain \'..\'' },
    sources: [from('kubernetes', HOST_PATH, 'invalid HostPath `%s`: %v')],
  },
  {
    id: 'config-map-volume-missing', message: setUp('configmap "agent-config" not found', 'config'),
    parts: { volume: 'config', name: 'agent-config' },
    sources: [from('kubernetes', 'pkg/kubelet/configmap/configmap_manager.go', 'corev1.Resource("configmap")')],
  },
  {
    id: 'secret-volume-missing', message: setUp('secret "agent-tls" not found', 'tls'), parts: { volume: 'tls', name: 'agent-tls' },
    sources: [from('kubernetes', 'pkg/kubelet/secret/secret_manager.go', 'corev1.Resource("secret")')],
  },
  {
    id: 'config-map-key-missing', message: setUp('configmap references non-existent config key: agent.yaml'), parts: { key: 'agent.yaml' },
    sources: [from('kubernetes', 'pkg/volume/configmap/configmap.go', 'configmap references non-existent config key: %s')],
  },
  {
    id: 'secret-key-missing', message: setUp('references non-existent secret key: tls.key'), parts: { key: 'tls.key' },
    sources: [from('kubernetes', 'pkg/volume/secret/secret.go', 'references non-existent secret key: %s')],
  },
  {
    id: 'object-not-registered', message: setUp('object "node-agents"/"kube-root-ca.crt" not registered', 'kube-api-access'),
    parts: { namespace: 'node-agents', name: 'kube-root-ca.crt' },
    sources: [from('kubernetes', 'pkg/kubelet/util/manager/watch_based_manager.go', 'object %q/%q not registered')],
  },
  {
    id: 'service-account-token', message: setUp('failed to fetch token: serviceaccounts "logs" not found', 'kube-api-access'),
    parts: { error: 'serviceaccounts "logs" not found' },
    sources: [from('kubernetes', 'pkg/kubelet/token/token_manager.go', 'failed to fetch token: %v')],
  },
  {
    id: 'csi-driver-not-registered',
    message: setUp('rpc error: code = Unknown desc = driver name nfs.csi.k8s.io not found in the list of registered CSI drivers'),
    parts: { driver: 'nfs.csi.k8s.io' },
    sources: [from('kubernetes', 'pkg/volume/csi/csi_client.go', 'driver name %s not found in the list of registered CSI drivers')],
  },
  {
    id: 'volumes-not-ready',
    message: 'Unable to attach or mount volumes: unmounted volumes=[state var-log], unattached volumes=[], failed to process volumes=[]: '
      + 'timed out waiting for the condition',
    parts: { names: 'state var-log' },
    sources: [
      from('kubernetes', 'pkg/kubelet/kubelet.go', 'Unable to attach or mount volumes: %v'),
      from(
        'kubernetes', 'pkg/kubelet/volumemanager/volume_manager.go',
        'unmounted volumes=%v, unattached volumes=%v, failed to process volumes=%v: %w',
      ),
    ],
  },
  {
    id: 'sub-path', message: 'Error: failed to prepare subPath for volumeMount "state" of container "agent"',
    parts: { volume: 'state', container: 'agent' },
    sources: [from('kubernetes', 'pkg/kubelet/kubelet_pods.go', 'failed to prepare subPath for volumeMount %q of container %q')],
  },
  {
    id: 'sub-path', message: 'Error: failed to create subPath directory for volumeMount "state" of container "agent"',
    sources: [from('kubernetes', 'pkg/kubelet/kubelet_pods.go', 'failed to create subPath directory for volumeMount %q of container %q')],
  },
  {
    id: 'mount-failed', message: setUp('mount failed: exit status 32'), parts: { volume: 'state', error: 'mount failed: exit status 32' },
    sources: [SET_UP, FOR_VOLUME],
  },
];
