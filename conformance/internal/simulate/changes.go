package simulate

import (
	"fmt"
	"slices"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Changes plays all of them at once, and compares what happens with what the plans promise.
func (s *Simulation) Changes(all *Changes, r *report.Report) error {
	if err := s.collectGarbage(); err != nil {
		return err
	}
	course, err := s.watch()
	if err != nil {
		return err
	}
	if err := s.installChanges(all, course); err != nil {
		return err
	}
	before, err := s.look()
	if err != nil {
		return err
	}
	for _, change := range all.Changes {
		if err := s.followAgents(all, change, course); err != nil {
			return err
		}
	}
	s.kubelet.keepStep()
	found := make([]ChangePromise, len(all.Changes))
	failures := make([]error, len(all.Changes))
	inParallel(len(all.Changes), func(i int) { found[i], failures[i] = s.carryOut(all.Changes[i], r) })
	for i, err := range failures {
		if err != nil {
			return fmt.Errorf("%s: %w", all.Changes[i].Name, err)
		}
	}
	if err := s.inStep(course); err != nil {
		return err
	}
	if err := s.onlyTheDeadAreDead(); err != nil {
		return err
	}
	after, err := s.look()
	if err != nil {
		return err
	}
	for i, change := range all.Changes {
		if err := s.endOfAgents(all, change, course, before, after, &found[i]); err != nil {
			return err
		}
		change.Promise.report(change.Name, found[i], r)
	}
	for _, fleet := range all.Fleets {
		r.Count("nodes", len(fleet.Nodes))
	}
	r.Figures["steps"] = course.step
	return proveChanges(found, r)
}

// installChanges makes the nodes and what runs on them before the changes, and lets nodes die.
func (s *Simulation) installChanges(all *Changes, course *course) error {
	var nodes []corev1.Node
	var dead []string
	for _, fleet := range all.Fleets {
		nodes, dead = append(nodes, fleet.Nodes...), append(dead, fleet.Kill...)
	}
	if err := s.Join(nodes); err != nil {
		return err
	}
	failures := make([]error, len(all.Changes))
	inParallel(len(all.Changes), func(i int) { failures[i] = s.installChange(all.Changes[i]) })
	for i, err := range failures {
		if err != nil {
			return fmt.Errorf("%s: %w", all.Changes[i].Name, err)
		}
	}
	if err := course.rest(calm); err != nil {
		return err
	}
	if err := s.upset(dead, nil); err != nil {
		return err
	}
	return course.rest(calm)
}

func (s *Simulation) installChange(change *Change) error {
	tool, err := s.apply.Clone()
	if err != nil {
		return err
	}
	docs, err := change.documents(change.Before)
	if err != nil {
		return err
	}
	after, err := change.documents(change.After)
	if err != nil {
		return err
	}
	if err := tool.Prepare(append(slices.Clone(docs), after...)); err != nil {
		return err
	}
	for i, doc := range docs {
		manager := ours
		if change.Before[i].Foreign {
			manager = "another-tool"
		}
		if _, _, err := tool.ApplyAs(manager, doc); err != nil {
			return fmt.Errorf("%s is not there before the change: %w", doc.ID(), err)
		}
	}
	return nil
}

// ours is who applies the manifests of the library.
const ours = "node-agents"

func (s *Simulation) followAgents(all *Changes, change *Change, course *course) error {
	daemonSets, err := change.daemonSets()
	if err != nil {
		return err
	}
	for _, daemonSet := range daemonSets {
		runs, err := s.decisions(daemonSet)
		if err != nil {
			return err
		}
		agent := all.target(change, daemonSet.Namespace, daemonSet.Name)
		wanted := slices.DeleteFunc(slices.Clone(agent.nodes), func(node string) bool { return !runs[node] })
		if err := s.follow(course, agent, wanted, daemonSet.Spec.MinReadySeconds); err != nil {
			return err
		}
	}
	return nil
}

func (c *Changes) target(change *Change, namespace, name string) target {
	for _, fleet := range c.Fleets {
		if fleet.Name == change.Fleet {
			return target{namespace: namespace, name: name, nodes: names(fleet.Nodes)}
		}
	}
	return target{namespace: namespace, name: name}
}

// carryOut goes from what is there to what is to be there, and says what the API server made of each object.
func (s *Simulation) carryOut(change *Change, r *report.Report) (ChangePromise, error) {
	found := ChangePromise{Objects: map[string]string{}, Agents: map[string]AgentPromise{}}
	tool, err := s.apply.Clone()
	if err != nil {
		return found, err
	}
	docs, err := change.documents(change.After)
	if err != nil {
		return found, err
	}
	becomes, err := change.promised()
	if err != nil {
		return found, err
	}
	for i, doc := range docs {
		key := change.After[i].Key
		action, complaint, err := s.put(tool, doc, slices.Contains(change.Keep, key), becomes[i])
		if err != nil {
			return found, fmt.Errorf("%s: %w", doc.ID(), err)
		}
		if action != "" {
			found.Objects[key] = action
		}
		if complaint != "" {
			r.Add(report.Finding{Judge: "plan", Input: change.Name, Object: doc.ID(), Message: complaint})
		}
	}
	return found, s.removeOthers(tool, change, found)
}

// endOfAgents says what has become of the pods of the agents of a change.
func (s *Simulation) endOfAgents(all *Changes, change *Change, course *course, before, after map[string]agentState, found *ChangePromise) error {
	daemonSets, err := change.daemonSets()
	if err != nil {
		return err
	}
	for _, daemonSet := range daemonSets {
		agent := all.target(change, daemonSet.Namespace, daemonSet.Name)
		if _, promised := change.Promise.Agents[agent.id()]; !promised {
			continue
		}
		end, err := s.endOf(agent, false, before, after)
		if err != nil {
			return err
		}
		seen := course.agents[agent.id()]
		waves := len(seen.steps)
		result := AgentPromise{RolloutPromise: end, Waves: &waves, WithoutAgent: &seen.most, Restarted: []string{}, Started: []string{}, Stopped: []string{}}
		runs, err := s.decisions(daemonSet)
		if err != nil {
			return err
		}
		covered := 0
		for _, node := range agent.nodes {
			had, has := before[agent.id()].on(node), after[agent.id()].on(node)
			isSame := slices.ContainsFunc(has, func(pod podState) bool {
				return slices.ContainsFunc(had, func(other podState) bool { return other.name == pod.name })
			})
			switch {
			case len(had) == 0 && len(has) > 0:
				result.Started = append(result.Started, node)
			case len(had) > 0 && len(has) == 0:
				result.Stopped = append(result.Stopped, node)
			case len(had) > 0 && !isSame:
				result.Restarted = append(result.Restarted, node)
			}
			if runs[node] && slices.ContainsFunc(has, func(pod podState) bool { return pod.bound }) {
				covered++
			}
		}
		result.Covered = &covered
		slices.Sort(result.Restarted)
		slices.Sort(result.Started)
		slices.Sort(result.Stopped)
		found.Agents[agent.id()] = result
	}
	for name := range change.Promise.Agents {
		if _, isThere := found.Agents[name]; isThere {
			continue
		}
		result := AgentPromise{Stopped: []string{}}
		left, err := s.podsOf(name)
		if err != nil {
			return err
		}
		for _, node := range all.target(change, "", "").nodes {
			if len(before[name].on(node)) > 0 && !left[node] {
				result.Stopped = append(result.Stopped, node)
			}
		}
		slices.Sort(result.Stopped)
		found.Agents[name] = result
	}
	return nil
}

// podsOf are the nodes that have a pod of a DaemonSet, even of one that is gone.
func (s *Simulation) podsOf(agent string) (map[string]bool, error) {
	namespace, name, _ := strings.Cut(agent, "/")
	pods, err := s.cluster.Client.CoreV1().Pods(namespace).List(s.cluster.Context, metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	nodes := map[string]bool{}
	for i := range pods.Items {
		if owner := metav1.GetControllerOf(&pods.Items[i]); owner != nil && owner.Name == name {
			nodes[pods.Items[i].Spec.NodeName] = true
		}
	}
	return nodes, nil
}
