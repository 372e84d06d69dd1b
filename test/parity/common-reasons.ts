/** Reasons that several exporters have in common, and what each explains of a container. */
const COMMON = {
  portName: ['ports are named by scheme and content, as monitors expect them here', ['Service port *', 'C port *']],
  probes: ['a busy node answers late, and a restart makes no exporter quicker', ['C liveness probe', 'C readiness probe']],
  memory: [
    'an agent reserves what it was seen to take, and has a limit of memory', ['C requests cpu', 'C requests memory', 'C limits memory'],
  ],
  memoryLimit: ['an agent has a limit of memory', ['C limits memory']],
  address: ['a second, public address of a node serves no metrics', ['C flag --web.listen-address', 'C variable POD_IP']],
  virtualNodes: [
    'Fargate and virtual-kubelet run no pod of a DaemonSet',
    ['node term eks.amazonaws.com/compute-type NotIn fargate and type NotIn virtual-kubelet'],
  ],
  priority: ['what watches a node must not be evicted first when it runs short', ['priorityClassName']],
  rollout: ['one node at a time takes hours on a large fleet, and stops at the first dead node', ['strategy']],
  allTaints: ['a node that is being evacuated is watched too', ['toleration any:NoSchedule', 'toleration any:any effect']],
  everyTaint: ['nodes with taints are watched too', ['toleration any:any effect']],
  safeToEvict: [
    'the Cluster Autoscaler does not read it on pods of a DaemonSet', ['pod annotation cluster-autoscaler.kubernetes.io/safe-to-evict'],
  ],
  noToken: ['the exporter never calls the API server', ['token']],
  linux: ['a node of Windows could not run it', ['node selector kubernetes.io/os']],
  seccomp: ['the seccomp profile is named for all containers', ['C seccomp']],
  leastPrivilege: ['nothing that the exporter reads needs a capability', ['C capability ALL dropped', 'C privilege escalation']],
} as const satisfies { readonly [name: string]: readonly [reason: string, things: readonly string[]] };

export type CommonReason = keyof typeof COMMON;

/** Those of the table that apply to a container, with its name in place of `C`. */
export function commonReasons(container: string, ...names: readonly CommonReason[]): { [reason: string]: string[] } {
  return Object.fromEntries(names.map(name => [
    COMMON[name][0], COMMON[name][1].map(thing => thing.replace(/^C /, `container ${container}, `)),
  ]));
}
