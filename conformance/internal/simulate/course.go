package simulate

import (
	"fmt"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/tools/cache"
	podutil "k8s.io/kubernetes/pkg/api/v1/pod"
)

// course is what happens to the pods of agents, event by event.
type course struct {
	lock sync.Mutex
	// last is when anything happened to a pod or a DaemonSet.
	last time.Time
	// step counts how often pods were let start together.
	step int
	// begun is the step in which a pod was let start: that it is Ready may be seen later than the next step begins.
	begun  map[types.UID]int
	agents map[string]*agentCourse
}

// agentCourse is what happens to the pods of an agent.
type agentCourse struct {
	// wanted are the nodes that should run the changed agent.
	wanted   []string
	minReady int32
	// had are the nodes that had a pod before the change, and old are the pods.
	had  map[string]bool
	old  map[types.UID]bool
	pods map[types.UID]*corev1.Pod
	// most is the greatest number of wanted nodes at once without an available pod.
	most int
	// steps are those in which a pod became Ready in place of an old one.
	steps map[int]bool
}

// watch begins to look at the pods and DaemonSets of the cluster.
func (s *Simulation) watch() (*course, error) {
	c := &course{last: time.Now(), begun: map[types.UID]int{}, agents: map[string]*agentCourse{}}
	_, err := s.informers.Core().V1().Pods().Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    func(object any) { c.see(object.(*corev1.Pod), false) },
		UpdateFunc: func(_, object any) { c.see(object.(*corev1.Pod), false) },
		DeleteFunc: func(object any) {
			if missed, ok := object.(cache.DeletedFinalStateUnknown); ok {
				object = missed.Obj
			}
			c.see(object.(*corev1.Pod), true)
		},
	})
	if err != nil {
		return nil, err
	}
	_, err = s.informers.Apps().V1().DaemonSets().Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: func(any) { c.stir() }, UpdateFunc: func(any, any) { c.stir() }, DeleteFunc: func(any) { c.stir() },
	})
	return c, err
}

func (c *course) stir() {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.last = time.Now()
}

func (c *course) see(pod *corev1.Pod, gone bool) {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.last = time.Now()
	owner := metav1.GetControllerOf(pod)
	if owner == nil {
		return // pods of a DaemonSet that was deleted without them
	}
	agent := c.agents[pod.Namespace+"/"+owner.Name]
	if agent == nil {
		return
	}
	was := agent.pods[pod.UID]
	if gone {
		delete(agent.pods, pod.UID)
	} else {
		agent.pods[pod.UID] = pod
	}
	if !gone && !agent.old[pod.UID] && podutil.IsPodReady(pod) && (was == nil || !podutil.IsPodReady(was)) && agent.had[pod.Spec.NodeName] {
		agent.steps[c.begun[pod.UID]] = true
	}
	agent.most = max(agent.most, agent.unserved())
}

// unserved counts the wanted nodes without an available pod.
func (a *agentCourse) unserved() int {
	served, now := map[string]bool{}, metav1.Now()
	for _, pod := range a.pods {
		if pod.DeletionTimestamp == nil && podutil.IsPodAvailable(pod, a.minReady, now) {
			served[pod.Spec.NodeName] = true
		}
	}
	count := 0
	for _, node := range a.wanted {
		if !served[node] {
			count++
		}
	}
	return count
}

// follow begins to look at an agent, before it changes.
func (s *Simulation) follow(c *course, agent target, wanted []string, minReady int32) error {
	pods, err := s.informers.Core().V1().Pods().Lister().Pods(agent.namespace).List(labels.Everything())
	if err != nil {
		return err
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	a := &agentCourse{wanted: wanted, minReady: minReady, had: map[string]bool{}, old: map[types.UID]bool{}, pods: map[types.UID]*corev1.Pod{}, steps: map[int]bool{}}
	for _, pod := range pods {
		if owner := metav1.GetControllerOf(pod); owner != nil && owner.Name == agent.name {
			a.pods[pod.UID], a.old[pod.UID] = pod, true
			a.had[pod.Spec.NodeName] = true
		}
	}
	a.most = a.unserved()
	c.agents[agent.id()] = a
	return nil
}

// rest waits until nothing has happened for a while.
func (c *course) rest(quiet time.Duration) error {
	for deadline := time.Now().Add(5 * time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		c.lock.Lock()
		since := time.Since(c.last)
		c.lock.Unlock()
		if since > quiet {
			return nil
		}
	}
	return fmt.Errorf("pods come and go without end")
}

// stepQuiet is for how long nothing must happen until the controllers count as done with a step. A pod that found no room waits for a second,
// and on a busy machine controllers pause for longer.
const stepQuiet = 5 * time.Second

// inStep plays everything to its end: whenever nothing moves any more, all pods that wait start at the same time.
func (s *Simulation) inStep(c *course) error {
	for {
		if err := c.rest(stepQuiet); err != nil {
			return err
		}
		if s.nextStep(c) {
			continue
		}
		// the last pods of a change count as available later than they are Ready, and on a busy machine much later
		if err := c.rest(2 * calm); err != nil {
			return err
		}
		if !s.nextStep(c) {
			return nil
		}
	}
}

// nextStep starts all pods that wait. It returns whether there are any.
func (s *Simulation) nextStep(c *course) bool {
	waiting := s.kubelet.release()
	if len(waiting) == 0 {
		return false
	}
	c.lock.Lock()
	c.step++
	for _, pod := range waiting {
		c.begun[pod.uid] = c.step
	}
	c.lock.Unlock()
	inParallel(len(waiting), func(i int) { waiting[i].start() })
	return true
}
