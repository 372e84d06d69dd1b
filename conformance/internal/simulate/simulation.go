// Package simulate runs manifests on simulated nodes, with the real DaemonSet controller, node lifecycle controller and scheduler.
package simulate

import (
	"context"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/events"
	"k8s.io/client-go/util/flowcontrol"
	"k8s.io/kubernetes/pkg/controller/daemon"
	"k8s.io/kubernetes/pkg/controller/nodelifecycle"
	"k8s.io/kubernetes/pkg/scheduler"
	"k8s.io/kubernetes/pkg/scheduler/profile"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/apply"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/cluster"
)

// Simulation is a cluster with controllers, a scheduler and a pretended kubelet.
type Simulation struct {
	cluster *cluster.Cluster
	apply   *apply.Client
	kubelet *kubelet
	// informers are those of the controllers.
	informers informers.SharedInformerFactory
}

// Start runs the controllers on a cluster. A node whose heartbeats are late by the grace period is taken for dead: real clusters wait for 50
// seconds.
func Start(c *cluster.Cluster, gracePeriod time.Duration) (*Simulation, error) {
	applier, err := apply.NewClient(c)
	if err != nil {
		return nil, err
	}
	s := &Simulation{cluster: c, apply: applier,
		kubelet: &kubelet{ctx: c.Context, client: client(c.Config, "kubelet"), alive: map[string]bool{}, beats: map[string]bool{}, begun: map[string]bool{}}}
	return s, s.startControllers(gracePeriod)
}

// client has a rate limit of its own, far above those of real components: time is not what is judged here.
func client(config *rest.Config, agent string) *kubernetes.Clientset {
	return kubernetes.NewForConfigOrDie(rest.AddUserAgent(rest.CopyConfig(config), agent))
}

func (s *Simulation) startControllers(gracePeriod time.Duration) error {
	ctx, config := s.cluster.Context, s.cluster.Config
	factory := informers.NewSharedInformerFactory(s.cluster.Client, 0)
	s.informers = factory
	daemons, err := daemon.NewDaemonSetsController(ctx, factory.Apps().V1().DaemonSets(), factory.Apps().V1().ControllerRevisions(),
		factory.Core().V1().Pods(), factory.Core().V1().Nodes(), client(config, "daemon-set-controller"), flowcontrol.NewBackOff(time.Second, 15*time.Minute))
	if err != nil {
		return err
	}
	lifecycle, err := nodelifecycle.NewNodeLifecycleController(ctx, factory.Coordination().V1().Leases(), factory.Core().V1().Pods(),
		factory.Core().V1().Nodes(), factory.Apps().V1().DaemonSets(), client(config, "node-controller"), 500*time.Millisecond, time.Minute, gracePeriod, 1000, 1000, 50, 0.55)
	if err != nil {
		return err
	}
	schedulerClient := client(config, "kube-scheduler")
	schedulerFactory := scheduler.NewInformerFactory(schedulerClient, 0)
	broadcaster := events.NewBroadcaster(&events.EventSinkImpl{Interface: s.cluster.Client.EventsV1()})
	schedules, err := scheduler.New(ctx, schedulerClient, schedulerFactory, nil, profile.NewRecorderFactory(broadcaster))
	if err != nil {
		return err
	}
	_, err = factory.Core().V1().Pods().Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    func(object any) { s.kubelet.observe(object.(*corev1.Pod)) },
		UpdateFunc: func(_, object any) { s.kubelet.observe(object.(*corev1.Pod)) },
	})
	if err != nil {
		return err
	}
	if err := broadcaster.StartRecordingToSinkWithContext(ctx); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	schedulerFactory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	schedulerFactory.WaitForCacheSync(ctx.Done())
	if err := schedules.WaitForHandlersSync(ctx); err != nil {
		return err
	}
	go schedules.Run(ctx)
	go daemons.Run(ctx, 2)
	go lifecycle.Run(ctx)
	go s.kubelet.heartbeats()
	return nil
}

// Join registers nodes as kubelets do, and waits until the controllers have made the Ready ones usable: admission taints every new node.
func (s *Simulation) Join(nodes []corev1.Node) error {
	for i := range nodes {
		node := nodes[i].DeepCopy()
		if node.Status.Allocatable == nil {
			node.Status.Allocatable = corev1.ResourceList{}
		}
		for name, amount := range map[corev1.ResourceName]string{"cpu": "8", "memory": "32Gi", "ephemeral-storage": "100Gi", "pods": "110"} {
			if _, given := node.Status.Allocatable[name]; !given {
				node.Status.Allocatable[name] = resource.MustParse(amount)
			}
		}
		node.Status.Capacity = node.Status.Allocatable
		ready := readiness(node) == nil || readiness(node).Status == corev1.ConditionTrue
		if readiness(node) == nil {
			node.Status.Conditions = append(node.Status.Conditions, corev1.NodeCondition{Type: corev1.NodeReady, Status: corev1.ConditionTrue})
		}
		now := metav1.Now()
		readiness(node).LastHeartbeatTime, readiness(node).LastTransitionTime = now, now
		s.kubelet.join(node.Name, ready)
		if _, err := s.cluster.Client.CoreV1().Nodes().Create(s.cluster.Context, node, metav1.CreateOptions{}); err != nil {
			return err
		}
	}
	return s.waitForNodes("a Ready node keeps its taint", func(node *corev1.Node) bool {
		return !s.kubelet.isAlive(node.Name) || !hasTaint(node, corev1.TaintNodeNotReady)
	})
}

// Kill ends the kubelet of a node, and waits until the control plane misses its heartbeats.
func (s *Simulation) Kill(name string) error {
	s.kubelet.die(name)
	return s.waitForNodes("a dead node is not found out", func(node *corev1.Node) bool {
		return node.Name != name || hasTaint(node, corev1.TaintNodeUnreachable)
	})
}

func (s *Simulation) waitForNodes(otherwise string, fine func(*corev1.Node) bool) error {
	err := wait.PollUntilContextTimeout(s.cluster.Context, 100*time.Millisecond, 2*time.Minute, true, func(ctx context.Context) (bool, error) {
		list, err := s.cluster.Client.CoreV1().Nodes().List(ctx, metav1.ListOptions{})
		if err != nil {
			return false, err
		}
		for i := range list.Items {
			if !fine(&list.Items[i]) {
				return false, nil
			}
		}
		return true, nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", otherwise, err)
	}
	return nil
}

func readiness(node *corev1.Node) *corev1.NodeCondition {
	for i := range node.Status.Conditions {
		if node.Status.Conditions[i].Type == corev1.NodeReady {
			return &node.Status.Conditions[i]
		}
	}
	return nil
}

func hasTaint(node *corev1.Node, key string) bool {
	for _, taint := range node.Spec.Taints {
		if taint.Key == key {
			return true
		}
	}
	return false
}
