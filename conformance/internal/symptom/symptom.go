// Package symptom shows, with the code that a cluster runs, that a manifest does not work although the API server accepts it.
package symptom

import (
	"fmt"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/endpointslice"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/controller/daemon"
	"k8s.io/kubernetes/pkg/kubelet/lifecycle"
	"k8s.io/kubernetes/pkg/kubelet/sysctl"
	"k8s.io/kubernetes/pkg/util/parsers"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
	"k8s.io/kubernetes/third_party/forked/golang/expansion"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/claims"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// symptoms tell what is wrong with the objects of a claim, or nothing when they seem to work.
var symptoms = map[string]func(objects []runtime.Object, nodes []corev1.Node) (string, error){
	"runs on no node":        runsNowhere,
	"literal text":           staysLiteral,
	"port is not found":      portIsNotFound,
	"image cannot be read":   imageCannotBeRead,
	"request is not allowed": requestIsNotAllowed,
	"sysctl is not allowed":  sysctlIsNotAllowed,
}

// IsKnown tells whether Judge looks for a symptom; others need a running cluster.
func IsKnown(symptom string) bool { return symptoms[symptom] != nil }

// Judge looks for the symptoms of the claims.
func Judge(list []claims.Claim, nodes []corev1.Node, r *report.Report) error {
	for name, find := range symptoms {
		said, err := find(healthy(), nodes)
		if err != nil {
			return err
		}
		if err := r.Prove("a healthy agent has no symptom: "+name, said == ""); err != nil {
			return err
		}
	}
	for _, claim := range list {
		find := symptoms[claim.Symptom]
		if find == nil {
			continue
		}
		objects, err := load(claim.File)
		if err != nil {
			return err
		}
		said, err := find(objects, nodes)
		if err != nil {
			return fmt.Errorf("%s: %w", claim.ID, err)
		}
		r.Count("symptoms", 1)
		if said == "" {
			r.Add(report.Finding{Judge: "refused", Input: claim.ID,
				Message: fmt.Sprintf("%s claims that this never works, and %q is not to be seen", claim.Code, claim.Symptom)})
		}
	}
	return nil
}

func load(file string) ([]runtime.Object, error) {
	docs, err := manifest.LoadFile(file)
	if err != nil {
		return nil, err
	}
	var objects []runtime.Object
	for _, doc := range docs {
		object, err := typed(doc.Object)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.ID(), err)
		}
		objects = append(objects, object)
	}
	return objects, nil
}

func typed(object *unstructured.Unstructured) (runtime.Object, error) {
	typed, err := legacyscheme.Scheme.New(object.GroupVersionKind())
	if err != nil {
		return nil, err
	}
	if err := runtime.DefaultUnstructuredConverter.FromUnstructured(object.Object, typed); err != nil {
		return nil, err
	}
	legacyscheme.Scheme.Default(typed)
	return typed, nil
}

// healthy is an agent that has none of the symptoms, with a Service and a role.
func healthy() []runtime.Object {
	agent := &appsv1.DaemonSet{}
	agent.Spec.Template.Labels = map[string]string{"app": "agent"}
	agent.Spec.Template.Spec.Containers = []corev1.Container{{
		Name: "agent", Image: "example.com/agent:1", Args: []string{"--node=$(NODE)"}, Env: []corev1.EnvVar{{Name: "NODE", Value: "a"}},
		Ports: []corev1.ContainerPort{{Name: "metrics", ContainerPort: 9100, Protocol: corev1.ProtocolTCP}},
	}}
	agent.Spec.Template.Spec.Tolerations = []corev1.Toleration{{Operator: corev1.TolerationOpExists}}
	service := &corev1.Service{Spec: corev1.ServiceSpec{Selector: agent.Spec.Template.Labels, Ports: []corev1.ServicePort{{Name: "metrics", Port: 9100}}}}
	service.Spec.Ports[0].TargetPort.Type, service.Spec.Ports[0].TargetPort.StrVal = 1, "metrics"
	service.Spec.Ports[0].Protocol = corev1.ProtocolTCP
	role := &rbacv1.ClusterRole{Rules: []rbacv1.PolicyRule{{APIGroups: []string{""}, Resources: []string{"pods"}, Verbs: []string{"get"}}}}
	return []runtime.Object{agent, service, role}
}

func podsOf(objects []runtime.Object) (specs []*corev1.PodTemplateSpec) {
	for _, object := range objects {
		if agent, ok := object.(*appsv1.DaemonSet); ok {
			specs = append(specs, &agent.Spec.Template)
		}
	}
	return specs
}

// runsNowhere asks the DaemonSet controller about every node.
func runsNowhere(objects []runtime.Object, nodes []corev1.Node) (string, error) {
	for _, object := range objects {
		agent, ok := object.(*appsv1.DaemonSet)
		if !ok {
			continue
		}
		for i := range nodes {
			if runs, _ := daemon.NodeShouldRunDaemonPod(klog.Background(), &nodes[i], agent); runs {
				return "", nil
			}
		}
	}
	return fmt.Sprintf("on none of %d nodes", len(nodes)), nil
}

// staysLiteral expands the arguments as the kubelet does, and looks for references that are left.
func staysLiteral(objects []runtime.Object, _ []corev1.Node) (string, error) {
	for _, pod := range podsOf(objects) {
		for _, container := range pod.Spec.Containers {
			values := map[string]string{}
			for _, variable := range container.Env {
				values[variable.Name] = variable.Value
			}
			for _, argument := range append(append([]string{}, container.Command...), container.Args...) {
				if said := expansion.Expand(argument, expansion.MappingFuncFor(values)); strings.Contains(said, "$(") {
					return said, nil
				}
			}
		}
	}
	return "", nil
}

// portIsNotFound looks for the target port of each Service as the controller of EndpointSlices does.
func portIsNotFound(objects []runtime.Object, _ []corev1.Node) (string, error) {
	for _, object := range objects {
		service, ok := object.(*corev1.Service)
		if !ok {
			continue
		}
		for _, template := range podsOf(objects) {
			for i := range service.Spec.Ports {
				if _, err := endpointslice.FindPort(&corev1.Pod{Spec: template.Spec}, &service.Spec.Ports[i]); err != nil {
					return err.Error(), nil
				}
			}
		}
	}
	return "", nil
}

// imageCannotBeRead parses the images as the kubelet does before it pulls them.
func imageCannotBeRead(objects []runtime.Object, _ []corev1.Node) (string, error) {
	for _, pod := range podsOf(objects) {
		for _, container := range pod.Spec.Containers {
			if _, _, _, err := parsers.ParseImageName(container.Image); err != nil {
				return err.Error(), nil
			}
		}
	}
	return "", nil
}

// requestIsNotAllowed asks the authorizer for requests as clients send them, which the rules mean to allow.
func requestIsNotAllowed(objects []runtime.Object, _ []corev1.Node) (string, error) {
	for _, object := range objects {
		role, ok := object.(*rbacv1.ClusterRole)
		if !ok {
			continue
		}
		for i := range role.Rules {
			if !allowsSomething(&role.Rules[i]) {
				return fmt.Sprintf("%v allows no request", role.Rules[i]), nil
			}
		}
	}
	return "", nil
}

// allowsSomething tries requests for a few things that every cluster has. A list or a creation carries no name.
func allowsSomething(rule *rbacv1.PolicyRule) bool {
	names := append([]string{"some-name"}, rule.ResourceNames...)
	for _, verb := range []string{"get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"} {
		for group, resources := range map[string][]string{"": {"pods", "nodes", "configmaps", "events", "namespaces"}, "apps": {"daemonsets", "deployments"}} {
			for _, resource := range resources {
				for _, name := range names {
					request := authorizer.AttributesRecord{Verb: verb, APIGroup: group, APIVersion: "v1", Resource: resource, Name: name, ResourceRequest: true}
					if verb == "list" || verb == "watch" || verb == "create" || verb == "deletecollection" {
						request.Name = ""
					}
					if rbac.RuleAllows(request, rule) {
						return true
					}
				}
			}
		}
	}
	return false
}

// everySysctl is what a kubelet can be told to allow.
var everySysctl = []string{"net.*", "kernel.shm*", "kernel.msg*", "kernel.sem", "fs.mqueue.*"}

// sysctlIsNotAllowed asks the kubelet to admit the pods.
func sysctlIsNotAllowed(objects []runtime.Object, _ []corev1.Node) (string, error) {
	allowed, err := sysctl.NewAllowlist(everySysctl)
	if err != nil {
		return "", err
	}
	for _, template := range podsOf(objects) {
		if result := allowed.Admit(&lifecycle.PodAdmitAttributes{Pod: &corev1.Pod{Spec: template.Spec}}); !result.Admit {
			return result.Message, nil
		}
	}
	return "", nil
}
