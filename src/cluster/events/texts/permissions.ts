import type { EventText } from '../event-text';

const LEAST = 'What the agent needs is in the table of docs/troubleshooting.md: ask for that alone.';

/**
 * What programs say at their end where the node does not let them do something. The least that helps follows from the manifest:
 * `accessAdvice`.
 */
export const PERMISSION_TEXTS: readonly EventText[] = [
  {
    id: 'bind-denied', symptom: 'permission', by: 'agent',
    texts: ['bind: permission denied', 'bind: Permission denied', 'bind() to {address} failed (13: Permission denied)'],
    cause: 'The agent may not listen at a port below 1024.', fix: LEAST, option: '`Capability.add(\'NET_BIND_SERVICE\', reason)`',
  },
  {
    id: 'socket-denied', symptom: 'permission', by: 'agent', texts: ['dial unix {path}: connect: permission denied'],
    cause: 'The agent may not connect to {path}: the socket belongs to root, or SELinux keeps containers from it.', fix: LEAST,
    option: '`ContainerSecurity.root(reason)`',
  },
  {
    id: 'socket-missing', symptom: 'mount', by: 'agent',
    texts: ['dial unix {path}: connect: no such file or directory', 'dial unix {path}: connect: connection refused'],
    cause: 'Nobody listens at {path} in the container: the socket is not mounted, is elsewhere on this platform, or its owner has made a '
      + 'new one since.',
    fix: 'Mount the directory of the socket in place of the socket, from the path that the platform has (docs/platforms.md).',
    option: '`HostPath.readOnly(directory)`',
  },
  {
    id: 'file-denied', symptom: 'permission', by: 'agent',
    texts: [
      '{operation} {path}: permission denied', 'failed to open {path}: Permission denied', 'cannot open {path}: Permission denied',
      'Permission denied: \'{path}\'', '{path}: Permission denied',
    ],
    cause: 'The user of the container may not open {path}.', fix: LEAST, option: '`ContainerSecurity.root(reason)`, `supplementalGroups`',
  },
  {
    id: 'file-read-only', symptom: 'permission', by: 'agent',
    texts: ['{operation} {path}: read-only file system', 'Read-only file system: \'{path}\'', '{path}: Read-only file system'],
    cause: '{path} cannot be written in the container.', fix: LEAST,
    option: '`HostPath.readWrite(path)`, `HostPath.state(path)`, an emptyDir volume',
  },
  {
    id: 'operation-not-permitted', symptom: 'permission', by: 'agent',
    texts: ['{output}: operation not permitted', '{output}: Operation not permitted'],
    cause: 'The kernel does not let the container do this: it needs a capability or a namespace of the node.', fix: LEAST,
    option: '`Capability.add(name, reason)`, `HostNamespace`',
  },
];
