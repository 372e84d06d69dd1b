package main

import (
	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("metrics"), &cdk8s.ChartProps{Namespace: jsii.String("metrics")})
	agents.TargetCluster_Configure(chart, &agents.TargetClusterOptions{
		KubernetesVersion: agents.KubernetesVersion_V1_34(),
		Platform:          agents.NodePlatform_Gke(),
	})

	agents.NewKubeStateMetrics(chart, jsii.String("kube-state-metrics"), &agents.KubeStateMetricsProps{
		Sharding: agents.KubeStateSharding_PerNode(),
		Collected: agents.KubeStateResources_Only(&[]agents.KubeStateResource{
			agents.KubeStateResource_PODS, agents.KubeStateResource_NODES, agents.KubeStateResource_DEPLOYMENTS,
		}),
	})
	agents.NewMetricsExporter(chart, jsii.String("windows"), &agents.MetricsExporterProps{Exporter: agents.Exporter_Windows(nil)})
	agents.NewMetricsExporter(chart, jsii.String("gpu-metrics"), &agents.MetricsExporterProps{
		Exporter: agents.Exporter_Dcgm(&agents.DcgmExporterOptions{Profiling: jsii.Bool(true)}),
	})
	agents.NewDevicePlugin(chart, jsii.String("gpu"), &agents.DevicePluginProps{
		Plugin: agents.DevicePluginDriver_Nvidia(&agents.NvidiaDevicePluginOptions{MigStrategy: agents.MigStrategy_MIXED}),
	})
	agents.NewNodeProblemDetector(chart, jsii.String("node-problem-detector"), nil)
	app.Synth()
}
