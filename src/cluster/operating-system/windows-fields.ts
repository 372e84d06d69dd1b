import { operatingSystemOf } from './operating-system';
import { FindingKind, findingOf, ObjectFinding, Place } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { hostMountsIn } from '../host-state/host-mounts';
import type { CheckContext } from '../inventory/check-context';
import type { ClusterNode } from '../inventory/cluster-node';
import { containersIn } from '../inventory/containers';
import { isDaemonSet, Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { NodeSharing } from '../placement/node-sharing';

/** Directories that only Linux has. */
const OF_LINUX = /^\/(proc|sys|dev|boot|lib\/modules|run\/systemd)(\/|$)/;

/** What such findings have in common. */
export const WINDOWS_INCOMPATIBLE: FindingKind = {
  id: 'windows-incompatible',
  level: 'error',
  fix: 'Use HostProcess containers on the host network for what needs the node, leave out what is for Linux, and ask for Linux nodes with '
    + 'what is not for Windows.',
};

/** Fields and paths of the operating system that the pods do not run on. */
export function* windowsFields(context: CheckContext): Generator<ObjectFinding> {
  const sharing = NodeSharing.in(context);
  const windows = (context.nodes ?? []).filter(({ labels }) => labels['kubernetes.io/os'] === 'windows');
  for (const workload of writtenWorkloads(context)) {
    const system = operatingSystemOf(workload);
    if (system === 'windows') {
      yield* wrongHostProcess(workload);
      yield* uselessPropagation(workload);
      yield* workload.pod.os?.name === 'windows' ? linuxFields(workload) : ignoredFields(workload);
      yield* linuxPaths(workload);
    } else if (workload.pod.os?.name === 'linux' || context.own?.knowledgeOf(workload)) {
      yield* windowsOptions(workload);
    } else if (system === undefined && windows.length > 0 && isDaemonSet(workload)) {
      yield* onWindowsToo(workload, windows.find(each => sharing.nodesOf(workload)!.has(each)));
    }
  }
}

/** The API server takes HostProcess for all containers of a pod or for none, and on the host network alone. */
function* wrongHostProcess(workload: Workload): Generator<ObjectFinding> {
  const { pod, podPath } = workload;
  const ofPod = pod.securityContext?.windowsOptions?.hostProcess;
  const containers = containersIn(workload);
  const own = containers.map(({ container }) => container.securityContext?.windowsOptions?.hostProcess ?? ofPod ?? false);
  if (!own.includes(true)) {
    if (pod.hostNetwork === true) {
      yield findingOf(WINDOWS_INCOMPATIBLE, {
        about: workload, path: `${podPath}.hostNetwork`, given: 'hostNetwork: true, without HostProcess',
        what: 'containers on Windows get the network of the node only as HostProcess containers',
      });
    }
    return;
  }
  const other = containers[own.indexOf(false)];
  if (other !== undefined) {
    yield findingOf(WINDOWS_INCOMPATIBLE, {
      about: workload, path: `${other.path}.securityContext`, container: other.name, refusedBy: 'api-server', allowed: 'hostProcess: true',
      what: 'all containers of a pod are HostProcess containers, or none is',
    });
  }
  if (pod.hostNetwork !== true) {
    yield findingOf(WINDOWS_INCOMPATIBLE, {
      about: workload, path: `${podPath}.hostNetwork`, refusedBy: 'api-server',
      what: 'HostProcess containers run on the network of the node alone', allowed: 'hostNetwork: true',
    });
  }
}

function* uselessPropagation(about: Workload): Generator<ObjectFinding> {
  for (const { container: { volumeMounts }, name: container, path } of containersIn(about)) {
    for (const [index, { mountPropagation: given }] of (volumeMounts ?? []).entries()) {
      if (given === 'Bidirectional' || given === 'HostToContainer') {
        yield findingOf(WINDOWS_INCOMPATIBLE, {
          about, path: `${path}.volumeMounts[${index}].mountPropagation`, container, given, level: 'warning',
          what: 'mounts do not travel between a Windows node and its containers',
        });
      }
    }
  }
}

const NAMESPACES = ['hostPID', 'hostIPC'];
const OF_PODS = ['shareProcessNamespace', 'hostUsers', 'resources'];

/** Where `os.name` says windows the API server refuses every field that is for Linux. */
function* linuxFields(about: Workload): Generator<ObjectFinding> {
  const { pod, podPath } = about;
  const ofPod = [
    ...NAMESPACES.filter(field => pod[field] === true), ...OF_PODS.filter(field => pod[field] !== undefined && pod[field] !== null),
  ];
  const refused = {
    about, refusedBy: 'api-server', what: 'the pod runs on Windows, which does not know these fields', fix: 'Leave them out.',
  } as const;
  if (ofPod.length > 0) {yield findingOf(WINDOWS_INCOMPATIBLE, { ...refused, path: `${podPath}.${ofPod[0]}`, given: ofPod.join(', ') });}
  const ofContext = linuxFieldsOf(pod.securityContext);
  if (ofContext.length > 0) {
    yield findingOf(WINDOWS_INCOMPATIBLE, { ...refused, path: `${podPath}.securityContext`, given: ofContext.join(', ') });
  }
  for (const { container: { securityContext }, name, path } of containersIn(about)) {
    const own = linuxFieldsOf(securityContext);
    if (own.length === 0) {continue;}
    yield findingOf(WINDOWS_INCOMPATIBLE, {
      ...refused, container: name, path: `${path}.securityContext`, given: own.join(', '), allowed: 'windowsOptions, runAsNonRoot',
      what: `the container '${name}' runs on Windows, which does not know these fields`,
      fix: 'Leave them out (`ContainerSecurity.windowsUser`, `windowsHostProcess` or `none`).',
    });
  }
}

function linuxFieldsOf(securityContext: Wire | undefined | null): string[] {
  return Object.keys(securityContext ?? {}).filter(field => field !== 'windowsOptions' && field !== 'runAsNonRoot');
}

/**
 * Where `os.name` says linux the API server refuses what is for Windows; of an agent whose nodes are no Windows nodes, nothing comes of it.
 */
function* windowsOptions(about: Workload): Generator<ObjectFinding> {
  const refused = {
    about, refusedBy: about.pod.os?.name === 'linux' ? 'api-server' : 'nobody', given: 'windowsOptions',
    what: 'the pod asks for no Windows nodes, and no other knows windowsOptions',
    fix: 'Ask for Windows nodes (`NodeCoverage.windows()`), or leave `windowsOptions` out.',
  } as const;
  if (about.pod.securityContext?.windowsOptions) {
    yield findingOf(WINDOWS_INCOMPATIBLE, { ...refused, path: `${about.podPath}.securityContext.windowsOptions` });
  }
  for (const { container: { securityContext }, name, path } of containersIn(about)) {
    if (securityContext?.windowsOptions) {
      yield findingOf(WINDOWS_INCOMPATIBLE, { ...refused, container: name, path: `${path}.securityContext.windowsOptions` });
    }
  }
}

/** Where a label alone says windows the API server takes them, and the kubelet leaves them out. */
function* ignoredFields(about: Workload): Generator<ObjectFinding> {
  const { pod, podPath } = about;
  for (const field of NAMESPACES) {
    if (pod[field] === true) {
      yield findingOf(WINDOWS_INCOMPATIBLE, {
        about, path: `${podPath}.${field}`, given: `${field}: true`, what: 'Windows has no such namespace of the node',
      });
    }
  }
  yield* ignoredConfinement(pod.securityContext, 'the pods run', { about, path: `${podPath}.securityContext` });
  for (const { container: { securityContext }, name: container, path } of containersIn(about)) {
    const { privileged, capabilities } = securityContext ?? {};
    const asked = [...privileged === true ? ['privileged'] : [], ...capabilities?.add ?? []];
    const place = { about, path: `${path}.securityContext`, container };
    if (asked.length > 0) {
      yield findingOf(WINDOWS_INCOMPATIBLE, {
        ...place, level: 'warning', given: asked.join(', '), what: 'Windows gives containers none of these privileges',
        allowed: 'hostProcess: true',
      });
    } else {
      yield* ignoredConfinement(securityContext, 'the container runs', place);
    }
  }
}

/** What takes from a container of Windows nothing that it would have. Whoever writes it everywhere does no harm. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'windowsOptions', 'runAsNonRoot', 'capabilities', 'seccompProfile', 'appArmorProfile', 'seLinuxOptions', 'procMount',
]);

/** What confines on Linux and does nothing here. */
function* ignoredConfinement(
  securityContext: Wire | undefined | null, who: string, place: Place & { readonly about: Workload },
): Generator<ObjectFinding> {
  const isSaid = ([field, value]: [string, unknown]) => !WITHOUT_EFFECT.has(field) && value !== null && value !== false;
  const fields = Object.entries(securityContext ?? {}).filter(isSaid).map(([field]) => field);
  if (fields.length > 0) {
    yield findingOf(WINDOWS_INCOMPATIBLE, {
      ...place, level: 'warning', given: fields.join(', '), what: `${who} on Windows without what these say`,
    });
  }
}

function* linuxPaths(workload: Workload): Generator<ObjectFinding> {
  for (const { path, volumePath } of uniqueVolumes(workload)) {
    if (OF_LINUX.test(path)) {
      yield findingOf(WINDOWS_INCOMPATIBLE, {
        about: workload, path: `${volumePath}.hostPath.path`, given: path, what: 'Windows has no such directory',
      });
    }
  }
}

/** An agent that says nothing of the system comes to Windows nodes too. */
function* onWindowsToo(workload: Workload, onWindows: ClusterNode | undefined): Generator<ObjectFinding> {
  if (onWindows === undefined) {return;}
  const { pod, podPath, facts } = workload;
  const linux = [
    ...NAMESPACES.filter(field => pod[field] === true),
    ...facts.rights.filter(({ name, container }) => container !== undefined && name !== 'hostProcess').map(({ name }) => name),
    ...uniqueVolumes(workload).map(({ path }) => path).filter(path => OF_LINUX.test(path)),
  ];
  if (linux.length > 0) {
    yield findingOf(WINDOWS_INCOMPATIBLE, {
      about: workload, path: `${podPath}.nodeSelector`, given: [...new Set(linux)].join(', '), allowed: 'kubernetes.io/os: linux',
      what: `the agent runs on Windows nodes too, such as ${onWindows.name}, which have none of this`,
    });
  }
}

function uniqueVolumes(workload: Workload): { readonly path: string; readonly volumePath: string }[] {
  return [...new Map(hostMountsIn(workload).map(({ volume, path, volumePath }) => [volume, { path, volumePath }])).values()];
}
