import { CLUSTER_DEFAULTS } from './cluster-defaults';
import { defaultRow, DefaultTable } from '../private/default-row';
import { IDENTITY_LABELS, resourcesText, SMALL_AGENT, UsualResources } from '../private/standard-values';

const DOCS = 'https://kubernetes.io/docs';
const PSS = `[Pod Security Standards](${DOCS}/concepts/security/pod-security-standards/)`;

/** What applies to an agent where a user says nothing. The renderer reads it, and docs/defaults.md is made from it. */
export const AGENT_DEFAULTS = {
  // which nodes
  operatingSystem: defaultRow({
    about: 'operating system of the nodes',
    value: 'linux',
    shown: os => `\`kubernetes.io/os: ${os}\` in the node selector`,
    reason: 'most images are built for one operating system, and on nodes of another one they never start',
    source: `[well-known labels](${DOCS}/reference/labels-annotations-taints/#kubernetes-io-os)`,
    change: '`nodes: NodeCoverage.windows()`, `operatingSystem` of a coverage, or `NodeCoverage.exactly(...)`',
  }),
  tolerations: defaultRow({
    about: 'taints of the nodes',
    value: 'all' as 'all' | 'none',
    shown: which => (which === 'all' ? 'every Linux node, whatever its taints' : 'Linux nodes without taints'),
    reason: 'a new node carries `not-ready:NoSchedule`, which no DaemonSet tolerates by itself; dedicated pools are nodes too',
    source: `[taints that DaemonSets tolerate](${DOCS}/concepts/workloads/controllers/daemonset/#taints-and-tolerations)`,
    change: '`nodes: NodeCoverage...`, with `tolerations`',
    isInReadme: true,
  }),
  virtualNodes: defaultRow({
    about: 'nodes that are no machines of the cluster',
    value: { eksComputeTypes: ['fargate'], nodeTypes: ['virtual-kubelet'] },
    shown: ({ eksComputeTypes, nodeTypes }) => (eksComputeTypes.length + nodeTypes.length === 0 ? 'included'
      : 'not on Fargate and virtual-kubelet'),
    reason: 'the pods would stay Pending. Nodes of EKS Auto Mode and EKS Hybrid Nodes are machines of the cluster: only agents whose work '
      + 'AWS does there leave them out',
    source: '[Fargate has no DaemonSets](https://docs.aws.amazon.com/eks/latest/userguide/fargate.html), '
      + '[virtual-kubelet](https://virtual-kubelet.io/docs/architecture/)',
    change: '`NodeCoverage.linux({ virtualNodes: VirtualNodes.included() })`',
    isInReadme: true,
  }),

  // how changes reach them
  rolloutPercent: defaultRow({
    about: 'rollout',
    value: 10,
    shown: percent => `a change reaches ${percent} % of the nodes at a time`,
    reason: 'one at a time, the default of Kubernetes, takes hours on a thousand nodes, and a single dead node stops it',
    source: `[rolling update of a DaemonSet](${DOCS}/tasks/manage-daemon/update-daemon-set/)`,
    change: '`rollout: Rollout...`',
    isInReadme: true,
  }),
  minReadySeconds: defaultRow({
    about: 'rollout of an agent without a readiness probe',
    value: 30,
    shown: seconds => (seconds === 0
      ? 'the next nodes follow at once'
      : `the next nodes follow when the new pods have run for ${seconds} seconds`),
    reason: 'without a probe a pod counts as available as soon as its process runs, so that an agent which ends after some seconds would '
      + 'reach every node, a share at a time',
    source: `[minReadySeconds](${DOCS}/reference/kubernetes-api/workload-resources/daemon-set-v1/#DaemonSetSpec)`,
    change: '`rollout: Rollout.percent(10, { minReady })`, with `Duration.seconds(0)` for none; a readiness probe',
  }),
  canaryRollout: defaultRow({
    about: 'rollout of a canary',
    value: { nodes: 1, minReadySeconds: 60 },
    shown: ({ nodes, minReadySeconds }) => `${nodes} ${nodes === 1 ? 'node' : 'nodes'} of the pool at a time, each ${minReadySeconds} `
      + 'seconds after the one before was ready',
    reason: 'a container that fails within a minute, as most wrong images, flags and files make it fail, stops at the first node; a '
      + 'percentage of a small pool is one node as well',
    source: `[minReadySeconds](${DOCS}/reference/kubernetes-api/workload-resources/daemon-set-v1/#DaemonSetSpec)`,
    change: '`rollout` of `NodePool.canary`',
  }),
  track: defaultRow({
    about: 'label of the pods of a canary',
    value: { key: 'cdk8s-node-agents/track', canary: 'canary' },
    shown: ({ key, canary }) => `\`${key}: ${canary}\``,
    reason: 'alerts and dashboards tell the new version from the others by it',
    source: `[canary deployments](${DOCS}/concepts/workloads/management/#canary-deployments)`,
    change: '`podLabels` of `NodePool.canary`',
  }),
  replicas: defaultRow({
    about: 'replicas of a ClusterAgent',
    value: 1,
    shown: String,
    reason: 'many controllers and exporters must run once; a second replica is a decision about leader election or sharding',
    source: `[Deployment](${DOCS}/concepts/workloads/controllers/deployment/)`,
    change: '`replicas`',
  }),
  rollOnFileChange: defaultRow({
    about: 'changes of files',
    value: true,
    shown: rolls => (rolls ? 'pods roll when a file of the agent changes' : 'running pods see a changed file late, or never'),
    reason: 'a changed ConfigMap alone reaches running pods late, or never, and then all nodes at once',
    source: '[ConfigMaps are updated after a '
      + `while](${DOCS}/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically)`,
    change: '`rollOnFileChange: false`',
    isInReadme: true,
  }),

  // what the pods are
  securityContext: defaultRow({
    about: 'rights of a container',
    value: 'leastPrivilege' as 'leastPrivilege' | 'none',
    shown: which => (which === 'none' ? 'what the image and the runtime decide'
      : 'never root, no capability, no way to gain privileges, read-only root file system'),
    reason: 'more is asked for by name, with a reason that reviewers see',
    source: PSS,
    change: '`securityContext: ContainerSecurity...`',
    isInReadme: true,
  }),
  restriction: defaultRow({
    about: 'what `leastPrivilege`, `nonRoot` and `root` write in addition to the user',
    value: { allowPrivilegeEscalation: false, dropCapabilities: ['ALL'], readOnlyRootFilesystem: true },
    shown: fields => `\`allowPrivilegeEscalation: ${fields.allowPrivilegeEscalation}\`, \`capabilities.drop: `
      + `[${fields.dropCapabilities}]\`, \`readOnlyRootFilesystem: ${fields.readOnlyRootFilesystem}\``,
    reason: 'the level `restricted` asks for the first two, and a process that cannot write its own files cannot be replaced in place',
    source: PSS,
    change: '`ContainerSecurity.of({ ... })` for exactly what is given',
  }),
  windowsSecurityContext: defaultRow({
    about: 'rights of a container on Windows',
    value: { runAsNonRoot: true },
    shown: ({ runAsNonRoot }) => `\`runAsNonRoot: ${runAsNonRoot}\``,
    reason: 'capabilities and read-only file systems do not exist there, and the API server refuses their fields; '
      + '`ContainerAdministrator` is refused by this one',
    source: `[security context fields on Windows](${DOCS}/concepts/windows/intro/#compatibility-v1-pod-spec-containers-securitycontext)`,
    change: '`securityContext: ContainerSecurity.windowsUser(...)`',
  }),
  podSecurityContext: defaultRow({
    about: 'system call filter',
    value: 'runtimeDefault' as 'runtimeDefault' | 'none',
    shown: which => (which === 'none' ? 'what the kubelet is set to' : 'the seccomp filter of the runtime, on Linux'),
    reason: 'kubelets leave it off unless configured otherwise, and the level `restricted` asks for it',
    source: `[seccomp](${DOCS}/reference/node/seccomp/)`,
    change: '`podSecurityContext: PodSecurityContext...`',
    isInReadme: true,
  }),
  resources: defaultRow({
    about: "resources of the agent's own container",
    value: SMALL_AGENT as UsualResources,
    shown: resourcesText,
    reason: 'without requests agents are evicted first; without a memory limit a leak takes the node along; throttled agents fall '
      + 'behind when the node is busy',
    source: `[eviction order](${DOCS}/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction), `
      + `[what limits do](${DOCS}/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run)`,
    change: '`resources: Resources...`',
    isInReadme: true,
  }),
  otherResources: defaultRow({
    about: 'resources of init containers, sidecars and other containers next to it',
    value: { cpu: '50m', memory: '64Mi' } as UsualResources,
    shown: resourcesText,
    reason: 'requests let the scheduler find room for them; what they need at most is unknown, and a limit that is too low kills them',
    source: `[what limits do](${DOCS}/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run)`,
    change: '`resources` of the container',
  }),
  priorityClassName: defaultRow({
    about: 'priority',
    value: undefined as string | undefined,
    shown: name => (name === undefined ? 'no class is written' : `\`${name}\``),
    reason: 'a critical class evicts workloads at the first rollout, and some clusters refuse it outside kube-system',
    source: `[priority and preemption](${DOCS}/concepts/scheduling-eviction/pod-priority-preemption/)`,
    change: '`priority: Priority...`',
  }),
  dns: defaultRow({
    about: 'name resolution',
    value: 'cluster' as 'cluster' | 'node',
    shown: policy => (policy === 'node' ? 'as the node resolves'
      : 'by the DNS of the cluster: on the host network `ClusterFirstWithHostNet`, otherwise nothing is written'),
    reason: 'with `ClusterFirst`, which the API server fills in, a pod on the host network cannot resolve Services',
    source: `[DNS policy of pods](${DOCS}/concepts/services-networking/dns-pod-service/#pod-s-dns-policy)`,
    change: '`dns: Dns...`',
  }),
  terminationGracePeriodSeconds: defaultRow({
    about: 'time to stop',
    value: undefined as number | undefined,
    shown: seconds => (seconds === undefined ? 'nothing is written: 30 seconds, by the API server' : `${seconds} seconds`),
    reason: 'how long an agent needs to stop only its author knows',
    source: `[termination of pods](${DOCS}/concepts/workloads/pods/pod-lifecycle/#pod-termination)`,
    change: '`terminationGracePeriod: Duration...`',
  }),
  containerName: defaultRow({
    about: "name of the agent's own container",
    value: 'agent',
    shown: name => `\`${name}\``,
    reason: 'it is the same for every agent, so that commands and patches can name it; presets name it after their program',
    source: 'a convention of this library',
    change: '`containerName`',
  }),
  hostPathType: defaultRow({
    about: 'type of a host path',
    value: { existing: 'Directory', state: 'DirectoryOrCreate' },
    shown: ({ existing, state }) => `\`${existing}\` for what others own, \`${state}\` for state of the agent, and what \`KnownHostPath\` `
      + 'knows of a path',
    reason: 'without a type a wrong path becomes an empty directory, and the agent runs without its data',
    source: `[types of hostPath](${DOCS}/concepts/storage/volumes/#hostpath-volume-types)`,
    change: '`type` of the host path; `HostPathType.UNCHECKED` writes none',
  }),
  stateOwner: defaultRow({
    about: 'container that gives a state directory to a non-root user',
    value: { image: 'docker.io/library/busybox:1.37.0', cpu: '10m', memory: '16Mi', memoryLimit: '32Mi' },
    shown: ({ image, ...resources }) => `\`${image}\`, ${resourcesText(resources)}`,
    reason: 'what the kubelet makes belongs to root, and the smallest image with `chown` is enough',
    source: `[hostPath](${DOCS}/concepts/storage/volumes/#hostpath)`,
    change: '`image` of `StateDirectory.ownedBy(...)`, `initImage` or `stateIsPrepared` of `LogFileAccess.nonRoot(...)`',
  }),
  protocol: defaultRow({
    about: 'protocol of a port',
    value: 'TCP',
    shown: protocol => `\`${protocol}\`, written out`,
    reason: 'server-side apply tells ports apart by their number and protocol together',
    source: `[merge keys of server-side apply](${DOCS}/reference/using-api/server-side-apply/#merge-strategy)`,
    change: '`protocol` of the port',
  }),

  // who they are
  identity: defaultRow({
    about: 'selector',
    value: IDENTITY_LABELS,
    shown: ({ application, instance }) => `selector labels made of names that are given: \`${application}\`, \`${instance}\``,
    reason: 'the selector can never change: neither the place in the tree nor a version may be in it',
    source: `[selectors of DaemonSets](${DOCS}/concepts/workloads/controllers/daemonset/#pod-selector), [recommended `
      + `labels](${DOCS}/concepts/overview/working-with-objects/common-labels/)`,
    change: '`identity: AgentIdentity...`',
    isInReadme: true,
  }),
  serviceAccount: defaultRow({
    about: 'access to the Kubernetes API',
    value: 'managed' as 'managed' | 'default',
    shown: kind => (kind === 'managed'
      ? 'no token, no role, and the service account `default`, written out'
      : 'the service account `default`, with its token'),
    reason: 'they appear with the first grant, and the token only in the container that has it. An apply that leaves the name of the '
      + 'account out keeps the one of earlier pods',
    source: '[service accounts of '
      + `pods](${DOCS}/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting)`,
    change: '`grants: [ApiGrant...]`, `serviceAccount: AgentServiceAccount...`',
    isInReadme: true,
  }),
  tokenExpirationSeconds: defaultRow({
    about: 'life of a token',
    value: 3607,
    shown: seconds => `${seconds} seconds, renewed by the kubelet`,
    reason: 'it is what kubelets ask for in tokens that Kubernetes mounts by itself. The API server accepts tokens of exactly this life '
      + 'for a year, so that programs which read the file only once keep working',
    source: '[service account '
      + 'admission](https://github.com/kubernetes/kubernetes/blob/master/plugin/pkg/admission/serviceaccount/admission.go), '
      + `[--service-account-extend-token-expiration](${DOCS}/reference/command-line-tools-reference/kube-apiserver/)`,
    change: '`apiAccess: false`, and a projected `Volume` of your own',
  }),

  // what is around them
  monitorNodeLabels: defaultRow({
    about: 'labels of scraped series',
    value: true,
    shown: labels => (labels ? 'the name of the node, as `node` and as `instance`' : 'the address of the pod'),
    reason: 'what an agent measures belongs to its node, and the address of a pod changes with each restart',
    source: '[labels of a scraped pod](https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod)',
    change: '`nodeLabels: false`',
  }),
  namespaceMinimumLevel: defaultRow({
    about: 'Pod Security level of an `AgentNamespace`',
    value: 'restricted' as 'restricted' | 'baseline' | 'privileged',
    shown: level => `at least \`${level}\`, and what the agents in it need`,
    reason: 'each agent raises the level by what it needs, and by no more',
    source: `[Pod Security admission](${DOCS}/concepts/security/pod-security-admission/)`,
    change: '`minimumLevel`',
  }),
  namespaceVersion: defaultRow({
    about: 'version of the Pod Security Standards',
    value: 'latest',
    shown: version => `\`${version}\``,
    reason: 'the level fits the rules of every version from that of the target cluster on, so that an upgrade refuses no pod',
    source: `[Pod Security admission](${DOCS}/concepts/security/pod-security-admission/)`,
    change: '`podSecurityVersion`',
  }),

  // what a platform asks for
  openShift: defaultRow({
    about: 'admission on OpenShift',
    value: 'own' as 'own' | 'none',
    shown: which => (which === 'own'
      ? 'SecurityContextConstraints of the agent\'s own, where the platform is OpenShift'
      : 'nothing is written'),
    reason: 'without a right to others, `restricted-v2` refuses host paths, host network and user 0; `privileged` gives it the whole node',
    source: '[security context '
      + 'constraints](https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html)',
    change: '`openShift: OpenShiftAccess...`',
  }),
  openShiftSeLinuxType: defaultRow({
    about: 'SELinux type on OpenShift',
    value: 'spc_t',
    shown: type => `\`${type}\` for containers that mount files of the node`,
    reason: 'confined containers may read nothing but what the runtime labels for them',
    source: '[container-selinux](https://github.com/containers/container-selinux)',
    change: '`openShift: OpenShiftAccess.own({ seLinuxType })`',
  }),
  criticalPods: defaultRow({
    about: 'quota for critical priority classes on GKE',
    value: '1G',
    shown: pods => `a ResourceQuota of ${pods} pods, outside of kube-system`,
    reason: 'GKE admits critical classes only where a quota names them, and has this one in kube-system',
    source: `[limit priority class consumption](${DOCS}/concepts/policy/resource-quotas/#limit-priority-class-consumption-by-default)`,
    change: '`priority: Priority.dedicated(...)`',
  }),

  // where they go
  ...CLUSTER_DEFAULTS,
} as const satisfies DefaultTable;
