package manifest

import (
	"os"
	"path/filepath"
	"testing"
)

func TestParseKeepsBytesAndSkipsComments(t *testing.T) {
	text := "# only a comment\n---\nkind: A\napiVersion: v1\nmetadata: {name: a, name: b}\n---\n- not an object\n---\napiVersion: v1\nkind: B\nmetadata: {name: x, namespace: ns}\n"
	docs, err := Parse("f.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 3 {
		t.Fatalf("%d documents, want 3", len(docs))
	}
	if docs[1].Err == nil {
		t.Error("a list was taken for an object")
	}
	if got := docs[2].ID(); got != "B ns/x" || docs[2].Index != 2 {
		t.Errorf("third document is %q, number %d", got, docs[2].Index)
	}
}

func TestParseReportsBrokenYAML(t *testing.T) {
	docs, err := Parse("f.yaml", []byte("a: [1\n"))
	if err != nil || len(docs) != 1 || docs[0].Err == nil {
		t.Errorf("broken YAML gave %v, %v", docs, err)
	}
}

func TestFilesOfAnEmptyFolderAreAnError(t *testing.T) {
	folder := t.TempDir()
	if _, err := Files(folder); err == nil {
		t.Error("an empty folder was taken")
	}
	if err := os.WriteFile(filepath.Join(folder, "a.yaml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if files, err := Files(folder); err != nil || len(files) != 1 {
		t.Errorf("Files = %v, %v", files, err)
	}
}
