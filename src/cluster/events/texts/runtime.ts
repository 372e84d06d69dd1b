import type { EventText } from '../event-text';

/** What containerd and runc say where a container cannot be created or started, innermost cause first. */
export const RUNTIME_TEXTS: readonly EventText[] = [
  {
    id: 'mount-not-shared', symptom: 'mount', by: 'container runtime',
    texts: ['path "{path}" is mounted on "{mount}" but it is not a shared mount'],
    cause: '`mountPropagation: Bidirectional` needs a shared mount, and {mount} of the node, which holds {path}, is private.',
    fix: 'Make it shared when the node is set up (`mount --make-rshared {mount}`); systemd does so by itself, containers as nodes (kind, '
      + 'k3d) and Alpine do not.',
    option: '`HostPath.readWrite(path, { propagation })`',
  },
  {
    id: 'mount-not-slave', symptom: 'mount', by: 'container runtime',
    texts: ['path "{path}" is mounted on "{mount}" but it is not a shared or slave mount'],
    cause: '`mountPropagation: HostToContainer` needs a shared or slave mount, and {mount} of the node, which holds {path}, is private.',
    fix: 'Make it shared when the node is set up (`mount --make-rshared {mount}`).', option: '`HostPath.readOnly(path, { propagation })`',
  },
  {
    id: 'runtime-cannot-create-path', symptom: 'mount', by: 'container runtime', texts: ['failed to mkdir "{path}": {error}'],
    cause: 'The host path {path} is missing, and the container runtime cannot create it: {error}.',
    fix: 'Use a path that the nodes have, or one below /var/lib. With `type: Directory` the kubelet says at once that it is missing.',
    option: '`HostPath.state(\'/var/lib/...\')`',
  },
  {
    id: 'stale-mount', symptom: 'mount', by: 'container runtime',
    texts: [
      'failed to stat "{path}": {error}transport endpoint is not connected', 'failed to stat "{path}": {error}stale NFS file handle',
      'failed to stat "{path}": {error}stale file handle',
    ],
    cause: 'The file system that was mounted at {path} is gone: its FUSE process ended, or its server lost it.',
    fix: 'Unmount it on the node (`umount -l {path}`) and restart the pods that use it. CSI drivers of FUSE file systems must not '
      + 'restart their mounts with the pod.',
  },
  {
    id: 'runtime-cannot-stat', symptom: 'mount', by: 'container runtime', texts: ['failed to stat "{path}": {error}'],
    cause: 'The container runtime cannot look at the host path {path}: {error}.',
    fix: 'Check each part of the path with `namei -l` on the node.',
  },
  {
    id: 'path-outside-of-root', symptom: 'mount', by: 'container runtime',
    texts: ['error mounting "{source}" to rootfs at "{target}": {detail}read-only file system'],
    cause: 'The image has no {target}, and it cannot be created there, since another read-only mount is in its place.',
    fix: 'Mount it elsewhere in the container, or make the mount around it writable or narrower.', option: '`mountPath` of `HostPath`',
  },
  {
    id: 'directory-onto-file', symptom: 'mount', by: 'container runtime',
    texts: ['error mounting "{source}" to rootfs at "{target}": {detail}not a directory'],
    cause: 'One of {source} and {target} is a file and the other is a directory. A socket or file that was missing on the node became a '
      + 'directory when it was mounted without a type.',
    fix: 'Remove the empty directory on the node, and set `type: File` or `Socket` so that the pod waits instead.',
    option: '`HostPath.file(path)`, `HostPath.socket(path)`',
  },
  {
    id: 'mount-source-missing', symptom: 'mount', by: 'container runtime',
    texts: ['error mounting "{source}" to rootfs at "{target}": {detail}no such file or directory'],
    cause: '{source} went away while the container was created, or a part of it is a link that leads nowhere on the node.',
    fix: 'Mount the directory that the link leads to as well, under its own name.',
  },
  {
    id: 'mount-denied', symptom: 'permission', by: 'container runtime',
    texts: [
      'error mounting "{source}" to rootfs at "{target}": {detail}permission denied',
      'error mounting "{source}" to rootfs at "{target}": {detail}operation not permitted',
    ],
    cause: 'The kernel does not allow to mount {source} at {target}: SELinux, AppArmor, or a mount of /proc, /sys or a device that only '
      + 'privileged containers get.',
    fix: 'Mount a narrower path. On SELinux nodes set the type that the platform has for agents; only if nothing else works, use '
      + '`privileged: true`.',
    option: '`ContainerSecurity.privileged(reason)`; `seLinux` of its options',
  },
  {
    id: 'mount-error', symptom: 'mount', by: 'container runtime', texts: ['error mounting "{source}" to rootfs at "{target}": {error}'],
    cause: '{source} cannot be mounted at {target}: {error}.', fix: 'Check on the node what {source} is.',
  },
  {
    id: 'wrong-architecture', symptom: 'crash', by: 'container runtime', texts: ['exec {path}: exec format error', 'exec format error'],
    cause: 'The program is built for another architecture than the node has, or is a script without `#!`.',
    fix: 'Publish the image for every architecture of the nodes, or leave these nodes out by the label kubernetes.io/arch.',
    option: '`nodes: NodeCoverage...`',
  },
  {
    id: 'program-not-in-path', symptom: 'crash', by: 'container runtime', texts: ['exec: "{program}": executable file not found in $PATH'],
    cause: 'The image has no program {program}: `command` is wrong, or the image has no shell.',
    fix: 'Correct `command`; images without a shell need the program itself.', option: '`command`',
  },
  {
    id: 'program-missing', symptom: 'crash', by: 'container runtime',
    texts: ['exec: "{program}": stat {path}: no such file or directory', 'exec {path}: no such file or directory'],
    cause: 'The image has no {path}, a mount hides it, or its interpreter or loader is missing.',
    fix: 'Correct `command`, and mount nothing over the directories of the image.', option: '`command`',
  },
  {
    id: 'program-not-executable', symptom: 'permission', by: 'container runtime',
    texts: [
      'exec: "{program}": permission denied', 'exec: "{program}": stat {path}: permission denied', 'exec {path}: permission denied',
      'exec {path}: operation not permitted',
    ],
    cause: 'The file is not executable for the user of the container, or lies on a mount with noexec; with `operation not permitted` it '
      + 'has file capabilities that `allowPrivilegeEscalation: false` '
      + 'or dropped capabilities forbid.',
    fix: 'Set the executable bit in the image (`defaultMode: 0555` for files of a ConfigMap), or run as the user of the image.',
    option: '`securityContext: ContainerSecurity...`',
  },
  {
    id: 'start-out-of-memory', symptom: 'crash', by: 'container runtime', texts: ['container init was OOM-killed (memory limit too low?)'],
    cause: 'The memory limit is too small to start the container at all.', fix: 'Raise `resources.limits.memory`.',
    option: '`resources: Resources.of({ memoryLimit })`',
  },
  {
    id: 'user-not-in-image', symptom: 'config', by: 'container runtime',
    texts: ['unable to find user {user}: no matching entries in passwd file'],
    cause: 'The image has no user {user}.', fix: 'Set `runAsUser` to a number: it needs no entry in the image.',
    option: '`securityContext: ContainerSecurity.nonRoot(user)`',
  },
  {
    id: 'capabilities-not-applied', symptom: 'permission', by: 'container runtime', texts: ['unable to apply caps: {error}'],
    cause: 'The node does not give containers the capabilities that this one asks for: {error}. Talos has no SYS_MODULE and SYS_BOOT.',
    fix: 'Do without these capabilities on this platform (docs/platforms.md).', option: '`Capability.add(name, reason)`',
  },
  {
    id: 'runtime-failed', symptom: 'config', isSummary: true, by: 'container runtime',
    texts: [
      'OCI runtime create failed: {error}', 'failed to create containerd task: {error}',
      'failed to start containerd task "{task}": {error}',
    ],
    cause: 'The container runtime cannot start the container: {error}.',
    fix: 'Read the end of the message: the innermost error is the cause.',
  },
];
