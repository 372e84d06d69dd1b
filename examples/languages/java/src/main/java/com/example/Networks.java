package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;

public class Networks {
    public static void main(String[] args) {
        App app = new App();
        ApiServerAddress apiServer = ApiServerAddress.builder().host("api.example.com").port(6443).build();
        TargetClusterOptions cluster = TargetClusterOptions.builder()
            .kubernetesVersion(KubernetesVersion.V1_33)
            .platform(NodePlatform.kubeadm())
            .build();

        Chart east = new Chart(app, "east");
        TargetCluster.configure(east, cluster);
        CniPlugin.Builder.create(east, "calico")
            .network(Cni.calico(CalicoOptions.builder()
                .podCidr("10.244.0.0/16")
                .encapsulation(CalicoEncapsulation.vxlanAcrossSubnets())
                .addressDetection(CalicoAddressDetection.kubernetesInternalIp())
                .typhaReplicas(3)
                .felix(Map.of("logSeverityScreen", "Warning"))
                .build()))
            .apiServer(apiServer)
            .build();
        KubeProxy.Builder.create(east, "kube-proxy").apiServer(apiServer).clusterCidrs(List.of("10.244.0.0/16")).build();

        Chart west = new Chart(app, "west");
        TargetCluster.configure(west, cluster);
        CniPlugin.Builder.create(west, "cilium")
            .network(Cni.cilium(CiliumOptions.builder()
                .kubeProxyReplacement(true)
                .ipam(CiliumIpam.clusterPool(CiliumClusterPoolOptions.builder().ranges(List.of("10.64.0.0/10")).build()))
                .routing(CiliumRouting.doNative(CiliumNativeRoutingOptions.builder()
                    .ranges(List.of("10.64.0.0/10"))
                    .autoDirectNodeRoutes(true)
                    .build()))
                .encryption(CiliumEncryption.wireguard(CiliumWireguardOptions.builder().nodeEncryption(true).build()))
                .clusterName("west")
                .clusterId(7)
                .extraConfig(Map.of("bpf-map-dynamic-size-ratio", "0.005"))
                .build()))
            .apiServer(apiServer)
            .rollout(Rollout.count(1))
            .build();
        app.synth();
    }
}
