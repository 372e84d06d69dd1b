package simulate

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Boot is a cluster all of whose nodes have just joined and are not Ready, and what the library promises of it.
type Boot struct {
	Name string `json:"name"`
	// Namespace holds nothing else.
	Namespace string        `json:"namespace"`
	Nodes     []corev1.Node `json:"nodes"`
	// Objects are the agents, and one pod for each Deployment: what a controller of Deployments makes is not judged.
	Objects  []json.RawMessage `json:"objects"`
	Programs []BootProgram     `json:"programs"`
	// Tolerations are those of the applications: for taints that nodes keep.
	Tolerations []corev1.Toleration `json:"tolerations"`
	Promise     BootPromise         `json:"promise"`
}

// BootProgram says what the program of a workload does, which no pretended kubelet finds out. A pod belongs to it by the label `boot-program`.
type BootProgram struct {
	Name string `json:"name"`
	// Anywhere: on which node it runs is for the scheduler to choose.
	Anywhere     bool `json:"anywhere"`
	MakesNetwork bool `json:"makesNetwork"`
	// WaitsFor run somewhere before the program does, WaitsHere on the same node.
	WaitsFor  []string `json:"waitsFor"`
	WaitsHere []string `json:"waitsHere"`
	// Removes is a taint that goes from the nodes where the program runs, while RemovedBy runs somewhere.
	Removes   string   `json:"removes"`
	RemovedBy []string `json:"removedBy"`
}

// BootPromise is what runs in the end, by program, and which nodes are Ready and take applications.
type BootPromise struct {
	Runs  map[string][]string `json:"runs"`
	Ready []string            `json:"ready"`
	Open  []string            `json:"open"`
}

// anywhere stands for the node that the scheduler chooses.
const anywhere = "anywhere"

// application begins the names of pods that wait for their node, one for each: they tolerate no taint of the boot.
const application = "application"

// bootPatience is for how long nothing must happen until a boot is over.
const bootPatience = 15 * time.Second

// LoadBoots reads boots.
func LoadBoots(file string) ([]*Boot, error) {
	return load(file, "there is no boot", func(boots []*Boot) bool { return len(boots) > 0 })
}

// booting is the kubelets of a boot: a pod on the network of its node starts at once, others when their node is Ready, and each program waits
// for what it waits for.
type booting struct {
	*Boot
	cluster *Simulation
	// ready are the nodes that became Ready, early are applications that came to a node before it took any.
	ready, early []string
}

// Boots lets all of them boot at once, and compares how each ends with its promise.
func (s *Simulation) Boots(boots []*Boot, r *report.Report) error {
	var all []*booting
	for _, boot := range boots {
		b := &booting{Boot: boot, cluster: s}
		if err := b.begin(); err != nil {
			return fmt.Errorf("%s: %w", boot.Name, err)
		}
		all = append(all, b)
	}
	for last := time.Now(); time.Since(last) < bootPatience; time.Sleep(200 * time.Millisecond) {
		for _, b := range all {
			moved, err := b.step()
			if err != nil {
				return fmt.Errorf("%s: %w", b.Name, err)
			}
			if moved {
				last = time.Now()
			}
		}
	}
	for _, b := range all {
		end, err := b.end()
		if err != nil {
			return err
		}
		for _, complaint := range append(b.Promise.compare(end), b.early...) {
			r.Add(report.Finding{Judge: "boots", Input: b.Name, Message: complaint})
		}
		r.Count("boots", 1)
		if err := b.prove(end, r); err != nil {
			return err
		}
	}
	return nil
}

// begin makes the nodes, which say that they are not Ready, the agents, and applications that wait for the nodes.
func (b *booting) begin() error {
	ctx, client := b.cluster.cluster.Context, b.cluster.cluster.Client
	if err := b.cluster.Join(b.Nodes); err != nil {
		return err
	}
	// nothing comes before the node lifecycle controller has tainted them
	if err := b.cluster.waitForNodes("a node that is not Ready is not tainted", func(node *corev1.Node) bool {
		return !b.has(node.Name) || hasTaint(node, corev1.TaintNodeNotReady)
	}); err != nil {
		return err
	}
	for _, raw := range b.Objects {
		doc, err := document(b.Name, raw)
		if err != nil {
			return err
		}
		if err := b.cluster.apply.Prepare([]*manifest.Document{doc}); err != nil {
			return err
		}
		if _, _, err := b.cluster.apply.Apply(doc); err != nil {
			return err
		}
	}
	no := false
	for _, node := range b.Nodes {
		pod := &corev1.Pod{
			ObjectMeta: metav1.ObjectMeta{Namespace: b.Namespace, Name: application + "-" + node.Name, Labels: map[string]string{"boot-program": application}},
			Spec: corev1.PodSpec{NodeSelector: map[string]string{corev1.LabelHostname: node.Name}, AutomountServiceAccountToken: &no, Tolerations: b.Tolerations,
				Containers: []corev1.Container{{Name: "application", Image: "application:1"}}},
		}
		if _, err := client.CoreV1().Pods(b.Namespace).Create(ctx, pod, metav1.CreateOptions{}); err != nil {
			return err
		}
	}
	return nil
}

func (b *booting) has(node string) bool {
	return slices.ContainsFunc(b.Nodes, func(own corev1.Node) bool { return own.Name == node })
}

// step does what the kubelets and the programs do now, and says whether anything happened.
func (b *booting) step() (bool, error) {
	ctx, client := b.cluster.cluster.Context, b.cluster.cluster.Client
	running, pods, err := b.running()
	if err != nil {
		return false, err
	}
	moved := false
	for i := range b.Nodes {
		name := b.Nodes[i].Name
		node, err := client.CoreV1().Nodes().Get(ctx, name, metav1.GetOptions{})
		if err != nil {
			return false, err
		}
		ready := readiness(node).Status == corev1.ConditionTrue
		for at := range pods {
			pod := &pods[at]
			if pod.Spec.NodeName != name || pod.Status.Phase != corev1.PodPending || pod.DeletionTimestamp != nil ||
				!(pod.Spec.HostNetwork || ready) || !b.program(pod).mayStart(name, running) {
				continue
			}
			b.judge(pod, node)
			b.cluster.kubelet.start(pod)
			moved = true
		}
		for _, program := range b.Programs {
			if !slices.Contains(running[program.Name], name) {
				continue
			}
			if program.MakesNetwork && !ready {
				if err := b.makeReady(name); err != nil {
					return false, err
				}
				b.ready = append(b.ready, name)
				ready, moved = true, true
			}
			if program.Removes != "" && hasTaint(node, program.Removes) &&
				slices.ContainsFunc(program.RemovedBy, func(other string) bool { return len(running[other]) > 0 }) {
				node.Spec.Taints = slices.DeleteFunc(node.Spec.Taints, func(taint corev1.Taint) bool { return taint.Key == program.Removes })
				// a conflict with the node lifecycle controller is tried again in the next step
				_, _ = client.CoreV1().Nodes().Update(ctx, node, metav1.UpdateOptions{})
				moved = true
			}
		}
	}
	return moved, nil
}

// judge notes an application on a node that has a taint of its boot. The node was asked for after the pod, and such a taint never comes back.
func (b *booting) judge(pod *corev1.Pod, node *corev1.Node) {
	if pod.Labels["boot-program"] != application {
		return
	}
	keys := []string{corev1.TaintNodeNotReady}
	for _, program := range b.Programs {
		keys = append(keys, program.Removes)
	}
	for _, key := range keys {
		if hasTaint(node, key) {
			b.early = append(b.early, fmt.Sprintf("an application is on %s, which has the taint %s", node.Name, key))
		}
	}
}

// running are the nodes on which each program runs.
func (b *booting) running() (map[string][]string, []corev1.Pod, error) {
	list, err := b.cluster.cluster.Client.CoreV1().Pods(b.Namespace).List(b.cluster.cluster.Context, metav1.ListOptions{})
	if err != nil {
		return nil, nil, err
	}
	running := map[string][]string{}
	for _, pod := range list.Items {
		if pod.Status.Phase == corev1.PodRunning && pod.DeletionTimestamp == nil {
			name := pod.Labels["boot-program"]
			running[name] = append(running[name], pod.Spec.NodeName)
		}
	}
	for _, nodes := range running {
		slices.Sort(nodes)
	}
	return running, list.Items, nil
}

func (b *booting) program(pod *corev1.Pod) *BootProgram {
	for i := range b.Programs {
		if b.Programs[i].Name == pod.Labels["boot-program"] {
			return &b.Programs[i]
		}
	}
	return &BootProgram{}
}

func (p *BootProgram) mayStart(node string, running map[string][]string) bool {
	return !slices.ContainsFunc(p.WaitsFor, func(other string) bool { return len(running[other]) == 0 }) &&
		!slices.ContainsFunc(p.WaitsHere, func(other string) bool { return !slices.Contains(running[other], node) })
}

// makeReady says for the kubelet that the network of its node works.
func (b *booting) makeReady(node string) error {
	now := metav1.Now()
	patch, err := json.Marshal(map[string]any{"status": map[string]any{"conditions": []corev1.NodeCondition{{
		Type: corev1.NodeReady, Status: corev1.ConditionTrue, Reason: "Simulated", LastHeartbeatTime: now, LastTransitionTime: now,
	}}}})
	if err != nil {
		return err
	}
	_, err = b.cluster.cluster.Client.CoreV1().Nodes().Patch(b.cluster.cluster.Context, node, types.StrategicMergePatchType, patch, metav1.PatchOptions{}, "status")
	return err
}

// end is what the library could have promised.
func (b *booting) end() (BootPromise, error) {
	running, _, err := b.running()
	if err != nil {
		return BootPromise{}, err
	}
	end := BootPromise{Runs: running, Open: append([]string{}, running[application]...), Ready: append([]string{}, b.ready...)}
	delete(running, application)
	for _, program := range b.Programs {
		if program.Anywhere && len(running[program.Name]) > 0 {
			running[program.Name] = []string{anywhere}
		}
	}
	slices.Sort(end.Ready)
	return end, nil
}

// compare lists how a boot differs from its promise.
func (p BootPromise) compare(end BootPromise) []string {
	var wrong []string
	differ := func(what string, promised, found any) {
		if left, right := text(promised), text(found); left != right {
			wrong = append(wrong, fmt.Sprintf("%s: %s is promised, and it is %s", what, left, right))
		}
	}
	differ("what runs", p.Runs, end.Runs)
	differ("Ready", p.Ready, end.Ready)
	differ("takes applications", p.Open, end.Open)
	return wrong
}

// prove turns the promise around; each time it must be found.
func (b *booting) prove(end BootPromise, r *report.Report) error {
	other := []string{"no-such-node"}
	for what, change := range map[string]func(*BootPromise){
		"a program that does not run":            func(p *BootPromise) { p.Runs = map[string][]string{"no-such-program": other} },
		"a node that does not become Ready":      func(p *BootPromise) { p.Ready = other },
		"a node that does not take applications": func(p *BootPromise) { p.Open = other },
	} {
		promise := end
		change(&promise)
		if err := r.Prove(what, len(promise.compare(end)) == 1); err != nil {
			return err
		}
	}
	return nil
}
