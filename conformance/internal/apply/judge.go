package apply

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"k8s.io/apimachinery/pkg/api/meta"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/claims"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/drift"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Files applies each file twice, several files at a time. Files that write one object take turns: another one between two applies would be drift.
func (c *Client) Files(files []string, r *report.Report) error {
	var docs []*manifest.Document
	for _, file := range files {
		more, err := manifest.LoadFile(file)
		if err != nil {
			return err
		}
		docs = append(docs, more...)
	}
	if err := c.Prepare(docs); err != nil {
		return err
	}
	work := make(chan [][]*manifest.Document)
	var group sync.WaitGroup
	for range 2 * runtime.NumCPU() {
		clone, err := c.Clone()
		if err != nil {
			return err
		}
		group.Add(1)
		go func() {
			defer group.Done()
			for turns := range work {
				for _, docs := range turns {
					clone.twice(docs, r)
				}
			}
		}()
	}
	for _, turns := range inTurns(byFile(docs)) {
		work <- turns
	}
	close(work)
	group.Wait()
	r.Count("files applied", len(files))
	return nil
}

// byFile takes the documents of each file together.
func byFile(docs []*manifest.Document) [][]*manifest.Document {
	var files [][]*manifest.Document
	for i, doc := range docs {
		if i == 0 || docs[i-1].File != doc.File {
			files = append(files, nil)
		}
		files[len(files)-1] = append(files[len(files)-1], doc)
	}
	return files
}

// inTurns puts files together that write one object, or are tied by a third file that writes objects of both.
func inTurns(files [][]*manifest.Document) [][][]*manifest.Document {
	writers := map[string]int{} // by object, the group of the files that write it
	var groups [][][]*manifest.Document
	for _, docs := range files {
		own := len(groups)
		groups = append(groups, [][]*manifest.Document{docs})
		for _, doc := range docs {
			earlier, shared := writers[doc.ID()]
			writers[doc.ID()] = own
			if !shared || earlier == own {
				continue
			}
			for _, moved := range groups[earlier] {
				for _, doc := range moved {
					writers[doc.ID()] = own
				}
			}
			groups[own] = append(groups[earlier], groups[own]...)
			groups[earlier] = nil
		}
	}
	return slices.DeleteFunc(groups, func(turns [][]*manifest.Document) bool { return len(turns) == 0 })
}

// Alone applies a file twice, and removes its objects again.
func (c *Client) Alone(file string, r *report.Report) error {
	docs, err := manifest.LoadFile(file)
	if err != nil {
		return err
	}
	if err := c.Prepare(docs); err != nil {
		return err
	}
	c.twice(docs, r)
	r.Count("files applied", 1)
	return c.Delete(docs)
}

// twice applies the documents in their order, looks at what is stored, and applies them once more.
func (c *Client) twice(docs []*manifest.Document, r *report.Report) {
	versions := make([]string, len(docs))
	for i, doc := range docs {
		live, warnings, err := c.Apply(doc)
		for _, warning := range warnings {
			r.Add(finding("accepted", doc, "", "warning: "+warning))
		}
		if err != nil {
			r.Add(finding("accepted", doc, "", err.Error()))
			continue
		}
		r.Count("objects applied", 1)
		versions[i] = live.GetResourceVersion()
		differences := drift.Between(doc.Object.Object, live.Object)
		repeated, err := drift.RepeatedKeys(doc.Object)
		if err != nil {
			r.Add(finding("no drift", doc, "", err.Error()))
		}
		for _, difference := range append(differences, repeated...) {
			r.Add(finding("no drift", doc, difference.Field, difference.What))
		}
	}
	for i, doc := range docs {
		if versions[i] == "" {
			continue
		}
		live, _, err := c.Apply(doc)
		switch {
		case err != nil:
			r.Add(finding("no drift", doc, "", "the second apply: "+err.Error()))
		case live.GetResourceVersion() != versions[i]:
			r.Add(finding("no drift", doc, "", "the second apply changes the object"))
		}
	}
}

// Upgrade applies the manifests of the last release and today's over them.
func (c *Client) Upgrade(last, today string, r *report.Report) error {
	before, err := manifest.LoadFile(last)
	if err != nil {
		return err
	}
	after, err := manifest.LoadFile(today)
	if err != nil {
		return err
	}
	if err := c.Prepare(append(append([]*manifest.Document{}, before...), after...)); err != nil {
		return err
	}
	for _, doc := range before {
		if _, _, err := c.Apply(doc); err != nil {
			return fmt.Errorf("the last release cannot be applied: %s: %s: %w", last, doc.ID(), err)
		}
	}
	written := map[string]bool{}
	for _, doc := range after {
		written[doc.ID()] = true
		if _, _, err := c.Apply(doc); err != nil {
			r.Add(finding("no immutable change", doc, "", err.Error()))
		}
		r.Count("objects replaced", 1)
	}
	for _, doc := range before {
		if !written[doc.ID()] {
			r.Add(finding("no immutable change", doc, "", "the last release wrote this object, today's library does not: it would be left behind"))
		}
	}
	r.Count("files replaced", 1)
	return errors.Join(c.Delete(after), c.Delete(before))
}

// Claims applies the manifests that the library refuses.
func (c *Client) Claims(list []claims.Claim, r *report.Report) error {
	for _, claim := range list {
		docs, err := manifest.LoadFile(claim.File)
		if err != nil {
			return err
		}
		if err := c.Prepare(docs); err != nil {
			return err
		}
		var answers []string
		for _, doc := range docs {
			if _, _, err := c.Apply(doc); err != nil {
				answers = append(answers, err.Error())
			}
		}
		claim.Compare("apply-1.36", answers, r)
		if err := c.Delete(docs); err != nil {
			return err
		}
	}
	return nil
}

func finding(judge string, doc *manifest.Document, field, message string) report.Finding {
	return report.Finding{Judge: judge, Input: doc.File, Document: doc.Index, Object: doc.ID(), Field: field, Message: message}
}

// drifting is accepted, and stored otherwise than it was written.
const drifting = `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: proof, namespace: default}
spec:
  selector: {matchLabels: {app: proof}}
  template:
    metadata: {labels: {app: proof}}
    spec:
      hostNetwork: false
      containers:
      - name: agent
        image: agent:1
        ports: [{containerPort: 53, protocol: TCP}, {containerPort: 53, protocol: UDP}]
        resources: {requests: {cpu: 1000m}}
`

// Prove shows each judge an input that it must not pass.
func (c *Client) Prove(r *report.Report) error {
	scratch := report.New("")
	said := func(text string) bool {
		for _, finding := range scratch.Findings {
			if strings.Contains(finding.Message, text) {
				return true
			}
		}
		return false
	}
	docs, err := manifest.Parse("proof", []byte(drifting+"---"+strings.ReplaceAll(drifting, "agent:1", "agent:2")))
	if err != nil {
		return err
	}
	c.twice(docs, scratch) // two documents of one name: each apply changes what the other wrote
	repeated := strings.Replace(drifting, "hostNetwork: false", "hostNetwork: false\n      hostNetwork: false", 1)
	moved := strings.ReplaceAll(drifting, "{app: proof}", "{app: other}")
	bad, err := manifest.Parse("proof", []byte(repeated+"---"+moved))
	if err != nil {
		return err
	}
	c.twice(bad, scratch)
	_, _, err = c.Apply(&manifest.Document{Object: docs[0].Object, Raw: []byte("apiVersion: example.com/v1\nkind: Nothing\n")})
	return errors.Join(
		r.Prove("a field that is dropped", said("false is dropped")),
		r.Prove("a quantity that is spelled anew", said(`"1000m" is spelled "1"`)),
		r.Prove("a list entry that kubectl takes for another", said("containerPort 53 stands twice")),
		r.Prove("a second apply that changes something", said("the second apply changes the object")),
		r.Prove("a repeated field", said("already set in map")),
		r.Prove("a selector that moves", said("field is immutable")),
		r.Prove("another kind than that of the path", err != nil && !meta.IsNoMatchError(err)),
		c.Delete(docs),
	)
}
