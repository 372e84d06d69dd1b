// Command kubevip reads sets of variables from standard input, a JSON object on each line, and has kube-vip itself read and judge each of them.
// It prints a line of JSON for each: what is wrong, and the configuration that kube-vip makes of it. It is built with kube-vip.mod.
package main

import (
	"fmt"
	"os"

	"github.com/kube-vip/kube-vip/pkg/kubevip"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/answers"
)

type verdict struct {
	Problem string `json:"problem,omitempty"`
	Config  string `json:"config"`
}

func main() {
	answers.Each(judge)
}

func judge(variables map[string]string) verdict {
	os.Clearenv()
	for name, value := range variables {
		if err := os.Setenv(name, value); err != nil {
			return verdict{Problem: err.Error()}
		}
	}
	config := kubevip.Config{}
	err := kubevip.ParseEnvironment(&config)
	if err == nil {
		err = config.Validate()
	}
	if err != nil {
		return verdict{Problem: err.Error()}
	}
	return verdict{Config: fmt.Sprintf("%+v", config)}
}
