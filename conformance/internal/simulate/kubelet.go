package simulate

import (
	"context"
	"encoding/json"
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"

	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"
)

const (
	startDelay = 100 * time.Millisecond
	stopDelay  = 300 * time.Millisecond
	heartbeat  = time.Second
)

// brokenImage ends the name of an image that cannot be pulled.
const brokenImage = ":broken"

// kubelet stands for the kubelets of all nodes, and is the only thing here that is not Kubernetes itself: on living nodes it makes bound
// pods Ready and lets deleted pods go.
type kubelet struct {
	ctx    context.Context
	client kubernetes.Interface

	lock  sync.Mutex
	alive map[string]bool // by node: whether pods start and stop there
	beats map[string]bool // by node: whether it says that it is there
	begun map[string]bool // the uid of a pod, and what was begun for it
	// inStep: pods wait until all of them may start together
	inStep  bool
	waiting []waitingPod
}

// waitingPod is a pod that starts when its step comes.
type waitingPod struct {
	uid   types.UID
	start func()
}

// join begins to stand for the kubelet of a node. One that is not Ready says so, and touches no pod.
func (k *kubelet) join(node string, ready bool) {
	k.lock.Lock()
	defer k.lock.Unlock()
	k.alive[node], k.beats[node] = ready, true
}

// die ends the kubelet of a node.
func (k *kubelet) die(node string) {
	k.lock.Lock()
	defer k.lock.Unlock()
	k.alive[node], k.beats[node] = false, false
}

func (k *kubelet) isAlive(node string) bool {
	k.lock.Lock()
	defer k.lock.Unlock()
	return k.alive[node]
}

// heartbeats renews the leases of all nodes, until the cluster ends.
func (k *kubelet) heartbeats() {
	for k.ctx.Err() == nil {
		k.lock.Lock()
		nodes := slices.Collect(maps.Keys(k.beats))
		nodes = slices.DeleteFunc(nodes, func(node string) bool { return !k.beats[node] })
		k.lock.Unlock()
		inParallel(len(nodes), func(i int) { k.renewLease(nodes[i]) })
		time.Sleep(heartbeat)
	}
}

func (k *kubelet) renewLease(node string) {
	leases := k.client.CoordinationV1().Leases(corev1.NamespaceNodeLease)
	now, seconds := metav1.NowMicro(), int32(40)
	lease := &coordinationv1.Lease{ObjectMeta: metav1.ObjectMeta{Name: node}, Spec: coordinationv1.LeaseSpec{
		HolderIdentity: &node, LeaseDurationSeconds: &seconds, RenewTime: &now}}
	patch, err := json.Marshal(map[string]any{"spec": lease.Spec})
	if err != nil {
		return
	}
	if _, err := leases.Patch(k.ctx, node, types.MergePatchType, patch, metav1.PatchOptions{}); apierrors.IsNotFound(err) {
		_, _ = leases.Create(k.ctx, lease, metav1.CreateOptions{})
	}
}

// observe does what a pod asks for, once.
func (k *kubelet) observe(pod *corev1.Pod) {
	k.lock.Lock()
	defer k.lock.Unlock()
	if !k.alive[pod.Spec.NodeName] {
		return
	}
	action, delay := k.start, startDelay
	key := string(pod.UID) + " start"
	switch {
	case pod.DeletionTimestamp != nil:
		action, delay, key = k.stop, stopDelay, string(pod.UID)+" stop"
	case pod.Status.Phase != corev1.PodPending || hasImage(pod.Spec.Containers[0].Image, brokenImage):
		return
	}
	if k.begun[key] {
		return
	}
	k.begun[key] = true
	pod = pod.DeepCopy()
	act := func() {
		if k.isAlive(pod.Spec.NodeName) {
			action(pod)
		}
	}
	if k.inStep && pod.DeletionTimestamp == nil {
		k.waiting = append(k.waiting, waitingPod{pod.UID, act})
		return
	}
	time.AfterFunc(delay, act)
}

// keepStep lets pods start no more until they are released.
func (k *kubelet) keepStep() {
	k.lock.Lock()
	defer k.lock.Unlock()
	k.inStep = true
}

// release hands out all pods that wait, to be started.
func (k *kubelet) release() []waitingPod {
	k.lock.Lock()
	defer k.lock.Unlock()
	waiting := k.waiting
	k.waiting = nil
	return waiting
}

// inParallel does something so many times, some of them at once.
func inParallel(count int, do func(int)) {
	var group sync.WaitGroup
	next := make(chan int)
	for range 2 * runtime.NumCPU() {
		group.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range count {
		next <- i
	}
	close(next)
	group.Wait()
}

func (k *kubelet) stop(pod *corev1.Pod) {
	now := int64(0)
	_ = k.client.CoreV1().Pods(pod.Namespace).Delete(k.ctx, pod.Name,
		metav1.DeleteOptions{GracePeriodSeconds: &now, Preconditions: &metav1.Preconditions{UID: &pod.UID}})
}

func (k *kubelet) start(pod *corev1.Pod) {
	now, yes := metav1.Now(), true
	status := corev1.PodStatus{Phase: corev1.PodRunning, StartTime: &now, QOSClass: pod.Status.QOSClass}
	for _, container := range pod.Spec.Containers {
		status.ContainerStatuses = append(status.ContainerStatuses, corev1.ContainerStatus{
			Name: container.Name, Image: container.Image, ImageID: container.Image, Ready: true, Started: &yes,
			State: corev1.ContainerState{Running: &corev1.ContainerStateRunning{StartedAt: now}},
		})
	}
	for _, condition := range []corev1.PodConditionType{corev1.PodScheduled, corev1.PodInitialized, corev1.ContainersReady, corev1.PodReady} {
		status.Conditions = append(status.Conditions, corev1.PodCondition{Type: condition, Status: corev1.ConditionTrue, LastTransitionTime: now})
	}
	patch, err := json.Marshal(map[string]any{"status": status})
	if err == nil {
		_, _ = k.client.CoreV1().Pods(pod.Namespace).Patch(k.ctx, pod.Name, types.MergePatchType, patch, metav1.PatchOptions{}, "status")
	}
}
