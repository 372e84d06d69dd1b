package main

import (
	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

// OwnFleetApp is a fleet of our own: its charts are made when it is written, and only those of this job.
type OwnFleetApp struct {
	agents.FleetApp
	clusters []string
}

func NewOwnFleetApp(clusters ...string) *OwnFleetApp {
	app := &OwnFleetApp{clusters: clusters}
	agents.NewFleetApp_Override(app, nil)
	return app
}

func (a *OwnFleetApp) Synth() {
	for _, cluster := range a.clusters {
		if !*a.IsInShard(&cluster) {
			continue
		}
		chart := cdk8s.NewChart(a, &cluster, &cdk8s.ChartProps{Namespace: jsii.String("monitoring")})
		agents.TargetCluster_Configure(chart, &agents.TargetClusterOptions{KubernetesVersion: agents.KubernetesVersion_V1_30()})
		agents.NewMetricsExporter(chart, jsii.String("metrics"), nil)
	}
	a.FleetApp.Synth()
}

func main() {
	NewOwnFleetApp("eu-1", "us-1", "edge-1").Synth()
}
