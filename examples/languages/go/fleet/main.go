package main

import (
	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

// Cluster is what differs from cluster to cluster.
type Cluster struct {
	name      string
	version   agents.KubernetesVersion
	loki      string
	logMemory string
	// registry is the mirror of a cluster that reaches no other registry.
	registry string
}

func main() {
	clusters := []Cluster{
		{name: "eu-1", version: agents.KubernetesVersion_V1_31(), loki: "https://loki.eu.example.com", logMemory: "256Mi"},
		{name: "us-1", version: agents.KubernetesVersion_V1_33(), loki: "https://loki.us.example.com", logMemory: "512Mi"},
		{
			name: "edge-1", version: agents.KubernetesVersion_V1_28(), loki: "https://loki.eu.example.com", logMemory: "128Mi",
			registry: "mirror.example.com/edge",
		},
	}

	app := agents.NewFleetApp(nil)
	for _, cluster := range clusters {
		if !*app.IsInShard(&cluster.name) {
			continue
		}
		chart := cdk8s.NewChart(app, &cluster.name, &cdk8s.ChartProps{Namespace: jsii.String("node-agents")})
		agents.TargetCluster_Configure(chart, &agents.TargetClusterOptions{
			KubernetesVersion: cluster.version,
			ImageRegistry:     &cluster.registry,
		})

		agents.NewAgentNamespace(chart, jsii.String("namespace"), nil)
		agents.NewLogAgent(chart, jsii.String("logs"), &agents.LogAgentProps{
			Destinations: &[]agents.LogDestination{agents.LogDestination_Loki(&agents.LokiDestinationOptions{Url: &cluster.loki})},
			Fields:       &map[string]agents.LogValue{"cluster": agents.LogValue_Text(&cluster.name)},
			Resources: agents.Resources_Of(&agents.ResourcesOptions{
				Cpu: jsii.String("50m"), Memory: jsii.String("64Mi"), MemoryLimit: &cluster.logMemory,
			}),
		})
		agents.NewMetricsExporter(chart, jsii.String("metrics"), nil)
	}
	app.Synth()
}
