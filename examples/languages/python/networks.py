from cdk8s import App, Chart
from cdk8s_node_agents import (
    ApiServerAddress, CalicoAddressDetection, CalicoEncapsulation, CiliumEncryption, CiliumIpam, CiliumRouting, Cni, CniPlugin, KubeProxy,
    KubernetesVersion, NodePlatform, Rollout, TargetCluster,
)

app = App()
api_server = ApiServerAddress(host="api.example.com", port=6443)

east = Chart(app, "east")
TargetCluster.configure(east, kubernetes_version=KubernetesVersion.V1_33, platform=NodePlatform.kubeadm())
CniPlugin(
    east,
    "calico",
    network=Cni.calico(
        pod_cidr="10.244.0.0/16",
        encapsulation=CalicoEncapsulation.vxlan_across_subnets(),
        address_detection=CalicoAddressDetection.kubernetes_internal_ip(),
        typha_replicas=3,
        felix={"logSeverityScreen": "Warning"},
    ),
    api_server=api_server,
)
KubeProxy(east, "kube-proxy", api_server=api_server, cluster_cidrs=["10.244.0.0/16"])

west = Chart(app, "west")
TargetCluster.configure(west, kubernetes_version=KubernetesVersion.V1_33, platform=NodePlatform.kubeadm())
CniPlugin(
    west,
    "cilium",
    network=Cni.cilium(
        kube_proxy_replacement=True,
        ipam=CiliumIpam.cluster_pool(ranges=["10.64.0.0/10"]),
        routing=CiliumRouting.native(ranges=["10.64.0.0/10"], auto_direct_node_routes=True),
        encryption=CiliumEncryption.wireguard(node_encryption=True),
        cluster_name="west",
        cluster_id=7,
        extra_config={"bpf-map-dynamic-size-ratio": "0.005"},
    ),
    api_server=api_server,
    rollout=Rollout.count(1),
)
app.synth()
