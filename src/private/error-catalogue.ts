/** Who would refuse the manifest, or why it would not work, if we let it pass. */
export type RefusedBy = 'api-server' | 'kubelet' | 'never-works' | 'library';

/** What docs/errors says of a code. The messages themselves carry the values. */
export interface ErrorEntry {
  /** One sentence: what the code means. */
  readonly summary: string;
  /** Why it matters: what would happen on a cluster. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  readonly refusedBy: RefusedBy;
}

function entries<T extends { [code: string]: ErrorEntry }>(table: T): T {
  return table;
}

/** Every code that the library can raise. Used as a type at run time; scripts/errors.ts makes the pages. */
export const ERROR_CATALOGUE = entries({
  'bidirectional-without-privilege': {
    summary: 'A container that is not privileged passes its mounts on to the node.',
    why: 'The API server refuses bidirectional mount propagation in containers that are not privileged.',
    fix: 'Use MountPropagation.HOST_TO_CONTAINER to see the mounts of the node, or ContainerSecurity.privileged with a reason.',
    refusedBy: 'api-server',
  },
  'conflicting-env': {
    summary: 'An environment variable of a container has two values.',
    why: 'Only the last of them would count, and server-side apply refuses the list.',
    fix: 'Keep one of them. What a feature sets is changed by the options of the feature.',
    refusedBy: 'api-server',
  },
  'conflicting-metadata': {
    summary: 'A label or annotation of the pods has two values.',
    why: 'A map holds one value for a key; the other would be lost in silence.',
    fix: 'Keep one of them.',
    refusedBy: 'library',
  },
  'conflicting-mount': {
    summary: 'Two things are mounted at one path of a container.',
    why: 'The API server refuses two mounts at one path.',
    fix: 'Give one of them another path, or keep one.',
    refusedBy: 'api-server',
  },
  'conflicting-port': {
    summary: 'Two ports of a container have the same name or number, or a port contradicts the host network.',
    why: 'The API server refuses equal names; for equal numbers server-side apply takes both for one entry and drops one.',
    fix: 'Rename or remove one of them.',
    refusedBy: 'api-server',
  },
  'conflicting-volume': {
    summary: 'Two volumes of the pod share a name, or one volume is asked for in two ways.',
    why: 'The API server refuses two volumes of one name; one path of the host cannot be checked for two types.',
    fix: 'Rename one of them, or ask for the path in one way.',
    refusedBy: 'api-server',
  },
  'duplicate-container': {
    summary: 'Two containers of an agent have the same name.',
    why: 'The API server refuses the pod template.',
    fix: 'Rename one of them.',
    refusedBy: 'api-server',
  },
  'empty-grant': {
    summary: 'A grant allows nothing, or names objects for verbs that name no object.',
    why: 'A rule without resources or verbs does nothing, and list, watch and create never match a resource name.',
    fix: 'Name at least one resource and one verb, and make a second grant for the verbs without names.',
    refusedBy: 'never-works',
  },
  'empty-node-term': {
    summary: 'A node term has no condition.',
    why: 'A term without a condition matches no node at all: the agent would run nowhere, without any error.',
    fix: 'Name a label, or use NodeCoverage.linux() for every node.',
    refusedBy: 'never-works',
  },
  'feature-error': {
    summary: 'A feature cannot do what it was asked to.',
    why: 'The feature itself says so, through AgentPlan.addError.',
    fix: 'Change what the feature was given.',
    refusedBy: 'library',
  },
  'field-too-new': {
    summary: 'A field is newer than the oldest cluster that gets the YAML.',
    why: 'Older API servers drop the field or refuse the object, depending on who applies it.',
    fix: 'Follow the alternative in the message, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there.',
    refusedBy: 'api-server',
  },
  'file-hides-directory': {
    summary: 'The files of a container would hide a directory of its image.',
    why: 'Files are mounted a directory at a time: a file at /etc/agent.yaml would leave nothing else in /etc.',
    fix: 'Put the files into a directory of their own.',
    refusedBy: 'never-works',
  },
  'files-too-large': {
    summary: 'The files of an agent do not fit into a ConfigMap.',
    why: 'The API server takes at most 1 MiB in one ConfigMap.',
    fix: 'Put large files into the image.',
    refusedBy: 'api-server',
  },
  'grant-without-account': {
    summary: 'A container is granted something, but the agent writes no service account.',
    why: 'A role is bound to a service account; without one the grant reaches nobody.',
    fix: 'Leave out `serviceAccount`, or name the account.',
    refusedBy: 'library',
  },
  'host-port-conflict': {
    summary: 'Two containers or agents claim one port of the same nodes.',
    why: 'The scheduler places one of the pods, and the other stays Pending on every node that they share.',
    fix: 'Change one of the ports, or cover different nodes by a label. Charts for different clusters get a TargetCluster each.',
    refusedBy: 'never-works',
  },
  'host-process-conflict': {
    summary: 'Some containers of a pod are HostProcess containers and others are not, or the host network is missing.',
    why: 'The API server refuses the pod: HostProcess holds for the whole pod and needs the host network.',
    fix: 'Give every container ContainerSecurity.windowsHostProcess, and add HostNamespace.network.',
    refusedBy: 'api-server',
  },
  'host-state-conflict': {
    summary: 'Two agents keep their state in one directory of nodes that they share.',
    why: 'Both write positions and buffers there: lines are shipped twice, or one of them finds its database locked and exits.',
    fix: 'Give one of them another directory.',
    refusedBy: 'never-works',
  },
  'host-users-conflict': {
    summary: 'A pod with users of its own shares a namespace of the node.',
    why: 'The API server refuses hostUsers: false together with host namespaces.',
    fix: 'Leave out `hostUsers`, or the host namespaces.',
    refusedBy: 'api-server',
  },
  'invalid-capability': {
    summary: 'There is no Linux capability of the given name.',
    why: 'The API server takes any text, and the runtime refuses or ignores what it does not know. Names carry no CAP_ prefix.',
    fix: 'Use the names of capabilities(7), in capitals, without CAP_.',
    refusedBy: 'never-works',
  },
  'invalid-dns': {
    summary: 'The resolver settings cannot be used.',
    why: 'The API server takes at most three name servers and 32 search domains, and needs a name server where it is to use given ones alone.',
    fix: 'Shorten the list, or name a server.',
    refusedBy: 'api-server',
  },
  'invalid-field': {
    summary: 'A value written in the spelling of the Kubernetes API has the wrong type, or stands twice.',
    why: 'The API server refuses the object.',
    fix: 'Use the type that docs/coverage.md names.',
    refusedBy: 'api-server',
  },
  'invalid-file': {
    summary: 'A file cannot be put into a ConfigMap.',
    why: 'Keys of ConfigMaps are letters, digits, `-`, `_` and `.`; binary content is base64.',
    fix: 'Rename the file, or encode its content.',
    refusedBy: 'api-server',
  },
  'invalid-hook': {
    summary: 'A lifecycle hook has no command.',
    why: 'The API server refuses it.',
    fix: 'Name the program and its arguments.',
    refusedBy: 'api-server',
  },
  'invalid-image': {
    summary: 'An image reference cannot be read.',
    why: 'The runtime refuses it with InvalidImageName on every node.',
    fix: 'Write registry/repository:tag@digest.',
    refusedBy: 'kubelet',
  },
  'invalid-label': {
    summary: 'The key or the value of a label, taint or node selector breaks the rules.',
    why: 'The API server refuses the object; in a node affinity of an older server the term silently matches no node.',
    fix: 'Copy keys and values from `kubectl get nodes --show-labels`, or write what the message proposes.',
    refusedBy: 'api-server',
  },
  'invalid-monitor': {
    summary: 'A monitor cannot scrape this way.',
    why: 'The custom resource definition, or Prometheus itself, refuses it.',
    fix: 'See the message.',
    refusedBy: 'api-server',
  },
  'invalid-name': {
    summary: 'A name breaks the rules for its kind: object, container, volume, port, environment variable or file.',
    why: 'The API server refuses the whole object, and the message names a line of generated YAML.',
    fix: 'Write the name that the message proposes, or another one within the rules it states.',
    refusedBy: 'api-server',
  },
  'invalid-path': {
    summary: 'A path is not absolute where it must be, or not relative, or has `..`.',
    why: 'The API server refuses `..`; a relative host path is accepted and fails on every node.',
    fix: 'Spell the path out.',
    refusedBy: 'api-server',
  },
  'invalid-port': {
    summary: 'A port has a name or number that cannot be.',
    why: 'The API server refuses it.',
    fix: 'Use 1 to 65535, and a name of at most 15 lower case letters, digits and `-`.',
    refusedBy: 'api-server',
  },
  'invalid-priority': {
    summary: 'A priority class cannot have this value.',
    why: 'Values above 1000000000 are kept for the system.',
    fix: 'Use a smaller value, or Priority.systemNodeCritical().',
    refusedBy: 'api-server',
  },
  'invalid-probe': {
    summary: 'A probe cannot be used.',
    why: 'The API server refuses it.',
    fix: 'See the message.',
    refusedBy: 'api-server',
  },
  'invalid-quantity': {
    summary: 'A resource quantity cannot be read.',
    why: 'The API server refuses the whole object, and the message names a line of generated YAML.',
    fix: 'Write a number with an optional suffix: 50m, 0.5, 64Mi, 1Gi.',
    refusedBy: 'api-server',
  },
  'invalid-rollout': {
    summary: 'A rollout cannot proceed by the given amount.',
    why: 'The API server refuses percentages above 100 % and a budget of nothing.',
    fix: 'Use a whole number of percent from 1 to 100, or of nodes from 1.',
    refusedBy: 'api-server',
  },
  'invalid-toleration': {
    summary: 'A toleration cannot match any taint.',
    why: 'The API server refuses it.',
    fix: 'Copy key and value of the taint from `kubectl get node -o yaml`.',
    refusedBy: 'api-server',
  },
  'invalid-user': {
    summary: 'A user or group id cannot be used.',
    why: 'The API server takes 0 to 2147483647, and the kubelet does not start user 0 where runAsNonRoot is set.',
    fix: 'Use the numeric id of the image.',
    refusedBy: 'api-server',
  },
  'missing-namespace': {
    summary: 'An agent with grants has no namespace.',
    why: 'A role is bound to a service account of a namespace; without one the API server refuses the binding.',
    fix: 'Give the chart a namespace.',
    refusedBy: 'api-server',
  },
  'missing-reason': {
    summary: 'Something dangerous is asked for without a reason.',
    why: 'Root, capabilities, privileges and host namespaces are what a reviewer asks about first; the reason is shown by reports, annotations and linters.',
    fix: 'Say in one line of at least three words what the agent needs it for, without `=`.',
    refusedBy: 'library',
  },
  'monitor-without-service': {
    summary: 'A ServiceMonitor has no Service to find the agent by.',
    why: 'Prometheus would find no target and say nothing.',
    fix: 'Add AgentService.headless, or use PrometheusMonitor.podMonitor.',
    refusedBy: 'never-works',
  },
  'mutable-image': {
    summary: 'An image has no tag, or the tag `latest`.',
    why: 'Nodes that start later get another image than the one that was tested.',
    fix: 'Pin a version, a digest, or both.',
    refusedBy: 'library',
  },
  'name-collision': {
    summary: 'Two constructs make an object of the same kind, name and namespace.',
    why: 'The second overwrites the first, and both agents fight over it at every apply.',
    fix: 'Give one of them another `name`. Charts for different clusters get a TargetCluster each.',
    refusedBy: 'never-works',
  },
  'network-policy-void': {
    summary: 'A network policy selects pods that share the network of their node.',
    why: 'Policies have no effect on such pods, so it would only look like protection.',
    fix: 'Leave the policy out; bind to the loopback address, or put a proxy with authentication before the agent.',
    refusedBy: 'never-works',
  },
  'patch-failed': {
    summary: 'A JSON patch cannot be applied.',
    why: 'A patch replaces and removes only what is there.',
    fix: 'Print the object without the patch to see its paths.',
    refusedBy: 'library',
  },
  'privileged-without-escalation': {
    summary: 'A privileged container forbids privilege escalation.',
    why: 'The API server refuses the pair.',
    fix: 'Leave out allowPrivilegeEscalation, or do without privileged.',
    refusedBy: 'api-server',
  },
  'probe-on-init-container': {
    summary: 'An init container has a probe or lifecycle hook.',
    why: 'The API server refuses them on containers that run to their end.',
    fix: 'Leave them out, or make it a sidecar.',
    refusedBy: 'api-server',
  },
  'process-namespace-conflict': {
    summary: 'A pod shares its processes among its containers and with the node.',
    why: 'The API server refuses the pair.',
    fix: 'Keep one of them.',
    refusedBy: 'api-server',
  },
  'recursive-read-only-conflict': {
    summary: 'A recursively read-only mount is writable or propagates mounts.',
    why: 'The API server refuses it.',
    fix: 'Use HostPath.readOnly without `propagation`.',
    refusedBy: 'api-server',
  },
  'request-above-limit': {
    summary: 'More of a resource is requested than its limit allows.',
    why: 'The API server refuses the pod template.',
    fix: 'Raise the limit, or leave it out.',
    refusedBy: 'api-server',
  },
  'reserved-label': {
    summary: 'A label of the selector is set to another value.',
    why: 'The selector would no longer match the pods, which the API server refuses.',
    fix: 'Use another key, or set `identity` before the agent first reaches a cluster.',
    refusedBy: 'api-server',
  },
  'rollout-cannot-finish': {
    summary: 'A rollout starts new pods beside old ones that hold what both need.',
    why: 'The API server accepts it. The new pods stay Pending on a port that is taken, or exit on a locked database, and the rollout stands still at the first nodes.',
    fix: 'Use Rollout.percent, Rollout.count or Rollout.onDelete.',
    refusedBy: 'never-works',
  },
  'selector-collision': {
    summary: "Two workloads of a namespace select each other's pods.",
    why: "They adopt each other's orphans, and their Services mix both.",
    fix: 'Give one of them another `identity`.',
    refusedBy: 'never-works',
  },
  'sysctl-of-host': {
    summary: 'A kernel parameter belongs to a namespace that is shared with the node.',
    why: 'The API server refuses it.',
    fix: 'Set it on the node, or do without the host namespace.',
    refusedBy: 'api-server',
  },
  'target-cluster-late': {
    summary: 'The target cluster is set after agents were made, or twice.',
    why: 'The agents made before would have been written for another cluster.',
    fix: 'Call TargetCluster.configure once, right after the app or chart is made.',
    refusedBy: 'library',
  },
  'undefined-variable': {
    summary: 'A container refers to an environment variable that it does not have.',
    why: 'Kubernetes passes the reference on as the literal text `$(NAME)`.',
    fix: 'Add the variable to `env`, or write `$$(NAME)` for the text itself.',
    refusedBy: 'never-works',
  },
  'unknown-feature-flag': {
    summary: 'There is no feature flag of this name in this release.',
    why: 'A misspelt flag would change nothing, in silence.',
    fix: 'Remove it. docs/feature-flags.md lists those of each release.',
    refusedBy: 'library',
  },
  'unknown-field': {
    summary: 'The Kubernetes API has no field of the given name.',
    why: 'Depending on who applies it, the field is dropped in silence or the object is refused.',
    fix: 'Use the name that the message proposes, or look it up in docs/coverage.md.',
    refusedBy: 'api-server',
  },
  'unknown-port': {
    summary: 'A probe, Service, monitor or policy names a port that no container declares.',
    why: 'The API server accepts it, and nothing is ever reached.',
    fix: 'Add the port to a container. Keep it in a variable and use it in both places.',
    refusedBy: 'never-works',
  },
  'unsupported-kubernetes-version': {
    summary: 'The target version of Kubernetes cannot be used.',
    why: 'The library writes for Kubernetes 1.28 and newer.',
    fix: 'Name the oldest minor among the clusters that get the YAML.',
    refusedBy: 'library',
  },
  'windows-with-linux-field': {
    summary: 'A field that only one operating system knows is used on the other.',
    why: 'The API server refuses Linux fields in Windows pods and the other way round.',
    fix: 'Leave it out, or cover the nodes of the other system.',
    refusedBy: 'api-server',
  },
});

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
