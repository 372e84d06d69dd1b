// Command proxyconfig reads texts of KubeProxyConfiguration as kube-proxy does: decoded strictly, defaulted, and judged by its own validation.
// Each line of its input is a JSON string with one of them. It prints a line of JSON for each: what is wrong with it.
package main

import (
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/kubernetes/pkg/proxy/apis/config"
	"k8s.io/kubernetes/pkg/proxy/apis/config/scheme"
	"k8s.io/kubernetes/pkg/proxy/apis/config/validation"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/answers"
)

type verdict struct {
	Problem string `json:"problem,omitempty"`
}

func main() {
	answers.Each(func(text string) verdict { return verdict{Problem: problemOf([]byte(text))} })
}

func problemOf(text []byte) string {
	codecs := serializer.NewCodecFactory(scheme.Scheme, serializer.EnableStrict)
	object, _, err := codecs.UniversalDecoder().Decode(text, nil, nil)
	if err != nil {
		return err.Error()
	}
	proxy, isConfig := object.(*config.KubeProxyConfiguration)
	if !isConfig {
		return "not a KubeProxyConfiguration"
	}
	if problems := validation.Validate(proxy); len(problems) > 0 {
		return problems.ToAggregate().Error()
	}
	return ""
}
