// Made by scripts/fields/make-field-table.ts from the OpenAPI v2 files of Kubernetes 1.28.15 to 1.36.3. Do not edit.
import { LATE_FIELD_TABLE } from './late-field-table';

/** The releases of Kubernetes the table was made from, from old to new. */
export const FIELD_TABLE_VERSIONS = ['1.28.15', '1.29.6', '1.30.14', '1.31.0', '1.32.13', '1.33.13', '1.34.4', '1.35.4', '1.36.3'];

/** Definitions before N. */
const EARLY_FIELD_TABLE = `
AWSElasticBlockStoreVolumeSource fsType partition:i readOnly:b volumeID!
Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
AggregationRule clusterRoleSelectors:[LabelSelector
AppArmorProfile localhostProfile@30 type!@30
AttachedVolume devicePath! name!
AzureDiskVolumeSource cachingMode diskName! diskURI! fsType kind readOnly:b
AzureFileVolumeSource readOnly:b secretName! shareName!
CSIDriver=storage.k8s.io/v1 apiVersion kind metadata:ObjectMeta spec!:CSIDriverSpec
CSIDriverSpec attachRequired:b fsGroupPolicy nodeAllocatableUpdatePeriodSeconds:l@33 podInfoOnMount:b preventPodSchedulingIfMissing:b@36
 requiresRepublish:b seLinuxMount:b serviceAccountTokenInSecrets:b@35 storageCapacity:b tokenRequests:[TokenRequest volumeLifecycleModes:[
CSIVolumeSource driver! fsType nodePublishSecretRef:LocalObjectReference readOnly:b volumeAttributes:{
Capabilities add:[ drop:[
CephFSVolumeSource monitors!:[ path readOnly:b secretFile secretRef:LocalObjectReference user
CinderVolumeSource fsType readOnly:b secretRef:LocalObjectReference volumeID!
ClaimSource resourceClaimName@-30 resourceClaimTemplateName@-30
ClientIPConfig timeoutSeconds:i
ClusterRole=rbac.authorization.k8s.io/v1 aggregationRule:AggregationRule apiVersion kind metadata:ObjectMeta rules:[PolicyRule
ClusterRoleBinding=rbac.authorization.k8s.io/v1 apiVersion kind metadata:ObjectMeta roleRef!:RoleRef subjects:[Subject
ClusterTrustBundleProjection labelSelector:LabelSelector@29 name@29 optional:b@29 path!@29 signerName@29
Condition lastTransitionTime! message! observedGeneration:l reason! status! type!
ConfigMap=v1 apiVersion binaryData:{ data:{ immutable:b kind metadata:ObjectMeta
ConfigMapEnvSource name optional:b
ConfigMapKeySelector key! name optional:b
ConfigMapNodeConfigSource kubeletConfigKey! name! namespace! resourceVersion uid
ConfigMapProjection items:[KeyToPath name optional:b
ConfigMapVolumeSource defaultMode:i items:[KeyToPath name optional:b
Container args:[ command:[ env:[EnvVar(name) envFrom:[EnvFromSource image imagePullPolicy lifecycle:Lifecycle livenessProbe:Probe name!
 ports:[ContainerPort(containerPort,protocol) readinessProbe:Probe resizePolicy:[ContainerResizePolicy resources:ResourceRequirements
 restartPolicy restartPolicyRules:[ContainerRestartRule@34 securityContext:SecurityContext startupProbe:Probe stdin:b stdinOnce:b
 terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[VolumeDevice(devicePath) volumeMounts:[VolumeMount(mountPath)
 workingDir
ContainerExtendedResourceRequest containerName!@34 requestName!@34 resourceName!@34
ContainerImage names:[ sizeBytes:l
ContainerPort containerPort!:i hostIP hostPort:i name protocol
ContainerResizePolicy resourceName! restartPolicy!
ContainerRestartRule action!@34 exitCodes:ContainerRestartRuleOnExitCodes@34
ContainerRestartRuleOnExitCodes operator!@34 values:[i@34
ContainerState running:ContainerStateRunning terminated:ContainerStateTerminated waiting:ContainerStateWaiting
ContainerStateRunning startedAt
ContainerStateTerminated containerID exitCode!:i finishedAt message reason signal:i startedAt
ContainerStateWaiting message reason
ContainerStatus allocatedResources:{q allocatedResourcesStatus:[ResourceStatus(name)@31 containerID image! imageID!
 lastState:ContainerState name! ready!:b resources:ResourceRequirements restartCount!:i started:b state:ContainerState stopSignal@33
 user:ContainerUser@31 volumeMounts:[VolumeMountStatus(mountPath)@30
ContainerUser linux:LinuxContainerUser@31
CronJob=batch/v1 apiVersion kind metadata:ObjectMeta spec!:CronJobSpec status:CronJobStatus
CronJobSpec concurrencyPolicy failedJobsHistoryLimit:i jobTemplate!:JobTemplateSpec schedule! startingDeadlineSeconds:l
 successfulJobsHistoryLimit:i suspend:b timeZone
CronJobStatus active:[ObjectReference lastScheduleTime lastSuccessfulTime
DaemonEndpoint Port!:i
DaemonSet=apps/v1 apiVersion kind metadata:ObjectMeta spec:DaemonSetSpec status:DaemonSetStatus
DaemonSetCondition lastTransitionTime message reason status! type!
DaemonSetSpec minReadySeconds:i revisionHistoryLimit:i selector!:LabelSelector template!:PodTemplateSpec
 updateStrategy:DaemonSetUpdateStrategy
DaemonSetStatus collisionCount:i conditions:[DaemonSetCondition(type) currentNumberScheduled!:i desiredNumberScheduled!:i numberAvailable:i
 numberMisscheduled!:i numberReady!:i numberUnavailable:i observedGeneration:l updatedNumberScheduled:i
DaemonSetUpdateStrategy rollingUpdate:RollingUpdateDaemonSet type
Deployment=apps/v1 apiVersion kind metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus
DeploymentCondition lastTransitionTime lastUpdateTime message reason status! type!
DeploymentSpec minReadySeconds:i paused:b progressDeadlineSeconds:i replicas:i revisionHistoryLimit:i selector!:LabelSelector
 strategy:DeploymentStrategy template!:PodTemplateSpec
DeploymentStatus availableReplicas:i collisionCount:i conditions:[DeploymentCondition(type) observedGeneration:l readyReplicas:i replicas:i
 terminatingReplicas:i@33 unavailableReplicas:i updatedReplicas:i
DeploymentStrategy rollingUpdate:RollingUpdateDeployment type
DownwardAPIProjection items:[DownwardAPIVolumeFile
DownwardAPIVolumeFile fieldRef:ObjectFieldSelector mode:i path! resourceFieldRef:ResourceFieldSelector
DownwardAPIVolumeSource defaultMode:i items:[DownwardAPIVolumeFile
EmptyDirVolumeSource medium sizeLimit:q
EnvFromSource configMapRef:ConfigMapEnvSource prefix secretRef:SecretEnvSource
EnvVar name! value valueFrom:EnvVarSource
EnvVarSource configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:FileKeySelector@34
 resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
EphemeralContainer args:[ command:[ env:[EnvVar(name) envFrom:[EnvFromSource image imagePullPolicy lifecycle:Lifecycle livenessProbe:Probe
 name! ports:[ContainerPort(containerPort,protocol) readinessProbe:Probe resizePolicy:[ContainerResizePolicy resources:ResourceRequirements
 restartPolicy restartPolicyRules:[ContainerRestartRule@34 securityContext:SecurityContext startupProbe:Probe stdin:b stdinOnce:b
 targetContainerName terminationMessagePath terminationMessagePolicy tty:b volumeDevices:[VolumeDevice(devicePath)
 volumeMounts:[VolumeMount(mountPath) workingDir
EphemeralVolumeSource volumeClaimTemplate:PersistentVolumeClaimTemplate
ExecAction command:[
FCVolumeSource fsType lun:i readOnly:b targetWWNs:[ wwids:[
FileKeySelector key!@34 optional:b@34 path!@34 volumeName!@34
FlexVolumeSource driver! fsType options:{ readOnly:b secretRef:LocalObjectReference
FlockerVolumeSource datasetName datasetUUID
GCEPersistentDiskVolumeSource fsType partition:i pdName! readOnly:b
GRPCAction port!:i service
GitRepoVolumeSource directory repository! revision
GlusterfsVolumeSource endpoints! path! readOnly:b
HTTPGetAction host httpHeaders:[HTTPHeader path port!:x scheme
HTTPHeader name! value!
HostAlias hostnames:[ ip!
HostIP ip!
HostPathVolumeSource path! type
IPBlock cidr! except:[
ISCSIVolumeSource chapAuthDiscovery:b chapAuthSession:b fsType initiatorName iqn! iscsiInterface lun!:i portals:[ readOnly:b
 secretRef:LocalObjectReference targetPortal!
ImageVolumeSource pullPolicy@31 reference@31
ImageVolumeStatus imageRef!@36
Job=batch/v1 apiVersion kind metadata:ObjectMeta spec:JobSpec status:JobStatus
JobCondition lastProbeTime lastTransitionTime message reason status! type!
JobSpec activeDeadlineSeconds:l backoffLimit:i backoffLimitPerIndex:i completionMode completions:i managedBy@30 manualSelector:b
 maxFailedIndexes:i parallelism:i podFailurePolicy:PodFailurePolicy podReplacementPolicy selector:LabelSelector
 successPolicy:SuccessPolicy@30 suspend:b template!:PodTemplateSpec ttlSecondsAfterFinished:i
JobStatus active:i completedIndexes completionTime conditions:[JobCondition failed:i failedIndexes ready:i startTime succeeded:i
 terminating:i uncountedTerminatedPods:UncountedTerminatedPods
JobTemplateSpec metadata:ObjectMeta spec:JobSpec
KeyToPath key! mode:i path!
LabelSelector matchExpressions:[LabelSelectorRequirement matchLabels:{
LabelSelectorRequirement key! operator! values:[
Lifecycle postStart:LifecycleHandler preStop:LifecycleHandler stopSignal@33
LifecycleHandler exec:ExecAction httpGet:HTTPGetAction sleep:SleepAction@29 tcpSocket:TCPSocketAction
LinuxContainerUser gid!:l@31 supplementalGroups:[l@31 uid!:l@31
LoadBalancerIngress hostname ip ipMode@29 ports:[PortStatus
LoadBalancerStatus ingress:[LoadBalancerIngress
LocalObjectReference name
ManagedFieldsEntry apiVersion fieldsType fieldsV1:o manager operation subresource time
ModifyVolumeStatus status!@29 targetVolumeAttributesClassName@29
`;

/** Every field of the kinds we emit; parse-table.ts explains the grammar. */
export const FIELD_TABLE = EARLY_FIELD_TABLE + LATE_FIELD_TABLE.slice(1);
