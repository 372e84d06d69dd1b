package drift

import (
	"fmt"
	"testing"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

func TestBetween(t *testing.T) {
	type object = map[string]any
	for _, test := range []struct {
		name       string
		sent, live object
		want       string
	}{
		{"the same", object{"a": object{"b": int64(1)}}, object{"a": object{"b": int64(1)}}, "[]"},
		{"a default of the server", object{"a": "x"}, object{"a": "x", "b": "y"}, "[]"},
		{"dropped", object{"hostNetwork": false}, object{}, "[{hostNetwork false is dropped}]"},
		{"spelled anew", object{"cpu": "1000m"}, object{"cpu": "1"}, `[{cpu "1000m" is spelled "1"}]`},
		{"changed", object{"a": object{"b": "x"}}, object{"a": object{"b": "y"}}, `[{a.b "x" becomes "y"}]`},
		{"a shorter list", object{"a": []any{"x", "y"}}, object{"a": []any{"x"}}, `[{a ["x","y"] becomes ["x"]}]`},
		{"in a list", object{"a": []any{object{"b": "x"}}}, object{"a": []any{object{"b": "z"}}}, `[{a[0].b "x" becomes "z"}]`},
		{"a map that became a text", object{"a": object{}}, object{"a": "x"}, `[{a {} becomes "x"}]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := fmt.Sprint(Between(test.sent, test.live)); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestRepeatedKeys(t *testing.T) {
	container := func(field string, entries ...any) *unstructured.Unstructured {
		return &unstructured.Unstructured{Object: map[string]any{"apiVersion": "apps/v1", "kind": "DaemonSet", "spec": map[string]any{
			"template": map[string]any{"spec": map[string]any{"containers": []any{map[string]any{"name": "agent", field: entries}}}}}}}
	}
	const at = "spec.template.spec.containers[0]."
	for _, test := range []struct {
		name   string
		object *unstructured.Unstructured
		want   string
	}{
		{"different names", container("env", map[string]any{"name": "A"}, map[string]any{"name": "B"}), "[]"},
		{"a variable twice", container("env", map[string]any{"name": "A"}, map[string]any{"name": "A"}), "[{" + at + "env[1] name A stands twice}]"},
		{"a port by two protocols", container("ports", map[string]any{"containerPort": int64(53), "protocol": "TCP"},
			map[string]any{"containerPort": int64(53), "protocol": "UDP"}), "[{" + at + "ports[1] containerPort 53 stands twice}]"},
		{"two mounts at one path", container("volumeMounts", map[string]any{"mountPath": "/a", "name": "x"}, map[string]any{"mountPath": "/a", "name": "y"}),
			"[{" + at + "volumeMounts[1] mountPath /a stands twice}]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := RepeatedKeys(test.object)
			if err != nil || fmt.Sprint(found) != test.want {
				t.Errorf("got %v, %v, want %s", found, err, test.want)
			}
		})
	}
}
