// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const S_TO_Z = `
struct S3DestinationOptions <LogDestinationOptions auth:DestinationAuth bucket:text compression?:LogCompression endpoint?:text
 keyPrefix?:text objectSize?:cdk8s.Size storageClass?:text tls?:DestinationTlsOptions uploadInterval?:cdk8s.Duration
struct SeLinuxOptions level?:text role?:text type?:text user?:text
struct SearchDestinationOptions <RemoteDestinationOptions idsFromContent?:boolean pipeline?:text replaceDots?:boolean
class SearchIndex
static dataStream stream:text
static daily prefix:text options?:DailyIndexOptions
static named index:text
class SecretKey
static of secretName:text key:text
static fromSecret secret:cdk8s-plus-28.ISecret key:text
struct SecretsStoreAwsProviderOptions env?:{EnvValue extraArgs?:[text fips?:boolean image?:text region?:text resources?:Resources
 version?:text
struct SecretsStoreCsiDriverOptions <CsiDriverPresetOptions awsProvider?:SecretsStoreAwsProviderOptions env?:{EnvValue logVerbosity?:number
 metricsPort?:number providerDirectories?:[text providerHealthCheckInterval?:cdk8s.Duration rotationInterval?:cdk8s.Duration
 syncsSecrets?:boolean tokenAudiences?:[text tokensInSecrets?:boolean
class SecurityProfile
static runtimeDefault
static unconfined
static localhost profile:text
class SimulatedNode
static linux name?:text options?:SimulatedNodeOptions
static arm64 name?:text options?:SimulatedNodeOptions
static windows name?:text options?:SimulatedNodeOptions
static controlPlane name?:text options?:SimulatedNodeOptions
static gpu name?:text options?:SimulatedNodeOptions
static virtualKubelet name?:text options?:SimulatedNodeOptions
static fromManifest manifest:any
static fromManifests list:any =[SimulatedNode
method named name:text =SimulatedNode
method times count:number =[SimulatedNode
method withLabels labels:{text =SimulatedNode
method withoutLabel key:text =SimulatedNode
method withTaint taint:NodeTaint =SimulatedNode
method withoutTaint key:text =SimulatedNode
method withAllocatable allocatable:NodeAllocatable =SimulatedNode
method underPressure pressure:NodePressure =SimulatedNode
struct SimulatedNodeOptions allocatable?:NodeAllocatable labels?:{text taints?:[NodeTaint
struct SmartctlExporterOptions devices?:NameFilter image?:text interval?:cdk8s.Duration version?:text
struct SmbCsiDriverOptions <CsiDriverPresetOptions controllerResources?:Resources inlineVolumes?:boolean kerberos?:boolean
 logVerbosity?:number metrics?:boolean name?:text onDelete?:SmbOnDelete windowsImage?:text
enum SmbOnDelete "delete" "retain" "archive"
struct SmbVolumeParameters secretName:text secretNamespace:text source:text makesDirectories?:boolean onDelete?:SmbOnDelete
 subDirectory?:text
struct SnapshotOptions kinds?:[text maskChecksums?:boolean maskImages?:boolean
struct SplunkHecDestinationOptions <EndpointDestinationOptions token:SecretKey index?:text source?:text sourceType?:text
class StateDirectory
static ownedBy path:text user:number options?:StateDirectoryOptions
method contribute plan:AgentPlan
struct StateDirectoryOptions image?:text mountPath?:text volumeName?:text
struct StdoutDestinationOptions inputs?:[text name?:text when?:LogCondition
class Sysctl
static of name:text value:text options?:SysctlOptions
static maxMapCount count:number
static inotifyInstances count:number
static inotifyWatches count:number
struct SysctlOptions optional?:boolean
struct SyslogDestinationOptions <LogDestinationOptions url:text appName?:text facility?:number format?:SyslogFormat maxSize?:cdk8s.Size
 severity?:number tls?:DestinationTlsOptions
enum SyslogFormat "rfc5424" "rfc3164"
enum SystemStatsGroup "cpu" "disk" "memory" "net"
struct SystemStatsOptions groups?:[SystemStatsGroup interval?:cdk8s.Duration
struct SystemdExporterOptions image?:text units?:NameFilter version?:text
enum TaintEffect "NoSchedule" "PreferNoSchedule" "NoExecute"
class TalosNodes
static controlPlane =SimulatedNode
static worker =SimulatedNode
static all =[SimulatedNode
class TargetCluster
static configure scope:constructs.IConstruct options:TargetClusterOptions
static of scope:constructs.IConstruct
struct TargetClusterOptions featureFlags?:{boolean imageRegistry?:text kubeletDirectory?:text kubernetesVersion?:KubernetesVersion
 platform?:NodePlatform
struct TcpProbeOptions <ProbeOptions host?:text
struct TimeSlicingOptions failRequestsGreaterThanOne?:boolean rename?:boolean
class Toleration
static everything
static effect effect:TaintEffect
static controlPlane
static exists key:text options?:TolerationOptions
static withValue key:text value:text options?:TolerationOptions
struct TolerationOptions effect?:TaintEffect tolerationSeconds?:number
struct VectorDestinationOptions <EndpointDestinationOptions
struct VectorExtraConfigOptions allowUnknownKeys?:boolean global?:{any sinks?:{any sources?:{any transforms?:{any
enum VectorLogLevel "off" "error" "warn" "info" "debug" "trace"
struct VectorOptions apiPort?:number configOverrides?:{any extraConfig?:VectorExtraConfigOptions image?:text listenAddress?:text
 logLevel?:VectorLogLevel shutdownGrace?:cdk8s.Duration threads?:number version?:text wholeConfig?:{any
class VirtualNodes
static excluded options?:VirtualNodesOptions
static included
struct VirtualNodesOptions eksAutoMode?:boolean eksHybridNodes?:boolean
class Volume
static emptyDir name:text options?:EmptyDirOptions
static configMap name:text configMapName:text options?:KeyedVolumeOptions
static secret name:text secretName:text options?:KeyedVolumeOptions
static fromConfigMap name:text configMap:cdk8s-plus-28.IConfigMap options?:KeyedVolumeOptions
static fromSecret name:text secret:cdk8s-plus-28.ISecret options?:KeyedVolumeOptions
static persistentVolumeClaim name:text claim:cdk8s-plus-28.IPersistentVolumeClaim
static raw name:text source:{any
enum VolumeBindingMode "Immediate" "WaitForFirstConsumer"
enum VolumeLifecycleMode "Persistent" "Ephemeral"
class VolumeMount
static of volume:Volume path:text options?:VolumeMountOptions
struct VolumeMountOptions propagation?:MountPropagation readOnly?:boolean subPath?:text subPathExpr?:text
struct WindowsExporterOptions collectors?:[text firewallRule?:boolean image?:text services?:NameFilter textfileDirectory?:text
 version?:text
struct WorkloadOptions annotateReasons?:boolean annotations?:{late containers?:[ContainerProps dns?:Dns enableServiceLinks?:boolean
 features?:[IAgentFeature hostNamespaces?:[HostNamespace hostUsers?:boolean identity?:AgentIdentity imagePullSecrets?:[text
 initContainers?:[ContainerProps labels?:{late monitors?:[PrometheusMonitor name?:text namespace?:text networkPolicies?:[AgentNetworkPolicy
 openShift?:OpenShiftAccess podAnnotations?:{late podLabels?:{late podOverrides?:{any podSecurityContext?:PodSecurityContext
 priority?:Priority rollOnFileChange?:boolean runtimeClassName?:text serviceAccount?:AgentServiceAccount services?:[AgentService
 shareProcessNamespace?:boolean sidecars?:[ContainerProps specOverrides?:{any terminationGracePeriod?:cdk8s.Duration
`;
