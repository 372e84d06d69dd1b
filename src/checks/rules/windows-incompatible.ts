import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { containersIn } from '../facts/containers';
import { hostMountsIn } from '../facts/host-mounts';
import { NodeSharing } from '../facts/node-sharing';
import { operatingSystemOf } from '../facts/operating-system';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Report, Rule } from '../rule';

/** Directories that only Linux has. */
const OF_LINUX = /^\/(proc|sys|dev|boot|lib\/modules|run\/systemd)(\/|$)/;

export const windowsIncompatible: Rule = {
  id: 'windows-incompatible',
  level: 'error',
  summary: 'A workload on Windows nodes asks for what Windows does not have.',
  looksAt: 'Workloads that ask for Windows nodes, by `os` or by node labels, and agents that run on Windows nodes where the nodes are known: host namespaces, '
    + 'security contexts, mounts, and HostProcess containers.',
  why: 'Where `os.name` says windows the API server refuses such fields. Where only a node label says so it takes them, and the kubelet leaves them out: containers get '
    + 'neither the network of the node nor privileges, and run without the confinement that was written down, which is a warning. Paths such as /proc do not exist there.',
  fix: 'Use HostProcess containers on the host network for what needs the node, leave out what is for Linux, and ask for Linux nodes with what is not for Windows.',
  sameAs: ['windows-with-linux-field', 'host-process-conflict', 'path-of-other-system'],
  example: () => ({
    fails: [daemonSet({ hostNetwork: true, nodeSelector: { 'kubernetes.io/os': 'windows' } })],
    passes: [daemonSet({
      hostNetwork: true, nodeSelector: { 'kubernetes.io/os': 'windows' }, securityContext: { windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' } },
    })],
  }),
  check: (context, report) => {
    const sharing = NodeSharing.in(context);
    const windows = (context.nodes ?? []).filter(({ labels }) => labels['kubernetes.io/os'] === 'windows');
    for (const workload of writtenWorkloads(context)) {
      const system = operatingSystemOf(workload);
      if (system === 'windows') {
        checkHostProcess(workload, report);
        checkFields(workload, report);
        checkPaths(workload, report);
      } else if (system === undefined && windows.length > 0 && isDaemonSet(workload)) {
        checkNodes(workload, windows.find(each => sharing.nodesOf(workload)!.has(each)), report);
      }
    }
  },
};

/** The API server takes HostProcess for all containers of a pod or for none, and on the host network alone. */
function checkHostProcess(workload: Workload, report: Report): void {
  const { pod, podPath } = workload;
  const ofPod = pod.securityContext?.windowsOptions?.hostProcess;
  const containers = containersIn(workload);
  const own = containers.map(({ container }) => container.securityContext?.windowsOptions?.hostProcess ?? ofPod ?? false);
  if (!own.includes(true)) {
    if (pod.hostNetwork === true) {
      report({
        about: workload, path: `${podPath}.hostNetwork`, given: 'hostNetwork: true, without HostProcess',
        what: 'containers on Windows get the network of the node only as HostProcess containers',
      });
    }
    return;
  }
  const other = containers[own.indexOf(false)];
  if (other !== undefined) {
    report({
      about: workload, path: `${other.path}.securityContext`, container: other.name, what: 'all containers of a pod are HostProcess containers, or none is', wanted: 'hostProcess: true',
    });
  }
  if (pod.hostNetwork !== true) {
    report({ about: workload, path: `${podPath}.hostNetwork`, what: 'HostProcess containers run on the network of the node alone', wanted: 'hostNetwork: true' });
  }
}

/** Where `os.name` says windows the API server refuses these itself. */
function checkFields(workload: Workload, report: Report): void {
  const { pod, podPath } = workload;
  for (const { container: { volumeMounts }, name: container, path } of containersIn(workload)) {
    (volumeMounts ?? []).forEach(({ mountPropagation: given }: Wire, index: number) => {
      if (given === 'Bidirectional' || given === 'HostToContainer') {
        report({
          about: workload, path: `${path}.volumeMounts[${index}].mountPropagation`, container, given, level: 'warning',
          what: 'mounts do not travel between a Windows node and its containers',
        });
      }
    });
  }
  if (pod.os?.name === 'windows') {return;}
  for (const field of ['hostPID', 'hostIPC']) {
    if (pod[field] === true) {report({ about: workload, path: `${podPath}.${field}`, given: `${field}: true`, what: 'Windows has no such namespace of the node' });}
  }
  ignored(pod.securityContext, `${podPath}.securityContext`, 'the pods run', { about: workload }, report);
  for (const { container, name, path } of containersIn(workload)) {
    const { privileged, capabilities } = container.securityContext ?? {};
    const asked = [...privileged === true ? ['privileged'] : [], ...capabilities?.add ?? []];
    if (asked.length > 0) {
      report({ about: workload, path: `${path}.securityContext`, container: name, given: asked.join(', '), what: 'Windows gives containers none of these privileges', wanted: 'hostProcess: true' });
    } else {
      ignored(container.securityContext, `${path}.securityContext`, 'the container runs', { about: workload, container: name }, report);
    }
  }
}

interface Where {
  readonly about: Workload;
  readonly container?: string;
}

/** What confines on Linux and does nothing here. */
function ignored(securityContext: Wire | undefined | null, path: string, who: string, where: Where, report: Report): void {
  const isSaid = ([field, value]: [string, unknown]) => field !== 'windowsOptions' && field !== 'runAsNonRoot' && value !== null && value !== false;
  const fields = Object.entries(securityContext ?? {}).filter(isSaid).map(([field]) => field);
  if (fields.length > 0) {report({ ...where, path, level: 'warning', given: fields.join(', '), what: `${who} on Windows without what these say` });}
}

function checkPaths(workload: Workload, report: Report): void {
  for (const { path, volumePath } of uniqueVolumes(workload)) {
    if (OF_LINUX.test(path)) {report({ about: workload, path: `${volumePath}.hostPath.path`, given: path, what: 'Windows has no such directory' });}
  }
}

/** An agent that says nothing of the system comes to Windows nodes too. */
function checkNodes(workload: Workload, onWindows: ClusterNode | undefined, report: Report): void {
  if (onWindows === undefined) {return;}
  const { pod, podPath, facts } = workload;
  const linux = [
    ...['hostPID', 'hostIPC'].filter(field => pod[field] === true),
    ...facts.rights.filter(({ name, container }) => container !== undefined && name !== 'hostProcess').map(({ name }) => name),
    ...uniqueVolumes(workload).map(({ path }) => path).filter(path => OF_LINUX.test(path)),
  ];
  if (linux.length > 0) {
    report({
      about: workload, path: `${podPath}.nodeSelector`, given: [...new Set(linux)].join(', '), wanted: 'kubernetes.io/os: linux',
      what: `the agent runs on Windows nodes too, such as ${onWindows.name}, which have none of this`,
    });
  }
}

function uniqueVolumes(workload: Workload): { readonly path: string; readonly volumePath: string }[] {
  return [...new Map(hostMountsIn(workload).map(({ volume, path, volumePath }) => [volume, { path, volumePath }])).values()];
}
