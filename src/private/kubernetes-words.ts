/** What a field of the Kubernetes API is called in the options of agents. */
export interface KubernetesWord {
  /** The option that has it. */
  readonly option: string;
  /** How it is written here. */
  readonly written: string;
}

const word = (option: string, written: string): KubernetesWord => ({ option, written: `${option}: ${written}` });

const CAPABILITY = "ContainerSecurity.root(reason, { capabilities: [Capability.add('NET_ADMIN', reason)] })";

/**
 * Fields of Kubernetes that have another name here, by their own. docs/cheat-sheet.md shows them, and errors about unknown options name
 * them.
 */
export const KUBERNETES_WORDS: ReadonlyMap<string, KubernetesWord> = new Map([
  // the pods and their nodes
  ['affinity', word('nodes', "NodeCoverage.anyOf([NodeTerm.matching([NodeExpression.oneOf('pool', ['a', 'b'])])])")],
  ['automountServiceAccountToken', word('apiAccess', 'true')],
  ['dnsConfig', word('dns', "Dns.cluster({ searches: ['example.com'] })")],
  ['dnsPolicy', word('dns', 'Dns.node()')],
  ['hostIPC', word('hostNamespaces', '[HostNamespace.ipc(reason)]')],
  ['hostNetwork', word('hostNamespaces', '[HostNamespace.network(reason)]')],
  ['hostPID', word('hostNamespaces', '[HostNamespace.pid(reason)]')],
  ['nodeAffinity', word('nodes', "NodeCoverage.anyOf([NodeTerm.matching([NodeExpression.oneOf('pool', ['a', 'b'])])])")],
  ['nodeName', word('nodes', "NodeCoverage.named(['node-1'])")],
  ['nodeSelector', word('nodes', "NodeCoverage.labelled({ pool: 'a' })")],
  ['priorityClassName', word('priority', "Priority.named('my-class')")],
  ['serviceAccountName', word('serviceAccount', "AgentServiceAccount.named('my-account')")],
  ['terminationGracePeriodSeconds', word('terminationGracePeriod', 'Duration.seconds(60)')],
  ['tolerations', word('nodes', "NodeCoverage.linux({ tolerations: [Toleration.exists('dedicated')] })")],
  ['topologySpreadConstraints', word('spread', 'PodSpread.acrossNodes()')],
  // volumes
  ['configMap', word('files', "[AgentFile.configMap('/etc/agent/a.conf', 'my-config', 'a.conf')]")],
  ['emptyDir', word('volumeMounts', "[VolumeMount.of(Volume.emptyDir('cache'), '/cache')]")],
  ['hostPath', word('hostPaths', "[HostPath.readOnly('/var/log')]")],
  ['secret', word('files', "[AgentFile.secret('/etc/agent/key', 'my-secret', 'key')]")],
  ['volumes', word('hostPaths', "[HostPath.readOnly('/var/log')], volumeMounts: [VolumeMount.of(Volume.emptyDir('cache'), '/cache')]")],
  // the containers
  ['capabilities', word('securityContext', CAPABILITY)],
  ['lifecycle', word('preStop', "LifecycleHook.exec(['/stop'])")],
  ['privileged', word('securityContext', 'ContainerSecurity.privileged(reason)')],
  ['readOnlyRootFilesystem', word('securityContext', 'ContainerSecurity.leastPrivilege({ writableRootFilesystem: true })')],
  ['runAsNonRoot', word('securityContext', 'ContainerSecurity.leastPrivilege()')],
  ['runAsUser', word('securityContext', 'ContainerSecurity.nonRoot(65534)')],
  // the workload and what is next to it
  ['clusterRole', word('grants', "[ApiGrant.clusterWide(['pods'], ['get'])]")],
  ['matchLabels', word('identity', "AgentIdentity.labels({ app: 'agent' })")],
  ['maxSurge', word('rollout', 'Rollout.surgePercent(10)')],
  ['maxUnavailable', word('rollout', 'Rollout.percent(10)')],
  ['minReadySeconds', word('rollout', 'Rollout.percent(10, { minReady: Duration.seconds(30) })')],
  ['podMonitor', word('monitors', '[PrometheusMonitor.podMonitor(port)]')],
  ['revisionHistoryLimit', word('rollout', 'Rollout.percent(10, { revisionHistoryLimit: 3 })')],
  ['rules', word('grants', "[ApiGrant.clusterWide(['pods'], ['get'])]")],
  ['selector', word('identity', "AgentIdentity.labels({ app: 'agent' })")],
  ['serviceMonitor', word('monitors', '[PrometheusMonitor.serviceMonitor(port)]')],
  ['template', word('podOverrides', "{ schedulerName: 'my-scheduler' }")],
  ['updateStrategy', word('rollout', 'Rollout.percent(10)')],
]);
