// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.

/** What every public factory, method and struct takes; read-table.ts explains the grammar. */
export const API_TABLE = `
class AgentContainer
method addEnv variable:text value:EnvValue
method addEnvFrom sources*:EnvSource
method addArgs args*:text
method addPorts ports*:Port
method addHostPaths hostPaths*:HostPath
method addVolumeMounts volumeMounts*:VolumeMount
method addFiles files*:AgentFile
method addGrants grants*:ApiGrant
method addCapabilities capabilities*:Capability
method addDefaults defaults:ContainerDefaults
class AgentFile
static text path:text content:text options?:AgentFileOptions
static produced path:text content:IFileContent options?:AgentFileOptions
static binary path:text base64:text options?:AgentFileOptions
static secret path:text secretName:text key:text options?:ReferencedFileOptions
static fromSecret path:text secret:cdk8s-plus-28.ISecret key:text options?:ReferencedFileOptions
static configMap path:text configMapName:text key:text options?:ReferencedFileOptions
static fromConfigMap path:text configMap:cdk8s-plus-28.IConfigMap key:text options?:ReferencedFileOptions
struct AgentFileOptions mode?:number single?:boolean
class AgentIdentity
static standard application:text
static labels labels:{text
class AgentNamespace
struct AgentNamespaceProps annotations?:{late labels?:{late minimumLevel?:PodSecurityLevel name?:text podSecurityVersion?:KubernetesVersion
class AgentNetworkPolicy
static of options:AgentNetworkPolicyOptions
struct AgentNetworkPolicyOptions egress?:[any ingressNamespaceLabels?:{late ingressPodLabels?:{late ingressPorts?:[Port name?:text
class AgentObject
static of props:AgentObjectProps
struct AgentObjectProps apiVersion:text kind:text annotations?:{late clusterScoped?:boolean fields?:{any labels?:{late name?:text
 namespace?:text
struct AgentOptions <WorkloadOptions nodes?:NodeCoverage pools?:[NodePool rollout?:Rollout
class AgentPlan
method addContainer container:ContainerProps =AgentContainer
method addInitContainer container:ContainerProps =AgentContainer
method addSidecar container:ContainerProps =AgentContainer
method findContainer name:text =AgentContainer
method addHostNamespace hostNamespace:HostNamespace
method addPodDefaults defaults:PodDefaults
method rollOn content:IFileContent
method addToleration toleration:Toleration
method addPodLabel key:text value:late
method addPodAnnotation key:text value:late
method addObject object:AgentObject
method addService service:AgentService
method addMonitor monitor:PrometheusMonitor
method addNetworkPolicy policy:AgentNetworkPolicy
method addError finding:Finding
method addCheck check:IAgentCheck
method acknowledge acknowledgement:CheckAcknowledgement
method requireVersion version:KubernetesVersion what:text alternative:text
class AgentReview
method findContainer name:text =any
method addError finding:Finding
class AgentService
static headless ports:[Port options?:AgentServiceOptions
static nodeLocal ports:[Port options?:AgentServiceOptions
static clusterIp ports:[Port options?:AgentServiceOptions
class AgentServiceAccount
static whenNeeded
static managed annotations?:{late
static named accountName:text
static fromPlus account:cdk8s-plus-28.IServiceAccount
static clusterDefault
struct AgentServiceOptions annotations?:{late labels?:{late name?:text
class AksNodes
static systemPool =SimulatedNode
static userPool =SimulatedNode
static spot =SimulatedNode
static gpu =SimulatedNode
static arm64 =SimulatedNode
static windows =SimulatedNode
static virtualNode =SimulatedNode
static all =[SimulatedNode
struct AmdDevicePluginOptions <CommonDevicePluginOptions healthCheckInterval?:cdk8s.Duration resourceNaming?:AmdResourceNaming
enum AmdResourceNaming "single" "mixed"
class ApiGrant
static clusterWide resources:[text verbs:[text options?:ApiGrantOptions
static inOwnNamespace resources:[text verbs:[text options?:ApiGrantOptions
static inNamespace namespace:text resources:[text verbs:[text options?:ApiGrantOptions
static nonResource urls:[text verbs:[text
static clusterRole name:text
static clusterRoleInNamespace name:text namespace:text
static readPods
static watchPods
static readNamespaces
static readNodes
static reviewAccess =[ApiGrant
struct ApiGrantOptions apiGroup?:text resourceNames?:[text
struct ApiMetadataOptions annotations?:boolean labels?:boolean namespaceAnnotations?:boolean namespaceLabels?:boolean
 ownerReferences?:boolean podAnnotationsDecide?:boolean
struct ApiServerAddress host:text port?:number
struct AuditLogsOptions name?:text path?:text
struct AwsAuthOptions externalId?:text roleArn?:text service?:text
class CaCertificate
static secret secretName:text key:text
static fromSecret secret:cdk8s-plus-28.ISecret key:text
static configMap configMapName:text key:text
static fromConfigMap configMap:cdk8s-plus-28.IConfigMap key:text
static pem text:text
class CalicoAddressDetection
static firstFound
static kubernetesInternalIp
static canReach address:text
static interfaces patterns:[text
static ranges ranges:[text
enum CalicoDataplane "iptables" "nftables" "ebpf"
class CalicoEncapsulation
static ipInIp
static ipInIpAcrossSubnets
static vxlan
static vxlanAcrossSubnets
static none
struct CalicoOptions addressDetection?:CalicoAddressDetection blockSize?:number dataplane?:CalicoDataplane
 encapsulation?:CalicoEncapsulation felix?:{text ipv6PodCidr?:text metricsPort?:number mtu?:number natOutgoing?:boolean podCidr?:text
 repository?:text typhaReplicas?:number version?:text wireguard?:boolean
class Capability
static add name:text reason:text
struct CheckAcknowledgement id:text reason:text container?:text path?:text
class Checks
static of scope:constructs.IConstruct
method acknowledge acknowledgement:CheckAcknowledgement
method annotateFor annotations:LinterAnnotations
method exceptionFile file:ExceptionFile =text
struct CiliumClusterPoolOptions ipv6MaskSize?:number ipv6Ranges?:[text maskSize?:number ranges?:[text
class CiliumIpam
static clusterPool options?:CiliumClusterPoolOptions
static kubernetes
struct CiliumNativeRoutingOptions ranges:[text autoDirectNodeRoutes?:boolean
struct CiliumOptions bandwidthManager?:boolean bpfMasquerade?:boolean clusterId?:number clusterName?:text devices?:[text exclusive?:boolean
 extraConfig?:{text hostFirewall?:boolean ipam?:CiliumIpam ipv6?:boolean kubeProxyReplacement?:boolean masquerade?:boolean
 metricsPort?:number mtu?:number operatorReplicas?:number policyEnforcement?:CiliumPolicyEnforcement repository?:text
 routing?:CiliumRouting startupTaintKey?:text version?:text wireguard?:boolean
enum CiliumPolicyEnforcement "default" "always" "never"
class CiliumRouting
static vxlan port?:number
static geneve port?:number
static native options:CiliumNativeRoutingOptions
struct CloudWatchDestinationOptions <LogDestinationOptions auth:DestinationAuth logGroup:text createGroup?:boolean logGroupFrom?:LogValue
 logStreamPrefix?:text retentionDays?:number
class ClusterAgent
method findObject kind:text =cdk8s.ApiObject
method addFeature feature:IAgentFeature
struct ClusterAgentOptions <WorkloadOptions autoscaled?:boolean disruptionBudget?:DisruptionBudget nodes?:NodeCoverage replicas?:number
 spread?:PodSpread workload?:ClusterWorkload
struct ClusterAgentProps <ClusterAgentOptions <OwnContainerOptions
class ClusterWorkload
static deployment options?:RollingDeploymentOptions
static recreatedDeployment options?:ClusterWorkloadOptions
static statefulSet options?:ClusterWorkloadOptions
struct ClusterWorkloadOptions minReady?:cdk8s.Duration revisionHistoryLimit?:number
class Cni
static calico options?:CalicoOptions
static cilium options?:CiliumOptions
static flannel options?:FlannelOptions
static of options:CniOptions
class CniInstallStep
static copyPrograms name:text image:text programs:[text
static writeConfiguration name:text image:text fileName:text configuration:text
static run container:ContainerProps
struct CniOptions <OwnContainerOptions name:text hostNetworkReason?:text install?:[CniInstallStep
class CniPlugin
struct CniPluginProps <NetworkAgentOptions network:Cni
struct CommonCsiDriverOptions livenessPort?:number overrides?:{any pluginDirectory?:text registrarPort?:number resources?:Resources
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
struct ContainerSecurityOptions <PrivilegedSecurityOptions appArmor?:SecurityProfile seccomp?:SecurityProfile
class CsiDriver
static of options:CsiDriverOptions
static nfs options?:NfsCsiDriverOptions
class CsiDriverObject
static managed options?:CsiDriverObjectOptions
static unmanaged
struct CsiDriverObjectOptions attachRequired?:boolean fsGroupPolicy?:FsGroupPolicy nodeAllocatableUpdatePeriod?:cdk8s.Duration
 podInfoOnMount?:boolean preventPodSchedulingIfMissing?:boolean requiresRepublish?:boolean seLinuxMount?:boolean
 serviceAccountTokenInSecrets?:boolean storageCapacity?:boolean tokenRequests?:[CsiTokenRequestOptions
 volumeLifecycleModes?:[VolumeLifecycleMode
struct CsiDriverOptions <CommonCsiDriverOptions image:text name:text args?:[text command?:[text dns?:Dns
 driverObject?:CsiDriverObjectOptions env?:{EnvValue features?:[IAgentFeature grants?:[CsiGrant hostAccess?:[CsiHostAccess
 hostNamespaces?:[HostNamespace mounts?:CsiMounts mountsDieWithPod?:boolean nodeIdVariable?:text ports?:[Port preStop?:LifecycleHook
 privilegedReason?:text readOnlyRootFilesystem?:boolean removesStartupTaint?:boolean
class CsiGrant
static taintRemoval
static drainHook
static readSecrets
static nodeTopology
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
 timeout?:cdk8s.Duration
class CsiMounts
static podVolumes
static stagedVolumes
static kubeletDirectory
class CsiNodePlugin
struct CsiNodePluginProps <AgentOptions driver:CsiDriver driverObject?:CsiDriverObject kubeletDirectory?:text liveness?:CsiLiveness
 registrar?:CsiSidecarOptions seLinux?:CsiSeLinux
class CsiSeLinux
static notEnforced
static processType seLinuxType:text
static privilegedSidecars
struct CsiSidecarOptions extraArgs?:[text image?:text overrides?:{any resources?:Resources
struct CsiTokenRequestOptions audience:text expiration?:cdk8s.Duration
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
static node options?:DnsOptions
static custom options:DnsOptions
struct DnsOptions nameservers?:[text options?:{late searches?:[text
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
 object?:text path?:text refusedBy?:text
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
struct HealthMonitorOptions interval?:cdk8s.Duration timeout?:cdk8s.Duration
class HostNamespace
static network reason:text
static pid reason:text
static ipc reason:text
class HostPath
static readOnly path:text options?:HostPathOptions
static readWrite path:text options?:HostPathOptions
static state path:text options?:HostPathOptions
static socket path:text options?:HostPathOptions
static device path:text options?:HostPathOptions
static file path:text options?:HostPathOptions
struct HostPathMountOptions container?:text mountPath?:text propagation?:text readOnly?:boolean type?:text
struct HostPathOptions mountPath?:text propagation?:MountPropagation recursiveReadOnly?:boolean subPath?:text type?:HostPathType
 volumeName?:text
enum HostPathType "" "Directory" "DirectoryOrCreate" "File" "FileOrCreate" "Socket" "CharDevice" "BlockDevice"
struct HostPortClaimOptions hostIp?:text protocol?:text
struct HostPortOptions <PortOptions hostIp?:text hostPort?:number
struct HttpDestinationOptions <RemoteDestinationOptions <DestinationHeaderOptions dateField?:text dateFormat?:LogDateFormat
 format?:HttpLogFormat method?:HttpLogMethod responseTimeout?:cdk8s.Duration
enum HttpLogFormat "json_lines" "json" "json_stream" "msgpack"
enum HttpLogMethod "POST" "PUT"
struct HttpProbeOptions <ProbeOptions headers?:{late host?:text https?:boolean
interface IAgentCheck check
interface IAgentFeature contribute
interface IFileContent text
enum ImagePullPolicy "Always" "IfNotPresent" "Never"
class ImageReference
static parse text:text
static of parts:ImageReferenceParts
method inRegistry registry:text =ImageReference
struct ImageReferenceParts repository:text digest?:text registry?:text tag?:text
enum IntelAllocationPolicy "none" "balanced" "packed"
struct IntelGpuPluginOptions <CommonDevicePluginOptions allocationPolicy?:IntelAllocationPolicy allowedDeviceIds?:[text
 deniedDeviceIds?:[text monitoring?:boolean sharedDevices?:number
struct JournalLogsOptions directory?:text name?:text readFromBeginning?:boolean units?:[text
class K0sNodes
static controller =SimulatedNode
static worker =SimulatedNode
static all =[SimulatedNode
class K3sNodes
static server =SimulatedNode
static dedicatedServer =SimulatedNode
static agent =SimulatedNode
static all =[SimulatedNode
struct KafkaDestinationOptions <LogDestinationOptions brokers:[text topic:text auth?:DestinationAuth compression?:LogCompression
 plaintext?:boolean saslMechanism?:KafkaSaslMechanism tls?:DestinationTlsOptions
enum KafkaSaslMechanism "PLAIN" "SCRAM-SHA-256" "SCRAM-SHA-512"
struct KernelLogsOptions directory?:text name?:text
struct KeyedVolumeOptions defaultMode?:number items?:{text optional?:boolean
class KindNodes
static controlPlane =SimulatedNode
static worker =SimulatedNode
static onlyNode =SimulatedNode
static all =[SimulatedNode
class KnownHostPath
static find path:text
static all =[KnownHostPath
class KubeProxy
enum KubeProxyMode "iptables" "ipvs" "nftables"
struct KubeProxyProps <AgentOptions apiServer?:ApiServerAddress clusterCidrs?:[text extraConfig?:{any healthPort?:number image?:text
 metricsOnEveryAddress?:boolean metricsPort?:number mode?:KubeProxyMode nodePortAddresses?:[text overrides?:{any resources?:Resources
 scraping?:MetricsScraping strictArp?:boolean
struct KubeRbacProxyOptions args?:[text certificateSecretName?:text healthPort?:number image?:text resources?:Resources
 upstreamPort?:number
class KubeStateMetricFilter
static only names:[text
static except names:[text
static all
class KubeStateMetrics
struct KubeStateMetricsProps <WorkloadOptions alerts?:MetricsAlerts annotationMetrics?:{[text args?:[text collected?:KubeStateResources
 customResources?:[CustomResourceMetrics image?:text labelMetrics?:{[text livenessProbe?:Probe metrics?:KubeStateMetricFilter
 namespaces?:[text nodeResources?:Resources nodes?:NodeCoverage port?:number protection?:KubeStateProtection readinessProbe?:Probe
 resources?:Resources scraping?:MetricsScraping securityContext?:ContainerSecurity sharding?:KubeStateSharding telemetryPort?:number
 version?:text workload?:ClusterWorkload
class KubeStateProtection
static none
static authFilter
static kubeRbacProxy options?:KubeRbacProxyOptions
enum KubeStateResource "certificatesigningrequests" "clusterrolebindings" "clusterroles" "configmaps" "cronjobs" "daemonsets" "deployments"
 "endpoints" "endpointslices" "horizontalpodautoscalers" "ingressclasses" "ingresses" "jobs" "leases" "limitranges"
 "mutatingadmissionpolicies" "mutatingadmissionpolicybindings" "mutatingwebhookconfigurations" "namespaces" "networkpolicies" "nodes"
 "persistentvolumeclaims" "persistentvolumes" "poddisruptionbudgets" "pods" "replicasets" "replicationcontrollers" "resourcequotas"
 "rolebindings" "roles" "secrets" "serviceaccounts" "services" "statefulsets" "storageclasses" "validatingadmissionpolicies"
 "validatingadmissionpolicybindings" "validatingwebhookconfigurations" "volumeattachments"
class KubeStateResources
static standard
static standardAnd resources:[KubeStateResource
static standardWithout resources:[KubeStateResource
static only resources:[KubeStateResource
class KubeStateSharding
static none
static fixed shards:number
static auto shards:number
static perNode
class KubeadmNodes
static controlPlane =SimulatedNode
static worker =SimulatedNode
static all =[SimulatedNode
struct KubeletMetadataOptions <ApiMetadataOptions grantNodesProxy?:boolean insecureSkipVerify?:boolean
class KubernetesVersion
static of text:text
method atLeast other:KubernetesVersion =boolean
struct LabelledNodeCoverageOptions <NodeCoverageOptions operatingSystem?:OperatingSystem
class LifecycleHook
static exec command:[text
static http path:text port:Port
static sleep duration:cdk8s.Duration
class LinterAnnotations
class LogAgent
method addDestination destination:LogDestination
method addFilter filter:LogFilter
method addInput input:LogInput
struct LogAgentProps <AgentOptions destinations:[LogDestination access?:LogFileAccess alerts?:MetricsAlerts collector?:LogCollector
 env?:{EnvValue fields?:{LogValue filters?:[LogFilter inputs?:[LogInput livenessProbe?:Probe metadata?:LogMetadata overrides?:{any
 port?:number readinessProbe?:Probe resources?:Resources scale?:LogScale scraping?:MetricsScraping securityContext?:ContainerSecurity
 state?:LogState
class LogCollector
static fluentBit options?:FluentBitOptions
static vector options?:VectorOptions
static openTelemetryCollector options?:OpenTelemetryCollectorOptions
enum LogCompression "none" "gzip" "zstd" "snappy"
class LogCondition
static isOneOf value:LogValue texts:[text
static matches value:LogValue pattern?:pattern
static exists value:LogValue
static levelAtLeast level:LogLevel field?:LogValue
static namespaces names*:text
static allOf conditions*:LogCondition
static anyOf conditions*:LogCondition
static noneOf conditions*:LogCondition
enum LogDateFormat "iso8601" "epoch" "epoch_ms" "double"
class LogDestination
static loki options:LokiDestinationOptions
static elasticsearch options:ElasticsearchDestinationOptions
static openSearch options:OpenSearchDestinationOptions
static otlpHttp options:OtlpHttpDestinationOptions
static otlpGrpc options:OtlpGrpcDestinationOptions
static splunkHec options:SplunkHecDestinationOptions
static kafka options:KafkaDestinationOptions
static s3 options:S3DestinationOptions
static cloudWatch options:CloudWatchDestinationOptions
static datadog options:DatadogDestinationOptions
static forward options:ForwardDestinationOptions
static vector options:VectorDestinationOptions
static syslog options:SyslogDestinationOptions
static http options:HttpDestinationOptions
static file options:FileDestinationOptions
static stdout options?:StdoutDestinationOptions
struct LogDestinationOptions bufferLimit?:cdk8s.Size inputs?:[text name?:text retry?:RetryPolicy when?:LogCondition
class LogFileAccess
static root
static rootBypassingPermissions
static nonRoot user:number options?:NonRootLogAccessOptions
class LogFilter
static keep condition:LogCondition options?:LogFilterOptions
static drop condition:LogCondition options?:LogFilterOptions
static level minimum:LogLevel options?:LogFilterOptions
static addFields fields:{LogValue options?:LogFilterOptions
static renameFields names:{text options?:LogFilterOptions
static removeFields names:[text options?:LogFilterOptions
static redact redactions:[LogRedaction options?:LogRedactOptions
static parse format:LogLineFormat options?:LogParseOptions
static sample oneIn:number options?:LogFilterOptions
static throttle perSecond:number options?:LogFilterOptions
struct LogFilterOptions inputs?:[text
class LogInput
static containers options?:ContainerLogsOptions
static journal options?:JournalLogsOptions
static files inputName:text paths:[text options?:FileLogsOptions
static kernel options?:KernelLogsOptions
static kubernetesAudit options?:AuditLogsOptions
static linuxAudit options?:AuditLogsOptions
enum LogLevel "trace" "debug" "info" "notice" "warn" "error" "critical"
class LogLineFormat
static json
static logfmt
static nginx
static regex pattern?:pattern
class LogMetadata
static fromApi options?:ApiMetadataOptions
static fromKubelet options?:KubeletMetadataOptions
static fromFileName
static none
struct LogMonitorOptions log:NodeLog rules:[NodeProblemRule
struct LogParseOptions <LogFilterOptions field?:text
struct LogRedactOptions <LogFilterOptions replacement?:text
class LogRedaction
static emailAddresses
static cardNumbers
static tokens
static pattern pattern?:pattern
class LogScale
static standard
static large
class LogState
static onNode options?:LogStateOptions
static onNodeAt directory:text options?:LogStateOptions
static withPod options?:LogStateOptions
struct LogStateOptions diskBudget?:cdk8s.Size
class LogValue
static text text:text
static nodeName
static namespaceName
static podName
static containerName
static podLabel key:text
static field path*:text
struct LokiDestinationOptions <RemoteDestinationOptions <DestinationHeaderOptions labels?:{LogValue lineFormat?:LokiLineFormat
 removeFields?:[text structuredMetadata?:{LogValue tenantFrom?:LogValue tenantId?:text
enum LokiLineFormat "json" "keyValue" "message"
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
struct MetricsAlertOptions alertLabels?:{late labels?:{late
class MetricsAlerts
static prometheusRule options?:MetricsAlertOptions
static none
class MetricsExporter
struct MetricsExporterProps <AgentOptions alerts?:MetricsAlerts args?:[text exporter?:Exporter listenOnEveryAddress?:boolean
 livenessProbe?:Probe overrides?:{any port?:number protection?:MetricsProtection readinessProbe?:Probe resources?:Resources
 scaleDownEviction?:boolean scraping?:MetricsScraping securityContext?:ContainerSecurity
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
struct NfsCsiDriverOptions <CommonCsiDriverOptions extraArgs?:[text image?:text logVerbosity?:number mountPermissions?:number name?:text
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
struct NodePoolOptions nodes:NodeCoverage args?:[text env?:{EnvValue image?:text podAnnotations?:{late podLabels?:{late priority?:Priority
 resources?:Resources rollout?:Rollout runtimeClassName?:text terminationGracePeriod?:cdk8s.Duration tolerations?:[Toleration
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
 healthPort?:number image?:text logLevel?:OpenTelemetryLogLevel syncState?:boolean version?:text
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
struct PluginMonitorOptions reason:text script:text args?:[text condition?:NodeProblemCondition hostNetwork?:boolean
 interval?:cdk8s.Duration timeout?:cdk8s.Duration
struct PodDefaults dns?:Dns podSecurityContext?:PodSecurityContext priority?:Priority runtimeClassName?:text
 terminationGracePeriod?:cdk8s.Duration
enum PodField "spec.nodeName" "status.hostIP" "status.hostIPs" "metadata.name" "metadata.namespace" "metadata.uid" "status.podIP"
 "status.podIPs" "spec.serviceAccountName"
class PodSecurityContext
static of options:PodSecurityContextOptions
static runtimeDefault
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
struct PrivilegedSecurityOptions group?:number seLinux?:SeLinuxOptions writableRootFilesystem?:boolean
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
struct RootSecurityOptions <ContainerSecurityOptions capabilities?:[Capability
struct RuntimeHealthOptions <HealthMonitorOptions crictlPath?:text socketPath?:text
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
struct SnapshotOptions kinds?:[text maskChecksums?:boolean maskImages?:boolean
struct SplunkHecDestinationOptions <EndpointDestinationOptions token:SecretKey index?:text source?:text sourceType?:text
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
static excluded
static serverlessExcluded
static included
class Volume
static emptyDir name:text options?:EmptyDirOptions
static configMap name:text configMapName:text options?:KeyedVolumeOptions
static secret name:text secretName:text options?:KeyedVolumeOptions
static fromConfigMap name:text configMap:cdk8s-plus-28.IConfigMap options?:KeyedVolumeOptions
static fromSecret name:text secret:cdk8s-plus-28.ISecret options?:KeyedVolumeOptions
static persistentVolumeClaim name:text claim:cdk8s-plus-28.IPersistentVolumeClaim
static raw name:text source:{any
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
