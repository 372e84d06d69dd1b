// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const D_TO_G = `
class DaemonSetView
method isLike pattern?:pattern
method runsOn node:SimulatedNode
method runsOnAll nodes:[SimulatedNode
method doesNotRunOn node:SimulatedNode
method explainPlacement node:SimulatedNode =[text
method mountsHostPath hostPath:text options?:HostPathMountOptions
method claimsHostPort port:number options?:HostPortClaimOptions
method rollsOut options?:RolloutMatchOptions
method rollsOutOn nodes:[SimulatedNode
method brokenRolloutStopsAfter count:number nodes:[SimulatedNode
method registersDriver options?:DriverRegistrationOptions
method explainRegistration options?:DriverRegistrationOptions =[text
method keepsMountsInUse nodes:[SimulatedNode
method worstCaseUnavailable nodeCount:number =number
method isPodSecurityLevel level:text options?:PodSecurityOptions
method meetsPodSecurityLevel level:text options?:PodSecurityOptions
method podSecurityViolations level:text options?:PodSecurityOptions =[text
method restartsWhenChanges kind:text name:text
method explainRestart kind:text name:text =[text
method canReplace previousYaml:text
method podChanges previousYaml:text =[text
method keepsPods previousYaml:text
method requestsAtMost budget:RequestBudgetOptions
method fleetRequests nodeCount:number ={text
method hasNoFindings options?:FindingsOptions
method hasFinding checkId:text options?:FindingsOptions
method isAcknowledged checkId:text options?:FindingsOptions
method findings options?:FindingsOptions =[text
struct DailyIndexOptions dateFormat?:text prefixFrom?:LogValue
struct DatadogDestinationOptions <LogDestinationOptions apiKey:SecretKey compression?:LogCompression service?:text site?:text source?:text
 tags?:{text
struct DcgmCounter field:text help?:text kind?:DcgmCounterKind
enum DcgmCounterKind "gauge" "counter" "label"
struct DcgmExporterOptions counters?:[DcgmCounter dynamicResourceAllocation?:boolean image?:text podLabels?:[late podUid?:boolean
 profiling?:boolean sharedGpus?:boolean version?:text
class DestinationAuth
static basic user:text password:SecretKey
static basicFrom userKey:SecretKey password:SecretKey
static bearer token:SecretKey
static apiKey encoded:SecretKey
static aws region:text options?:AwsAuthOptions
static awsKeys region:text accessKeyId:SecretKey secretAccessKey:SecretKey
static oauth2 tokenUrl:text clientId:text clientSecret:SecretKey options?:OAuth2AuthOptions
struct DestinationHeaderOptions headers?:{text secretHeaders?:{SecretKey
struct DestinationTlsOptions caCertificate?:CaCertificate clientCertificate?:SecretKey clientKey?:SecretKey insecureSkipVerify?:boolean
 serverName?:text
class DevicePlugin
class DevicePluginDriver
static nvidia options?:NvidiaDevicePluginOptions
static amd options?:AmdDevicePluginOptions
static intelGpu options?:IntelGpuPluginOptions
static of options:DevicePluginDriverOptions
struct DevicePluginDriverOptions image:text resourceNames:[text application?:text args?:[text command?:[text env?:{EnvValue
 features?:[IAgentFeature hostPaths?:[HostPath livenessProbe?:Probe nodeLabels?:{late nodes?:NodeCoverage ports?:[Port
 readinessProbe?:Probe securityContext?:ContainerSecurity
struct DevicePluginProps <AgentOptions plugin:DevicePluginDriver kubeletDirectory?:text overrides?:{any resources?:Resources
 securityContext?:ContainerSecurity
class DisruptionBudget
static maxUnavailable pods:number
static minAvailable pods:number
static none
class Dns
static cluster options?:DnsOptions
static clusterFirst options?:DnsOptions
static node options?:DnsOptions
static custom options:DnsOptions
struct DnsOptions nameservers?:[text options?:{late searches?:[text
struct DriverRegistrationOptions kubeletDirectory?:text
class EksNodes
static managed =SimulatedNode
static managedSpot =SimulatedNode
static managedArm64 =SimulatedNode
static bottlerocket =SimulatedNode
static gpu =SimulatedNode
static windows =SimulatedNode
static karpenter =SimulatedNode
static autoMode =SimulatedNode
static autoModeSystem =SimulatedNode
static hybrid =SimulatedNode
static fargate =SimulatedNode
static all =[SimulatedNode
struct ElasticsearchDestinationOptions <SearchDestinationOptions index?:SearchIndex
struct EmptyDirOptions inMemory?:boolean sizeLimit?:cdk8s.Size
struct EndpointDestinationOptions <LogDestinationOptions url:text compression?:LogCompression tls?:DestinationTlsOptions
struct EnvReferenceOptions optional?:boolean
class EnvSource
static configMap name:text options?:EnvSourceOptions
static fromConfigMap configMap:cdk8s-plus-28.IConfigMap options?:EnvSourceOptions
static secret name:text options?:EnvSourceOptions
static fromSecret secret:cdk8s-plus-28.ISecret options?:EnvSourceOptions
struct EnvSourceOptions optional?:boolean prefix?:text
class EnvValue
static of text:text
static field field:PodField
static podLabel key:text
static podAnnotation key:text
static resource resource:text divisor?:text
static secret secretName:text key:text options?:EnvReferenceOptions
static configMap configMapName:text key:text options?:EnvReferenceOptions
static fromSecret secret:cdk8s-plus-28.ISecret key:text
static fromConfigMap configMap:cdk8s-plus-28.IConfigMap key:text
static fromPlus env:cdk8s-plus-28.EnvValue
struct ExactContainerSecurity allowPrivilegeEscalation?:boolean appArmor?:SecurityProfile capabilities?:[Capability dropCapabilities?:[text
 group?:number privileged?:boolean readOnlyRootFilesystem?:boolean reason?:text runAsNonRoot?:boolean seccomp?:SecurityProfile
 seLinux?:SeLinuxOptions user?:number
struct ExactNodeCoverage nodeSelector?:{text terms?:[NodeTerm tolerations?:[Toleration
class ExceptionFile
static trivy path:text
static kyverno namespace?:text
class Exporter
static nodeExporter options?:NodeExporterOptions
static windows options?:WindowsExporterOptions
static dcgm options?:DcgmExporterOptions
static process options?:ProcessExporterOptions
static smartctl options?:SmartctlExporterOptions
static systemd options?:SystemdExporterOptions
static of options:OtherExporterOptions
struct FeatureCollectorOptions enabled?:boolean interval?:cdk8s.Duration nodes?:NodeCoverage resources?:Resources
struct FeatureMasterOptions deniedLabelNamespaces?:[text extraLabelNamespaces?:[text nodes?:NodeCoverage replicas?:number
 resources?:Resources taints?:boolean
enum FeatureSource "cpu" "custom" "kernel" "local" "memory" "network" "pci" "storage" "system" "usb"
struct FileDestinationOptions <StdoutDestinationOptions path:text rotateFiles?:number rotateSize?:cdk8s.Size
struct FileLogsOptions exclude?:[text hostPathType?:HostPathType multiline?:[MultilineLogs parser?:text readFromBeginning?:boolean
struct Finding fix:text what:text acknowledged?:text allowed?:text code?:text constructPath?:text container?:text given?:text level?:text
 object?:text page?:text path?:text refusedBy?:text
struct FindingsOptions kubernetesVersion?:text nodes?:[SimulatedNode
class FlannelBackend
static vxlan options?:FlannelVxlanOptions
static hostGateway
static wireguard options?:FlannelWireguardOptions
struct FlannelOptions backend?:FlannelBackend healthPort?:number image?:text interfaceReaching?:text interfaces?:[text ipv4?:boolean
 ipv6PodCidr?:text masquerade?:boolean nftables?:boolean pluginImage?:text podCidr?:text version?:text writesCniConfiguration?:boolean
struct FlannelVxlanOptions directRouting?:boolean mtu?:number port?:number vni?:number
struct FlannelWireguardOptions ipv6Port?:number mtu?:number port?:number
class FleetApp
method isInShard cluster:text =boolean
struct FleetAppProps <cdk8s.AppProps shard?:FleetShard
class FleetShard
static of index:number total:number
static parse text:text
static whole
method includes cluster:text =boolean
struct FluentBitExtraConfigOptions allowUnknownKeys?:boolean filters?:[any filtersBefore?:[any inputs?:[any multilineParsers?:[any
 outputs?:[any parsers?:[any
enum FluentBitLogLevel "off" "error" "warn" "info" "debug"
struct FluentBitOptions configOverrides?:{any extraConfig?:FluentBitExtraConfigOptions flushInterval?:cdk8s.Duration image?:text
 keepRejected?:cdk8s.Size listenAddress?:text logLevel?:FluentBitLogLevel parsers?:[FluentBitParser shutdownGrace?:cdk8s.Duration
 wholeConfig?:{any
class FluentBitParser
static regex parserName:text pattern?:pattern options?:FluentBitParserOptions
static json parserName:text options?:FluentBitParserOptions
static logfmt parserName:text options?:FluentBitParserOptions
static ltsv parserName:text options?:FluentBitParserOptions
struct FluentBitParserOptions keepTime?:boolean timeField?:text timeFormat?:text types?:{text
struct ForwardDestinationOptions <LogDestinationOptions url:text compression?:LogCompression sharedKey?:SecretKey tag?:text
 tls?:DestinationTlsOptions
enum FsGroupPolicy "ReadWriteOnceWithFSType" "File" "None"
enum GceDataCacheMode "writethrough" "writeback"
struct GcePersistentDiskCsiDriverOptions <CsiDriverPresetOptions controllerResources?:Resources credentialsSecret?:text dataCache?:boolean
 extraLabels?:{late logVerbosity?:number modifiesVolumes?:boolean removesStartupTaint?:boolean seLinuxMount?:boolean storagePools?:boolean
enum GcePersistentDiskFileSystem "ext4" "xfs" "ext3" "ntfs"
struct GcePersistentDiskSnapshotParameters imageFamily?:text labels?:{late storageLocation?:text type?:GceSnapshotType
enum GcePersistentDiskType "pd-balanced" "pd-ssd" "pd-standard" "pd-extreme" "hyperdisk-balanced" "hyperdisk-balanced-high-availability"
 "hyperdisk-extreme" "hyperdisk-throughput" "hyperdisk-ml"
struct GcePersistentDiskVolumeParameters confidential?:boolean dataCacheMode?:GceDataCacheMode dataCacheSize?:text
 fileSystem?:GcePersistentDiskFileSystem hardFailover?:boolean iops?:number kmsKey?:text labels?:{late regional?:boolean
 storagePools?:[text throughput?:number type?:GcePersistentDiskType
enum GceSnapshotType "snapshots" "images"
class GkeNodes
static standard =SimulatedNode
static spot =SimulatedNode
static gpu =SimulatedNode
static arm64 =SimulatedNode
static sandbox =SimulatedNode
static autopilot =SimulatedNode
static all =[SimulatedNode
class GpuFeatureDiscovery
static none
static nodeFeatures options?:GpuFeatureDiscoveryOptions
static featureFiles options?:GpuFeatureDiscoveryOptions
struct GpuFeatureDiscoveryOptions interval?:cdk8s.Duration resources?:Resources
class GpuNodes
static nvidia options?:GpuNodesOptions =NodeCoverage
static amd options?:GpuNodesOptions =NodeCoverage
static intel options?:GpuNodesOptions =NodeCoverage
struct GpuNodesOptions architectures?:[text everyNode?:boolean excludeGkeManaged?:boolean labels?:{late tolerations?:[Toleration
 virtualNodes?:VirtualNodes
struct GrpcProbeOptions <ProbeOptions service?:text
`;
