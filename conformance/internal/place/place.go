// Package place holds the nodes that an agent promises to run on against the DaemonSet controller.
package place

import (
	"encoding/json"
	"fmt"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/controller/daemon"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/cases"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Node is what the controller looks at.
type Node struct {
	Name   string            `json:"name"`
	Labels map[string]string `json:"labels"`
	Taints []corev1.Taint    `json:"taints"`
}

// Case is an agent, some nodes, and on which of them it promises to run.
type Case struct {
	ID      string         `json:"id"`
	PodSpec corev1.PodSpec `json:"podSpec"`
	Nodes   []Node         `json:"nodes"`
	// Promised has a 1 for each node that gets a pod, a 2 for one where a pod may stay but none is made, and a 0 for each other.
	Promised string `json:"promised"`
}

// Judge reads cases, one a line, and reports every pair that the controller decides otherwise.
func Judge(file string, r *report.Report) error {
	proven := false
	return cases.Each(file, func(each Case) error {
		if len(each.Promised) != len(each.Nodes) || len(each.Nodes) == 0 {
			return fmt.Errorf("%s promises %d of %d nodes", each.ID, len(each.Promised), len(each.Nodes))
		}
		if !proven {
			proven = true
			if err := prove(each, r); err != nil {
				return err
			}
		}
		judge(each, r)
		return nil
	})
}

// judge compares one case.
func judge(c Case, r *report.Report) {
	actual := Decide(&c)
	r.Count("pairs", len(actual))
	r.Count("pairs with a pod", strings.Count(actual, "1"))
	for i := range c.Nodes {
		if actual[i] != c.Promised[i] {
			r.Add(mismatch(c, i, actual[i]))
		}
	}
}

// Decide asks the controller for each node of the case.
func Decide(c *Case) string {
	daemonSet := &appsv1.DaemonSet{ObjectMeta: metav1.ObjectMeta{Name: "agent", Namespace: "agents"}}
	daemonSet.Spec.Template.Spec = c.PodSpec
	legacyscheme.Scheme.Default(daemonSet) // as it is stored
	log := klog.Background()
	decisions := make([]byte, len(c.Nodes))
	for i, node := range c.Nodes {
		runs, stays := daemon.NodeShouldRunDaemonPod(log, &corev1.Node{
			ObjectMeta: metav1.ObjectMeta{Name: node.Name, Labels: node.Labels}, Spec: corev1.NodeSpec{Taints: node.Taints},
		}, daemonSet)
		decisions[i] = '0'
		if runs {
			decisions[i] = '1'
		} else if stays {
			decisions[i] = '2'
		}
	}
	return string(decisions)
}

var words = map[byte]string{'0': "none", '1': "one", '2': "none, and that one may stay"}

func mismatch(c Case, i int, decision byte) report.Finding {
	said := fmt.Sprintf("of pods on this node the controller wants %s, the agent promises %s", words[decision], words[c.Promised[i]])
	node, _ := json.Marshal(c.Nodes[i])
	selector, _ := json.Marshal(map[string]any{"nodeSelector": c.PodSpec.NodeSelector, "affinity": c.PodSpec.Affinity, "tolerations": c.PodSpec.Tolerations})
	return report.Finding{Judge: "placed", Input: c.ID, Object: c.Nodes[i].Name, Message: fmt.Sprintf("%s: node %s, pod %s", said, node, selector)}
}

// prove turns one promise around, which must be found, and it alone.
func prove(c Case, r *report.Report) error {
	turned := []byte(Decide(&c))
	turned[0] ^= 1 // 0 and 1 differ in the last bit
	c.Promised = string(turned)
	scratch := report.New("")
	judge(c, scratch)
	return r.Prove("a promise that was turned around", len(scratch.Findings) == 1)
}
