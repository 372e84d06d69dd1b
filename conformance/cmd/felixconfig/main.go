// Command felixconfig judges variables of Felix with Felix's own parser. It reads lines of JSON, each with the variables of one node, and prints for
// each a line of JSON: the variables that Felix does not know, those whose values it replaces by its defaults, and the error with which it would end.
//
// With felix.mod it is the newest Felix whose Go module can be had, that of 3.28. Built within a checkout of Calico it is the one of that release.
package main

import (
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"

	"github.com/projectcalico/calico/felix/config"
	log "github.com/sirupsen/logrus"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/answers"
)

type verdict struct {
	Unknown []string `json:"unknown"`
	Invalid []string `json:"invalid"`
	Problem string   `json:"problem,omitempty"`
}

// listener takes from the log what the parser tells nobody else.
type listener struct{ invalid []string }

func (l *listener) Levels() []log.Level { return []log.Level{log.WarnLevel, log.ErrorLevel} }

func (l *listener) Fire(entry *log.Entry) error {
	if strings.Contains(entry.Message, "Replacing invalid value") {
		l.invalid = append(l.invalid, fmt.Sprint(entry.Data["error"]))
	}
	return nil
}

func main() {
	log.SetOutput(io.Discard)
	answers.Each(judge)
}

func judge(variables map[string]string) verdict {
	heard := &listener{}
	log.StandardLogger().ReplaceHooks(log.LevelHooks{log.WarnLevel: {heard}, log.ErrorLevel: {heard}})
	environment := make([]string, 0, len(variables))
	for name, value := range variables {
		environment = append(environment, name+"="+value)
	}
	raw := config.LoadConfigFromEnvironment(environment)
	// as Felix reads the variable that every node has
	raw["felixhostname"] = "node"
	found := verdict{Unknown: unknown(raw), Invalid: []string{}}
	params := config.New()
	if _, err := params.UpdateFrom(raw, config.EnvironmentVariable); err != nil {
		found.Problem = err.Error()
	} else if err := params.Validate(); err != nil {
		found.Problem = err.Error()
	}
	found.Invalid = append(found.Invalid, heard.invalid...)
	sort.Strings(found.Invalid)
	return found
}

// unknown are the parameters that no field of the configuration is made from. Felix ignores them.
func unknown(raw map[string]string) []string {
	names := []string{}
	for name := range raw {
		if !known[strings.ToLower(name)] {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

var known = knownNames()

func knownNames() map[string]bool {
	names := map[string]bool{}
	fields := reflect.TypeOf(config.Config{})
	for at := 0; at < fields.NumField(); at++ {
		if field := fields.Field(at); field.Tag.Get("config") != "" {
			names[strings.ToLower(field.Name)] = true
		}
	}
	return names
}
