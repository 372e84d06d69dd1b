package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestProveFailsForAJudgeThatFoundNothing(t *testing.T) {
	r := New("v1")
	if r.Prove("a bad input", false) == nil {
		t.Error("a judge that found nothing passed")
	}
	if err := r.Prove("a bad input", true); err != nil || len(r.Proofs) != 1 {
		t.Errorf("a judge that found it: %v, %v", err, r.Proofs)
	}
}

func TestWriteSortsFindings(t *testing.T) {
	r := New("v1")
	r.Add(Finding{Input: "b", Message: "second"})
	r.Add(Finding{Input: "a", Document: 1, Message: "first"})
	file := filepath.Join(t.TempDir(), "report.json")
	if err := r.Write(file); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Index(string(text), "first") > strings.Index(string(text), "second") {
		t.Errorf("not sorted: %s", text)
	}
}
