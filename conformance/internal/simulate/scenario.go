package simulate

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Scenario is the story of a platform on a cluster: what happens, and what the library promises for each chapter.
type Scenario struct {
	// Manifest is the file with the platform.
	Manifest string `json:"manifest"`
	// Nodes are there from the start.
	Nodes []corev1.Node `json:"nodes"`
	Steps []Step        `json:"steps"`
}

// Step is something that happens to the cluster, and what follows.
type Step struct {
	Name string `json:"name"`
	// Join are nodes that come, Kill is a node that dies.
	Join []corev1.Node `json:"join"`
	Kill string        `json:"kill"`
	// Image is the suffix that all image tags get; the platform is then applied anew.
	Image   *string            `json:"image"`
	Promise map[string]Promise `json:"promise"`
}

// Promise is what becomes of an agent.
type Promise struct {
	// Nodes get exactly one pod each, no other node gets any.
	Nodes []string `json:"nodes"`
	// Unable are those of the nodes whose kubelet does not answer: their pod does not run.
	Unable []string `json:"unable"`
	// Image is the suffix of the image that runs in the end.
	Image string `json:"image"`
}

// LoadScenario reads a scenario.
func LoadScenario(file string) (*Scenario, error) {
	return load(file, "a scenario needs nodes and steps", func(scenario *Scenario) bool {
		return len(scenario.Nodes) > 0 && len(scenario.Steps) > 0
	})
}

// Play goes through the scenario and compares each chapter with its promise.
func (s *Simulation) Play(scenario *Scenario, r *report.Report) error {
	docs, err := manifest.LoadFile(scenario.Manifest)
	if err != nil {
		return err
	}
	if err := s.Join(scenario.Nodes); err != nil {
		return err
	}
	if err := s.apply.Prepare(docs); err != nil {
		return err
	}
	for number, step := range scenario.Steps {
		if err := s.perform(step, docs); err != nil {
			return fmt.Errorf("%s: %w", step.Name, err)
		}
		complaints, err := s.settle(func(agents map[string]agentState) []string { return compare(step.Promise, agents) })
		if err != nil {
			return err
		}
		for _, complaint := range complaints {
			r.Add(report.Finding{Judge: "runs", Input: scenario.Manifest, Object: step.Name, Message: complaint})
		}
		if number == 0 {
			if err := s.prove(step.Promise, r); err != nil {
				return err
			}
		}
		r.Count("steps", 1)
		for _, promise := range step.Promise {
			r.Count("pods promised", len(promise.Nodes))
		}
	}
	return nil
}

func (s *Simulation) perform(step Step, docs []*manifest.Document) error {
	if step.Kill != "" {
		if err := s.Kill(step.Kill); err != nil {
			return err
		}
		if _, err := s.settled(); err != nil { // its pods are marked before anything else happens
			return err
		}
	}
	if err := s.Join(step.Join); err != nil {
		return err
	}
	if step.Image == nil {
		return nil
	}
	return s.applyWithImages(docs, *step.Image)
}

// applyWithImages applies the documents, with a suffix on all image tags. Time passes here as on the clock, so that a rollout which waits
// for each pod would take minutes: pods count as soon as they run.
func (s *Simulation) applyWithImages(docs []*manifest.Document, suffix string) error {
	for _, doc := range docs {
		if doc.Err != nil {
			return doc.Err
		}
		object := doc.Object.DeepCopy()
		containers, found, err := unstructured.NestedSlice(object.Object, "spec", "template", "spec", "containers")
		if err != nil {
			return err
		}
		unstructured.RemoveNestedField(object.Object, "spec", "minReadySeconds")
		if found {
			for _, container := range containers {
				container.(map[string]any)["image"] = container.(map[string]any)["image"].(string) + suffix
			}
			if err := unstructured.SetNestedSlice(object.Object, containers, "spec", "template", "spec", "containers"); err != nil {
				return err
			}
		}
		text, err := yaml.Marshal(object.Object)
		if err != nil {
			return err
		}
		if _, _, err := s.apply.Apply(&manifest.Document{File: doc.File, Index: doc.Index, Raw: text, Object: object}); err != nil {
			return fmt.Errorf("%s: %w", doc.ID(), err)
		}
	}
	return nil
}

// compare lists how the agents differ from what is promised of them.
func compare(promises map[string]Promise, agents map[string]agentState) []string {
	var wrong []string
	for name, promise := range promises {
		agent, found := agents[name]
		if !found {
			wrong = append(wrong, name+" is not there")
			continue
		}
		wrong = append(wrong, compareAgent(name, promise, agent)...)
	}
	for name := range agents {
		if _, promised := promises[name]; !promised {
			wrong = append(wrong, name+" is there, and nothing is promised of it")
		}
	}
	sort.Strings(wrong)
	return wrong
}

func compareAgent(name string, promise Promise, agent agentState) []string {
	var wrong []string
	pods := map[string][]podState{}
	for _, pod := range agent.pods {
		if !slices.Contains(promise.Nodes, pod.node) {
			wrong = append(wrong, fmt.Sprintf("%s has a pod where none is promised: %s", name, pod))
		}
		pods[pod.node] = append(pods[pod.node], pod)
	}
	if int(agent.status.DesiredNumberScheduled) != len(promise.Nodes) {
		wrong = append(wrong, fmt.Sprintf("%s wants %d pods, %d are promised", name, agent.status.DesiredNumberScheduled, len(promise.Nodes)))
	}
	for _, node := range promise.Nodes {
		here := pods[node]
		switch {
		case len(here) != 1:
			wrong = append(wrong, fmt.Sprintf("%s has %d pods on %s: %v", name, len(here), node, here))
		case slices.Contains(promise.Unable, node):
			if here[0].running {
				wrong = append(wrong, fmt.Sprintf("%s runs on a node that cannot run it: %s", name, here[0]))
			}
		case !here[0].running:
			wrong = append(wrong, fmt.Sprintf("%s does not run: %s", name, here[0]))
		case !hasImage(here[0].image, promise.Image):
			wrong = append(wrong, fmt.Sprintf("%s runs another image than the promised one%s: %s", name, promise.Image, here[0]))
		}
	}
	return wrong
}

// upgrades mark the images of later steps; the first one has none.
const upgrades = "-upgrade"

func hasImage(image, suffix string) bool {
	if suffix == "" {
		return !strings.Contains(image, upgrades)
	}
	return strings.HasSuffix(image, suffix)
}

// prove turns the promises of the running platform around in every way; each must be found.
func (s *Simulation) prove(promises map[string]Promise, r *report.Report) error {
	agents, err := s.look()
	if err != nil {
		return err
	}
	for what, change := range map[string]func(*Promise){
		"a pod that is missing":          func(p *Promise) { p.Nodes = append(slices.Clone(p.Nodes), "no-such-node") },
		"a pod too many":                 func(p *Promise) { p.Nodes = p.Nodes[1:] },
		"an image that does not run":     func(p *Promise) { p.Image = upgrades },
		"a pod that must not be running": func(p *Promise) { p.Unable = p.Nodes },
	} {
		found := 0
		for name, promise := range promises {
			change(&promise)
			found += min(1, len(compareAgent(name, promise, agents[name])))
		}
		if err := r.Prove(what, found == len(promises) && found > 0); err != nil {
			return err
		}
	}
	return nil
}
