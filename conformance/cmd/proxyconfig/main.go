// Command proxyconfig reads files of KubeProxyConfiguration as kube-proxy does: decoded strictly, defaulted, and judged by its own validation.
// It prints a line of JSON for each file: its name and what is wrong with it.
package main

import (
	"encoding/json"
	"os"
	"path/filepath"

	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/kubernetes/pkg/proxy/apis/config"
	"k8s.io/kubernetes/pkg/proxy/apis/config/scheme"
	"k8s.io/kubernetes/pkg/proxy/apis/config/validation"
)

type verdict struct {
	File    string `json:"file"`
	Problem string `json:"problem,omitempty"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	for _, file := range os.Args[1:] {
		if err := out.Encode(verdict{File: filepath.Base(file), Problem: problemOf(file)}); err != nil {
			panic(err)
		}
	}
}

func problemOf(file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return err.Error()
	}
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
