// Package apply sends manifests to a running API server as GitOps tools do, by strict server-side apply, and looks at what became of them.
package apply

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	apiextensions "k8s.io/apiextensions-apiserver/pkg/client/clientset/clientset"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/cluster"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
)

// Client applies documents. One goroutine uses it at a time; Clone makes another.
type Client struct {
	cluster  *cluster.Cluster
	dynamic  dynamic.Interface
	mapper   *restmapper.DeferredDiscoveryRESTMapper
	warnings *warnings
}

// NewClient makes a client of the cluster.
func NewClient(c *cluster.Cluster) (*Client, error) {
	mapper := restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(c.Client.Discovery()))
	return newClient(c, mapper)
}

// Clone makes a client for another goroutine.
func (c *Client) Clone() (*Client, error) { return newClient(c.cluster, c.mapper) }

func newClient(c *cluster.Cluster, mapper *restmapper.DeferredDiscoveryRESTMapper) (*Client, error) {
	client := &Client{cluster: c, mapper: mapper, warnings: &warnings{}}
	config := rest.CopyConfig(c.Config)
	config.WarningHandler = client.warnings
	var err error
	client.dynamic, err = dynamic.NewForConfig(config)
	return client, err
}

// warnings collects what the API server says beside its answers.
type warnings struct {
	lock  sync.Mutex
	texts []string
}

func (w *warnings) HandleWarningHeader(code int, _ string, text string) {
	w.lock.Lock()
	defer w.lock.Unlock()
	if code == 299 && text != "" {
		w.texts = append(w.texts, text)
	}
}

func (w *warnings) take() []string {
	w.lock.Lock()
	defer w.lock.Unlock()
	texts := w.texts
	w.texts = nil
	return texts
}

// Apply sends the document as it was written. The namespace must be there.
func (c *Client) Apply(doc *manifest.Document) (live *unstructured.Unstructured, warnings []string, err error) {
	return c.ApplyAs("conformance", doc)
}

// ApplyAs sends the document as another tool would.
func (c *Client) ApplyAs(manager string, doc *manifest.Document) (live *unstructured.Unstructured, warnings []string, err error) {
	if doc.Err != nil {
		return nil, nil, doc.Err
	}
	objects, err := c.Objects(doc.Object)
	if err != nil {
		return nil, nil, err
	}
	force := true
	c.warnings.take()
	live, err = objects.Patch(c.cluster.Context, doc.Object.GetName(), types.ApplyPatchType, doc.Raw,
		metav1.PatchOptions{FieldManager: manager, Force: &force, FieldValidation: metav1.FieldValidationStrict})
	return live, c.warnings.take(), err
}

// Delete removes the objects of the documents, save namespaces: nobody empties them here.
func (c *Client) Delete(docs []*manifest.Document) error {
	for _, doc := range docs {
		if doc.Object == nil || doc.Object.GetKind() == "Namespace" {
			continue
		}
		objects, err := c.Objects(doc.Object)
		if err != nil {
			continue // a kind that is not there has no objects
		}
		if err := objects.Delete(c.cluster.Context, doc.Object.GetName(), metav1.DeleteOptions{}); err != nil && !apierrors.IsNotFound(err) {
			return fmt.Errorf("delete %s: %w", doc.ID(), err)
		}
	}
	return nil
}

// Objects are those of the kind and the namespace of an object.
func (c *Client) Objects(object *unstructured.Unstructured) (dynamic.ResourceInterface, error) {
	kind := object.GroupVersionKind()
	mapping, err := c.mapper.RESTMapping(kind.GroupKind(), kind.Version)
	if err != nil {
		return nil, err
	}
	if mapping.Scope.Name() != meta.RESTScopeNameNamespace {
		return c.dynamic.Resource(mapping.Resource), nil
	}
	namespace := object.GetNamespace()
	if namespace == "" {
		namespace = metav1.NamespaceDefault
	}
	return c.dynamic.Resource(mapping.Resource).Namespace(namespace), nil
}

// Prepare makes what the documents expect to be there: namespaces that they do not bring along, and definitions of custom kinds.
func (c *Client) Prepare(docs []*manifest.Document) error {
	namespaces, custom := map[string]bool{}, map[schema.GroupVersionKind]*unstructured.Unstructured{}
	for _, doc := range docs {
		if doc.Object == nil {
			continue
		}
		if namespace := doc.Object.GetNamespace(); namespace != "" {
			namespaces[namespace] = true
		}
		kind := doc.Object.GroupVersionKind()
		if strings.Contains(kind.Group, ".") {
			custom[kind] = doc.Object
		}
	}
	for _, doc := range docs {
		if doc.Object != nil && doc.Object.GetKind() == "Namespace" {
			delete(namespaces, doc.Object.GetName())
		}
	}
	for namespace := range namespaces {
		if err := c.EnsureNamespace(namespace); err != nil {
			return err
		}
	}
	for kind, object := range custom {
		_, err := c.mapper.RESTMapping(kind.GroupKind(), kind.Version)
		if meta.IsNoMatchError(err) {
			err = c.define(object)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// EnsureNamespace makes a namespace unless it is there.
func (c *Client) EnsureNamespace(name string) error {
	namespace := &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name}}
	_, err := c.cluster.Client.CoreV1().Namespaces().Create(c.cluster.Context, namespace, metav1.CreateOptions{})
	if apierrors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

// define makes a definition of a custom kind that takes any field: the real schemas are judged elsewhere.
func (c *Client) define(object *unstructured.Unstructured) error {
	kind := object.GroupVersionKind()
	plural, singular := meta.UnsafeGuessKindToResource(kind)
	scope := apiextensionsv1.ClusterScoped
	if object.GetNamespace() != "" {
		scope = apiextensionsv1.NamespaceScoped
	}
	anything := true
	definition := &apiextensionsv1.CustomResourceDefinition{
		ObjectMeta: metav1.ObjectMeta{Name: plural.Resource + "." + kind.Group},
		Spec: apiextensionsv1.CustomResourceDefinitionSpec{
			Group: kind.Group, Scope: scope,
			Names: apiextensionsv1.CustomResourceDefinitionNames{Plural: plural.Resource, Singular: singular.Resource, Kind: kind.Kind},
			Versions: []apiextensionsv1.CustomResourceDefinitionVersion{{
				Name: kind.Version, Served: true, Storage: true,
				Schema: &apiextensionsv1.CustomResourceValidation{
					OpenAPIV3Schema: &apiextensionsv1.JSONSchemaProps{Type: "object", XPreserveUnknownFields: &anything},
				},
			}},
		},
	}
	if strings.HasSuffix(kind.Group, ".k8s.io") {
		definition.Annotations = map[string]string{"api-approved.kubernetes.io": "unapproved, for a test"}
	}
	client, err := apiextensions.NewForConfig(c.cluster.Config)
	if err != nil {
		return err
	}
	definitions := client.ApiextensionsV1().CustomResourceDefinitions()
	// one that was made a moment ago may not be discovered yet
	if _, err := definitions.Create(c.cluster.Context, definition, metav1.CreateOptions{}); err != nil && !apierrors.IsAlreadyExists(err) {
		return err
	}
	return wait.PollUntilContextTimeout(c.cluster.Context, 50*time.Millisecond, 30*time.Second, true, func(ctx context.Context) (bool, error) {
		live, err := definitions.Get(ctx, definition.Name, metav1.GetOptions{})
		if err != nil {
			return false, err
		}
		for _, condition := range live.Status.Conditions {
			if condition.Type == apiextensionsv1.Established && condition.Status == apiextensionsv1.ConditionTrue {
				c.mapper.Reset()
				_, err := c.mapper.RESTMapping(kind.GroupKind(), kind.Version)
				return err == nil, nil
			}
		}
		return false, nil
	})
}
