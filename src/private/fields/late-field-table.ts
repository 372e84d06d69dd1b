// Made by scripts/fields/make-field-table.ts from the OpenAPI v2 files of Kubernetes 1.28.15 to 1.36.3. Do not edit.

/** Definitions from N on; parse-table.ts explains the grammar. */
export const LATE_FIELD_TABLE = `
NFSVolumeSource path! readOnly:b server!
Namespace=v1 apiVersion kind metadata:ObjectMeta spec:NamespaceSpec status:NamespaceStatus
NamespaceCondition lastTransitionTime message reason status! type!
NamespaceSpec finalizers:[
NamespaceStatus conditions:[NamespaceCondition(type) phase
NetworkPolicy=networking.k8s.io/v1 apiVersion kind metadata:ObjectMeta spec:NetworkPolicySpec
NetworkPolicyEgressRule ports:[NetworkPolicyPort to:[NetworkPolicyPeer
NetworkPolicyIngressRule from:[NetworkPolicyPeer ports:[NetworkPolicyPort
NetworkPolicyPeer ipBlock:IPBlock namespaceSelector:LabelSelector podSelector:LabelSelector
NetworkPolicyPort endPort:i port:x protocol
NetworkPolicySpec egress:[NetworkPolicyEgressRule ingress:[NetworkPolicyIngressRule podSelector!33:LabelSelector policyTypes:[
Node=v1 apiVersion kind metadata:ObjectMeta spec:NodeSpec status:NodeStatus
NodeAddress address! type!
NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[PreferredSchedulingTerm
 requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
NodeAllocatableResourceClaimStatus containers:[@36 resourceClaimName!@36 resources!:{q@36
NodeCondition lastHeartbeatTime lastTransitionTime message reason status! type!
NodeConfigSource configMap:ConfigMapNodeConfigSource
NodeConfigStatus active:NodeConfigSource assigned:NodeConfigSource error lastKnownGood:NodeConfigSource
NodeDaemonEndpoints kubeletEndpoint:DaemonEndpoint
NodeFeatures supplementalGroupsPolicy:b@31
NodeRuntimeHandler features:NodeRuntimeHandlerFeatures@30 name@30
NodeRuntimeHandlerFeatures recursiveReadOnlyMounts:b@30 userNamespaces:b@31
NodeSelector nodeSelectorTerms!:[NodeSelectorTerm
NodeSelectorRequirement key! operator! values:[
NodeSelectorTerm matchExpressions:[NodeSelectorRequirement matchFields:[NodeSelectorRequirement
NodeSpec configSource:NodeConfigSource externalID podCIDR podCIDRs:[ providerID taints:[Taint unschedulable:b
NodeStatus addresses:[NodeAddress(type) allocatable:{q capacity:{q conditions:[NodeCondition(type) config:NodeConfigStatus
 daemonEndpoints:NodeDaemonEndpoints declaredFeatures:[@35 features:NodeFeatures@31 images:[ContainerImage nodeInfo:NodeSystemInfo phase
 runtimeHandlers:[NodeRuntimeHandler@30 volumesAttached:[AttachedVolume volumesInUse:[
NodeSwapStatus capacity:l@33
NodeSystemInfo architecture! bootID! containerRuntimeVersion! kernelVersion! kubeProxyVersion! kubeletVersion! machineID! operatingSystem!
 osImage! swap:NodeSwapStatus@33 systemUUID!
ObjectFieldSelector apiVersion fieldPath!
ObjectMeta annotations:{ creationTimestamp deletionGracePeriodSeconds:l deletionTimestamp finalizers:[ generateName generation:l labels:{
 managedFields:[ManagedFieldsEntry name namespace ownerReferences:[OwnerReference(uid) resourceVersion selfLink uid
ObjectReference apiVersion fieldPath kind name namespace resourceVersion uid
Overhead podFixed:{q
OwnerReference apiVersion! blockOwnerDeletion:b controller:b kind! name! uid!
PersistentVolumeClaim=v1 apiVersion kind metadata:ObjectMeta spec:PersistentVolumeClaimSpec status:PersistentVolumeClaimStatus
PersistentVolumeClaimCondition lastProbeTime lastTransitionTime message reason status! type!
PersistentVolumeClaimSpec accessModes:[ dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference
 resources:VolumeResourceRequirements selector:LabelSelector storageClassName volumeAttributesClassName@29 volumeMode volumeName
PersistentVolumeClaimStatus accessModes:[ allocatedResourceStatuses:{ allocatedResources:{q capacity:{q
 conditions:[PersistentVolumeClaimCondition(type) currentVolumeAttributesClassName@29 modifyVolumeStatus:ModifyVolumeStatus@29 phase
PersistentVolumeClaimTemplate metadata:ObjectMeta spec!:PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource claimName! readOnly:b
PhotonPersistentDiskVolumeSource fsType pdID!
Pod=v1 apiVersion kind metadata:ObjectMeta spec:PodSpec status:PodStatus
PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm
 requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm
PodAffinityTerm labelSelector:LabelSelector matchLabelKeys:[@29 mismatchLabelKeys:[@29 namespaceSelector:LabelSelector namespaces:[
 topologyKey!
PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm
 requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm
PodCertificateProjection certificateChainPath@34 credentialBundlePath@34 keyPath@34 keyType!@34 maxExpirationSeconds:i@34 signerName!@34
 userAnnotations:{@35
PodCondition lastProbeTime lastTransitionTime message observedGeneration:l@33 reason status! type!
PodDNSConfig nameservers:[ options:[PodDNSConfigOption searches:[
PodDNSConfigOption name value
PodDisruptionBudget=policy/v1 apiVersion kind metadata:ObjectMeta spec:PodDisruptionBudgetSpec status:PodDisruptionBudgetStatus
PodDisruptionBudgetSpec maxUnavailable:x minAvailable:x selector:LabelSelector unhealthyPodEvictionPolicy
PodDisruptionBudgetStatus conditions:[Condition(type) currentHealthy!35:i desiredHealthy!35:i disruptedPods:{ disruptionsAllowed!35:i
 expectedPods!35:i observedGeneration:l
PodExtendedResourceClaimStatus requestMappings!:[ContainerExtendedResourceRequest@34 resourceClaimName!@34
PodFailurePolicy rules!:[PodFailurePolicyRule
PodFailurePolicyOnExitCodesRequirement containerName operator! values!:[i
PodFailurePolicyOnPodConditionsPattern status!34 type!
PodFailurePolicyRule action! onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[PodFailurePolicyOnPodConditionsPattern
PodIP ip!
PodOS name!
PodReadinessGate conditionType!
PodResourceClaim name! resourceClaimName@31 resourceClaimTemplateName@31 source:ClaimSource@-30
PodResourceClaimStatus name! resourceClaimName
PodSchedulingGate name!
PodSchedulingGroup podGroupName@36
PodSecurityContext appArmorProfile:AppArmorProfile@30 fsGroup:l fsGroupChangePolicy runAsGroup:l runAsNonRoot:b runAsUser:l
 seLinuxChangePolicy@32 seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile supplementalGroups:[l supplementalGroupsPolicy@31
 sysctls:[Sysctl windowsOptions:WindowsSecurityContextOptions
PodSpec activeDeadlineSeconds:l affinity:Affinity automountServiceAccountToken:b containers!:[Container(name) dnsConfig:PodDNSConfig
 dnsPolicy enableServiceLinks:b ephemeralContainers:[EphemeralContainer(name) hostAliases:[HostAlias(ip) hostIPC:b hostNetwork:b hostPID:b
 hostUsers:b hostname hostnameOverride@34 imagePullSecrets:[LocalObjectReference(name) initContainers:[Container(name) nodeName
 nodeSelector:{ os:PodOS overhead:{q preemptionPolicy priority:i priorityClassName readinessGates:[PodReadinessGate
 resourceClaims:[PodResourceClaim(name) resources:ResourceRequirements@32 restartPolicy runtimeClassName schedulerName
 schedulingGates:[PodSchedulingGate(name) schedulingGroup:PodSchedulingGroup@36 securityContext:PodSecurityContext serviceAccount
 serviceAccountName setHostnameAsFQDN:b shareProcessNamespace:b subdomain terminationGracePeriodSeconds:l tolerations:[Toleration
 topologySpreadConstraints:[TopologySpreadConstraint(topologyKey,whenUnsatisfiable) volumes:[Volume(name)
 workloadRef:WorkloadReference@35-35
PodStatus allocatedResources:{q@35 conditions:[PodCondition(type) containerStatuses:[ContainerStatus
 ephemeralContainerStatuses:[ContainerStatus extendedResourceClaimStatus:PodExtendedResourceClaimStatus@34 hostIP hostIPs:[HostIP
 initContainerStatuses:[ContainerStatus message nodeAllocatableResourceClaimStatuses:[NodeAllocatableResourceClaimStatus@36
 nominatedNodeName observedGeneration:l@33 phase podIP podIPs:[PodIP(ip) qosClass reason resize
 resourceClaimStatuses:[PodResourceClaimStatus(name) resources:ResourceRequirements@35 startTime
PodTemplate=v1 apiVersion kind metadata:ObjectMeta template:PodTemplateSpec
PodTemplateSpec metadata:ObjectMeta spec:PodSpec
PolicyRule apiGroups:[ nonResourceURLs:[ resourceNames:[ resources:[ verbs!:[
PortStatus error port!:i protocol!
PortworxVolumeSource fsType readOnly:b volumeID!
PreferredSchedulingTerm preference!:NodeSelectorTerm weight!:i
PriorityClass=scheduling.k8s.io/v1 apiVersion description globalDefault:b kind metadata:ObjectMeta preemptionPolicy value!35:i
Probe exec:ExecAction failureThreshold:i grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:i periodSeconds:i successThreshold:i
 tcpSocket:TCPSocketAction terminationGracePeriodSeconds:l timeoutSeconds:i
ProjectedVolumeSource defaultMode:i sources:[VolumeProjection
QuobyteVolumeSource group readOnly:b registry! tenant user volume!
RBDVolumeSource fsType image! keyring monitors!:[ pool readOnly:b secretRef:LocalObjectReference user
ReplicaSet=apps/v1 apiVersion kind metadata:ObjectMeta spec:ReplicaSetSpec status:ReplicaSetStatus
ReplicaSetCondition lastTransitionTime message reason status! type!
ReplicaSetSpec minReadySeconds:i replicas:i selector!:LabelSelector template:PodTemplateSpec
ReplicaSetStatus availableReplicas:i conditions:[ReplicaSetCondition(type) fullyLabeledReplicas:i observedGeneration:l readyReplicas:i
 replicas!:i terminatingReplicas:i@33
ReplicationController=v1 apiVersion kind metadata:ObjectMeta spec:ReplicationControllerSpec status:ReplicationControllerStatus
ReplicationControllerCondition lastTransitionTime message reason status! type!
ReplicationControllerSpec minReadySeconds:i replicas:i selector:{ template:PodTemplateSpec
ReplicationControllerStatus availableReplicas:i conditions:[ReplicationControllerCondition(type) fullyLabeledReplicas:i
 observedGeneration:l readyReplicas:i replicas!:i
ResourceClaim name! request@31
ResourceFieldSelector containerName divisor:q resource!
ResourceHealth health@31 message@36 resourceID!@31
ResourceQuota=v1 apiVersion kind metadata:ObjectMeta spec:ResourceQuotaSpec status:ResourceQuotaStatus
ResourceQuotaSpec hard:{q scopeSelector:ScopeSelector scopes:[
ResourceQuotaStatus hard:{q used:{q
ResourceRequirements claims:[ResourceClaim(name) limits:{q requests:{q
ResourceStatus name!@31 resources:[ResourceHealth(resourceID)@31
Role=rbac.authorization.k8s.io/v1 apiVersion kind metadata:ObjectMeta rules:[PolicyRule
RoleBinding=rbac.authorization.k8s.io/v1 apiVersion kind metadata:ObjectMeta roleRef!:RoleRef subjects:[Subject
RoleRef apiGroup!35 kind! name!
RollingUpdateDaemonSet maxSurge:x maxUnavailable:x
RollingUpdateDeployment maxSurge:x maxUnavailable:x
RollingUpdateStatefulSetStrategy maxUnavailable:x partition:i
RuntimeClass=node.k8s.io/v1 apiVersion handler! kind metadata:ObjectMeta overhead:Overhead scheduling:Scheduling
SELinuxOptions level role type user
ScaleIOVolumeSource fsType gateway! protectionDomain readOnly:b secretRef!:LocalObjectReference sslEnabled:b storageMode storagePool
 system! volumeName
Scheduling nodeSelector:{ tolerations:[Toleration
ScopeSelector matchExpressions:[ScopedResourceSelectorRequirement
ScopedResourceSelectorRequirement operator! scopeName! values:[
SeccompProfile localhostProfile type!
Secret=v1 apiVersion data:{ immutable:b kind metadata:ObjectMeta stringData:{ type
SecretEnvSource name optional:b
SecretKeySelector key! name optional:b
SecretProjection items:[KeyToPath name optional:b
SecretVolumeSource defaultMode:i items:[KeyToPath optional:b secretName
SecurityContext allowPrivilegeEscalation:b appArmorProfile:AppArmorProfile@30 capabilities:Capabilities privileged:b procMount
 readOnlyRootFilesystem:b runAsGroup:l runAsNonRoot:b runAsUser:l seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile
 windowsOptions:WindowsSecurityContextOptions
Service=v1 apiVersion kind metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus
ServiceAccount=v1 apiVersion automountServiceAccountToken:b imagePullSecrets:[LocalObjectReference kind metadata:ObjectMeta
 secrets:[ObjectReference(name)
ServiceAccountTokenProjection audience expirationSeconds:l path!
ServicePort appProtocol name nodePort:i port!:i protocol targetPort:x
ServiceSpec allocateLoadBalancerNodePorts:b clusterIP clusterIPs:[ externalIPs:[ externalName externalTrafficPolicy healthCheckNodePort:i
 internalTrafficPolicy ipFamilies:[ ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges:[
 ports:[ServicePort(port,protocol) publishNotReadyAddresses:b selector:{ sessionAffinity sessionAffinityConfig:SessionAffinityConfig
 trafficDistribution@30 type
ServiceStatus conditions:[Condition(type) loadBalancer:LoadBalancerStatus
SessionAffinityConfig clientIP:ClientIPConfig
SleepAction seconds!:l@29
StatefulSet=apps/v1 apiVersion kind metadata:ObjectMeta spec:StatefulSetSpec status:StatefulSetStatus
StatefulSetCondition lastTransitionTime message reason status! type!
StatefulSetOrdinals start:i
StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted whenScaled
StatefulSetSpec minReadySeconds:i ordinals:StatefulSetOrdinals
 persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy podManagementPolicy replicas:i revisionHistoryLimit:i
 selector!:LabelSelector serviceName!32 template!:PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy
 volumeClaimTemplates:[PersistentVolumeClaim
StatefulSetStatus availableReplicas:i collisionCount:i conditions:[StatefulSetCondition(type) currentReplicas:i currentRevision
 observedGeneration:l readyReplicas:i replicas!:i updateRevision updatedReplicas:i
StatefulSetUpdateStrategy rollingUpdate:RollingUpdateStatefulSetStrategy type
StorageClass=storage.k8s.io/v1 allowVolumeExpansion:b allowedTopologies:[TopologySelectorTerm apiVersion kind metadata:ObjectMeta
 mountOptions:[ parameters:{ provisioner! reclaimPolicy volumeBindingMode
StorageOSVolumeSource fsType readOnly:b secretRef:LocalObjectReference volumeName volumeNamespace
Subject apiGroup kind! name! namespace
SuccessPolicy rules!:[SuccessPolicyRule@30
SuccessPolicyRule succeededCount:i@30 succeededIndexes@30
Sysctl name! value!
TCPSocketAction host port!:x
Taint effect! key! timeAdded value
TokenRequest audience! expirationSeconds:l
Toleration effect key operator tolerationSeconds:l value
TopologySelectorLabelRequirement key! values!:[
TopologySelectorTerm matchLabelExpressions:[TopologySelectorLabelRequirement
TopologySpreadConstraint labelSelector:LabelSelector matchLabelKeys:[ maxSkew!:i minDomains:i nodeAffinityPolicy nodeTaintsPolicy
 topologyKey! whenUnsatisfiable!
TypedLocalObjectReference apiGroup kind! name!
TypedObjectReference apiGroup kind! name! namespace
UncountedTerminatedPods failed:[ succeeded:[
Volume awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFileVolumeSource
 cephfs:CephFSVolumeSource cinder:CinderVolumeSource configMap:ConfigMapVolumeSource csi:CSIVolumeSource
 downwardAPI:DownwardAPIVolumeSource emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource
 flexVolume:FlexVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource
 glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:ImageVolumeSource@31 iscsi:ISCSIVolumeSource name! nfs:NFSVolumeSource
 persistentVolumeClaim:PersistentVolumeClaimVolumeSource photonPersistentDisk:PhotonPersistentDiskVolumeSource
 portworxVolume:PortworxVolumeSource projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource
 scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource
VolumeDevice devicePath! name!
VolumeMount mountPath! mountPropagation name! readOnly:b recursiveReadOnly@30 subPath subPathExpr
VolumeMountStatus mountPath!@30 name!@30 readOnly:b@30 recursiveReadOnly@30 volumeStatus:VolumeStatus@36
VolumeProjection clusterTrustBundle:ClusterTrustBundleProjection@29 configMap:ConfigMapProjection downwardAPI:DownwardAPIProjection
 podCertificate:PodCertificateProjection@34 secret:SecretProjection serviceAccountToken:ServiceAccountTokenProjection
VolumeResourceRequirements claims:[ResourceClaim(name)@-28 limits:{q requests:{q
VolumeStatus image:ImageVolumeStatus@36
VsphereVirtualDiskVolumeSource fsType storagePolicyID storagePolicyName volumePath!
WeightedPodAffinityTerm podAffinityTerm!:PodAffinityTerm weight!:i
WindowsSecurityContextOptions gmsaCredentialSpec gmsaCredentialSpecName hostProcess:b runAsUserName
WorkloadReference name!@35-35 podGroup!@35-35 podGroupReplicaKey@35-35
`;
