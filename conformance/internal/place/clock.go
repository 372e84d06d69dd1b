package place

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/daemon"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Clock says how long the controller's decision takes for every agent on every node, in processor time of one thread, and what it decides.
func Clock(agentsFile, nodesFile string, r *report.Report) error {
	var agents appsv1.DaemonSetList
	var nodes corev1.NodeList
	for file, into := range map[string]any{agentsFile: &agents, nodesFile: &nodes} {
		text, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(text, into)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	if len(agents.Items) == 0 || len(nodes.Items) == 0 {
		return fmt.Errorf("%s and %s hold %d agents and %d nodes", agentsFile, nodesFile, len(agents.Items), len(nodes.Items))
	}
	// garbage is collected at the same expense
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	log := klog.Background()
	began := processorTime()
	runs, stays := 0, 0
	for i := range agents.Items {
		for j := range nodes.Items {
			run, stay := daemon.NodeShouldRunDaemonPod(log, &nodes.Items[j], &agents.Items[i])
			if run {
				runs++
			}
			if stay {
				stays++
			}
		}
	}
	r.Figures["microseconds"] = int((processorTime() - began).Microseconds())
	r.Figures["pairs"] = len(agents.Items) * len(nodes.Items)
	r.Figures["pairs with a pod"] = runs
	r.Figures["pairs where a pod may stay"] = stays
	return nil
}

func processorTime() time.Duration {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
