// Package accept asks the code of an API server whether it would create an object: strict decoding, defaults, validation and warnings.
//
// The package compiles with the oldest and the newest Kubernetes that the library writes for; the go.mod file decides. Admission is not part
// of it: package apply has a whole API server.
package accept

import (
	"context"
	"errors"
	"fmt"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/types"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/capabilities"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
)

// Problem is one complaint of the API server.
type Problem struct {
	Field   string
	Message string
}

// Verdict is what the API server would say to an object.
type Verdict struct {
	// Custom is true for kinds that Kubernetes itself does not have; nothing else is then known.
	Custom   bool
	Problems []Problem
	Warnings []string
}

// Accepted tells whether the object would be created.
func (v Verdict) Accepted() bool { return len(v.Problems) == 0 }

// Judge is the code of an API server.
type Judge struct{ strict runtime.Decoder }

// NewJudge makes a judge for an API server that allows privileged containers, as those of all distributions do.
func NewJudge() *Judge {
	capabilities.Setup(true, 0)
	return &Judge{strict: serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDecoder()}
}

// Check judges one document.
func (j *Judge) Check(doc *manifest.Document) Verdict {
	if doc.Err != nil {
		return Verdict{Problems: []Problem{{Message: doc.Err.Error()}}}
	}
	kind := doc.Object.GroupVersionKind()
	if !legacyscheme.Scheme.Recognizes(kind) {
		return Verdict{Custom: true}
	}
	object, _, err := j.strict.Decode(doc.Raw, nil, nil) // strict, with defaults, in the internal version
	problems := decodingProblems(err)
	if object == nil {
		return Verdict{Problems: problems}
	}
	strategy, known := strategies[kind.GroupKind()]
	if !known {
		return Verdict{Problems: append(problems, Problem{Message: fmt.Sprintf("no judge for %s: add it to strategies.go", kind.Kind)})}
	}
	more, warnings := create(strategy, kind, object)
	return Verdict{Problems: append(problems, more...), Warnings: warnings}
}

func decodingProblems(err error) []Problem {
	if err == nil {
		return nil
	}
	strict, ok := runtime.AsStrictDecodingError(err)
	if !ok {
		return []Problem{{Message: err.Error()}}
	}
	var problems []Problem
	for _, each := range strict.Errors() {
		problems = append(problems, Problem{Message: "strict decoding: " + each.Error()})
	}
	return problems
}

// create does what the API server does between admission and etcd.
func create(strategy strategy, kind schema.GroupVersionKind, object runtime.Object) (problems []Problem, warnings []string) {
	defer func() {
		if cause := recover(); cause != nil {
			problems = append(problems, Problem{Message: fmt.Sprintf("the validation panics: %v", cause)})
		}
	}()
	metadata, err := meta.Accessor(object)
	if err != nil {
		return []Problem{{Message: err.Error()}}, nil
	}
	namespace := metav1.NamespaceNone
	if strategy.create.NamespaceScoped() {
		if namespace = metadata.GetNamespace(); namespace == "" {
			namespace = metav1.NamespaceDefault
		}
	}
	heard := &recorder{}
	ctx := warning.WithWarningRecorder(context.Background(), heard)
	ctx = genericapirequest.WithNamespace(ctx, namespace)
	ctx = genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true, Verb: "create", APIPrefix: "apis", APIGroup: kind.Group, APIVersion: kind.Version,
		Resource: strategy.resource, Namespace: namespace, Name: metadata.GetName(),
	})
	rest.FillObjectMetaSystemFields(metadata)
	metadata.SetUID(types.UID("00000000-0000-0000-0000-000000000000"))
	if service, ok := object.(*core.Service); ok && service.Spec.ClusterIP != "" && len(service.Spec.ClusterIPs) == 0 {
		service.Spec.ClusterIPs = []string{service.Spec.ClusterIP} // the storage of Services does this first
	}
	if err := rest.BeforeCreate(strategy.create, ctx, object); err != nil {
		return Causes(err), heard.texts
	}
	return nil, heard.texts
}

type recorder struct{ texts []string }

func (r *recorder) AddWarning(_, text string) { r.texts = append(r.texts, text) }

// Causes takes an error of the API server apart, one problem for each field.
func Causes(err error) []Problem {
	var status apierrors.APIStatus
	if !errors.As(err, &status) || status.Status().Details == nil || len(status.Status().Details.Causes) == 0 {
		return []Problem{{Message: err.Error()}}
	}
	var problems []Problem
	for _, cause := range status.Status().Details.Causes {
		problems = append(problems, Problem{Field: cause.Field, Message: cause.Message})
	}
	return problems
}
