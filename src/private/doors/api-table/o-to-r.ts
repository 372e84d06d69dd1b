// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const O_TO_R = `
struct OAuth2AuthOptions audience?:text scope?:text
struct OpenSearchDestinationOptions <SearchDestinationOptions index?:SearchIndex
class OpenShiftAccess
static own options?:OpenShiftAccessOptions
static existing name:text options?:OpenShiftAccessOptions
static none
struct OpenShiftAccessOptions seLinuxType?:text
class OpenShiftNodes
static controlPlane =SimulatedNode
static worker =SimulatedNode
static infra =SimulatedNode
static all =[SimulatedNode
struct OpenTelemetryCollectorOptions command?:text configOverrides?:{any extraConfig?:OpenTelemetryExtraConfigOptions featureGates?:[text
 healthPort?:number image?:text logLevel?:OpenTelemetryLogLevel syncState?:boolean version?:text wholeConfig?:{any
struct OpenTelemetryExtraConfigOptions allowUnknownComponents?:boolean connectors?:{any exporters?:{any extensions?:{any pipelines?:{any
 processors?:{any receivers?:{any
enum OpenTelemetryLogLevel "error" "warn" "info" "debug"
enum OperatingSystem "linux" "windows"
struct OtherExporterOptions application:text image:text port:number args?:[text env?:{EnvValue files?:[AgentFile healthPath?:text
 hostPaths?:[HostPath listenFlag?:text metricsPath?:text nodes?:NodeCoverage webConfigFlag?:text
struct OtlpDestinationOptions <RemoteDestinationOptions <DestinationHeaderOptions bodyField?:text resourceAttributes?:{text
struct OtlpGrpcDestinationOptions <OtlpDestinationOptions
struct OtlpHttpDestinationOptions <OtlpDestinationOptions
struct OwnContainerOptions <ContainerOptions image:text containerName?:text
enum PciLabelField "class" "vendor" "device" "subsystem_vendor" "subsystem_device"
class Plan
static between old:Manifests next:Manifests options?:PlanOptions
struct PlanOptions nodes?:[SimulatedNode prune?:boolean
struct PluginMonitorOptions reason:text script:text args?:[text condition?:NodeProblemCondition hostNetwork?:boolean
 interval?:cdk8s.Duration timeout?:cdk8s.Duration
struct PodDefaults dns?:Dns podSecurityContext?:PodSecurityContext priority?:Priority runtimeClassName?:text
 terminationGracePeriod?:cdk8s.Duration
enum PodField "spec.nodeName" "status.hostIP" "status.hostIPs" "metadata.name" "metadata.namespace" "metadata.uid" "status.podIP"
 "status.podIPs" "spec.serviceAccountName"
class PodSecurityContext
static of options:PodSecurityContextOptions
static runtimeDefault
static root reason:text options?:RootPodSecurityOptions
static windowsHostProcess userName:text reason:text
static none
struct PodSecurityContextOptions appArmor?:SecurityProfile fsGroup?:number group?:number runAsNonRoot?:boolean seccomp?:SecurityProfile
 seLinux?:SeLinuxOptions supplementalGroups?:[number sysctls?:{late user?:number
enum PodSecurityLevel "restricted" "baseline" "privileged"
struct PodSecurityOptions kubernetesVersion?:text
class PodSpread
static acrossNodes
static acrossZones
static strictlyAcrossNodes
static clusterDefault
class Port
static container name:text port:number options?:PortOptions
static host name:text port:number options?:HostPortOptions
static undeclared name:text port:number address:text options?:PortOptions
struct PortOptions protocol?:Protocol
class Priority
static systemNodeCritical
static systemClusterCritical
static named className:text
static dedicated value:number
static dedicatedWithoutPreemption value:number
static none
struct Privilege name:text reason:text container?:text
struct PrivilegedSecurityOptions group?:number readOnlyRootFilesystem?:boolean seLinux?:SeLinuxOptions
class Probe
static http path:text port:Port options?:HttpProbeOptions
static tcp port:Port options?:TcpProbeOptions
static grpc port:Port options?:GrpcProbeOptions
static exec command:[text options?:ProbeOptions
static none
struct ProbeOptions failureThreshold?:number initialDelay?:cdk8s.Duration period?:cdk8s.Duration successThreshold?:number
 terminationGracePeriod?:cdk8s.Duration timeout?:cdk8s.Duration
struct ProcessExporterOptions groups?:[ProcessGroup image?:text readsAllProcesses?:boolean threads?:boolean version?:text
struct ProcessGroup commandLines?:[text commands?:[text executables?:[text name?:text
class PrometheusMonitor
static podMonitor port:Port options?:PrometheusMonitorOptions
static serviceMonitor port:Port options?:PrometheusMonitorOptions
struct PrometheusMonitorOptions bearerToken?:boolean endpointOverrides?:{any honorLabels?:boolean insecureHttps?:boolean
 interval?:cdk8s.Duration labels?:{late metricRelabelings?:[any name?:text nodeLabels?:boolean overrides?:{any path?:text relabelings?:[any
 scrapeTimeout?:cdk8s.Duration
enum Protocol "TCP" "UDP" "SCTP"
class Quantity
static of text:text
static size size:cdk8s.Size
static cpu cpu:cdk8s-plus-28.Cpu
enum ReclaimPolicy "Delete" "Retain"
struct ReferencedFileOptions <AgentFileOptions optional?:boolean
struct RemoteDestinationOptions <EndpointDestinationOptions auth?:DestinationAuth
struct RequestBudgetOptions cpu?:text ephemeralStorage?:text memory?:text
class Resources
static of options:ResourcesOptions
static none
struct ResourcesOptions cpu?:text cpuLimit?:text ephemeralStorage?:text ephemeralStorageLimit?:text extended?:{text memory?:text
 memoryLimit?:text
class RetryPolicy
static unlimited
static times retries:number
static none
class Rke2Nodes
static server =SimulatedNode
static agent =SimulatedNode
static all =[SimulatedNode
struct RollingDeploymentOptions <ClusterWorkloadOptions maxSurge?:number maxUnavailable?:number
class Rollout
static percent percent:number options?:RolloutOptions
static count nodes:number options?:RolloutOptions
static surgePercent percent:number options?:RolloutOptions
static surgeCount nodes:number options?:RolloutOptions
static onDelete options?:RolloutOptions
static clusterDefault options?:RolloutOptions
struct RolloutMatchOptions maxSurge?:text maxUnavailable?:text minReadySeconds?:number strategy?:text
struct RolloutOptions minReady?:cdk8s.Duration revisionHistoryLimit?:number
struct RootPodSecurityOptions fsGroup?:number seccomp?:SecurityProfile seLinux?:SeLinuxOptions
struct RootSecurityOptions <ContainerSecurityOptions capabilities?:[Capability keepRuntimeCapabilities?:boolean
struct RuntimeHealthOptions <HealthMonitorOptions crictlPath?:text socketPath?:text
`;
