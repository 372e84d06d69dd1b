// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.
export const C_TO_CK = `
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
static skipInterfaces patterns:[text
static ranges ranges:[text
struct CalicoAgentOptions dataplane?:CalicoDataplane felix?:{text healthPort?:number metricsPort?:number repository?:text
 typhaReplicas?:number version?:text wireguard?:boolean
enum CalicoDataplane "iptables" "nftables" "ebpf"
class CalicoEncapsulation
static ipInIp
static ipInIpAcrossSubnets
static vxlan
static vxlanAcrossSubnets
static none
class CalicoForeignNetwork
static podCidrRoutes
static flannel
static amazonVpc
static azure
static gke
struct CalicoOptions <CalicoAgentOptions addressDetection?:CalicoAddressDetection bgp?:boolean blockSize?:number clusterCidrs?:[text
 defaultPools?:boolean encapsulation?:CalicoEncapsulation ipv6AddressDetection?:CalicoAddressDetection ipv6BlockSize?:number
 ipv6NatOutgoing?:boolean ipv6PodCidr?:text mtu?:number natOutgoing?:boolean nodeMtu?:number podCidr?:text poolNodeSelector?:text
 vxlanPort?:number
struct CalicoPolicyOptions <CalicoAgentOptions ipv6?:boolean mtu?:number network?:CalicoForeignNetwork
class Capability
static add name:text reason:text
struct CephCluster id:text monitors:[text cephFsRadosNamespace?:text fuseMountOptions?:[text kernelMountOptions?:[text
 rbdMirrorDaemons?:number rbdRadosNamespace?:text readAffinityLabels?:[late subvolumeGroup?:text
struct CephCsiDriverOptions <CsiDriverPresetOptions cephConfigMap?:text clusterName?:text clusters?:[CephCluster configMap?:text
 controllerResources?:Resources domainLabels?:[late env?:{EnvValue groupSnapshots?:boolean kmsConfigMap?:text logVerbosity?:number
 metrics?:boolean metricsPort?:number name?:text networkNamespaces?:boolean omapGenerator?:boolean readAffinityLabels?:[late
 seLinuxMount?:boolean volumeMetadata?:boolean
struct CephEncryption kmsId?:text type?:CephEncryptionType
enum CephEncryptionType "block" "file"
struct CephFsCsiDriverOptions <CephCsiDriverOptions forceKernelClient?:boolean fuse?:boolean fuseMountOptions?:[text
 kernelMountOptions?:[text radosNamespace?:text
enum CephFsMounter "kernel" "fuse"
struct CephFsVolumeParameters <CephVolumeParameters fileSystemName:text backingSnapshot?:boolean fuseMountOptions?:[text
 kernelMountOptions?:[text mounter?:CephFsMounter pool?:text
enum CephImageFeature "layering" "exclusive-lock" "object-map" "fast-diff" "deep-flatten" "journaling"
struct CephRbdCsiDriverOptions <CephCsiDriverOptions hardMaxCloneDepth?:number maxSnapshotsOnImage?:number minSnapshotsOnImage?:number
 nbd?:boolean softMaxCloneDepth?:number
enum CephRbdFileSystem "ext4" "xfs"
enum CephRbdMounter "rbd" "rbd-nbd"
struct CephRbdVolumeParameters <CephVolumeParameters dataPool?:text fileSystem?:CephRbdFileSystem imageFeatures?:[CephImageFeature
 mapOptions?:text mkfsOptions?:text mounter?:CephRbdMounter objectSize?:number pool?:text stripeCount?:number stripeUnit?:number
 topologyPools?:[CephTopologyPool tryOtherMounters?:boolean unmapOptions?:text
struct CephSecretReference name:text namespace:text
struct CephSnapshotParameters clusterId:text secret:CephSecretReference snapshotNamePrefix?:text
struct CephTopologyPool domain:{text pool:text dataPool?:text
struct CephVolumeParameters clusterId:text secret:CephSecretReference encryption?:CephEncryption nodeSecret?:CephSecretReference
 volumeNamePrefix?:text
struct CheckAcknowledgement id:text reason:text container?:text path?:text
class Checks
static of scope:constructs.IConstruct
method acknowledge acknowledgement:CheckAcknowledgement
method annotateFor annotations:LinterAnnotations
method exceptionFile file:ExceptionFile =text
struct CiliumCapabilitiesOptions agent?:[text cleanState?:[text envoy?:[text nodeSteps?:[text
class CiliumCertificates
static secret name:text
static certManager issuer:CiliumIssuerOptions
static none
class CiliumChaining
static awsCni
static genericVeth target?:text
static portmap
struct CiliumClusterPoolOptions ipv6MaskSize?:number ipv6Ranges?:[text maskSize?:number ranges?:[text
class CiliumEncryption
static wireguard options?:CiliumWireguardOptions
static ipsec options:CiliumIpsecOptions
class CiliumEnvoy
static embedded
static daemonSet options?:CiliumEnvoyOptions
static none
struct CiliumEnvoyOptions image?:text metricsPort?:number resources?:Resources
struct CiliumHubbleMetricsOptions enabled:[text certificates?:CiliumCertificates openMetrics?:boolean port?:number
 scraping?:MetricsScraping
struct CiliumHubbleOptions certificates?:CiliumCertificates eventBufferCapacity?:number listenPort?:number
 metrics?:CiliumHubbleMetricsOptions redactHttp?:boolean
class CiliumIpam
static clusterPool options?:CiliumClusterPoolOptions
static kubernetes
static multiPool pools:[CiliumPodPoolOptions
struct CiliumIpsecOptions secretName:text keyFile?:text keyRotationDuration?:text
struct CiliumIssuerOptions name:text duration?:text group?:text kind?:text
struct CiliumNativeRoutingOptions autoDirectNodeRoutes?:boolean ranges?:[text skipUnreachableNodes?:boolean
struct CiliumOptions bandwidthManager?:boolean bbr?:boolean bgpControlPlane?:boolean bpfMasquerade?:boolean chaining?:CiliumChaining
 clusterId?:number clusterName?:text devices?:[text egressGateway?:boolean encryption?:CiliumEncryption envoy?:CiliumEnvoy
 exclusive?:boolean extraConfig?:{text hostCgroupRoot?:text hostFirewall?:boolean hubble?:CiliumHubbleOptions ipam?:CiliumIpam
 ipv4?:boolean ipv6?:boolean kubeProxyReplacement?:boolean l2Announcements?:boolean masquerade?:boolean metricsPort?:number mtu?:number
 operatorReplicas?:number policyEnforcement?:CiliumPolicyEnforcement privileges?:CiliumPrivileges repository?:text routing?:CiliumRouting
 scraping?:MetricsScraping socketLbHostNamespaceOnly?:boolean startupTaintKey?:text version?:text
struct CiliumPodPoolOptions name:text ipv6MaskSize?:number ipv6Ranges?:[text maskSize?:number ranges?:[text
enum CiliumPolicyEnforcement "default" "always" "never"
class CiliumPrivileges
static capabilities options?:CiliumCapabilitiesOptions
static privileged
class CiliumRouting
static vxlan port?:number
static geneve port?:number
static native options?:CiliumNativeRoutingOptions
struct CiliumWireguardOptions nodeEncryption?:boolean persistentKeepalive?:text
`;
