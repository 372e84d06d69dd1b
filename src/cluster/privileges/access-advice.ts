import { AccessNeed, needIn } from './access-needs';
import type { Wire } from '../../private/wire';
import { isAtOrBelow } from '../host-state/host-directories';
import { HostMount, hostMountsIn, tidyPath } from '../host-state/host-mounts';
import { containersIn, PlacedContainer } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/** The least that lets an agent do what it was not allowed to do. */
export interface AccessAdvice {
  /** What keeps it from that today. */
  readonly cause: string;
  /** What to set, in the spelling of the manifest. */
  readonly fix: string;
  /** The option of this library. */
  readonly option: string;
  /** The field to change. */
  readonly path: string;
}

/** Something that a container was not allowed to do. */
export interface Denied {
  readonly container: string;
  /** The file that it could not use, as the container sees it. */
  readonly file?: string;
  /** Whether it could not write because a file system is read-only. */
  readonly isReadOnly?: boolean;
  /** All of the message. */
  readonly message: string;
}

/** The least access that helps; undefined where the manifest does not tell. */
export function accessAdvice(workload: Workload, denied: Denied): AccessAdvice | undefined {
  const placed = containersIn(workload).find(({ name }) => name === denied.container);
  if (placed === undefined) {return undefined;}
  const rights = rightsOf(workload, placed);
  const file = denied.file?.startsWith('/') ? tidyPath(denied.file) : undefined;
  if (file !== undefined) {
    const mount = mountOf(workload, placed, file);
    if (denied.isReadOnly) {return mount ? readOnlyMount(mount) : readOnlyRoot(placed, file);}
    if (mount) {return fileAdvice(mount, rights, placed);}
  }
  const need = needIn(denied.message);
  return need && needAdvice(need, workload, rights, placed);
}

interface Rights {
  readonly privileged: boolean;
  /** Undefined where the image decides. */
  readonly user?: number;
  readonly isRoot: boolean;
  readonly capabilities: readonly string[];
}

function rightsOf({ pod }: Workload, { container }: PlacedContainer): Rights {
  const { privileged, runAsUser: user, runAsNonRoot, capabilities }: Wire = { ...pod.securityContext, ...container.securityContext };
  const added: string[] = capabilities?.add ?? [];
  return {
    privileged: privileged === true, ...user !== undefined && { user }, isRoot: user === 0 || user === undefined && runAsNonRoot !== true,
    capabilities: added.map(name => name.replace(/^CAP_/, '')),
  };
}

/** The mount of the node that a file of a container is in: the innermost. */
function mountOf(workload: Workload, { name }: PlacedContainer, file: string): HostMount | undefined {
  return hostMountsIn(workload)
    .filter(({ container, mount }) => container.name === name && isAtOrBelow(file, tidyPath(String(mount.mountPath))))
    .sort((a, b) => String(b.mount.mountPath).length - String(a.mount.mountPath).length)[0];
}

function readOnlyMount({ isWritable, path, mountPath, volumePath }: HostMount): AccessAdvice {
  return isWritable ? {
    cause: `${path} is mounted writable, and the file system of the node is read-only there.`,
    fix: 'Use a directory below /var/lib, which every system for nodes can write.',
    option: 'HostPath.state(\'/var/lib/...\')', path: `${volumePath}.hostPath.path`,
  } : {
    cause: `${path} of the node is mounted with \`readOnly: true\`.`,
    fix: `If the agent must write there, remove \`readOnly\`; a directory of its own is better than a writable ${path}.`,
    option: `HostPath.readWrite('${path}')`, path: `${mountPath}.readOnly`,
  };
}

function readOnlyRoot({ path, container }: PlacedContainer, file: string): AccessAdvice {
  const directory = file.slice(0, file.lastIndexOf('/')) || '/';
  return isAtOrBelow(file, '/proc') || isAtOrBelow(file, '/sys') ? {
    cause: 'In containers that are not privileged /proc/sys and /sys are read-only.',
    fix: 'Set kernel parameters for the node with an agent made for it, in place of a privileged agent.',
    option: 'NodeTuning', path: `${path}.securityContext`,
  } : {
    cause: container.securityContext?.readOnlyRootFilesystem === true ? 'The root file system of the container is read-only.'
      : 'The file lies on a read-only mount.',
    fix: `Mount an emptyDir at ${directory}, or a host path below /var/lib where the data must survive the pod.`,
    option: 'volumes of the container, or HostPath.state', path: `${path}.volumeMounts`,
  };
}

/** What a container needs to open a file of the node that it sees. */
function fileAdvice({ path, isWritable, volumePath }: HostMount, rights: Rights, placed: PlacedContainer): AccessAdvice {
  const { privileged, isRoot, user, capabilities } = rights;
  const field = `${placed.path}.securityContext`;
  if (isAtOrBelow(path, '/dev') && !privileged) {
    return {
      cause: `${path} is a device, and a container that is not privileged may not open it, whatever its user.`,
      fix: 'Let a device plugin give it to the container, or use `privileged: true` if there is none.',
      option: 'DevicePlugin, or ContainerSecurity.privileged(reason)', path: field,
    };
  }
  if (!isRoot) {
    return {
      cause: `The container runs as ${user === undefined ? 'another user than root' : `user ${user}`}, and ${path} of the node is not open `
        + 'to it. Capabilities reach no such user.',
      fix: 'If a group may read the files, set `supplementalGroups` to its number; otherwise run as user 0 without capabilities, which '
        + 'is enough for files of root.',
      option: 'PodSecurityContext.of({ supplementalGroups }), or ContainerSecurity.root(reason)', path: `${field}.runAsUser`,
    };
  }
  const wanted = isWritable ? 'DAC_OVERRIDE' : 'DAC_READ_SEARCH';
  if (!privileged && !capabilities.includes(wanted) && !capabilities.includes('DAC_OVERRIDE')) {
    return {
      cause: `The container runs as root without ${wanted}, so files below ${path} of other users and modes stay closed to it.`,
      fix: `Add the capability ${wanted}; on nodes with SELinux set the type that the platform has for agents as well (docs/platforms.md).`,
      option: `ContainerSecurity.root(reason, { capabilities: [Capability.add('${wanted}', reason)] })`, path: `${field}.capabilities.add`,
    };
  }
  return {
    cause: `The container may open every file of ${path} by its user and capabilities: SELinux, AppArmor or the file system itself `
      + 'refuses it.',
    fix: 'Set `seLinuxOptions.type` as the platform has it for agents (docs/platforms.md), and look for denials in the audit log of the '
      + 'node.',
    option: 'seLinux of ContainerSecurity', path: `${volumePath}.hostPath`,
  };
}

function needAdvice(need: AccessNeed, { pod, podPath }: Workload, rights: Rights, placed: PlacedContainer): AccessAdvice | undefined {
  const { does, capabilities = [], namespaces = [], privileged = false, hostPaths = [], note } = need;
  const isMissing = (name: string): boolean => !rights.capabilities.includes(name) && !rights.capabilities.includes('ALL');
  const asksPrivileged = privileged && !rights.privileged;
  const missing = privileged || rights.privileged ? [] : capabilities.filter(isMissing);
  const asksRoot = !rights.isRoot && !privileged && !rights.privileged && capabilities.length > 0;
  const added = missing.length > 0 ? missing : asksRoot ? capabilities : [];
  const missingNamespaces = namespaces.filter(name => pod[name] !== true);
  const fields = [
    ...asksPrivileged ? ['`privileged: true`'] : [],
    ...asksRoot ? ['`runAsUser: 0`, since capabilities reach no other user'] : [],
    ...missing.length > 0 ? [`capabilities.add: ${missing.join(', ')}`] : [],
    ...missingNamespaces.map(name => `\`${name}: true\``),
  ];
  if (fields.length === 0) {return undefined;}
  const mounts = hostPaths.length === 0 ? '' : `; mount ${hostPaths.join(' and ')}`;
  return {
    cause: `The container may not ${does}.`,
    fix: `Set ${fields.join('; ')}${mounts}. Nothing less is enough${note === undefined ? '' : ` (${note})`}.`,
    option: [
      ...asksPrivileged ? ['ContainerSecurity.privileged(reason)'] : [], ...added.length > 0 ? [rootWith(added)] : [],
      ...missingNamespaces.map(name => `HostNamespace.${NAMESPACE_METHODS[name]}(reason)`),
    ].join(', '),
    path: asksPrivileged || added.length > 0 ? `${placed.path}.securityContext` : `${podPath}.${missingNamespaces[0]}`,
  };
}

function rootWith(capabilities: readonly string[]): string {
  return `ContainerSecurity.root(reason, { capabilities: [${capabilities.map(name => `Capability.add('${name}', reason)`).join(', ')}] })`;
}

const NAMESPACE_METHODS = { hostNetwork: 'network', hostPID: 'pid', hostIPC: 'ipc' } as const;
