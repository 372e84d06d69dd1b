// Command ciliumconfig is cilium-agent up to where it would start: its flags, its loader of a folder of keys, and its validation.
//
//	ciliumconfig flags                            prints a line of JSON for each flag: its name, type and default
//	CILIUM_CONFIG_DIR=FOLDER ciliumconfig judge   ends with an error where the agent refuses the keys of the folder
//
// Nothing of the agent is started, and nothing of the machine is looked at.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	agent "github.com/cilium/cilium/daemon/cmd"
	"github.com/cilium/cilium/pkg/hive"
	"github.com/cilium/cilium/pkg/option"
)

type flag struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Default string `json:"default"`
}

func main() {
	cells := hive.New(agent.Agent)
	root := agent.NewAgentCmd(func() *hive.Hive { return cells })
	root.AddCommand(
		&cobra.Command{Use: "flags", Run: func(*cobra.Command, []string) { printFlags(root.Flags()) }},
		// the folder was read, and each key given its type, before this runs
		&cobra.Command{Use: "judge", Run: func(*cobra.Command, []string) {
			if err := option.Config.Validate(cells.Viper()); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}},
	)
	agent.Execute(root)
}

func printFlags(flags *pflag.FlagSet) {
	out := json.NewEncoder(os.Stdout)
	flags.VisitAll(func(each *pflag.Flag) {
		if err := out.Encode(flag{Name: each.Name, Type: each.Value.Type(), Default: each.DefValue}); err != nil {
			panic(err)
		}
	})
}
