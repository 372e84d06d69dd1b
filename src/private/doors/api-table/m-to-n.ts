// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const M_TO_N = `
class Manifests
static ofChart chart:cdk8s.Chart
static ofApp app:cdk8s.App
static parse yamlText:text
method resourceCountIs kind:text count:number
method hasResource kind:text pattern?:pattern
method hasNoResource kind:text pattern?:pattern
method allResources kind:text pattern?:pattern
method findResources kind:text pattern?:pattern =[any
method resource kind:text name:text =any
method daemonSet name?:text =DaemonSetView
method bootsOn nodes:[SimulatedNode
method bootOrder nodes:[SimulatedNode =[text
method canReplace previousYaml:text
method hasNoFindings options?:FindingsOptions
method toSnapshot options?:SnapshotOptions =text
class Match
static objectLike pattern?:pattern
static objectEquals pattern?:pattern
static listWith entries?:pattern
static listEquals entries?:pattern
static absent
static anyValue
static not pattern?:pattern
static quantity amount:text
static regexp expression:text
static serializedJson pattern?:pattern
static serializedYaml pattern?:pattern
class MetalLb
class MetalLbBgp
static native
static frrK8s namespace:text
struct MetalLbControllerOptions nodes?:NodeCoverage resources?:Resources
enum MetalLbLogLevel "all" "debug" "info" "warn" "error" "none"
struct MetalLbProps <NetworkAgentOptions announceOnExcludedNodes?:boolean bgp?:MetalLbBgp controller?:MetalLbControllerOptions
 excludedInterfaces?:[text healthPort?:number loadBalancerClass?:text logLevel?:MetalLbLogLevel memberlist?:boolean memberlistPort?:number
 metricsPort?:number repository?:text scraping?:MetricsScraping version?:text
struct MetricsAlertOptions alertLabels?:{late labels?:{late
class MetricsAlerts
static prometheusRule options?:MetricsAlertOptions
static none
class MetricsExporter
struct MetricsExporterProps <AgentOptions alerts?:MetricsAlerts args?:[text exporter?:Exporter listenOnEveryAddress?:boolean
 livenessProbe?:Probe overrides?:{any poolOptions?:{MetricsPoolOptions port?:number protection?:MetricsProtection readinessProbe?:Probe
 resources?:Resources scaleDownEviction?:boolean scraping?:MetricsScraping securityContext?:ContainerSecurity
struct MetricsPoolOptions args?:[text exporter?:Exporter
class MetricsProtection
static none
static kubeRbacProxy options?:KubeRbacProxyOptions
static tls secretName:text options?:MetricsTlsOptions
static webConfig secretName:text options?:MetricsWebConfigOptions
class MetricsScraping
static serviceMonitor options?:PrometheusMonitorOptions
static podMonitor options?:PrometheusMonitorOptions
static none
struct MetricsTlsOptions certificateKey?:text clientCaKey?:text privateKeyKey?:text
struct MetricsWebConfigOptions https?:boolean key?:text
class Microk8sNodes
static controlPlane =SimulatedNode
static worker =SimulatedNode
static all =[SimulatedNode
enum MigStrategy "none" "single" "mixed"
enum MountPropagation "None" "HostToContainer" "Bidirectional"
struct MountpointS3CsiDriverOptions <CsiDriverPresetOptions controllerResources?:Resources env?:{EnvValue keepsSystemdMounts?:boolean
 logVerbosity?:number mountNamespace?:text mountPodLabels?:{late openShift?:boolean removesStartupTaint?:boolean
class MultilineLogs
static java
static python
static goLang
static ruby
static startingWith pattern?:pattern
class Multus
enum MultusLogLevel "debug" "verbose" "error" "panic"
struct MultusProps <NetworkAgentOptions extraConfig?:{any image?:text logLevel?:MultusLogLevel namespaceIsolation?:boolean
 readinessIndicatorFile?:text sharedNamespaces?:[text
class NameFilter
static excludingAlso patterns:[text
static excluding patterns:[text
static only patterns:[text
static exporterDefault
struct NetworkAgentOptions <AgentOptions apiServer?:ApiServerAddress env?:{EnvValue overrides?:{any resources?:Resources
struct NfsCsiDriverOptions <CsiDriverPresetOptions controllerResources?:Resources logVerbosity?:number mountPermissions?:number name?:text
enum NfsOnDelete "delete" "retain" "archive"
struct NfsVolumeParameters server:text share:text mountPermissions?:number onDelete?:NfsOnDelete subDirectory?:text
class NodeAgent
method findObject kind:text =cdk8s.ApiObject
method addFeature feature:IAgentFeature
struct NodeAgentProps <AgentOptions <OwnContainerOptions
struct NodeAllocatable cpu?:text ephemeralStorage?:text extended?:{text memory?:text pods?:number
enum NodeCardinality "minimal" "standard" "full"
class NodeCollectors
static standard changes?:NodeCollectorsOptions
static upstream changes?:NodeCollectorsOptions
static essential changes?:NodeCollectorsOptions
static only names:[text
struct NodeCollectorsOptions disabled?:[text enabled?:[text
class NodeCoverage
static linux options?:NodeCoverageOptions
static workers options?:NodeCoverageOptions
static controlPlane options?:NodeCoverageOptions
static windows options?:NodeCoverageOptions
static labelled labels:{text options?:LabelledNodeCoverageOptions
static matching expressions:[NodeExpression options?:LabelledNodeCoverageOptions
static anyOf terms:[NodeTerm options?:LabelledNodeCoverageOptions
static named names:[text options?:LabelledNodeCoverageOptions
static exactly rules:ExactNodeCoverage
struct NodeCoverageOptions architectures?:[text tolerations?:[Toleration virtualNodes?:VirtualNodes
struct NodeExporterOptions cardinality?:NodeCardinality collectors?:NodeCollectors diskDevices?:NameFilter filesystemTypes?:NameFilter
 hostNetwork?:boolean hostRoot?:boolean image?:text mountPoints?:NameFilter mountPropagation?:MountPropagation mountTimeout?:cdk8s.Duration
 networkDevices?:NameFilter networkFilesystems?:boolean textfileDirectory?:text version?:text
class NodeExpression
static oneOf key:text values:[text
static noneOf key:text values:[text
static exists key:text
static doesNotExist key:text
static greaterThan key:text bound:number
static lessThan key:text bound:number
class NodeFeatureDiscovery
struct NodeFeatureDiscoveryProps <AgentOptions config?:{any garbageCollector?:FeatureCollectorOptions image?:text interval?:cdk8s.Duration
 master?:FeatureMasterOptions overrides?:{any pciDeviceClasses?:[text pciLabelFields?:[PciLabelField port?:number resources?:Resources
 securityContext?:ContainerSecurity sources?:[FeatureSource
class NodeLocalDns
struct NodeLocalDnsProps <AgentOptions clusterDnsAddress?:text clusterDnsLabels?:{late clusterDomain?:text extraConfig?:text image?:text
 localAddress?:text metricsPort?:number overrides?:{any resources?:Resources scraping?:MetricsScraping stubDomains?:{[text
 upstreamServers?:[text
class NodeLog
static kernel
static journal identifier:text
static file path:text options:NodeLogFileOptions
struct NodeLogFileOptions timestamp:text timestampFormat:text message?:text
class NodePlatform
static eks
static eksBottlerocket
static eksAuto
static gke
static gkeAutopilot
static aks
static aksWindows
static openShift
static k3s
static rke2
static k0s
static microk8s
static talos
static kubeadm
static kind
static named id:text
static of options:NodePlatformOptions
struct NodePlatformOptions name:text basedOn?:NodePlatform cniBinaryDirectory?:text cniConfigurationDirectory?:text
 containerdDirectory?:text kubeletDirectory?:text seLinuxType?:text virtualNodes?:VirtualNodes writableDirectories?:[text
class NodePool
static of name:text options:NodePoolOptions
static canary name:text options:NodePoolOptions
static rest
struct NodePoolOptions nodes:NodeCoverage args?:[text env?:{EnvValue features?:[IAgentFeature files?:[AgentFile identity?:AgentIdentity
 image?:text podAnnotations?:{late podLabels?:{late priority?:Priority resources?:Resources rollout?:Rollout runtimeClassName?:text
 terminationGracePeriod?:cdk8s.Duration tolerations?:[Toleration
enum NodePressure "MemoryPressure" "DiskPressure" "PIDPressure"
struct NodeProblemCondition healthyReason:text type:text healthyMessage?:text
class NodeProblemDetector
struct NodeProblemDetectorProps <AgentOptions alerts?:MetricsAlerts eventNamespace?:text image?:text livenessProbe?:Probe overrides?:{any
 port?:number problemMonitors?:[NodeProblemMonitor readinessProbe?:Probe reportConditions?:boolean reportEvents?:boolean
 resources?:Resources scraping?:MetricsScraping securityContext?:ContainerSecurity startupProbe?:Probe version?:text
class NodeProblemMonitor
static kernel
static readonlyFilesystem
static docker
static systemd
static abrt
static frequentRestarts
static kubeletHealth options?:ComponentHealthOptions
static kubeProxyHealth options?:ComponentHealthOptions
static containerRuntimeHealth options?:RuntimeHealthOptions
static systemStats options?:SystemStatsOptions
static log name:text options:LogMonitorOptions
static plugin name:text options:PluginMonitorOptions
struct NodeProblemRule pattern?:pattern reason:text condition?:NodeProblemCondition
class NodeTaint
static noSchedule key:text value?:text
static noExecute key:text value?:text
static preferNoSchedule key:text value?:text
class NodeTerm
static labelled labels:{text
static matching expressions:[NodeExpression
static named nodeName:text
class NodeTuning
struct NodeTuningProps <AgentOptions sysctls:[Sysctl image?:text pauseImage?:text resources?:Resources securityContext?:ContainerSecurity
 setterResources?:Resources setterSecurityContext?:ContainerSecurity
struct NonRootLogAccessOptions initImage?:text stateIsPrepared?:boolean
enum NvidiaDeviceList "envvar" "volume-mounts" "cdi-annotations" "cdi-cri"
struct NvidiaDevicePluginOptions <CommonDevicePluginOptions config?:{any deviceLists?:[NvidiaDeviceList driverRoot?:text
 failOnInitError?:boolean featureDiscovery?:GpuFeatureDiscovery migStrategy?:MigStrategy passDeviceSpecs?:boolean sharing?:NvidiaSharing
class NvidiaSharing
static none
static timeSlicing replicas:{number options?:TimeSlicingOptions
`;
