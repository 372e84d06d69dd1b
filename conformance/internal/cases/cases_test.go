package cases

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "cases.jsonl")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestCasesAreJudgedInTurn(t *testing.T) {
	var seen []int
	if err := Each(write(t, "1\n2\n"), func(each int) error { seen = append(seen, each); return nil }); err != nil || len(seen) != 2 || seen[1] != 2 {
		t.Fatal(seen, err)
	}
}

func TestTheFirstFailureEndsTheRunAndNamesTheFile(t *testing.T) {
	file := write(t, "1\n2\n")
	count := 0
	err := Each(file, func(int) error { count++; return errors.New("wrong") })
	if err == nil || count != 1 || !strings.HasPrefix(err.Error(), file) {
		t.Fatal(count, err)
	}
	if err := Each(write(t, "{\n"), func(int) error { return nil }); err == nil {
		t.Fatal("a line that is no JSON was taken")
	}
}
