package main

import (
	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

// NeedsLabel is a check of our own: the pods carry a label.
type NeedsLabel struct{ label string }

func (n *NeedsLabel) Contribute(plan agents.AgentPlan) { plan.AddCheck(n) }

func (n *NeedsLabel) Check(review agents.AgentReview) {
	template := review.Spec().(map[string]any)["template"].(map[string]any)
	labels := template["metadata"].(map[string]any)["labels"].(map[string]any)
	if labels[n.label] == nil {
		review.AddError(&agents.Finding{
			Code: jsii.String("acme/missing-label"),
			What: jsii.String("the pods have no label " + n.label),
			Fix:  jsii.String("add it to podLabels"),
		})
	}
}

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("monitoring"), &cdk8s.ChartProps{Namespace: jsii.String("monitoring")})
	agents.NewMetricsExporter(chart, jsii.String("metrics"), nil)
	agents.NewNodeAgent(chart, jsii.String("my-exporter"), &agents.NodeAgentProps{
		Image:    jsii.String("ghcr.io/your-org/exporter:1.0.0"),
		Ports:    &[]agents.Port{agents.Port_Host(jsii.String("metrics"), jsii.Number(9100), nil)},
		Features: &[]agents.IAgentFeature{&NeedsLabel{"team"}},
	})
	app.Synth()
}
