import type { EventText } from '../event-text';

const OTHER_TYPE = 'Check with `ls -ld {path}` on the node. If the platform has it elsewhere, mount that path; '
  + 'if only some nodes have it, run the agent on those';

/** What the kubelet says of host paths, before the container runtime sees them. */
export const HOST_PATH_TEXTS: readonly EventText[] = [
  {
    id: 'host-path-not-a-directory', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : hostPath type check failed: {path} is not a directory',
      'hostPath type check failed: {path} is not a directory',
    ],
    cause: '{path} is missing on the node or is a file, and the volume asks for a directory.',
    fix: `${OTHER_TYPE}; if the directory belongs to the agent, use \`type: DirectoryOrCreate\`.`,
    option: '`HostPath.readOnly(path)` for what others own, `HostPath.state(path)` for a directory of the agent',
  },
  {
    id: 'host-path-not-a-file', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : hostPath type check failed: {path} is not a file',
      'hostPath type check failed: {path} is not a file',
    ],
    cause: '{path} is missing on the node or is a directory, and the volume asks for a file.',
    fix: `${OTHER_TYPE}. Where it is an empty directory, an earlier mount without a type made it: remove the directory.`,
    option: '`HostPath.file(path)`',
  },
  {
    id: 'host-path-not-a-socket', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : hostPath type check failed: {path} is not a socket file',
      'hostPath type check failed: {path} is not a socket file',
    ],
    cause: 'No program listens at {path} on the node: its owner does not run, or has its socket elsewhere.',
    fix: 'Mount the directory of the socket in place of the socket, since the owner makes a new socket at each restart; use the path '
      + 'that the platform has (docs/platforms.md).',
    option: '`HostPath.readOnly(directory)`, `TargetCluster.configure(scope, { platform })`',
  },
  {
    id: 'host-path-not-a-character-device', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : hostPath type check failed: {path} is not a character device',
      'hostPath type check failed: {path} is not a character device',
    ],
    cause: 'The node has no device {path}: the hardware or its driver is missing.',
    fix: 'Run the agent only on nodes that have the device (a label from Node Feature Discovery or of the pool), or load the driver on '
      + 'the node.',
    option: '`nodes: NodeCoverage.labelled(...)`, `HostPath.device(path)`',
  },
  {
    id: 'host-path-not-a-block-device', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : hostPath type check failed: {path} is not a block device',
      'hostPath type check failed: {path} is not a block device',
    ],
    cause: 'The node has no block device {path}.',
    fix: 'Run the agent only on nodes that have the device: names of disks differ between types of machines.',
    option: '`nodes: NodeCoverage.labelled(...)`',
  },
  {
    id: 'host-path-unknown-type', symptom: 'mount', by: 'kubelet',
    texts: ['MountVolume.SetUp failed for volume "{volume}" : {type} is an invalid volume type'],
    cause: 'The host path of the volume {volume} has the type {type}, which this kubelet does not know.',
    fix: 'Use Directory, DirectoryOrCreate, File, FileOrCreate, Socket, CharDevice, BlockDevice, or no type.',
    option: '`HostPathType`',
  },
  {
    id: 'host-path-read-only', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : mkdir {path}: read-only file system',
      'MountVolume.SetUp failed for volume "{volume}" : open {path}: read-only file system',
    ],
    cause: 'The kubelet cannot create {path}: the file system of the node is read-only there, as on Talos, Bottlerocket and '
      + 'Container-Optimized OS.',
    fix: 'Use a directory below /var/lib, which all of these systems can write.',
    option: '`HostPath.state(\'/var/lib/...\')`; `node-agents check --platform` finds it before the rollout',
  },
  {
    id: 'host-path-parent-is-file', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : mkdir {path}: not a directory',
      'MountVolume.SetUp failed for volume "{volume}" : open {path}: not a directory',
    ],
    cause: 'A part of the path up to {path} is a file on the node, so nothing can be created below it.',
    fix: 'Check each part of the path with `namei -l` on the node, and use another directory or remove the file.',
  },
  {
    id: 'host-path-without-parent', symptom: 'mount', by: 'kubelet',
    texts: ['MountVolume.SetUp failed for volume "{volume}" : open {path}: no such file or directory'],
    cause: 'The kubelet creates the file of `type: FileOrCreate`, but not its directory, and the directory of {path} is missing.',
    fix: 'Mount the directory with `type: DirectoryOrCreate`.',
    option: '`HostPath.state(directory)`',
  },
  {
    id: 'host-path-not-permitted', symptom: 'mount', by: 'kubelet',
    texts: [
      'MountVolume.SetUp failed for volume "{volume}" : mkdir {path}: permission denied',
      'MountVolume.SetUp failed for volume "{volume}" : open {path}: permission denied',
      'MountVolume.SetUp failed for volume "{volume}" : mkdir {path}: operation not permitted',
    ],
    cause: 'The kubelet is not allowed to create {path}: an attribute of the directory, SELinux, or a kubelet that does not run as root.',
    fix: 'Create the directory when the node is set up, or use one below /var/lib.',
    option: '`HostPath.state(\'/var/lib/...\')`',
  },
  {
    id: 'host-path-with-backsteps', symptom: 'mount', by: 'kubelet',
    texts: ['invalid HostPath `{path}`: {error}'],
    cause: 'The kubelet refuses the host path {path}: {error}.',
    fix: 'Write the path without `..`.',
  },
];
