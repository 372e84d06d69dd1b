// Command eventtexts has the code of Kubernetes write the messages of events, one a line, each with what was wrong: the kubelet's volume plugin for host
// paths against files of this machine, the kubelet's admission of pods, and filters of the scheduler.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/kubelet/lifecycle"
	"k8s.io/kubernetes/pkg/scheduler/apis/config"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/feature"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/nodeaffinity"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/nodeports"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/noderesources"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/nodeunschedulable"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/tainttoleration"
	"k8s.io/kubernetes/pkg/volume"
	"k8s.io/kubernetes/pkg/volume/hostpath"
	"k8s.io/kubernetes/pkg/volume/util/hostutil"
	"k8s.io/kubernetes/pkg/volume/util/operationexecutor"
	"k8s.io/mount-utils"
)

// written is a message that Kubernetes wrote, and what was wrong.
type written struct {
	Of      string `json:"of"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
}

func main() {
	ctx := context.Background()
	for _, write := range []func(context.Context) ([]written, error){hostPaths, scheduled, admitted} {
		all, err := write(ctx)
		if err != nil {
			fmt.Fprintln(os.Stderr, "eventtexts:", err)
			os.Exit(2)
		}
		for _, each := range all {
			line, err := json.Marshal(each)
			if err != nil {
				panic(err)
			}
			fmt.Println(string(line))
		}
	}
}

// host is a kubelet, as far as host paths need one.
type host struct {
	volume.VolumeHost
	volume.KubeletVolumeHost
}

func (host) GetMounter() mount.Interface            { return nil }
func (host) GetHostUtil() hostutil.HostUtils        { return hostutil.NewHostUtil() }
func hostPathType(name string) *corev1.HostPathType { t := corev1.HostPathType(name); return &t }

// hostPaths mounts what has another type, or cannot be made.
func hostPaths(context.Context) ([]written, error) {
	folder, err := os.MkdirTemp("", "eventtexts")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	directory, file, socket := filepath.Join(folder, "directory"), filepath.Join(folder, "file"), filepath.Join(folder, "socket")
	if err := os.Mkdir(directory, 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		return nil, err
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	missing := filepath.Join(folder, "missing")
	cases := []struct{ of, path, hostPathType string }{
		{"host-path-not-a-directory", missing, "Directory"}, {"host-path-not-a-directory", file, "DirectoryOrCreate"},
		{"host-path-not-a-file", directory, "File"}, {"host-path-not-a-file", socket, "FileOrCreate"}, {"host-path-not-a-file", missing, "File"},
		{"host-path-not-a-socket", file, "Socket"}, {"host-path-not-a-socket", missing, "Socket"},
		{"host-path-not-a-character-device", file, "CharDevice"}, {"host-path-not-a-block-device", file, "BlockDevice"},
		{"host-path-unknown-type", file, "Folder"}, {"host-path-parent-is-file", filepath.Join(file, "below"), "DirectoryOrCreate"},
		{"host-path-without-parent", filepath.Join(missing, "below"), "FileOrCreate"}, {"host-path-with-backsteps", folder + "/../x", ""},
		{"", directory, "Directory"}, {"", file, "File"}, {"", socket, "Socket"}, {"", missing, ""},
	}
	plugin := hostpath.ProbeVolumePlugins(volume.VolumeConfig{})[0]
	if err := plugin.Init(host{}); err != nil {
		return nil, err
	}
	var all []written
	for _, each := range cases {
		source := &corev1.HostPathVolumeSource{Path: each.path, Type: hostPathType(each.hostPathType)}
		spec := volume.NewSpecFromVolume(&corev1.Volume{Name: "state", VolumeSource: corev1.VolumeSource{HostPath: source}})
		mounter, err := plugin.NewMounter(spec, &corev1.Pod{})
		if err != nil {
			return nil, err
		}
		err = mounter.SetUp(volume.MounterArgs{})
		if (err == nil) != (each.of == "") {
			return nil, fmt.Errorf("%s as %q: %v", each.path, each.hostPathType, err)
		}
		if err == nil {
			continue
		}
		event, _ := (&operationexecutor.VolumeToMount{VolumeSpec: spec, Pod: &corev1.Pod{}}).GenerateError("MountVolume.SetUp failed", err)
		all = append(all, written{each.of, "FailedMount", event.Error()})
	}
	return all, nil
}

func podWith(spec corev1.PodSpec) *corev1.Pod {
	return &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "agent", Namespace: "agents", UID: "agent"}, Spec: spec}
}

func asking(resources corev1.ResourceList, ports ...corev1.ContainerPort) corev1.PodSpec {
	return corev1.PodSpec{Containers: []corev1.Container{{Name: "agent", Resources: corev1.ResourceRequirements{Requests: resources}, Ports: ports}}}
}

func smallNode() *corev1.Node {
	amounts := corev1.ResourceList{
		corev1.ResourceCPU: resource.MustParse("1"), corev1.ResourceMemory: resource.MustParse("1Gi"), corev1.ResourcePods: resource.MustParse("2"),
	}
	return &corev1.Node{
		ObjectMeta: metav1.ObjectMeta{Name: "small", Labels: map[string]string{"kubernetes.io/os": "linux"}},
		Status:     corev1.NodeStatus{Allocatable: amounts, Capacity: amounts},
	}
}

var port = corev1.ContainerPort{ContainerPort: 9100, HostPort: 9100, Protocol: corev1.ProtocolTCP}

// scheduled has the filters of the scheduler refuse a node, and the scheduler count it among twelve.
func scheduled(ctx context.Context) ([]written, error) {
	taints, err := tainttoleration.New(ctx, nil, nil, feature.Features{})
	if err != nil {
		return nil, err
	}
	affinity, err := nodeaffinity.New(ctx, &config.NodeAffinityArgs{}, nil, feature.Features{})
	if err != nil {
		return nil, err
	}
	cordon, err := nodeunschedulable.New(ctx, nil, nil, feature.Features{})
	if err != nil {
		return nil, err
	}
	tainted, cordoned := smallNode(), smallNode()
	tainted.Spec.Taints = []corev1.Taint{{Key: "dedicated", Value: "gpu", Effect: corev1.TaintEffectNoSchedule}}
	cordoned.Spec.Unschedulable = true
	other := podWith(asking(corev1.ResourceList{corev1.ResourceCPU: resource.MustParse("800m")}, port))
	large := podWith(asking(corev1.ResourceList{corev1.ResourceCPU: resource.MustParse("500m"), "example.com/gpu": resource.MustParse("1")}, port))
	selecting := podWith(corev1.PodSpec{NodeSelector: map[string]string{"pool": "other"}})

	infoOf := func(node *corev1.Node, pods ...*corev1.Pod) *framework.NodeInfo {
		info := framework.NewNodeInfo(pods...)
		info.SetNode(node)
		return info
	}
	filtered := func(plugin fwk.Plugin, pod *corev1.Pod, info *framework.NodeInfo) *fwk.Status {
		return plugin.(fwk.FilterPlugin).Filter(ctx, framework.NewCycleState(), pod, info)
	}
	statuses := map[string]*fwk.Status{
		"untolerated-taint": filtered(taints, large, infoOf(tainted)), "node-unschedulable": filtered(cordon, large, infoOf(cordoned)),
		"node-affinity-mismatch": filtered(affinity, selecting, infoOf(smallNode())),
	}
	full := infoOf(smallNode(), other, podWith(corev1.PodSpec{}))
	if !nodeports.Fits(large, full) {
		statuses["host-port-taken"] = fwk.NewStatus(fwk.Unschedulable, nodeports.ErrReason)
	}
	for _, short := range noderesources.Fits(large, full, nil, noderesources.ResourceRequestsOptions{EnablePodLevelResources: true}) {
		of := "insufficient-resource"
		if short.ResourceName == corev1.ResourcePods {
			of = "too-many-pods"
		}
		statuses[of] = fwk.NewStatus(fwk.Unschedulable, short.Reason)
	}
	if len(statuses) != 6 {
		return nil, fmt.Errorf("%d filters have refused a node, and not 6", len(statuses))
	}
	var all []written
	for of, status := range statuses {
		if status == nil {
			return nil, fmt.Errorf("%s: the scheduler does not refuse it", of)
		}
		nodes := framework.NewDefaultNodeToStatus()
		nodes.Set("small", status)
		failed := &framework.FitError{Pod: large, NumAllNodes: 12, Diagnosis: framework.Diagnosis{NodeToStatus: nodes}}
		all = append(all, written{of, "FailedScheduling", failed.Error()})
	}
	return all, nil
}

// admitted has the kubelet refuse pods that are bound to its node.
func admitted(context.Context) ([]written, error) {
	node := func(context.Context, bool) (*corev1.Node, error) { return smallNode(), nil }
	update := func(*framework.NodeInfo, *lifecycle.PodAdmitAttributes) error { return nil }
	other := podWith(asking(corev1.ResourceList{corev1.ResourceCPU: resource.MustParse("800m")}, port))
	other.UID = "other"
	windows := podWith(corev1.PodSpec{Containers: []corev1.Container{{Name: "agent"}}})
	windows.Labels = map[string]string{"kubernetes.io/os": "windows"}
	field := podWith(corev1.PodSpec{OS: &corev1.PodOS{Name: corev1.Windows}, Containers: []corev1.Container{{Name: "agent"}}})
	cases := []struct {
		of     string
		pod    *corev1.Pod
		others []*corev1.Pod
	}{
		{"kubelet-out-of-resource", podWith(asking(corev1.ResourceList{corev1.ResourceMemory: resource.MustParse("2Gi")})), nil},
		{"kubelet-predicate", podWith(asking(nil, port)), []*corev1.Pod{other}},
		{"operating-system-mismatch", windows, nil}, {"operating-system-mismatch", field, nil},
	}
	handler := lifecycle.NewPredicateAdmitHandler(node, lifecycle.NewAdmissionFailureHandlerStub(), update)
	var all []written
	for _, each := range cases {
		result := handler.Admit(&lifecycle.PodAdmitAttributes{Pod: each.pod, OtherPods: each.others})
		if result.Admit {
			return nil, fmt.Errorf("%s: the kubelet takes the pod", each.of)
		}
		all = append(all, written{each.of, result.Reason, result.Message})
	}
	return all, nil
}
