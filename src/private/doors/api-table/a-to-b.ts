// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const A_TO_B = `
class AgentCommands
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
method forPools names:[text =AgentPlan
method exceptPools names:[text =AgentPlan
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
method allows verb:text resource:text =boolean
struct ApiGrantOptions apiGroup?:text resourceNames?:[text
struct ApiMetadataOptions annotations?:boolean labels?:boolean namespaceAnnotations?:boolean namespaceLabels?:boolean
 ownerReferences?:boolean podAnnotationsDecide?:boolean
struct ApiServerAddress host:text port?:number
struct AuditLogsOptions name?:text path?:text
struct AwsAuthOptions externalId?:text roleArn?:text service?:text
struct AwsEbsCsiDriverOptions <CsiDriverPresetOptions clusterId?:text controllerResources?:Resources env?:{EnvValue extraTags?:{text
 fips?:boolean logVerbosity?:number metadataSources?:[AwsEbsMetadataSource metrics?:boolean modifiesVolumes?:boolean
 nodeAllocatableUpdatePeriod?:cdk8s.Duration region?:text removesStartupTaint?:boolean reservedVolumeAttachments?:number
 seLinuxMount?:boolean volumeAttachLimit?:number windowsLivenessPort?:number
enum AwsEbsFileSystem "ext4" "xfs" "ext3" "ntfs"
enum AwsEbsLockMode "governance" "compliance"
enum AwsEbsMetadataSource "imds" "kubernetes"
struct AwsEbsSnapshotParameters fastRestoreZones?:[text lockCoolOff?:cdk8s.Duration lockDuration?:cdk8s.Duration lockExpiration?:text
 lockMode?:AwsEbsLockMode outpostArn?:text tags?:{text
struct AwsEbsVolumeParameters attachesWhenInitialized?:boolean blockSize?:number bytesPerInode?:number encrypted?:boolean
 ext4BigAlloc?:boolean ext4ClusterSize?:number ext4EncryptionSupport?:boolean fileSystem?:AwsEbsFileSystem initializationRate?:number
 inodeSize?:number iops?:number iopsPerGb?:number kmsKeyId?:text numberOfInodes?:number raisesIops?:boolean raisesIopsWithSize?:boolean
 tags?:{text throughput?:number type?:AwsEbsVolumeType
enum AwsEbsVolumeType "gp3" "gp2" "io2" "io1" "st1" "sc1" "standard"
struct AwsEfsCsiDriverOptions <CsiDriverPresetOptions controllerResources?:Resources crossAccountSecret?:text deletesDirectories?:boolean
 env?:{EnvValue fips?:boolean forceUnmountAfter?:cdk8s.Duration lastProxyPort?:number logVerbosity?:number maxInflightMountCalls?:number
 metrics?:boolean removesStartupTaint?:boolean tags?:{text volumeAttachLimit?:number volumeMetricsPeriod?:cdk8s.Duration
enum AwsEfsProvisioningMode "efs-ap" "s3files-ap"
struct AwsEfsVolumeParameters fileSystemId:text availabilityZone?:text basePath?:text directoryPermissions?:number enableTagging?:boolean
 enforceZoneAffinity?:boolean ensureUniqueDirectory?:boolean gid?:number gidRangeEnd?:number gidRangeStart?:number
 provisioningMode?:AwsEfsProvisioningMode reuseAccessPoint?:boolean subPathPattern?:text uid?:number
class AzureCloudConfig
static nodeFile path?:text windowsPath?:text
static secret name?:text namespace?:text
struct AzureCsiDriverOptions <CsiDriverPresetOptions cloudConfig?:AzureCloudConfig controllerOnHostNetwork?:boolean
 controllerResources?:Resources env?:{EnvValue logVerbosity?:number metrics?:boolean windowsImage?:text
enum AzureDiskCaching "None" "ReadOnly"
struct AzureDiskCsiDriverOptions <AzureCsiDriverOptions modifiesVolumes?:boolean nodeInfoFromLabels?:boolean removesStartupTaint?:boolean
 reservedDisks?:number scaleSetsOnly?:boolean seLinuxMount?:boolean supportsZones?:boolean volumeAttachLimit?:number
enum AzureDiskEncryption "EncryptionAtRestWithCustomerKey" "EncryptionAtRestWithPlatformAndCustomerKeys"
enum AzureDiskFileSystem "ext4" "ext3" "ext2" "xfs" "btrfs" "ntfs"
enum AzureDiskNetworkAccess "AllowAll" "DenyAll" "AllowPrivate"
enum AzureDiskPerformanceProfile "none" "basic" "advanced"
enum AzureDiskSku "StandardSSD_LRS" "StandardSSD_ZRS" "Standard_LRS" "Premium_LRS" "Premium_ZRS" "PremiumV2_LRS" "UltraSSD_LRS"
struct AzureDiskSnapshotParameters incremental?:boolean instantAccess?:cdk8s.Duration location?:text networkAccess?:AzureDiskNetworkAccess
 publicNetworkAccess?:boolean requiresSignIn?:boolean resourceGroup?:text subscriptionId?:text tags?:{text
struct AzureDiskVolumeParameters attachDelay?:cdk8s.Duration bursting?:boolean caching?:AzureDiskCaching deviceSettings?:{text
 diskAccessId?:text diskName?:text encryption?:AzureDiskEncryption encryptionSetId?:text fileSystem?:AzureDiskFileSystem iops?:number
 location?:text logicalSectorSize?:number maxShares?:number networkAccess?:AzureDiskNetworkAccess performancePlus?:boolean
 performanceProfile?:AzureDiskPerformanceProfile publicNetworkAccess?:boolean resourceGroup?:text sku?:AzureDiskSku subscriptionId?:text
 tags?:{text throughput?:number writeAccelerator?:boolean
enum AzureFileAccessTier "TransactionOptimized" "Hot" "Cool" "Premium"
struct AzureFileCsiDriverOptions <AzureCsiDriverOptions disksInShares?:boolean encryptsNfs?:boolean
 inlineSecrets?:AzureFileSecretAuthorization kataContainers?:boolean modifiesVolumes?:boolean mountPermissions?:number
 mountsWithIdentity?:boolean storesAccountKeys?:boolean
enum AzureFileGroupChange "OnRootMismatch" "Always" "None"
enum AzureFileNetworkEndpoint "privateEndpoint" "serviceEndpoint"
enum AzureFileProtocol "smb" "nfs"
enum AzureFileRootSquash "NoRootSquash" "RootSquash" "AllSquash"
enum AzureFileSecretAuthorization "off" "warn" "enforce"
enum AzureFileSku "Standard_LRS" "Standard_ZRS" "Standard_GRS" "Standard_RAGRS" "Premium_LRS" "Premium_ZRS" "StandardV2_LRS"
 "StandardV2_ZRS" "StandardV2_GRS" "StandardV2_GZRS" "PremiumV2_LRS" "PremiumV2_ZRS"
struct AzureFileSnapshotParameters dataPlaneApi?:boolean
struct AzureFileVolumeParameters accessTier?:AzureFileAccessTier accountQuota?:number bandwidth?:number clientId?:text
 createsFolder?:boolean dataPlaneApi?:boolean encryptsInTransit?:boolean folder?:text groupChange?:AzureFileGroupChange
 infrastructureEncryption?:boolean iops?:number largeFileShares?:boolean location?:text matchesTags?:boolean mountPermissions?:number
 mountsWithIdentity?:boolean multichannel?:boolean networkEndpoint?:AzureFileNetworkEndpoint protocol?:AzureFileProtocol
 publicNetworkAccess?:boolean resourceGroup?:text rootSquash?:AzureFileRootSquash secretNamespace?:text shareName?:text
 shareNamePrefix?:text sku?:AzureFileSku storageAccount?:text storesAccountKey?:boolean subnets?:[text subscriptionId?:text tags?:{text
 vnetName?:text vnetResourceGroup?:text
`;
