module example.com/node-agents

go 1.25

require (
	github.com/aws/jsii-runtime-go v1.140.0
	github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents v0.0.0
	github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2 v2.68.91
)
