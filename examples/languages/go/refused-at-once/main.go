package main

import (
	"fmt"

	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
)

func main() {
	fmt.Println(*agents.Rollout_Percent(jsii.Number(0), nil).IsSurge())
}
