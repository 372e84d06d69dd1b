package simulate

import (
	"fmt"
	"maps"
	"slices"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Changes are changes of manifests, on nodes that several of them share.
type Changes struct {
	Fleets  []Fleet   `json:"fleets"`
	Changes []*Change `json:"changes"`
}

// Fleet is a set of nodes. Kill are those that die before the changes.
type Fleet struct {
	Name  string        `json:"name"`
	Nodes []corev1.Node `json:"nodes"`
	Kill  []string      `json:"kill"`
}

// Change is what is there, what is to be there, and what the plan promises of going from one to the other.
type Change struct {
	Name   string    `json:"name"`
	Fleet  string    `json:"fleet"`
	Before []Written `json:"before"`
	After  []Written `json:"after"`
	// Keep are the keys of objects that are deleted without their pods where they are replaced.
	Keep    []string      `json:"keep"`
	Promise ChangePromise `json:"promise"`
}

// Written is an object as it is written.
type Written struct {
	// Key tells it from all others.
	Key  string `json:"key"`
	Text string `json:"text"`
	// Foreign: another tool applies it.
	Foreign bool `json:"foreign"`
	// Becomes is an adopted object as it is promised to be.
	Becomes string `json:"becomes"`
}

// ChangePromise is what the plan says of a change.
type ChangePromise struct {
	// Objects says by key what becomes of each: created, changed, replaced, adopted, removed, kept or refused. Of others it is nothing.
	Objects map[string]string `json:"objects"`
	// Agents says by namespace and name what happens to the pods of each DaemonSet.
	Agents map[string]AgentPromise `json:"agents"`
}

// AgentPromise is what happens to the pods of an agent. What is left out depends on the order of the nodes, which is chance.
type AgentPromise struct {
	RolloutPromise
	// Restarted, Started and Stopped are the nodes on which a pod is replaced, made where there was none, or goes.
	Restarted []string `json:"restarted,omitempty"`
	Started   []string `json:"started,omitempty"`
	Stopped   []string `json:"stopped,omitempty"`
	// Waves is in how many of them pods are replaced, if all of a wave start at the same time.
	Waves *int `json:"waves,omitempty"`
	// WithoutAgent is the greatest number of nodes at once that should run the agent and have no available pod.
	WithoutAgent *int `json:"withoutAgent,omitempty"`
	// Covered counts the nodes that should run the agent, and have it once the change is through.
	Covered *int `json:"covered,omitempty"`
}

// LoadChanges reads changes.
func LoadChanges(file string) (*Changes, error) {
	return load(file, "there is no change", func(changes *Changes) bool { return len(changes.Changes) > 0 })
}

func (c *Change) documents(written []Written) ([]*manifest.Document, error) {
	var docs []*manifest.Document
	for _, each := range written {
		parsed, err := manifest.Parse(c.Name, []byte(each.Text))
		if err != nil {
			return nil, err
		}
		if len(parsed) != 1 || parsed[0].Err != nil {
			return nil, fmt.Errorf("%s is not one object: %s", each.Key, each.Text)
		}
		docs = append(docs, parsed[0])
	}
	return docs, nil
}

// promised are the adopted objects as they are promised to be, in the places of those that adopt them.
func (c *Change) promised() ([]*manifest.Document, error) {
	all := make([]*manifest.Document, len(c.After))
	for i, each := range c.After {
		if each.Becomes == "" {
			continue
		}
		docs, err := c.documents([]Written{{Key: each.Key, Text: each.Becomes}})
		if err != nil {
			return nil, err
		}
		all[i] = docs[0]
	}
	return all, nil
}

// daemonSets are those that a change leaves.
func (c *Change) daemonSets() ([]*appsv1.DaemonSet, error) {
	docs, err := c.documents(c.After)
	if err != nil {
		return nil, err
	}
	adopted, err := c.promised()
	if err != nil {
		return nil, err
	}
	var all []*appsv1.DaemonSet
	for i, doc := range docs {
		if adopted[i] != nil {
			doc = adopted[i]
		}
		if doc.Object.GetKind() != "DaemonSet" {
			continue
		}
		daemonSet := &appsv1.DaemonSet{}
		if err := runtime.DefaultUnstructuredConverter.FromUnstructured(doc.Object.Object, daemonSet); err != nil {
			return nil, err
		}
		all = append(all, daemonSet)
	}
	return all, nil
}

// report compares what happens with what is promised.
func (p ChangePromise) report(change string, found ChangePromise, r *report.Report) {
	for _, complaint := range p.compareObjects(found) {
		r.Add(report.Finding{Judge: "plan", Input: change, Message: complaint})
	}
	for _, complaint := range p.compareAgents(found) {
		r.Add(report.Finding{Judge: "restarts", Input: change, Message: complaint})
	}
	r.Count("changes", 1)
	r.Count("objects", len(p.Objects))
	for _, action := range p.Objects {
		r.Count("objects "+action, 1)
	}
	for _, agent := range p.Agents {
		r.Count("agents", 1)
		r.Count("pods restarted", len(agent.Restarted))
		if agent.Waves != nil {
			r.Count("waves", *agent.Waves)
		}
		if agent.Outcome != nil && *agent.Outcome == "stalled" {
			r.Count("stalls", 1)
		}
	}
}

func (p ChangePromise) compare(found ChangePromise) []string {
	return append(p.compareObjects(found), p.compareAgents(found)...)
}

// compareObjects lists what becomes of objects otherwise than promised.
func (p ChangePromise) compareObjects(found ChangePromise) []string {
	var wrong []string
	for _, key := range slices.Sorted(maps.Keys(p.Objects)) {
		if found.Objects[key] != p.Objects[key] {
			wrong = append(wrong, fmt.Sprintf("%s: %q is promised, and it is %q", key, p.Objects[key], found.Objects[key]))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(found.Objects)) {
		if _, promised := p.Objects[key]; !promised {
			wrong = append(wrong, fmt.Sprintf("%s: nothing is promised, and it is %q", key, found.Objects[key]))
		}
	}
	return wrong
}

// compareAgents lists what happens to pods otherwise than promised.
func (p ChangePromise) compareAgents(found ChangePromise) []string {
	var wrong []string
	for _, name := range slices.Sorted(maps.Keys(p.Agents)) {
		for _, complaint := range p.Agents[name].compare(found.Agents[name]) {
			wrong = append(wrong, name+": "+complaint)
		}
	}
	return wrong
}

func (p AgentPromise) compare(found AgentPromise) []string {
	wrong := p.RolloutPromise.compare(found.RolloutPromise)
	for what, each := range map[string][2]any{
		"restarted": {p.Restarted, found.Restarted}, "started": {p.Started, found.Started}, "stopped": {p.Stopped, found.Stopped},
		"waves": {p.Waves, found.Waves}, "without the agent": {p.WithoutAgent, found.WithoutAgent}, "covered": {p.Covered, found.Covered},
	} {
		if left, right := text(each[0]), text(each[1]); left != "null" && left != right {
			wrong = append(wrong, fmt.Sprintf("%s: %s is promised, and it is %s", what, left, right))
		}
	}
	slices.Sort(wrong)
	return wrong
}

// proveChanges turns what has happened around in every way: as a promise, each must be found in every change where it can be.
func proveChanges(found []ChangePromise, r *report.Report) error {
	other := "no-such-outcome"
	for what, turn := range map[string]func(ChangePromise) bool{
		"an object that is replaced, and does not change": turnObject("replaced", "changed"),
		"an object that changes, and is not replaced":     turnObject("changed", "replaced"),
		"an object that changes, and does not stay":       turnObject("changed", ""),
		"an object that stays, and is not removed":        turnObject("kept", "removed"),
		"an object that is adopted":                       turnObject("adopted", "changed"),
		"a pod that is not restarted":                     turnAgents(func(p *AgentPromise) bool { return turnNodes(&p.Restarted) }),
		"a pod that does not go":                          turnAgents(func(p *AgentPromise) bool { return turnNodes(&p.Stopped) }),
		"a pod that does not start":                       turnAgents(func(p *AgentPromise) bool { return turnNodes(&p.Started) }),
		"a wave that does not come":                       turnAgents(func(p *AgentPromise) bool { return turnNumber(&p.Waves) }),
		"a node that has the agent all the time":          turnAgents(func(p *AgentPromise) bool { return turnNumber(&p.WithoutAgent) }),
		"a node that gets no agent":                       turnAgents(func(p *AgentPromise) bool { return turnNumber(&p.Covered) }),
		"a change that ends otherwise": turnAgents(func(p *AgentPromise) bool {
			isThere := p.Outcome != nil
			p.Outcome = &other
			return isThere
		}),
	} {
		turned := 0
		for _, each := range found {
			promise := ChangePromise{Objects: maps.Clone(each.Objects), Agents: maps.Clone(each.Agents)}
			if !turn(promise) {
				continue
			}
			if turned++; len(promise.compare(each)) == 0 {
				return r.Prove(what, false)
			}
		}
		if err := r.Prove(what, turned > 0); err != nil {
			return err
		}
	}
	return nil
}

// turnObject says something else of an object, or nothing. What it returns tells whether there is one.
func turnObject(from, to string) func(ChangePromise) bool {
	return func(p ChangePromise) bool {
		for _, key := range slices.Sorted(maps.Keys(p.Objects)) {
			if p.Objects[key] != from {
				continue
			}
			if p.Objects[key] = to; to == "" {
				delete(p.Objects, key)
			}
			return true
		}
		return false
	}
}

func turnAgents(turn func(*AgentPromise) bool) func(ChangePromise) bool {
	return func(p ChangePromise) bool {
		found := false
		for name, agent := range p.Agents {
			found = turn(&agent) || found
			p.Agents[name] = agent
		}
		return found
	}
}

func turnNodes(nodes *[]string) bool {
	if *nodes == nil {
		return false
	}
	*nodes = append(slices.Clone(*nodes), "no-such-node")
	return true
}

func turnNumber(number **int) bool {
	if *number == nil {
		return false
	}
	more := **number + 1
	*number = &more
	return true
}
