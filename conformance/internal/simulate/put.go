package simulate

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/dynamic"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/apply"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
)

// put applies an object, as one that is to be like becomes where another tool has it. Where the API server refuses that, the object is deleted
// first.
func (s *Simulation) put(tool *apply.Client, doc *manifest.Document, keep bool, becomes *manifest.Document) (action, complaint string, err error) {
	ctx, name := s.cluster.Context, doc.Object.GetName()
	objects, err := tool.Objects(doc.Object)
	if err != nil {
		return "", "", err
	}
	before, err := objects.Get(ctx, name, metav1.GetOptions{})
	isNew := apierrors.IsNotFound(err)
	if err != nil && !isNew {
		return "", "", err
	}
	after, _, err := tool.ApplyAs(ours, doc)
	switch {
	case apierrors.IsInvalid(err):
		// whatever was there before
		whole := doc
		if becomes != nil {
			whole = becomes
		}
		if _, err := s.instead(tool, whole); isNew || apierrors.IsInvalid(err) {
			return "refused", "", nil
		}
		if err := s.delete(objects, name, keep); err != nil {
			return "", "", err
		}
		_, _, err = tool.ApplyAs(ours, doc)
		return "replaced", "", err
	case err != nil:
		return "", "", err
	case isNew:
		return "created", "", nil
	case hasManager(before, ours) && reflect.DeepEqual(content(before), content(after)):
		return "", "", nil
	case hasManager(before, ours):
		return "changed", "", nil
	case becomes == nil:
		return "adopted", "", nil
	}
	promised, err := s.instead(tool, becomes)
	if err != nil {
		return "adopted", "nobody could make what it is promised to be: " + err.Error(), nil
	}
	if is, promised := text(content(after)), text(content(promised)); is != promised {
		complaint = fmt.Sprintf("is adopted as %s, and %s is promised", is, promised)
	}
	return "adopted", complaint, nil
}

// instead says what would be made of a document that no object stands in the way of.
func (s *Simulation) instead(tool *apply.Client, doc *manifest.Document) (*unstructured.Unstructured, error) {
	objects, err := tool.Objects(doc.Object)
	if err != nil {
		return nil, err
	}
	object := doc.Object.DeepCopy()
	object.SetName(object.GetName() + "-instead")
	return objects.Create(s.cluster.Context, object, metav1.CreateOptions{FieldManager: ours, DryRun: []string{metav1.DryRunAll}})
}

// delete waits until an object is gone.
func (s *Simulation) delete(objects dynamic.ResourceInterface, name string, keep bool) error {
	policy := metav1.DeletePropagationBackground
	if keep {
		policy = metav1.DeletePropagationOrphan
	}
	if err := objects.Delete(s.cluster.Context, name, metav1.DeleteOptions{PropagationPolicy: &policy}); err != nil {
		return err
	}
	if err := s.unprotect(objects, name); err != nil {
		return err
	}
	return wait.PollUntilContextTimeout(s.cluster.Context, 50*time.Millisecond, time.Minute, true, func(ctx context.Context) (bool, error) {
		_, err := objects.Get(ctx, name, metav1.GetOptions{})
		return apierrors.IsNotFound(err), nil
	})
}

// protection is what controllers that do not run here would take away from volumes and claims that nobody uses.
var protection = []string{"kubernetes.io/pvc-protection", "kubernetes.io/pv-protection"}

func (s *Simulation) unprotect(objects dynamic.ResourceInterface, name string) error {
	object, err := objects.Get(s.cluster.Context, name, metav1.GetOptions{})
	if apierrors.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(object.GetFinalizers(), func(each string) bool { return slices.Contains(protection, each) })
	if len(left) == len(object.GetFinalizers()) {
		return nil
	}
	object.SetFinalizers(left)
	_, err = objects.Update(s.cluster.Context, object, metav1.UpdateOptions{})
	return err
}

// hasManager tells whether somebody has applied an object.
func hasManager(object *unstructured.Unstructured, manager string) bool {
	return slices.ContainsFunc(object.GetManagedFields(), func(each metav1.ManagedFieldsEntry) bool { return each.Manager == manager })
}

// removeOthers deletes what is no longer wanted and carries our labels, and notes what stays.
func (s *Simulation) removeOthers(tool *apply.Client, change *Change, found ChangePromise) error {
	docs, err := change.documents(change.Before)
	if err != nil {
		return err
	}
	for i, doc := range docs {
		key := change.Before[i].Key
		if slices.ContainsFunc(change.After, func(each Written) bool { return each.Key == key }) {
			continue
		}
		objects, err := tool.Objects(doc.Object)
		if err != nil {
			return err
		}
		list, err := objects.List(s.cluster.Context, metav1.ListOptions{LabelSelector: ownLabels, FieldSelector: "metadata.name=" + doc.Object.GetName()})
		if err != nil {
			return err
		}
		if len(list.Items) == 0 || list.Items[0].GetAnnotations()["meta.helm.sh/release-name"] != "" {
			found.Objects[key] = "kept"
			continue
		}
		found.Objects[key] = "removed"
		if err := objects.Delete(s.cluster.Context, doc.Object.GetName(), metav1.DeleteOptions{}); err != nil {
			return err
		}
	}
	return nil
}

// ownLabels selects what our library wrote, and no other tool.
const ownLabels = "app.kubernetes.io/name,app.kubernetes.io/instance,!app.kubernetes.io/managed-by,!helm.sh/chart"

// content is what someone can say of an object, and what was filled in for it.
func content(object *unstructured.Unstructured) map[string]any {
	all := maps.Clone(object.Object)
	delete(all, "status")
	annotations := map[string]string{}
	for name, value := range object.GetAnnotations() {
		if name != appsv1.DeprecatedTemplateGeneration {
			annotations[name] = value
		}
	}
	all["metadata"] = map[string]any{"labels": object.GetLabels(), "annotations": annotations}
	spec, ok := all["spec"].(map[string]any)
	if !ok {
		return all
	}
	spec = maps.Clone(spec)
	all["spec"] = spec
	switch object.GetKind() {
	case "Service":
		delete(spec, "healthCheckNodePort")
		for _, assigned := range []string{"clusterIP", "clusterIPs"} {
			if spec["clusterIP"] != "None" {
				delete(spec, assigned)
			}
		}
		ports, _ := spec["ports"].([]any)
		var plain []any
		for _, port := range ports {
			port := maps.Clone(port.(map[string]any))
			delete(port, "nodePort")
			plain = append(plain, port)
		}
		spec["ports"] = plain
	case "Job": // its name and uid are in them
		delete(spec, "selector")
		template := maps.Clone(spec["template"].(map[string]any))
		delete(template, "metadata")
		spec["template"] = template
	}
	return all
}
