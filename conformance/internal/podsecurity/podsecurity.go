// Package podsecurity holds the Pod Security levels that the library computes against the policy of the admission plugin.
package podsecurity

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/cases"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Answer is the strictest level that a pod satisfies under one policy version, and what is held against it at the stricter ones.
type Answer struct {
	Level      string   `json:"level"`
	Baseline   []string `json:"baseline"`
	Restricted []string `json:"restricted"`
}

// Case is a pod template, and what the library says of it for each minor of the policy.
type Case struct {
	ID       string                 `json:"id"`
	Template corev1.PodTemplateSpec `json:"template"`
	Answers  map[string]Answer      `json:"answers"`
}

// Judge reads cases, one a line, and reports every answer that the policy contradicts.
func Judge(file string, r *report.Report) error {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		return err
	}
	if err := prove(evaluator, r); err != nil {
		return err
	}
	return cases.Each(file, func(each Case) error { return judge(evaluator, each, r) })
}

// judge compares what the library says of one pod.
func judge(evaluator policy.Evaluator, c Case, r *report.Report) error {
	for minor, said := range c.Answers {
		number, err := strconv.Atoi(minor)
		if err != nil {
			return err
		}
		actual := Evaluate(evaluator, c.Template, number)
		r.Count("answers", 1)
		r.Count(actual.Level, 1)
		if !reflect.DeepEqual(actual, said) {
			template, _ := json.Marshal(c.Template)
			r.Add(report.Finding{Judge: "pod security", Input: c.ID, Object: "policy v1." + minor,
				Message: fmt.Sprintf("the policy says %v, the library %v: %s", actual, said, template)})
		}
	}
	return nil
}

// Evaluate asks the policy of a version 1.X, as it looks at the pods of a stored template.
func Evaluate(evaluator policy.Evaluator, template corev1.PodTemplateSpec, minor int) Answer {
	daemonSet := &appsv1.DaemonSet{}
	template.DeepCopyInto(&daemonSet.Spec.Template)
	legacyscheme.Scheme.Default(daemonSet)
	pod := &daemonSet.Spec.Template
	against := func(level api.Level) []string {
		said := []string{}
		for _, result := range evaluator.EvaluatePod(api.LevelVersion{Level: level, Version: api.MajorMinorVersion(1, minor)}, &pod.ObjectMeta, &pod.Spec) {
			if result.Allowed {
				continue
			}
			text := result.ForbiddenReason
			if result.ForbiddenDetail != "" {
				text += " (" + result.ForbiddenDetail + ")"
			}
			said = append(said, text)
		}
		return said
	}
	answer := Answer{Level: "restricted", Baseline: against(api.LevelBaseline), Restricted: against(api.LevelRestricted)}
	switch {
	case len(answer.Baseline) > 0:
		answer.Level = "privileged"
	case len(answer.Restricted) > 0:
		answer.Level = "baseline"
	}
	return answer
}

// prove says of a pod on the host network that it is restricted, and then the right level in other words.
func prove(evaluator policy.Evaluator, r *report.Report) error {
	wrong := map[string]Answer{"36": {Level: "restricted", Baseline: []string{}, Restricted: []string{}}}
	onHost := Case{Answers: wrong}
	onHost.Template.Spec.HostNetwork = true
	words := Case{Answers: map[string]Answer{"36": {Level: "privileged", Baseline: []string{"host namespaces"}, Restricted: []string{"host namespaces"}}}}
	words.Template.Spec.HostNetwork = true
	for what, each := range map[string]Case{"a level that is too strict": onHost, "other words": words} {
		scratch := report.New("")
		if err := judge(evaluator, each, scratch); err != nil {
			return err
		}
		if err := r.Prove(what, len(scratch.Findings) == 1); err != nil {
			return err
		}
	}
	return nil
}
