// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const CL_TO_CZ = `
class CloudIdentity
static awsRole roleArn:text
static eksPodIdentity
static googleServiceAccount email:text
static azureClient clientId:text tenantId?:text
struct CloudWatchDestinationOptions <LogDestinationOptions auth:DestinationAuth logGroup:text createGroup?:boolean logGroupFrom?:LogValue
 logStreamPrefix?:text retentionDays?:number
class ClusterAgent
method findObject kind:text =cdk8s.ApiObject
method addFeature feature:IAgentFeature
struct ClusterAgentOptions <WorkloadOptions autoscaled?:boolean disruptionBudget?:DisruptionBudget nodes?:NodeCoverage replicas?:number
 spread?:PodSpread workload?:ClusterWorkload
struct ClusterAgentProps <ClusterAgentOptions <OwnContainerOptions
class ClusterObject
struct ClusterObjectProps apiVersion:text kind:text annotations?:{late fields?:{any labels?:{late name?:text
class ClusterWorkload
static deployment options?:RollingDeploymentOptions
static recreatedDeployment options?:ClusterWorkloadOptions
static statefulSet options?:ClusterWorkloadOptions
struct ClusterWorkloadOptions minReady?:cdk8s.Duration revisionHistoryLimit?:number
class Cni
static calico options?:CalicoOptions
static calicoPolicyOnly options?:CalicoPolicyOptions
static cilium options?:CiliumOptions
static flannel options?:FlannelOptions
static of options:CniOptions
class CniInstallStep
static copyPrograms name:text image:text programs:[text
static writeConfiguration name:text image:text fileName:text configuration:text
static writeKubeconfig name:text image:text fileName:text
static mountBpfFileSystem name:text image:text
static mountControlGroups name:text image:text directory:text
static run container:ContainerProps
struct CniOptions <OwnContainerOptions name:text hostNetworkReason?:text install?:[CniInstallStep
class CniPlugin
struct CniPluginProps <NetworkAgentOptions network:Cni
struct CommonCsiDriverOptions livenessPort?:number overrides?:{any pluginDirectory?:text registrarHealth?:boolean registrarPort?:number
 resources?:Resources sidecarImages?:CsiSidecarImages
struct CommonDevicePluginOptions image?:text
struct ComponentHealthOptions <HealthMonitorOptions port?:number
struct ContainerDefaults command?:[text imagePullPolicy?:ImagePullPolicy livenessProbe?:Probe postStart?:LifecycleHook
 preStop?:LifecycleHook readinessProbe?:Probe resources?:Resources securityContext?:ContainerSecurity startupProbe?:Probe
enum ContainerLogFiles "current" "currentAndRotated"
enum ContainerLogFormat "cri" "docker"
struct ContainerLogsOptions containers?:[text excludeContainers?:[text excludeNamespaces?:[text files?:ContainerLogFiles
 format?:ContainerLogFormat includeOwnLogs?:boolean jsonField?:text multiline?:[MultilineLogs name?:text namespaces?:[text
 parseJson?:boolean podLabels?:{late readFromBeginning?:boolean
struct ContainerOptions apiAccess?:boolean args?:[text command?:[text env?:{EnvValue envFrom?:[EnvSource files?:[AgentFile
 grants?:[ApiGrant hostPaths?:[HostPath imagePullPolicy?:ImagePullPolicy livenessProbe?:Probe overrides?:{any ports?:[Port
 postStart?:LifecycleHook preStop?:LifecycleHook readinessProbe?:Probe resources?:Resources securityContext?:ContainerSecurity
 startupProbe?:Probe volumeMounts?:[VolumeMount workingDir?:late
struct ContainerProps <ContainerOptions image:text name:text
class ContainerSecurity
static leastPrivilege options?:ContainerSecurityOptions
static nonRoot user:number options?:ContainerSecurityOptions
static root reason:text options?:RootSecurityOptions
static privileged reason:text options?:PrivilegedSecurityOptions
static of options:ExactContainerSecurity
static none
static windowsHostProcess userName:text reason:text
static windowsUser userName:text
struct ContainerSecurityOptions appArmor?:SecurityProfile group?:number seccomp?:SecurityProfile seLinux?:SeLinuxOptions
 writableRootFilesystem?:boolean
struct CsiContainerProps <ContainerProps hostAccess?:[CsiHostAccess mounts?:CsiMounts runsFirst?:boolean usesSocket?:boolean
class CsiController
struct CsiControllerOptions <CsiPodOptions attacher?:CsiSidecar expandsOnline?:boolean groupSnapshots?:boolean image?:text
 livenessPort?:number modifiesVolumes?:boolean overrides?:{any provisioner?:CsiSidecar readsSecrets?:boolean replicas?:number
 resizer?:CsiSidecar resources?:Resources snapshotter?:CsiSidecar
struct CsiControllerProps <ClusterAgentOptions driver:CsiDriver attacher?:CsiSidecar cloudIdentity?:CloudIdentity kubeletDirectory?:text
 liveness?:CsiLiveness livenessPort?:number provisioner?:CsiSidecar resizer?:CsiSidecar seLinux?:CsiSeLinux snapshotter?:CsiSidecar
class CsiDriver
static of options:CsiDriverOptions
static nfs options?:NfsCsiDriverOptions
static awsEbs options?:AwsEbsCsiDriverOptions
static awsEfs options?:AwsEfsCsiDriverOptions
static secretsStore options?:SecretsStoreCsiDriverOptions
static mountpointS3 options?:MountpointS3CsiDriverOptions
static cephRbd options?:CephRbdCsiDriverOptions
static cephFs options?:CephFsCsiDriverOptions
static azureDisk options?:AzureDiskCsiDriverOptions
static azureFile options?:AzureFileCsiDriverOptions
static gcePersistentDisk options?:GcePersistentDiskCsiDriverOptions
static hostPath options?:HostPathCsiDriverOptions
static smb options?:SmbCsiDriverOptions
class CsiDriverObject
static managed options?:CsiDriverObjectOptions
static unmanaged
struct CsiDriverObjectOptions attachRequired?:boolean fsGroupPolicy?:FsGroupPolicy nodeAllocatableUpdatePeriod?:cdk8s.Duration
 openShiftEphemeralProfile?:PodSecurityLevel podInfoOnMount?:boolean preventPodSchedulingIfMissing?:boolean requiresRepublish?:boolean
 seLinuxMount?:boolean serviceAccountTokenInSecrets?:boolean storageCapacity?:boolean tokenRequests?:[CsiTokenRequestOptions
 volumeLifecycleModes?:[VolumeLifecycleMode
struct CsiDriverOptions <CommonCsiDriverOptions <CsiPodOptions image:text name:text controller?:CsiControllerOptions
 driverObject?:CsiDriverObjectOptions mountsDieWithPod?:boolean nodeIdVariable?:text removesStartupTaint?:boolean socket?:CsiSocket
 virtualNodes?:VirtualNodes windows?:CsiWindowsOptions
struct CsiDriverPresetOptions <CommonCsiDriverOptions extraArgs?:[text extraControllerArgs?:[text image?:text version?:text
class CsiGrant
static taintRemoval
static drainHook
static readSecrets
static nodeTopology
static volumeLimits
static of apiGrants:[ApiGrant
class CsiHostAccess
static blockDevices
static deviceTree
static kernelModules
static udev
static mountTable
static seLinux
static hostRoot
static of hostPaths:[HostPath
class CsiLiveness
static sidecar options?:CsiLivenessOptions
static none
struct CsiLivenessOptions <CsiSidecarOptions failureThreshold?:number initialDelay?:cdk8s.Duration period?:cdk8s.Duration
 readiness?:CsiReadinessOptions timeout?:cdk8s.Duration
class CsiMounts
static podVolumes
static stagedVolumes
static pluginVolumes
static kubeletDirectory
static of directories:[text
class CsiNodePlugin
struct CsiNodePluginProps <AgentOptions driver:CsiDriver cloudIdentity?:CloudIdentity driverObject?:CsiDriverObject kubeletDirectory?:text
 liveness?:CsiLiveness registrar?:CsiSidecarOptions seLinux?:CsiSeLinux
struct CsiPodOptions args?:[text command?:[text containers?:[CsiContainerProps dns?:Dns env?:{EnvValue features?:[IAgentFeature
 grants?:[CsiGrant hostAccess?:[CsiHostAccess hostNamespaces?:[HostNamespace liveness?:CsiLiveness livenessProbe?:Probe mounts?:CsiMounts
 podSecurityContext?:PodSecurityContext ports?:[Port preStop?:LifecycleHook privilegedReason?:text readinessProbe?:Probe
 readOnlyRootFilesystem?:boolean securityContext?:ContainerSecurity startupProbe?:Probe terminationGracePeriod?:cdk8s.Duration
struct CsiReadinessOptions failureThreshold?:number initialDelay?:cdk8s.Duration period?:cdk8s.Duration timeout?:cdk8s.Duration
class CsiSeLinux
static notEnforced
static processType seLinuxType:text
static privilegedSidecars
class CsiSidecar
static of options?:CsiSidecarOptions
static none
struct CsiSidecarImages attacher?:text livenessProbe?:text provisioner?:text registrar?:text resizer?:text snapshotter?:text
struct CsiSidecarOptions extraArgs?:[text image?:text overrides?:{any resources?:Resources
class CsiSnapshotClass
struct CsiSnapshotClassProps driver:CsiDriver annotations?:{late deletionPolicy?:ReclaimPolicy isDefault?:boolean labels?:{late name?:text
 parameters?:{text
class CsiSocket
static mountedAt directory:text fileName?:text
static atHostPath fileName?:text
class CsiStorageClass
struct CsiStorageClassProps driver:CsiDriver allowedTopologies?:{[text allowVolumeExpansion?:boolean annotations?:{late isDefault?:boolean
 labels?:{late mountOptions?:[text name?:text parameters?:CsiVolumeParameters reclaimPolicy?:ReclaimPolicy
 volumeBindingMode?:VolumeBindingMode
struct CsiTokenRequestOptions audience:text expiration?:cdk8s.Duration
class CsiVolumeParameters
static of parameters:{text
static nfs options:NfsVolumeParameters
static awsEbs options?:AwsEbsVolumeParameters
static awsEbsSnapshots options?:AwsEbsSnapshotParameters
static awsEfs options:AwsEfsVolumeParameters
static cephRbd options:CephRbdVolumeParameters
static cephFs options:CephFsVolumeParameters
static cephSnapshots options:CephSnapshotParameters
static azureDisk options?:AzureDiskVolumeParameters
static azureDiskSnapshots options?:AzureDiskSnapshotParameters
static azureFile options?:AzureFileVolumeParameters
static azureFileSnapshots options?:AzureFileSnapshotParameters
static gcePersistentDisk options?:GcePersistentDiskVolumeParameters
static gcePersistentDiskSnapshots options?:GcePersistentDiskSnapshotParameters
static hostPath options?:HostPathVolumeParameters
static smb options:SmbVolumeParameters
class CsiWindowsNodePlugin
struct CsiWindowsNodePluginProps <AgentOptions driver:CsiDriver cloudIdentity?:CloudIdentity kubeletDirectory?:text
 registrar?:CsiSidecarOptions
struct CsiWindowsOptions args?:[text command?:[text env?:{EnvValue grants?:[CsiGrant image?:text livenessPort?:number overrides?:{any
 preStop?:LifecycleHook resources?:Resources userName?:text
struct CustomResourceGaugeOptions <CustomResourceMetricOptions labelFromKey?:text nilIsZero?:boolean valueFrom?:[text
struct CustomResourceInfoOptions <CustomResourceMetricOptions labelFromKey?:text
class CustomResourceMetric
static gauge name:text options?:CustomResourceGaugeOptions
static info name:text options?:CustomResourceInfoOptions
static stateSet name:text options:CustomResourceStateSetOptions
struct CustomResourceMetricOptions help?:text labelsFromPath?:{[text path?:[text
class CustomResourceMetrics
static of options:CustomResourceMetricsOptions
struct CustomResourceMetricsOptions group:text kind:text metrics:[CustomResourceMetric plural:text version:text clusterScoped?:boolean
 commonLabels?:{late labelsFromPath?:{[text metricNamePrefix?:text
struct CustomResourceStateSetOptions <CustomResourceMetricOptions labelName:text states:[text valueFrom?:[text
`;
