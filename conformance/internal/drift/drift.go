// Package drift compares what was sent to an API server with what it stores, and finds what merging would take for one.
package drift

import (
	"encoding/json"
	"fmt"
	"sort"

	"k8s.io/apimachinery/pkg/api/resource"
)

// Difference is a field that was sent and is not stored like that. What only the server has, its defaults, is no difference.
type Difference struct {
	Field string
	What  string
}

// Between lists the fields of the sent object that the live object lacks or spells otherwise.
func Between(sent, live map[string]any) []Difference {
	var found []Difference
	differences("", sent, live, &found)
	sort.Slice(found, func(i, j int) bool { return found[i].Field < found[j].Field })
	return found
}

func differences(path string, sent, live any, found *[]Difference) {
	switch sent := sent.(type) {
	case map[string]any:
		stored, ok := live.(map[string]any)
		if !ok {
			*found = append(*found, changed(path, sent, live))
			return
		}
		for key, value := range sent {
			below := path + "." + key
			if path == "" {
				below = key
			}
			if here, ok := stored[key]; ok {
				differences(below, value, here, found)
			} else {
				*found = append(*found, Difference{below, fmt.Sprintf("%s is dropped", text(value))})
			}
		}
	case []any:
		stored, ok := live.([]any)
		if !ok || len(stored) != len(sent) {
			*found = append(*found, changed(path, sent, live))
			return
		}
		for i := range sent {
			differences(fmt.Sprintf("%s[%d]", path, i), sent[i], stored[i], found)
		}
	default:
		if text(sent) != text(live) {
			*found = append(*found, changed(path, sent, live))
		}
	}
}

func changed(path string, sent, live any) Difference {
	a, errA := resource.ParseQuantity(fmt.Sprint(sent))
	b, errB := resource.ParseQuantity(fmt.Sprint(live))
	verb := "becomes"
	if errA == nil && errB == nil && a.Cmp(b) == 0 {
		verb = "is spelled"
	}
	return Difference{path, fmt.Sprintf("%s %s %s", text(sent), verb, text(live))}
}

func text(value any) string {
	b, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(b)
}
