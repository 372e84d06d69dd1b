// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const H_TO_L = `
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
struct HostPathCsiDriverOptions <CsiDriverPresetOptions capacity?:{text dataDirectory?:text logVerbosity?:number maxVolumes?:number
 name?:text
struct HostPathMountOptions container?:text mountPath?:text propagation?:text readOnly?:boolean type?:text
struct HostPathOptions mountPath?:text propagation?:MountPropagation recursiveReadOnly?:boolean subPath?:text type?:HostPathType
 volumeName?:text
enum HostPathType "" "Directory" "DirectoryOrCreate" "File" "FileOrCreate" "Socket" "CharDevice" "BlockDevice"
struct HostPathVolumeParameters kind?:text
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
class KubeVip
enum KubeVipAddressFamily "first" "ipv4" "ipv6" "dual"
struct KubeVipBgpOptions asNumber:number peers:[KubeVipBgpPeer holdTime?:cdk8s.Duration keepaliveInterval?:cdk8s.Duration
 routerInterface?:text sourceInterface?:text
struct KubeVipBgpPeer address:text asNumber:number multihop?:boolean password?:EnvValue
struct KubeVipLeaderElectionOptions leaseDuration?:cdk8s.Duration leaseName?:text renewDeadline?:cdk8s.Duration retryPeriod?:cdk8s.Duration
enum KubeVipLogLevel "debug" "info" "warn" "error"
class KubeVipMode
static arp
static bgp options:KubeVipBgpOptions
static routingTable
struct KubeVipProps <NetworkAgentOptions address?:text addressFamily?:KubeVipAddressFamily announceServices?:boolean controlPlane?:boolean
 extraEnv?:{text interfaceName?:text leaderElection?:KubeVipLeaderElectionOptions loadBalancerClass?:text logLevel?:KubeVipLogLevel
 metricsOnEveryAddress?:boolean metricsPort?:number mode?:KubeVipMode port?:number prefixLength?:number repository?:text
 scraping?:MetricsScraping servicesElection?:boolean servicesInterfaceName?:text servicesLeaseName?:text version?:text
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
 poolOptions?:{LogPoolOptions port?:number readinessProbe?:Probe resources?:Resources scale?:LogScale scraping?:MetricsScraping
 securityContext?:ContainerSecurity state?:LogState
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
struct LogPoolOptions collector?:LogCollector destinations?:[LogDestination fields?:{LogValue filters?:[LogFilter inputs?:[LogInput
 scale?:LogScale
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
`;
