// Command multusconfig judges configurations with the code of Multus and of CNI. Each line of its input is a JSON object with the text of one of
// them: `daemon` is what multus-daemon reads, `list` a list of plugins on a node, which Multus hands pods on to. It prints a line of JSON for each:
// what is wrong with it. It is built with multus.mod.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/containernetworking/cni/libcni"
	"gopkg.in/k8snetworkplumbingwg/multus-cni.v4/pkg/server"
	"gopkg.in/k8snetworkplumbingwg/multus-cni.v4/pkg/server/config"
	"gopkg.in/k8snetworkplumbingwg/multus-cni.v4/pkg/types"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/answers"
)

type input struct {
	Daemon string `json:"daemon"`
	List   string `json:"list"`
}

type verdict struct {
	Problem string `json:"problem,omitempty"`
}

func main() {
	folder, err := os.MkdirTemp("", "multus-")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	answers.Each(func(text input) verdict { return verdict{Problem: message(problemOf(text, folder))} })
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func problemOf(text input, folder string) error {
	if text.List != "" {
		return listProblem([]byte(text.List))
	}
	return daemonProblem([]byte(text.Daemon), filepath.Join(folder, "daemon-config.json"))
}

// daemonProblem is with which error multus-daemon would end before it looks for the plugin of the cluster.
func daemonProblem(text []byte, file string) error {
	conf, err := server.LoadDaemonNetConf(text)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		return err
	}
	multus, err := config.ParseMultusConfig(file)
	if err != nil {
		return err
	}
	// what the daemon asks for when it writes the configuration of its plugin
	if multus.CNIVersion == "" && multus.MultusConfigFile == "auto" {
		return errors.New("the CNI version is a mandatory parameter")
	}
	if conf.ConnectionLimit != nil && *conf.ConnectionLimit <= 0 {
		return fmt.Errorf("connection limit must be greater than 0, got %d", *conf.ConnectionLimit)
	}
	return unknownKeys(text)
}

// unknownKeys are those that none of the three readers of the configuration has a field for: the daemon ignores them.
func unknownKeys(text []byte) error {
	var given map[string]any
	if err := json.Unmarshal(text, &given); err != nil {
		return err
	}
	for _, reader := range []any{server.ControllerNetConf{}, config.MultusConf{}, types.NetConf{}} {
		forget(given, reflect.TypeOf(reader))
	}
	if len(given) > 0 {
		return fmt.Errorf("unknown keys: %v", slices.Sorted(maps.Keys(given)))
	}
	return nil
}

func forget(given map[string]any, fields reflect.Type) {
	for at := range fields.NumField() {
		name, _, _ := strings.Cut(fields.Field(at).Tag.Get("json"), ",")
		if name == "" && fields.Field(at).Anonymous {
			forget(given, fields.Field(at).Type)
		}
		delete(given, name)
	}
}

// listProblem is what CNI itself and Multus say of a list of plugins.
func listProblem(text []byte) error {
	if _, err := libcni.NetworkConfFromBytes(text); err != nil {
		return err
	}
	return types.LoadDelegateNetConfList(text, &types.DelegateNetConf{})
}
