package claims

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

func TestCompare(t *testing.T) {
	claim := Claim{Code: "a-code", ID: "a-code", RejectedBy: []string{"create"}, Says: []string{"may be", "must be"}}
	for _, test := range []struct {
		name, judge string
		answers     []string
		want        string
	}{
		{"rejected as claimed", "create", []string{"it must be so"}, ""},
		{"accepted by the others", "apply", nil, ""},
		{"accepted against the claim", "create", nil, "accepts what a-code claims is rejected"},
		{"rejected against the claim", "apply", []string{"no"}, "rejects what a-code claims is accepted: no"},
		{"rejected for another reason", "create", []string{"no"}, "for another reason"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := report.New("v1")
			claim.Compare(test.judge, test.answers, r)
			if test.want == "" {
				if len(r.Findings) != 0 || r.Figures["claims"] != 1 {
					t.Errorf("findings %v, figures %v", r.Findings, r.Figures)
				}
				return
			}
			if len(r.Findings) != 1 || !strings.Contains(r.Findings[0].Message, test.want) {
				t.Errorf("findings %v, want %q", r.Findings, test.want)
			}
		})
	}
}

func TestLoadRefusesAnEmptyList(t *testing.T) {
	file := filepath.Join(t.TempDir(), "claims.json")
	if err := os.WriteFile(file, []byte("[]"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(file); err == nil {
		t.Error("no claim at all was taken")
	}
}
