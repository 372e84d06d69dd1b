/**
 * What texts, numbers, lists and maps of the Kubernetes API may hold, where its OpenAPI does not say: the code of the API server does.
 * formats.ts explains the grammar. Names of containers, volumes, mounts, rollouts of DaemonSets and the like are not here:
 * src/cluster/refusals looks at them.
 */
export const FORMAT_TABLE = `
AWSElasticBlockStoreVolumeSource volumeID:filled partition:0..255
AggregationRule clusterRoleSelectors:filled
AppArmorProfile type:filled
AzureDiskVolumeSource diskName:filled diskURI:filled cachingMode:filled kind:filled
AzureFileVolumeSource secretName:filled shareName:filled
CSIDriverSpec fsGroupPolicy:filled nodeAllocatableUpdatePeriodSeconds:10.. volumeLifecycleModes:[filled|[one-of=Persistent,Ephemeral
CSIVolumeSource driver:filled|driver-name
CephFSVolumeSource monitors:filled
CinderVolumeSource volumeID:filled
ConfigMap data:%config-map-key binaryData:%config-map-key|{base64
ConfigMapEnvSource name:dns-subdomain
ConfigMapKeySelector name:dns-subdomain key:filled|config-map-key
ConfigMapVolumeSource defaultMode:0..511
Container name:filled restartPolicy:filled restartPolicyRules:max=20
ContainerResizePolicy resourceName:filled restartPolicy:filled
ContainerRestartRule action:filled
ContainerRestartRuleOnExitCodes operator:filled values:max=255
CronJobSpec failedJobsHistoryLimit:0.. successfulJobsHistoryLimit:0.. startingDeadlineSeconds:0.. schedule:filled|cron
 timeZone:filled|time-zone
DeploymentSpec replicas:0.. progressDeadlineSeconds:0.. minReadySeconds:0.. revisionHistoryLimit:0..
DownwardAPIVolumeFile mode:0..511
DownwardAPIVolumeSource defaultMode:0..511
EmptyDirVolumeSource sizeLimit:amount
EnvFromSource prefix:env-name
EnvVar name:filled|env-name
ExecAction command:filled
FileKeySelector key:filled|printable volumeName:filled path:filled|no-backsteps
FlexVolumeSource driver:filled options:%foreign-key
GCEPersistentDiskVolumeSource pdName:filled partition:0..255
GRPCAction port:1..65535
GitRepoVolumeSource repository:filled directory:relative
GlusterfsVolumeSource endpoints:filled path:filled
HTTPGetAction port:port-or-name
HTTPHeader name:http-header
HostAlias ip:filled|ip hostnames:[filled|[dns-subdomain
HostPathVolumeSource path:filled|no-backsteps
IPBlock cidr:filled|cidr except:[filled|[cidr
ISCSIVolumeSource targetPortal:filled iqn:filled|iqn lun:0..255 initiatorName:filled|iqn
JobSpec parallelism:0.. completions:0.. activeDeadlineSeconds:0.. backoffLimit:0.. ttlSecondsAfterFinished:0.. backoffLimitPerIndex:0..
 maxFailedIndexes:0..
 completionMode:filled podReplacementPolicy:filled managedBy:filled|domain-path|length=63
KeyToPath key:filled mode:0..511
LabelSelector matchLabels:%label-key|{label-value
LabelSelectorRequirement key:filled|label-key operator:filled values:[label-value
NFSVolumeSource server:filled path:filled|absolute
NamespaceSpec finalizers:[filled|[label-key|[finalizer
NetworkPolicyPort port:port-or-name protocol:filled
NetworkPolicySpec policyTypes:max=2|[filled|[one-of=Ingress,Egress
NodeSelector nodeSelectorTerms:filled
NodeSelectorRequirement key:filled operator:filled
ObjectMeta finalizers:[filled|[label-key|[finalizer generation:0..
ObjectFieldSelector fieldPath:filled
OwnerReference apiVersion:filled kind:filled name:filled uid:filled
PersistentVolumeClaimSpec accessModes:filled|[filled|[one-of=ReadWriteOnce,ReadOnlyMany,ReadWriteMany,ReadWriteOncePod
 storageClassName:dns-subdomain
 volumeAttributesClassName:dns-subdomain volumeMode:filled
PersistentVolumeClaimVolumeSource claimName:filled
PhotonPersistentDiskVolumeSource pdID:filled
PodAffinityTerm topologyKey:filled|label-key namespaces:[filled|[dns-label matchLabelKeys:[filled|[label-key
 mismatchLabelKeys:[filled|[label-key
PodDisruptionBudgetSpec minAvailable:share=100 maxUnavailable:share=100 unhealthyPodEvictionPolicy:filled
PodDNSConfig nameservers:max=3|[filled|[ip searches:max=32|[search-domain
PodDNSConfigOption name:filled
PodFailurePolicy rules:max=20
PodFailurePolicyOnExitCodesRequirement operator:filled values:filled|max=255|unique|ordered
PodFailurePolicyOnPodConditionsPattern type:filled|label-key status:filled
PodFailurePolicyRule action:filled onPodConditions:max=20
PodOS name:filled
PodReadinessGate conditionType:filled|label-key
PodResourceClaim name:filled|dns-label resourceClaimName:filled|dns-subdomain resourceClaimTemplateName:filled|dns-subdomain
PodSchedulingGate name:filled|label-key
PodSecurityContext fsGroup:id runAsGroup:id runAsUser:id supplementalGroups:[id fsGroupChangePolicy:filled seLinuxChangePolicy:filled
 supplementalGroupsPolicy:filled
PodSpec activeDeadlineSeconds:1..2147483647 hostnameOverride:filled|dns-subdomain|length=64 overhead:{amount preemptionPolicy:filled
 runtimeClassName:filled schedulingGates:unique=name
PolicyRule verbs:filled
PortworxVolumeSource volumeID:filled
PreferredSchedulingTerm weight:1..100
PriorityClass preemptionPolicy:filled
Probe failureThreshold:0.. initialDelaySeconds:0.. periodSeconds:0.. successThreshold:0.. timeoutSeconds:0..
 terminationGracePeriodSeconds:1..
ProjectedVolumeSource defaultMode:0..511
QuobyteVolumeSource registry:filled|host-ports volume:filled tenant:length=64
RBDVolumeSource monitors:filled image:filled
ReplicaSetSpec replicas:0.. minReadySeconds:0..
ResourceQuotaSpec hard:{amount
RollingUpdateDeployment maxSurge:share maxUnavailable:share=100
RollingUpdateStatefulSetStrategy partition:0..
RoleRef kind:filled name:filled|path-segment
ScaleIOVolumeSource gateway:filled system:filled volumeName:filled
ScopedResourceSelectorRequirement scopeName:filled operator:filled
SeccompProfile type:filled localhostProfile:relative
Secret data:%config-map-key|{base64 stringData:%config-map-key
SecretEnvSource name:dns-subdomain
SecretKeySelector name:dns-subdomain key:filled|config-map-key
SecretVolumeSource secretName:filled defaultMode:0..511
SecurityContext runAsGroup:id runAsUser:id procMount:filled
ServiceAccountTokenProjection path:filled expirationSeconds:600..4294967296
ServicePort name:dns-label port:1..65535 targetPort:port-or-name-or-none appProtocol:filled|label-key
ServiceSpec externalIPs:[filled|[ip|[external-ip ipFamilies:[filled|[one-of=IPv4,IPv6|unique ipFamilyPolicy:filled
 internalTrafficPolicy:filled
 loadBalancerClass:filled|label-key selector:%label-key|{label-value trafficDistribution:filled
StatefulSetOrdinals start:0..
StatefulSetSpec replicas:0.. minReadySeconds:0.. serviceName:dns-label
StorageClass provisioner:filled|qualified-name volumeBindingMode:filled
StorageOSVolumeSource volumeName:filled|dns-label volumeNamespace:dns-label
Subject kind:filled name:filled
SuccessPolicy rules:filled|max=20
SuccessPolicyRule succeededCount:0..
Sysctl name:filled|sysctl
TCPSocketAction port:port-or-name
TokenRequest expirationSeconds:600..4294967296
TopologySelectorTerm matchLabelExpressions:filled
TopologySelectorLabelRequirement key:filled|label-key values:filled|unique
TopologySpreadConstraint maxSkew:1.. minDomains:1.. topologyKey:filled whenUnsatisfiable:filled nodeAffinityPolicy:filled
 nodeTaintsPolicy:filled
 matchLabelKeys:[filled|[label-key
TypedLocalObjectReference kind:filled name:filled apiGroup:dns-subdomain
TypedObjectReference kind:filled name:filled apiGroup:dns-subdomain namespace:dns-label
VolumeDevice name:filled devicePath:filled|no-backsteps
VolumeMount mountPath:filled mountPropagation:filled recursiveReadOnly:filled subPath:relative subPathExpr:relative
VsphereVirtualDiskVolumeSource volumePath:filled
WeightedPodAffinityTerm weight:1..100
WindowsSecurityContextOptions gmsaCredentialSpec:filled|length=65536 gmsaCredentialSpecName:filled|dns-subdomain
 runAsUserName:filled|windows-user
`;
