package simulate

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/util/retry"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/daemon"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Rollout is a change of an agent, on nodes of its own, and what the library promises of it.
type Rollout struct {
	Name string `json:"name"`
	// Namespace holds nothing else.
	Namespace string        `json:"namespace"`
	Nodes     []corev1.Node `json:"nodes"`
	// Before is what is there before the change, After the changed agent.
	Before []json.RawMessage `json:"before"`
	After  json.RawMessage   `json:"after"`
	// Kill and Taint happen between the two: nodes that die, and taints that nodes get.
	Kill    []string                `json:"kill"`
	Taint   map[string]corev1.Taint `json:"taint"`
	Promise RolloutPromise          `json:"promise"`
}

// RolloutPromise is where a rollout ends. What is left out depends on the order of the nodes, which is chance.
type RolloutPromise struct {
	// Outcome is finished, stalled, nothing-to-do, waits-for-deletion or refused.
	Outcome *string `json:"outcome,omitempty"`
	// Desired, Updated and Available are those of the status.
	Desired   *int `json:"desired,omitempty"`
	Updated   *int `json:"updated,omitempty"`
	Available *int `json:"available,omitempty"`
	// StalledOn says by node what holds it up; Stalled counts the nodes.
	StalledOn map[string]string `json:"stalledOn,omitempty"`
	Stalled   map[string]int    `json:"stalled,omitempty"`
	// Lost had a pod before and have none now; Stray have one and should not.
	Lost  []string `json:"lost,omitempty"`
	Stray []string `json:"stray,omitempty"`
}

// LoadRollouts reads rollouts.
func LoadRollouts(file string) ([]*Rollout, error) {
	return load(file, "there is no rollout", func(rollouts []*Rollout) bool { return len(rollouts) > 0 })
}

// Rollouts plays all of them at once, and compares where each ends with its promise.
func (s *Simulation) Rollouts(rollouts []*Rollout, r *report.Report) error {
	if err := s.install(rollouts); err != nil {
		return err
	}
	var dead []string
	taints := map[string]corev1.Taint{}
	for _, rollout := range rollouts {
		dead = append(dead, rollout.Kill...)
		maps.Copy(taints, rollout.Taint)
	}
	if err := s.upset(dead, taints); err != nil {
		return err
	}
	before, err := s.settled()
	if err != nil {
		return err
	}
	refused := map[*Rollout]bool{}
	for _, rollout := range rollouts {
		doc, err := document(rollout.Name, rollout.After)
		if err != nil {
			return err
		}
		if _, _, err := s.apply.Apply(doc); apierrors.IsInvalid(err) {
			refused[rollout] = true
		} else if err != nil {
			return fmt.Errorf("%s: %w", rollout.Name, err)
		}
	}
	after, err := s.settled()
	if err != nil {
		return err
	}
	if err := s.onlyTheDeadAreDead(); err != nil {
		return err
	}
	for _, rollout := range rollouts {
		end, err := s.endOf(rollout.target(), refused[rollout], before, after)
		if err != nil {
			return err
		}
		for _, complaint := range rollout.Promise.compare(end) {
			r.Add(report.Finding{Judge: "rolls out", Input: rollout.Name, Object: rollout.agent(), Message: complaint})
		}
		r.Count("rollouts", 1)
	}
	return proveRollouts(rollouts, r)
}

func (r *Rollout) agent() string { return r.target().id() }

func (r *Rollout) target() target {
	return target{namespace: r.Namespace, name: "agent", nodes: names(r.Nodes)}
}

// target is an agent, and the nodes on which it is looked at.
type target struct {
	namespace, name string
	nodes           []string
}

func (t target) id() string { return t.namespace + "/" + t.name }

func names(nodes []corev1.Node) []string {
	var all []string
	for i := range nodes {
		all = append(all, nodes[i].Name)
	}
	return all
}

// install makes the nodes and what runs on them before the change.
func (s *Simulation) install(rollouts []*Rollout) error {
	var nodes []corev1.Node
	for _, rollout := range rollouts {
		nodes = append(nodes, rollout.Nodes...)
	}
	if err := s.Join(nodes); err != nil {
		return err
	}
	for _, rollout := range rollouts {
		for _, raw := range rollout.Before {
			doc, err := document(rollout.Name, raw)
			if err != nil {
				return err
			}
			if err := s.apply.Prepare([]*manifest.Document{doc}); err != nil {
				return err
			}
			if _, _, err := s.apply.Apply(doc); err != nil {
				return fmt.Errorf("%s: %w", rollout.Name, err)
			}
		}
	}
	_, err := s.settled()
	return err
}

// upset lets nodes die and get taints.
func (s *Simulation) upset(dead []string, taints map[string]corev1.Taint) error {
	for name, taint := range taints {
		err := retry.RetryOnConflict(retry.DefaultBackoff, func() error {
			node, err := s.cluster.Client.CoreV1().Nodes().Get(s.cluster.Context, name, metav1.GetOptions{})
			if err != nil {
				return err
			}
			node.Spec.Taints = append(node.Spec.Taints, taint)
			_, err = s.cluster.Client.CoreV1().Nodes().Update(s.cluster.Context, node, metav1.UpdateOptions{})
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, name := range dead {
		s.kubelet.die(name)
	}
	return s.waitForNodes("a dead node is not found out", func(node *corev1.Node) bool {
		return !slices.Contains(dead, node.Name) || hasTaint(node, corev1.TaintNodeUnreachable)
	})
}

// onlyTheDeadAreDead tells a machine that is too slow for heartbeats from a rollout that does not keep its promise.
func (s *Simulation) onlyTheDeadAreDead() error {
	list, err := s.cluster.Client.CoreV1().Nodes().List(s.cluster.Context, metav1.ListOptions{})
	if err != nil {
		return err
	}
	for i := range list.Items {
		if node := &list.Items[i]; s.kubelet.isAlive(node.Name) && hasTaint(node, corev1.TaintNodeUnreachable) {
			return fmt.Errorf("nobody killed node %s, and it is unreachable: heartbeats are late, for this machine has too much else to do", node.Name)
		}
	}
	return nil
}

func document(name string, raw json.RawMessage) (*manifest.Document, error) {
	object := &unstructured.Unstructured{}
	if err := object.UnmarshalJSON(raw); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &manifest.Document{File: name, Raw: raw, Object: object}, nil
}

// endOf says of the rollout of an agent what the library could have promised of it.
func (s *Simulation) endOf(agent target, refused bool, before, after map[string]agentState) (RolloutPromise, error) {
	daemonSet, err := s.cluster.Client.AppsV1().DaemonSets(agent.namespace).Get(s.cluster.Context, agent.name, metav1.GetOptions{})
	if err != nil {
		return RolloutPromise{}, err
	}
	then, now := before[agent.id()], after[agent.id()]
	outcome := outcomeOf(daemonSet, then, now)
	if refused {
		outcome = "refused"
		return RolloutPromise{Outcome: &outcome}, nil
	}
	desired, updated, available := int(now.status.DesiredNumberScheduled), int(now.status.UpdatedNumberScheduled), int(now.status.NumberAvailable)
	end := RolloutPromise{Outcome: &outcome, Desired: &desired, Updated: &updated, Available: &available,
		StalledOn: map[string]string{}, Stalled: map[string]int{}}
	decisions, err := s.decisions(daemonSet)
	if err != nil {
		return RolloutPromise{}, err
	}
	for _, node := range agent.nodes {
		had, pods := then.on(node), now.on(node)
		if len(had) > 0 && len(pods) == 0 && !decisions[node] {
			end.Lost = append(end.Lost, node)
		}
		if len(pods) > 0 && !decisions[node] {
			end.Stray = append(end.Stray, node)
		}
		if why := s.stallOf(pods, now.image); why != "" && outcome == "stalled" {
			end.StalledOn[node] = why
			end.Stalled[why]++
		}
	}
	slices.Sort(end.Lost)
	slices.Sort(end.Stray)
	return end, nil
}

// decisions say on which nodes the controller runs an agent.
func (s *Simulation) decisions(daemonSet *appsv1.DaemonSet) (map[string]bool, error) {
	list, err := s.cluster.Client.CoreV1().Nodes().List(s.cluster.Context, metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	runs := map[string]bool{}
	for i := range list.Items {
		runs[list.Items[i].Name], _ = daemon.NodeShouldRunDaemonPod(klog.Background(), &list.Items[i], daemonSet)
	}
	return runs, nil
}

func outcomeOf(daemonSet *appsv1.DaemonSet, before, after agentState) string {
	status := after.status
	switch {
	case status.UpdatedNumberScheduled < status.DesiredNumberScheduled && daemonSet.Spec.UpdateStrategy.Type == appsv1.OnDeleteDaemonSetStrategyType:
		return "waits-for-deletion"
	case slices.Equal(before.identities(), after.identities()):
		return "nothing-to-do"
	case status.UpdatedNumberScheduled == status.DesiredNumberScheduled && status.NumberAvailable == status.DesiredNumberScheduled:
		return "finished"
	}
	return "stalled"
}

// stallOf says what stands against a node on which the new pod does not run, by its pods.
func (s *Simulation) stallOf(pods []podState, image string) string {
	for _, pod := range pods {
		if pod.terminating {
			return "pod-never-ends"
		}
	}
	for _, pod := range pods {
		switch {
		case pod.running || pod.image != image:
		case !pod.bound:
			return "not-scheduled"
		case !s.kubelet.isAlive(pod.node):
			return "node-not-ready"
		default:
			return "never-ready"
		}
	}
	return ""
}

// compare lists how a rollout ends otherwise than promised.
func (p RolloutPromise) compare(end RolloutPromise) []string {
	var wrong []string
	differ := func(what string, promised, found any) {
		if left, right := text(promised), text(found); left != "null" && left != right {
			wrong = append(wrong, fmt.Sprintf("%s: %s is promised, and it is %s", what, left, right))
		}
	}
	differ("outcome", p.Outcome, end.Outcome)
	if end.Outcome != nil && *end.Outcome == "refused" {
		return wrong
	}
	differ("desired", p.Desired, end.Desired)
	differ("updated", p.Updated, end.Updated)
	differ("available", p.Available, end.Available)
	differ("stalled on", p.StalledOn, end.StalledOn)
	differ("stalled", p.Stalled, end.Stalled)
	differ("lost", p.Lost, append([]string{}, end.Lost...))
	differ("stray", p.Stray, append([]string{}, end.Stray...))
	return wrong
}

func text(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// proveRollouts turns each promise around in every way; each must be found.
func proveRollouts(rollouts []*Rollout, r *report.Report) error {
	other := func(number *int) *int {
		more := *number + 1
		return &more
	}
	unlike := "no-such-outcome"
	for what, change := range map[string]func(*RolloutPromise){
		"a rollout that ends otherwise":     func(p *RolloutPromise) { p.Outcome = &unlike },
		"a node that is not updated":        func(p *RolloutPromise) { p.Updated = other(p.Updated) },
		"a node that is not available":      func(p *RolloutPromise) { p.Available = other(p.Available) },
		"a node that holds up nothing":      func(p *RolloutPromise) { p.StalledOn = map[string]string{"no-such-node": "never-ready"} },
		"a node that does not lose its pod": func(p *RolloutPromise) { p.Lost = []string{"no-such-node"} },
		"a node that has no stray pod":      func(p *RolloutPromise) { p.Stray = []string{"no-such-node"} },
	} {
		found := true
		for _, rollout := range rollouts {
			promise := rollout.Promise
			if promise.Outcome == nil || *promise.Outcome == "refused" || promise.Updated == nil || promise.Available == nil {
				continue
			}
			end := promise
			change(&promise)
			found = found && len(promise.compare(end)) == 1
		}
		if err := r.Prove(what, found); err != nil {
			return err
		}
	}
	return nil
}
