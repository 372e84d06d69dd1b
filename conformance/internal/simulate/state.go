package simulate

import (
	"fmt"
	"sort"
	"strings"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// podState is a pod of an agent, as people would see it.
type podState struct {
	name  string
	node  string
	image string // of the first container
	// running: Ready, and not being deleted
	running     bool
	terminating bool
	// bound: the scheduler has given it to its node
	bound bool
}

func (p podState) String() string {
	state := "pending"
	switch {
	case p.terminating:
		state = "terminating"
	case p.running:
		state = "running"
	}
	return fmt.Sprintf("%s %s %s", p.node, state, p.image)
}

// agentState is a DaemonSet with its pods, by node.
type agentState struct {
	status appsv1.DaemonSetStatus
	image  string // that the agent asks for
	pods   []podState
}

// on lists the pods of a node.
func (a agentState) on(node string) []podState {
	var here []podState
	for _, pod := range a.pods {
		if pod.node == node {
			here = append(here, pod)
		}
	}
	return here
}

// identities tell whether the pods are still the same.
func (a agentState) identities() []string {
	var all []string
	for _, pod := range a.pods {
		all = append(all, fmt.Sprint(pod.name, pod.terminating))
	}
	sort.Strings(all)
	return all
}

// look lists the agents of the cluster.
func (s *Simulation) look() (map[string]agentState, error) {
	daemonSets, err := s.cluster.Client.AppsV1().DaemonSets("").List(s.cluster.Context, metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	pods, err := s.cluster.Client.CoreV1().Pods("").List(s.cluster.Context, metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	agents := map[string]agentState{}
	for _, daemonSet := range daemonSets.Items {
		agent := agentState{status: daemonSet.Status, image: daemonSet.Spec.Template.Spec.Containers[0].Image}
		for i := range pods.Items {
			if owner := metav1.GetControllerOf(&pods.Items[i]); owner != nil && owner.UID == daemonSet.UID {
				agent.pods = append(agent.pods, stateOf(&pods.Items[i]))
			}
		}
		sort.Slice(agent.pods, func(i, j int) bool { return agent.pods[i].String() < agent.pods[j].String() })
		agents[daemonSet.Namespace+"/"+daemonSet.Name] = agent
	}
	return agents, nil
}

func stateOf(pod *corev1.Pod) podState {
	state := podState{name: pod.Name, node: pod.Spec.NodeName, image: pod.Spec.Containers[0].Image, terminating: pod.DeletionTimestamp != nil,
		bound: pod.Spec.NodeName != ""}
	if state.node == "" {
		state.node = madeFor(pod)
	}
	for _, condition := range pod.Status.Conditions {
		if condition.Type == corev1.PodReady && condition.Status == corev1.ConditionTrue {
			state.running = !state.terminating
		}
	}
	return state
}

// madeFor is the node that the controller made the pod for.
func madeFor(pod *corev1.Pod) string {
	if affinity := pod.Spec.Affinity; affinity != nil && affinity.NodeAffinity != nil &&
		affinity.NodeAffinity.RequiredDuringSchedulingIgnoredDuringExecution != nil {
		for _, term := range affinity.NodeAffinity.RequiredDuringSchedulingIgnoredDuringExecution.NodeSelectorTerms {
			for _, field := range term.MatchFields {
				return strings.Join(field.Values, ",")
			}
		}
	}
	return "no node"
}

// calm is for how long nothing must change until a cluster counts as settled.
const calm = 8 * time.Second

// settle waits until the cluster is as it should be, or nothing moves any more. It returns what is still wrong.
func (s *Simulation) settle(wrong func(map[string]agentState) []string) ([]string, error) {
	last, since, deadline := "", time.Now(), time.Now().Add(3*time.Minute)
	for {
		agents, err := s.look()
		if err != nil {
			return nil, err
		}
		complaints := wrong(agents)
		if now := fmt.Sprint(agents); now != last {
			last, since = now, time.Now()
		}
		quiet := time.Since(since)
		if len(complaints) == 0 && quiet > time.Second || quiet > calm || time.Now().After(deadline) {
			return complaints, nil
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// settled waits until nothing moves any more, whatever the state.
func (s *Simulation) settled() (map[string]agentState, error) {
	var agents map[string]agentState
	_, err := s.settle(func(now map[string]agentState) []string {
		agents = now
		return []string{"until calm"}
	})
	return agents, err
}
