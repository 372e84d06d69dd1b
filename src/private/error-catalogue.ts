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
  'capability-without-root': {
    summary: 'Capabilities are added to a container that is not root.',
    why: 'Kubernetes gives them to user 0 alone: another user runs without them, often without saying so.',
    fix: 'Use ContainerSecurity.root with a reason, or do without the capabilities.',
    refusedBy: 'never-works',
  },
  'collector-without-access': {
    summary: 'A collector of an exporter is asked for that cannot see what it reports.',
    why: 'It would fail at every scrape, or describe the pod in place of the node.',
    fix: 'Give the exporter what the message names, or leave the collector out.',
    refusedBy: 'never-works',
  },
  'conflicting-env': {
    summary: 'An environment variable of a container has two values.',
    why: 'Only the last of them would count, and server-side apply refuses the list.',
    fix: 'Keep one of them. What a feature sets is changed by the options of the feature.',
    refusedBy: 'api-server',
  },
  'conflicting-flags': {
    summary: 'Two arguments of a program contradict each other, or an argument contradicts a property.',
    why: 'Exporters refuse to start when a flag is repeated, and when one side of a pair excludes the other.',
    fix: 'Keep one of them.',
    refusedBy: 'never-works',
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
  'duplicate-log-name': {
    summary: 'Two inputs, filters or destinations of a log agent have the same name.',
    why: 'Metrics, credentials and positions are kept by these names: two inputs would share a database of positions, and one of them would exit because it is locked.',
    fix: 'Give one of them another `name`.',
    refusedBy: 'never-works',
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
  'flag-too-new': {
    summary: 'A flag or collector is newer than the release of the program that runs.',
    why: 'Programs refuse to start with a flag that they do not know.',
    fix: 'Leave it out, or use a newer image.',
    refusedBy: 'never-works',
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
  'impossible-coverage': {
    summary: 'No node can meet all that a coverage asks for.',
    why: 'The agent would run nowhere, without any error.',
    fix: 'Look for a label that would need two values, such as kubernetes.io/os.',
    refusedBy: 'never-works',
  },
  'invalid-capability': {
    summary: 'There is no Linux capability of the given name.',
    why: 'The API server takes any text, and the runtime refuses or ignores what it does not know. Names carry no CAP_ prefix.',
    fix: 'Use the names of capabilities(7), in capitals, without CAP_.',
    refusedBy: 'never-works',
  },
  'invalid-collector-config': {
    summary: 'The configuration of a collector, as a whole or where it was written in its own spelling, cannot be used.',
    why: '`fluent-bit --dry-run` passes most such mistakes; at the start the key is then ignored in silence, or the program exits on every node.',
    fix: 'Follow the message. Where a newer release knows the key, set `allowUnknownKeys`.',
    refusedBy: 'never-works',
  },
  'invalid-csi-driver': {
    summary: 'A CSI driver, or its CSIDriver object, is given a value that cannot be.',
    why: 'The API server refuses the object, or the driver exits on every node.',
    fix: 'Use a value that the message allows.',
    refusedBy: 'api-server',
  },
  'invalid-destination': {
    summary: 'A destination of logs cannot be reached, or does not take what it is told.',
    why: 'The agent would start, report that it is healthy, and send nothing.',
    fix: 'Follow the message: URLs are https://HOST[:PORT][/PATH], without credentials.',
    refusedBy: 'never-works',
  },
  'invalid-dns': {
    summary: 'The resolver settings cannot be used.',
    why: 'The API server takes at most three name servers and 32 search domains, and needs a name server where it is to use given ones alone.',
    fix: 'Shorten the list, or name a server.',
    refusedBy: 'api-server',
  },
  'invalid-duration': {
    summary: 'A duration is not a whole number of seconds.',
    why: 'The field takes whole seconds.',
    fix: 'Round it.',
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
  'invalid-log-text': {
    summary: 'A text cannot be written into the configuration of a collector.',
    why: 'Fluent Bit replaces `${NAME}` everywhere and separates lists by commas, with no way to escape either: the text would arrive as another one.',
    fix: 'Change the text.',
    refusedBy: 'never-works',
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
  'invalid-pattern': {
    summary: 'A regular expression is not valid in the dialect of the program that reads it: RE2 for programs written in Go, Onigmo for Fluent Bit.',
    why: 'Programs written in Go compile their patterns when they start, so that a mistake is a crash loop on every node; Fluent Bit drops the parser and ships lines unparsed.',
    fix: 'The message says what is wrong. RE2 does without look-ahead, look-behind and back-references.',
    refusedBy: 'never-works',
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
  'literal-credential': {
    summary: 'A credential was written where everyone can read it.',
    why: 'It would stand in the YAML, in Git, in the ConfigMap and in every backup of them.',
    fix: 'Put it into a Secret, and name it with SecretKey.of(secretName, key).',
    refusedBy: 'library',
  },
  'missing-health-port': {
    summary: 'A CSI driver on the host network has no ports for its health endpoints.',
    why: 'On the host network these are ports of the node. Two drivers with the usual 9808 and 9809 would answer for each other: one sidecar restarts for ever, and a dead driver looks alive.',
    fix: 'Give the driver a `livenessPort` and a `registrarPort` that are free on every node.',
    refusedBy: 'library',
  },
  'missing-log-destination': {
    summary: 'A log agent has no destination.',
    why: 'It would read every log of every node and drop it.',
    fix: 'Add a destination; LogDestination.stdout() for a first try.',
    refusedBy: 'never-works',
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
  'selector-mismatch': {
    summary: 'The selector of a workload does not match the labels of its pods.',
    why: 'The API server refuses the workload.',
    fix: 'Set both with `identity`, and patch neither.',
    refusedBy: 'api-server',
  },
  'socket-path-too-long': {
    summary: 'A socket of a CSI driver has a longer path than Linux takes.',
    why: 'Unix sockets have paths of at most 107 bytes. The driver runs, and the kubelet can never call it: pods report a driver that is not found.',
    fix: 'Shorten what the message names: the plugin directory, the driver name or the root directory of the kubelet.',
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
  'undefined-config-variable': {
    summary: 'The configuration of a collector refers to an environment variable that its container does not have.',
    why: 'Fluent Bit puts nothing in its place and goes on: a password becomes empty, a host becomes a default.',
    fix: 'Add the variable with `agent.container.addEnv`, from a Secret where it is a credential.',
    refusedBy: 'never-works',
  },
  'undefined-parser': {
    summary: 'The configuration of a collector refers to a parser that nobody defines.',
    why: 'Fluent Bit starts without it and ships lines unparsed, or, for multiline parsers, exits.',
    fix: 'Define it with `parsers` of LogCollector.fluentBit, or correct the name.',
    refusedBy: 'never-works',
  },
  'undefined-variable': {
    summary: 'A container refers to an environment variable that it does not have.',
    why: 'Kubernetes passes the reference on as the literal text `$(NAME)`.',
    fix: 'Add the variable to `env`, or write `$$(NAME)` for the text itself.',
    refusedBy: 'never-works',
  },
  'unknown-collector': {
    summary: 'node_exporter has no collector of the given name.',
    why: 'It refuses to start with a flag that it does not know.',
    fix: 'Use the name that the message proposes.',
    refusedBy: 'never-works',
  },
  'unknown-exporter-version': {
    summary: 'The release of an exporter cannot be told, or is not supported.',
    why: 'Which flags there are depends on it, and an unknown flag keeps the exporter from starting.',
    fix: 'Name it in `version`, beside the image.',
    refusedBy: 'library',
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
  'unknown-flag': {
    summary: 'A program has no flag of the given name, or not of that kind.',
    why: 'Programs refuse to start with a flag that they do not know.',
    fix: 'Use the name that the message proposes. A flag that only a build of your own has goes into `containerOverrides`.',
    refusedBy: 'never-works',
  },
  'unknown-port': {
    summary: 'A probe, Service, monitor or policy names a port that no container declares.',
    why: 'The API server accepts it, and nothing is ever reached.',
    fix: 'Add the port to a container. Keep it in a variable and use it in both places.',
    refusedBy: 'never-works',
  },
  'unknown-volume': {
    summary: 'A container mounts a volume that the pod does not have.',
    why: 'The API server refuses the pod template.',
    fix: 'Add the volume, or remove the mount. An override of a list replaces the whole list.',
    refusedBy: 'api-server',
  },
  'unmatched-log-route': {
    summary: 'A filter or destination matches the logs of no input.',
    why: 'Fluent Bit starts, is healthy, and sends nothing.',
    fix: 'Name an input that the agent has, or match `*`.',
    refusedBy: 'never-works',
  },
  'unsupported-by-collector': {
    summary: 'The collector of a log agent cannot do what it was asked for.',
    why: 'Destinations and inputs are described for every collector; what one of them cannot do is an error, never left out.',
    fix: 'Follow the message, or choose another collector.',
    refusedBy: 'library',
  },
  'unsupported-kubernetes-version': {
    summary: 'The target version of Kubernetes cannot be used.',
    why: 'The library writes for Kubernetes 1.28 and newer.',
    fix: 'Name the oldest minor among the clusters that get the YAML.',
    refusedBy: 'library',
  },
  'void-grant': {
    summary: 'A grant names what no request ever carries.',
    why: 'The rule is accepted and never matches: the agent is refused at run time.',
    fix: 'Use resources in lower case plural, API groups without a version, and the verbs of Kubernetes.',
    refusedBy: 'never-works',
  },
  'void-network-policy': {
    summary: 'A network policy says nothing of either direction.',
    why: 'It would select the pods and, depending on its types, shut them off without saying so.',
    fix: 'Name the ports that are open, or leave the policy out.',
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
