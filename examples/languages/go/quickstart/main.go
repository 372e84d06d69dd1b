package main

import (
	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("node-agents"), &cdk8s.ChartProps{Namespace: jsii.String("node-agents")})
	agents.NewLogAgent(chart, jsii.String("logs"), &agents.LogAgentProps{
		Destinations: &[]agents.LogDestination{
			agents.LogDestination_Loki(&agents.LokiDestinationOptions{Url: jsii.String("https://loki.example.com")}),
		},
	})
	agents.NewMetricsExporter(chart, jsii.String("metrics"), nil)
	agents.NewCsiNodePlugin(chart, jsii.String("nfs"), &agents.CsiNodePluginProps{Driver: agents.CsiDriver_Nfs(nil)})
	agents.NewNodeAgent(chart, jsii.String("node-agent"), &agents.NodeAgentProps{
		Image:     jsii.String("ghcr.io/your-org/agent:1.0.0"),
		Nodes:     agents.NodeCoverage_Labelled(&map[string]*string{"nodepool": jsii.String("workers")}, nil),
		HostPaths: &[]agents.HostPath{agents.HostPath_ReadOnly(jsii.String("/var/log"), nil)},
	})
	app.Synth()
}
