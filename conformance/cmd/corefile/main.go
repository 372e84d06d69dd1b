// Command corefile judges texts in the language of CoreDNS as node-cache would read them: with CoreDNS' own parser, and with the set-up of
// every plugin that node-cache has, without listening anywhere. Each line of its input is a JSON string with a text. It prints a line of JSON
// for each: what is wrong with it. It is built with coredns.mod.
package main

import (
	"github.com/coredns/caddy"
	_ "github.com/coredns/coredns/core/dnsserver"
	_ "github.com/coredns/coredns/plugin/bind"
	_ "github.com/coredns/coredns/plugin/cache"
	_ "github.com/coredns/coredns/plugin/debug"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/forward"
	_ "github.com/coredns/coredns/plugin/health"
	_ "github.com/coredns/coredns/plugin/hosts"
	_ "github.com/coredns/coredns/plugin/loadbalance"
	_ "github.com/coredns/coredns/plugin/log"
	_ "github.com/coredns/coredns/plugin/loop"
	_ "github.com/coredns/coredns/plugin/metrics"
	_ "github.com/coredns/coredns/plugin/pprof"
	_ "github.com/coredns/coredns/plugin/reload"
	_ "github.com/coredns/coredns/plugin/rewrite"
	_ "github.com/coredns/coredns/plugin/template"
	_ "github.com/coredns/coredns/plugin/whoami"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/answers"
)

type verdict struct {
	Problem string `json:"problem,omitempty"`
}

func main() {
	answers.Each(func(text string) verdict { return verdict{Problem: problemOf(text)} })
}

func problemOf(text string) string {
	input := caddy.CaddyfileInput{Filepath: "Corefile", Contents: []byte(text), ServerTypeName: "dns"}
	if err := caddy.ValidateAndExecuteDirectives(input, nil, true); err != nil {
		return err.Error()
	}
	return ""
}
