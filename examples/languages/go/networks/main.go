package main

import (
	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	apiServer := &agents.ApiServerAddress{Host: jsii.String("api.example.com"), Port: jsii.Number(6443)}
	cluster := &agents.TargetClusterOptions{KubernetesVersion: agents.KubernetesVersion_V1_33(), Platform: agents.NodePlatform_Kubeadm()}

	east := cdk8s.NewChart(app, jsii.String("east"), nil)
	agents.TargetCluster_Configure(east, cluster)
	agents.NewCniPlugin(east, jsii.String("calico"), &agents.CniPluginProps{
		Network: agents.Cni_Calico(&agents.CalicoOptions{
			PodCidr:          jsii.String("10.244.0.0/16"),
			Encapsulation:    agents.CalicoEncapsulation_VxlanAcrossSubnets(),
			AddressDetection: agents.CalicoAddressDetection_KubernetesInternalIp(),
			TyphaReplicas:    jsii.Number(3),
			Felix:            &map[string]*string{"logSeverityScreen": jsii.String("Warning")},
		}),
		ApiServer: apiServer,
	})
	agents.NewKubeProxy(east, jsii.String("kube-proxy"), &agents.KubeProxyProps{
		ApiServer:    apiServer,
		ClusterCidrs: jsii.Strings("10.244.0.0/16"),
	})

	west := cdk8s.NewChart(app, jsii.String("west"), nil)
	agents.TargetCluster_Configure(west, cluster)
	agents.NewCniPlugin(west, jsii.String("cilium"), &agents.CniPluginProps{
		Network: agents.Cni_Cilium(&agents.CiliumOptions{
			KubeProxyReplacement: jsii.Bool(true),
			Ipam:                 agents.CiliumIpam_ClusterPool(&agents.CiliumClusterPoolOptions{Ranges: jsii.Strings("10.64.0.0/10")}),
			Routing: agents.CiliumRouting_Native(&agents.CiliumNativeRoutingOptions{
				Ranges:               jsii.Strings("10.64.0.0/10"),
				AutoDirectNodeRoutes: jsii.Bool(true),
			}),
			Encryption:  agents.CiliumEncryption_Wireguard(&agents.CiliumWireguardOptions{NodeEncryption: jsii.Bool(true)}),
			ClusterName: jsii.String("west"),
			ClusterId:   jsii.Number(7),
			ExtraConfig: &map[string]*string{"bpf-map-dynamic-size-ratio": jsii.String("0.005")},
		}),
		ApiServer: apiServer,
		Rollout:   agents.Rollout_Count(jsii.Number(1), nil),
	})
	app.Synth()
}
