// Package claims holds what the error catalogue says of the API server: which manifests it refuses, and which it accepts although they
// never work.
package claims

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Claim is a manifest that the library refuses to write, and what Kubernetes makes of it.
type Claim struct {
	// Code is the error code of the library; ID is unique where a code has several claims.
	Code string `json:"code"`
	ID   string `json:"id"`
	// File holds the manifest.
	File string `json:"file"`
	// RejectedBy names the judges that refuse it; all others accept it.
	RejectedBy []string `json:"rejectedBy"`
	// Says holds parts of what they answer, of which one will do.
	Says []string `json:"says"`
	// Symptom is how it is seen that an accepted manifest does not work; empty where Kubernetes does not tell.
	Symptom string `json:"symptom"`
}

// Load reads the claims.
func Load(file string) ([]Claim, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var claims []Claim
	if err := json.Unmarshal(text, &claims); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(claims) == 0 {
		return nil, fmt.Errorf("%s: no claim", file)
	}
	return claims, nil
}

// Heard tells whether an answer has one of the parts that the claim names.
func (c Claim) Heard(answer string) bool {
	return slices.ContainsFunc(c.Says, func(part string) bool { return strings.Contains(answer, part) })
}

// Compare holds the claim against what a judge answered: nothing at all when it accepted the manifest.
func (c Claim) Compare(judge string, answers []string, into *report.Report) {
	claimed, rejected := slices.Contains(c.RejectedBy, judge), len(answers) > 0
	answer := strings.Join(answers, "; ")
	finding := report.Finding{Judge: "refused", Input: c.ID}
	switch {
	case claimed && !rejected:
		finding.Message = fmt.Sprintf("%s accepts what %s claims is rejected", judge, c.Code)
	case !claimed && rejected:
		finding.Message = fmt.Sprintf("%s rejects what %s claims is accepted: %s", judge, c.Code, answer)
	case claimed && !c.Heard(answer):
		finding.Message = fmt.Sprintf("%s rejects the manifest of %s for another reason than %q: %s", judge, c.Code, c.Says, answer)
	default:
		into.Count("claims", 1)
		if rejected {
			into.Count("rejected", 1)
		}
		return
	}
	into.Add(finding)
}
