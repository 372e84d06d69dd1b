/** Names of the containers of a CSI driver, as facts have them. */
export const PROGRAM = 'container csi-driver,';
export const REGISTRAR = 'container node-driver-registrar,';
export const LIVENESS = 'container liveness-probe,';
export const TOKEN = 'mount /var/run/secrets/kubernetes.io/serviceaccount';

/** Each thing of each container. */
export function each(containers: readonly string[], ...things: readonly string[]): string[] {
  return containers.flatMap(container => things.map(thing => `${container} ${thing}`));
}

/** What differs on Linux nodes from every manifest of the kubernetes-csi form. */
export function nodeReasons(): { [reason: string]: string[] } {
  return {
    'sidecars are root of the node for its sockets alone: nothing more can be gained or written': [
      ...each([LIVENESS, REGISTRAR], 'privilege escalation', 'root file system', 'user', 'mount /csi'),
    ],
    'arguments stand where they are used': each(
      [REGISTRAR], 'flag --csi-address', 'flag --kubelet-registration-path', 'variable ADDRESS', 'variable DRIVER_REG_SOCK_PATH',
    ),
    'what the kubelet owns must exist': [`${REGISTRAR} mount /registration`],
    'the whole directory of the kubelet holds the Secrets of every pod': each(
      [PROGRAM], 'mount /var/lib/kubelet/', 'mount /var/lib/kubelet/plugins/kubernetes.io/csi', 'mount /var/lib/kubelet/pods'),
    'the sidecar gives up before the kubelet does': [`${LIVENESS} flag --probe-timeout`],
    'one node at a time takes hours on a large fleet': ['strategy'],
  };
}

/** What differs where a manifest keeps off nodes of virtual-kubelet alone. */
export const VIRTUAL_NODES = { 'other nodes without a kubelet run no pod of a DaemonSet either': ['node term *'] };

/** What differs on the host network, where ports are those of the node. */
export function healthReasons(livenessPort?: number, registrarPort?: number): { [reason: string]: string[] } {
  return {
    'a port of the loopback address is open to the node alone, which a declared one is not': [
      ...livenessPort === undefined ? [] : [`${PROGRAM} port ${livenessPort}/TCP`],
      ...registrarPort === undefined ? [] : [`${REGISTRAR} port ${registrarPort}/TCP`],
    ],
    'the registrar waits up to 30 seconds for the driver': [`${REGISTRAR} liveness probe`],
  };
}

/** What differs where only the program calls the API server. */
export const NODE_TOKEN = { 'only the program calls the API server, and its token has a limited life': ['token', `${PROGRAM} ${TOKEN}`] };

/** What differs in the sidecars of every controller of the kubernetes-csi form. */
export function controllerReasons(sidecars: readonly string[]): { [reason: string]: string[] } {
  return {
    'sidecars gain no rights and write nothing': each([...sidecars, LIVENESS], 'privilege escalation', 'root file system', 'user'),
    'arguments stand where they are used, and the namespace of the leases is that of the controller': each(
      sidecars, 'flag --csi-address', 'flag --leader-election-namespace', 'variable ADDRESS', 'variable POD_NAMESPACE'),
    'only what calls the API server has a token, with a limited life': ['token', ...each(sidecars, TOKEN)],
    'leases are in the namespace of the controller, and are never patched': [
      ...['create', 'delete', 'get', 'list', 'update', 'watch'].map(verb => `may ${verb} leases of coordination.k8s.io`),
      'may patch leases of coordination.k8s.io',
    ],
    'no sidecar gets events': ['may get events of core'],
    'taints of the control plane have one name since Kubernetes 1.24, and CriticalAddonsOnly any effect': [
      'toleration CriticalAddonsOnly:NoSchedule', 'toleration CriticalAddonsOnly:any effect',
      'toleration node-role.kubernetes.io/controlplane:NoSchedule',
      'toleration node-role.kubernetes.io/master:NoSchedule',
    ],
    'what is on the network of its node runs on no virtual node, and twice on none': ['node term *', 'strategy'],
    'the name of the node is a variable of the program everywhere': [`${PROGRAM} variable KUBE_NODE_NAME`],
    'a field is patched and never replaced': ['may update persistentvolumeclaims/status of core'],
    'the sidecar gives up before the kubelet does': [`${LIVENESS} flag --probe-timeout`],
  };
}

/** What differs where there is a snapshotter: the rights of its own project, and of the provisioner's, in place of older ones. */
export const SNAPSHOT_RIGHTS = {
  'sidecars have the rights that their own projects name': [
    'may create volumesnapshotcontents of snapshot.storage.k8s.io', 'may delete volumesnapshotcontents of snapshot.storage.k8s.io',
    'may update volumesnapshots of snapshot.storage.k8s.io', 'may watch volumesnapshots of snapshot.storage.k8s.io',
  ],
};

/** What differs where a manifest names what sidecars do by default, or leaves out what all containers have here. */
export function bareReasons(reason: string, containers: readonly string[], ...things: readonly string[]): { [reason: string]: string[] } {
  return { [reason]: each(containers, 'requests cpu', 'requests memory', 'seccomp', ...things) };
}

/** What differs where the objects of an old attacher are granted. */
export const OLD_OBJECTS = {
  'objects of an API that is gone': ['may get csinodeinfos*', 'may list csinodeinfos*', 'may watch csinodeinfos*'],
};

/** Windows has neither of them. */
export const LINUX_ONLY = {
  capability: { 'Windows has no capabilities': each([PROGRAM, REGISTRAR], 'capability ALL dropped') },
  seccomp: { 'Windows has no seccomp': each([PROGRAM, REGISTRAR], 'seccomp') },
};

/** What differs on Windows nodes from every manifest with HostProcess containers. */
export function windowsReasons(): { [reason: string]: string[] } {
  return {
    'arguments stand where they are used, with single backslashes': [
      `${PROGRAM} variable CSI_ENDPOINT`,
      ...each(
        [REGISTRAR], 'flag --csi-address', 'flag --kubelet-registration-path', 'flag --plugin-registration-path', 'variable CSI_ENDPOINT',
        'variable DRIVER_REG_SOCK_PATH', 'variable PLUGIN_REG_DIR', 'variable KUBE_NODE_NAME',
      ),
    ],
    'sidecars of all drivers reserve alike': each([REGISTRAR], 'limits memory', 'requests cpu', 'requests memory'),
    'the container that makes the directory says what it does, and has a limit': [
      'init container init,*', 'init container plugin-directory,*',
    ],
    'the operating system of the pod is named': ['os'],
    'one node at a time takes hours on a large fleet': ['strategy'],
    'nodes with taints have volumes too': ['toleration node.kubernetes.io/os:NoSchedule', 'toleration any:any effect'],
  };
}
