// Package schedule holds what the library says of ports and resources against the scheduler.
package schedule

import (
	"encoding/json"
	"fmt"
	"reflect"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/nodeports"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/noderesources"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/cases"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Shortage is a resource of which a node has too little left: processor time in thousandths, everything else in whole units.
type Shortage struct {
	Wanted int64 `json:"wanted"`
	Free   int64 `json:"free"`
}

// Answer is what becomes of a pod on a node.
type Answer struct {
	// Requests are what is set aside for the pod.
	Requests map[string]int64 `json:"requests"`
	// Taken is what the pods on the node take of it.
	Taken map[string]int64 `json:"taken"`
	// PortsFree says whether the node has free ports for the pod.
	PortsFree bool `json:"portsFree"`
	// Short has the resources that are short.
	Short map[string]Shortage `json:"short"`
}

// Case is the template of an agent, a node with pods, and what the library says of them.
type Case struct {
	ID          string              `json:"id"`
	PodSpec     corev1.PodSpec      `json:"podSpec"`
	Allocatable corev1.ResourceList `json:"allocatable"`
	Pods        []corev1.Pod        `json:"pods"`
	Promised    Answer              `json:"promised"`
}

// Judge reads cases, one a line, and reports every one that the scheduler answers otherwise.
func Judge(file string, r *report.Report) error {
	proven := false
	return cases.Each(file, func(each Case) error {
		if each.Promised.Requests == nil || each.Promised.Taken == nil || each.Promised.Short == nil {
			return fmt.Errorf("%s promises nothing", each.ID)
		}
		if !proven {
			proven = true
			if err := prove(each, r); err != nil {
				return err
			}
		}
		return judge(each, r)
	})
}

// judge compares one case.
func judge(c Case, r *report.Report) error {
	actual, err := Decide(c)
	if err != nil {
		return err
	}
	r.Count("cases", 1)
	if actual.PortsFree && len(actual.Short) == 0 {
		r.Count("cases that fit", 1)
	}
	if !actual.PortsFree {
		r.Count("cases without a port", 1)
	}
	for name := range actual.Short {
		r.Count("cases short of "+name, 1)
	}
	compare := func(what string, said, promised any) {
		if !reflect.DeepEqual(said, promised) {
			r.Add(mismatch(c, what, said, promised))
		}
	}
	compare("what the pod asks for", actual.Requests, c.Promised.Requests)
	compare("what other pods take", actual.Taken, c.Promised.Taken)
	compare("whether ports are free", actual.PortsFree, c.Promised.PortsFree)
	compare("what is short", actual.Short, c.Promised.Short)
	return nil
}

// Decide asks the filters of the scheduler, about objects as they are stored.
func Decide(c Case) (Answer, error) {
	agent, err := storedPod(corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "agent"}, Spec: c.PodSpec})
	if err != nil {
		return Answer{}, err
	}
	node := &corev1.Node{Status: corev1.NodeStatus{Allocatable: c.Allocatable.DeepCopy()}}
	if err := store(node); err != nil {
		return Answer{}, err
	}
	there := make([]*corev1.Pod, len(c.Pods))
	for i, pod := range c.Pods {
		if there[i], err = storedPod(pod); err != nil {
			return Answer{}, err
		}
	}
	info := framework.NewNodeInfo(there...)
	info.SetNode(node)

	answer := Answer{
		Requests: amounts(framework.NewNodeInfo(agent)), Taken: amounts(info), PortsFree: nodeports.Fits(agent, info), Short: map[string]Shortage{},
	}
	for _, short := range noderesources.Fits(agent, info, nil, noderesources.ResourceRequestsOptions{EnablePodLevelResources: true}) {
		answer.Short[string(short.ResourceName)] = Shortage{Wanted: short.Requested, Free: short.Capacity - short.Used}
	}
	return answer, nil
}

// storedPod is a pod that was made from a stored template, as it is stored itself.
func storedPod(pod corev1.Pod) (*corev1.Pod, error) {
	template := &corev1.PodTemplate{Template: corev1.PodTemplateSpec{Spec: *pod.Spec.DeepCopy()}}
	if err := store(template); err != nil {
		return nil, err
	}
	made := &corev1.Pod{ObjectMeta: pod.ObjectMeta, Spec: template.Template.Spec, Status: *pod.Status.DeepCopy()}
	made.UID = types.UID(pod.Name)
	return made, store(made)
}

// store gives an object its defaults, and its quantities the one spelling that the API server keeps. Others are added up wrongly, for copies of
// them share their digits.
func store[T any, P interface {
	*T
	runtime.Object
}](object P) error {
	legacyscheme.Scheme.Default(object)
	text, err := json.Marshal(object)
	if err != nil {
		return err
	}
	*object = *new(T)
	return json.Unmarshal(text, object)
}

// amounts are the requests of all pods of a node, and how many they are.
func amounts(info *framework.NodeInfo) map[string]int64 {
	requested := info.Requested
	all := map[string]int64{
		"pods": int64(len(info.Pods)), "cpu": requested.MilliCPU, "memory": requested.Memory, "ephemeral-storage": requested.EphemeralStorage,
	}
	for name, amount := range requested.ScalarResources {
		all[string(name)] = amount
	}
	for name, amount := range all {
		if amount == 0 {
			delete(all, name)
		}
	}
	return all
}

func mismatch(c Case, what string, said, promised any) report.Finding {
	text := func(value any) string { written, _ := json.Marshal(value); return string(written) }
	return report.Finding{
		Judge: "scheduled", Input: c.ID, Field: what,
		Message: fmt.Sprintf("the scheduler says %s, the library says %s: pod %s on a node with %s, beside %s", text(said), text(promised), text(c.PodSpec),
			text(c.Allocatable), text(c.Pods)),
	}
}

// prove changes one thing at a time in a promise that holds: each change must be found, and it alone.
func prove(c Case, r *report.Report) error {
	changes := []struct {
		what   string
		change func(*Answer)
	}{
		{"a pod that asks for more than was said", func(a *Answer) { a.Requests["cpu"]++ }},
		{"a node that is emptier than was said", func(a *Answer) { a.Taken["memory"]-- }},
		{"ports that were said to be taken, or free", func(a *Answer) { a.PortsFree = !a.PortsFree }},
		{"a shortage that nobody has", func(a *Answer) { a.Short["example.com/none"] = Shortage{Wanted: 1} }},
	}
	for _, each := range changes {
		bad := c
		var err error
		if bad.Promised, err = Decide(c); err != nil {
			return err
		}
		each.change(&bad.Promised)
		scratch := report.New("")
		if err := judge(bad, scratch); err != nil {
			return err
		}
		if err := r.Prove(each.what, len(scratch.Findings) == 1); err != nil {
			return err
		}
	}
	return nil
}
