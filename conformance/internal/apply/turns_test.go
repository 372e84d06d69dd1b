package apply

import (
	"slices"
	"testing"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
)

func documents(t *testing.T, file, kindAndNames string) []*manifest.Document {
	t.Helper()
	docs, err := manifest.Parse(file, []byte(kindAndNames))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestFilesThatWriteOneObjectTakeTurns(t *testing.T) {
	role := func(name string) string {
		return "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: " + name + "}\n"
	}
	var docs []*manifest.Document
	for _, file := range []struct{ name, text string }{
		{"a", role("one") + role("own-a")}, {"b", role("two")}, {"c", role("own-c")}, {"d", role("one") + role("two")}, {"e", role("own-a")},
	} {
		docs = append(docs, documents(t, file.name, file.text)...)
	}
	var names [][]string
	for _, turns := range inTurns(byFile(docs)) {
		var group []string
		for _, docs := range turns {
			group = append(group, docs[0].File)
		}
		slices.Sort(group)
		names = append(names, group)
	}
	slices.SortFunc(names, slices.Compare)
	if want := [][]string{{"a", "b", "d", "e"}, {"c"}}; !slices.EqualFunc(names, want, slices.Equal) {
		t.Errorf("%v, not %v", names, want)
	}
}
