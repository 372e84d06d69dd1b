// Command conformance puts promises of the library before Kubernetes: `place`, `schedule`, `podsecurity`, `apply`, `run`, `boot` and `changes`. Each writes a report.
//
// Exit code 2 means that the judges themselves failed; findings are in the report.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/apply"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/claims"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/cluster"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/place"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/podsecurity"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/schedule"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/simulate"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/symptom"
)

var commands = map[string]func(ctx context.Context, flags *flag.FlagSet, args []string, r *report.Report) error{
	"clock": clockCommand, "place": placeCommand, "schedule": scheduleCommand, "podsecurity": podSecurityCommand, "apply": applyCommand, "run": runCommand, "boot": bootCommand,
	"changes": changesCommand,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: conformance place|schedule|podsecurity|apply|run|boot|changes -report FILE ...")
		os.Exit(2)
	}
	flags := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	reportFile := flags.String("report", "", "where the report goes")
	r := report.New(report.KubernetesVersion())
	err := commands[os.Args[1]](context.Background(), flags, os.Args[2:], r)
	if err == nil {
		err = r.Write(*reportFile)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "conformance %s: %v\n", os.Args[1], err)
		os.Exit(2)
	}
}

// clockCommand times the decision of the DaemonSet controller: agents, nodes.
func clockCommand(_ context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	_ = flags.Parse(args)
	return place.Clock(flags.Arg(0), flags.Arg(1), r)
}

// placeCommand judges a file of placement cases.
func placeCommand(_ context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	_ = flags.Parse(args)
	return place.Judge(flags.Arg(0), r)
}

// scheduleCommand judges a file of scheduling cases.
func scheduleCommand(_ context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	_ = flags.Parse(args)
	return schedule.Judge(flags.Arg(0), r)
}

// podSecurityCommand judges a file of Pod Security cases.
func podSecurityCommand(_ context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	_ = flags.Parse(args)
	return podsecurity.Judge(flags.Arg(0), r)
}

// upgrade is a file of the last release, and what it is today.
type upgrade struct {
	Last  string `json:"last"`
	Today string `json:"today"`
}

// applyCommand applies files, upgrades and claims to a control plane without controllers.
func applyCommand(ctx context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	agents := flags.String("agents", "", "folder of files that share no objects")
	upgradesFile := flags.String("upgrades", "", "pairs of files: the last release, today")
	claimsFile := flags.String("claims", "", "what the error catalogue claims")
	_ = flags.Parse(args)
	list, err := claims.Load(*claimsFile)
	if err != nil {
		return err
	}
	var upgrades []upgrade
	text, err := os.ReadFile(*upgradesFile)
	if err == nil {
		err = json.Unmarshal(text, &upgrades)
	}
	if err != nil {
		return err
	}
	generated, err := manifest.Files(*agents)
	if err != nil {
		return err
	}
	control, err := cluster.Start(ctx)
	if err != nil {
		return err
	}
	defer control.Stop()
	client, err := apply.NewClient(control)
	if err != nil {
		return err
	}
	if err := client.Prove(r); err != nil {
		return err
	}
	for _, file := range flags.Args() {
		if err := client.Alone(file, r); err != nil {
			return err
		}
	}
	for _, pair := range upgrades {
		if err := client.Upgrade(pair.Last, pair.Today, r); err != nil {
			return err
		}
	}
	if err := client.Claims(list, r); err != nil {
		return err
	}
	return client.Files(generated, r)
}

// runCommand plays a scenario and rollouts on simulated nodes, and looks for the symptoms of what is accepted and never works.
func runCommand(ctx context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	claimsFile := flags.String("claims", "", "what the error catalogue claims")
	rolloutsFile := flags.String("rollouts", "", "changes of agents, and where each ends")
	_ = flags.Parse(args)
	rollouts, err := simulate.LoadRollouts(*rolloutsFile)
	if err != nil {
		return err
	}
	list, err := claims.Load(*claimsFile)
	if err != nil {
		return err
	}
	scenario, err := simulate.LoadScenario(flags.Arg(0))
	if err != nil {
		return err
	}
	if err := symptom.Judge(list, scenario.Nodes, r); err != nil {
		return err
	}
	return simulated(ctx, 20*time.Second, func(simulation *simulate.Simulation) error {
		if err := simulation.Play(scenario, r); err != nil {
			return err
		}
		docs, err := manifest.LoadFile(scenario.Manifest)
		if err != nil {
			return err
		}
		if err := simulation.Remove(docs); err != nil {
			return err
		}
		if err := simulation.Claims(list, r); err != nil {
			return err
		}
		return simulation.Rollouts(rollouts, r)
	})
}

// bootCommand boots clusters whose nodes have all just joined.
func bootCommand(ctx context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	_ = flags.Parse(args)
	boots, err := simulate.LoadBoots(flags.Arg(0))
	if err != nil {
		return err
	}
	return simulated(ctx, 20*time.Second, func(simulation *simulate.Simulation) error { return simulation.Boots(boots, r) })
}

// changesCommand plays changes of manifests on simulated nodes, and compares what happens with what the plans of them promise.
func changesCommand(ctx context.Context, flags *flag.FlagSet, args []string, r *report.Report) error {
	_ = flags.Parse(args)
	changes, err := simulate.LoadChanges(flags.Arg(0))
	if err != nil {
		return err
	}
	return simulated(ctx, 50*time.Second, func(simulation *simulate.Simulation) error { return simulation.Changes(changes, r) })
}

// simulated acts in a cluster of its own with simulated nodes.
func simulated(ctx context.Context, gracePeriod time.Duration, act func(*simulate.Simulation) error) error {
	control, err := cluster.Start(ctx)
	if err != nil {
		return err
	}
	defer control.Stop()
	simulation, err := simulate.Start(control, gracePeriod)
	if err != nil {
		return err
	}
	return act(simulation)
}
