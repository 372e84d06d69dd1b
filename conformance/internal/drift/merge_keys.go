package drift

import (
	"fmt"
	"slices"
	"sort"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	"k8s.io/client-go/kubernetes/scheme"
)

// RepeatedKeys lists the entries of lists that kubectl's client-side apply would take for one: lists are merged by a key that the Go types
// of the API name. Server-side apply refuses repeated keys of its own by itself.
func RepeatedKeys(object *unstructured.Unstructured) ([]Difference, error) {
	typed, err := scheme.Scheme.New(object.GroupVersionKind())
	if err != nil {
		return nil, nil // a custom kind: its lists are replaced as a whole
	}
	schema, err := strategicpatch.NewPatchMetaFromStruct(typed)
	if err != nil {
		return nil, err
	}
	var found []Difference
	repeated("", schema, object.Object, &found)
	sort.Slice(found, func(i, j int) bool { return found[i].Field < found[j].Field })
	return found, nil
}

func repeated(path string, schema strategicpatch.LookupPatchMeta, object map[string]any, found *[]Difference) {
	for field, value := range object {
		below := path + "." + field
		if path == "" {
			below = field
		}
		switch value := value.(type) {
		case map[string]any:
			if of, _, err := schema.LookupPatchMetadataForStruct(field); err == nil {
				repeated(below, of, value, found)
			}
		case []any:
			of, merge, err := schema.LookupPatchMetadataForSlice(field)
			if err != nil {
				continue
			}
			seen := map[string]bool{}
			for i, each := range value {
				entry, ok := each.(map[string]any)
				if !ok {
					continue
				}
				if key := merge.GetPatchMergeKey(); key != "" && slices.Contains(merge.GetPatchStrategies(), "merge") {
					name := fmt.Sprint(entry[key])
					if seen[name] {
						*found = append(*found, Difference{fmt.Sprintf("%s[%d]", below, i), fmt.Sprintf("%s %s stands twice", key, name)})
					}
					seen[name] = true
				}
				repeated(fmt.Sprintf("%s[%d]", below, i), of, entry, found)
			}
		}
	}
}
