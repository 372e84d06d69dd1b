// Package report is how a judge tells what it saw: figures, findings, and proofs that it can find something at all.
package report

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"sync"
)

// Finding is one place where Kubernetes contradicts what the library promises.
type Finding struct {
	// Judge is the promise that was put to the test, such as "accepted".
	Judge string `json:"judge"`
	// File, or the seed, of the input.
	Input string `json:"input"`
	// Document and Object say which object of the file.
	Document int    `json:"document"`
	Object   string `json:"object,omitempty"`
	// Field is the path that Kubernetes names, if it names one.
	Field string `json:"field,omitempty"`
	// Message is what Kubernetes says.
	Message string `json:"message"`
}

// Report is what one run of the judges found. It may be filled from several goroutines.
type Report struct {
	Kubernetes string         `json:"kubernetes"`
	Figures    map[string]int `json:"figures"`
	Findings   []Finding      `json:"findings"`
	// Proofs are bad inputs that were found, as they must be.
	Proofs []string `json:"proofs"`

	lock sync.Mutex
}

// New makes an empty report.
func New(kubernetes string) *Report {
	return &Report{Kubernetes: kubernetes, Figures: map[string]int{}, Findings: []Finding{}, Proofs: []string{}}
}

// Count adds to a figure.
func (r *Report) Count(figure string, amount int) {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.Figures[figure] += amount
}

// Add reports a finding.
func (r *Report) Add(finding Finding) {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.Findings = append(r.Findings, finding)
}

// Prove notes that a judge found what is wrong with an input that is known to be bad. A judge that did not cannot be trusted with the others.
func (r *Report) Prove(what string, found bool) error {
	r.lock.Lock()
	defer r.lock.Unlock()
	if !found {
		return fmt.Errorf("this judge cannot fail: it did not find %s", what)
	}
	r.Proofs = append(r.Proofs, what)
	return nil
}

// Write puts the report into a file, findings in a stable order.
func (r *Report) Write(file string) error {
	r.lock.Lock()
	defer r.lock.Unlock()
	sort.SliceStable(r.Findings, func(i, j int) bool {
		a, b := r.Findings[i], r.Findings[j]
		if a.Input != b.Input {
			return a.Input < b.Input
		}
		return a.Document < b.Document
	})
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}
