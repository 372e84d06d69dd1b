// Command accept judges files with the code of one API server, without running it. It is built twice, with the oldest and the newest
// Kubernetes that the library writes for.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/accept"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/claims"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

func main() {
	reportFile := flag.String("report", "", "where the report goes")
	claimsFile := flag.String("claims", "", "what the error catalogue claims")
	stream := flag.Bool("stream", false, "read one JSON object per line of the standard input, and write the problems of each as one line of JSON")
	flag.Parse()
	if *stream {
		if err := answer(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "accept:", err)
			os.Exit(2)
		}
		return
	}
	r := report.New(report.KubernetesVersion())
	err := judge(flag.Args(), *claimsFile, r)
	if err == nil {
		err = r.Write(*reportFile)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "accept:", err)
		os.Exit(2)
	}
}

func judge(paths []string, claimsFile string, r *report.Report) error {
	judge := accept.NewJudge()
	if err := prove(judge, r); err != nil {
		return err
	}
	docs, err := manifest.Load(paths...)
	if err != nil {
		return err
	}
	for _, doc := range docs {
		verdict := judge.Check(doc)
		finding := report.Finding{Judge: "accepted", Input: doc.File, Document: doc.Index, Object: doc.ID()}
		for _, problem := range verdict.Problems {
			finding.Field, finding.Message = problem.Field, problem.Message
			r.Add(finding)
		}
		for _, warning := range verdict.Warnings {
			finding.Field, finding.Message = "", "warning: "+warning
			r.Add(finding)
		}
		if verdict.Custom {
			r.Count("custom objects", 1)
		} else {
			r.Count("objects", 1)
		}
	}
	return judgeClaims(judge, claimsFile, r)
}

// judgeClaims puts the manifests that the library refuses before the API server.
func judgeClaims(judge *accept.Judge, file string, r *report.Report) error {
	list, err := claims.Load(file)
	if err != nil {
		return err
	}
	name := "create-" + minor(r.Kubernetes)
	for _, claim := range list {
		docs, err := manifest.LoadFile(claim.File)
		if err != nil {
			return err
		}
		var answers []string
		for _, doc := range docs {
			for _, problem := range judge.Check(doc).Problems {
				answers = append(answers, strings.TrimPrefix(problem.Field+": "+problem.Message, ": "))
			}
		}
		claim.Compare(name, answers, r)
	}
	return nil
}

// answer judges objects one by one. An object that is accepted has an empty list of problems.
func answer(in io.Reader, out io.Writer) error {
	judge := accept.NewJudge()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	written := bufio.NewWriter(out)
	for lines.Scan() {
		problems := []string{}
		for _, problem := range judge.Check(manifest.FromJSON(lines.Bytes())).Problems {
			problems = append(problems, strings.TrimPrefix(problem.Field+": "+problem.Message, ": "))
		}
		if err := json.NewEncoder(written).Encode(problems); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return written.Flush()
}

// bad is wrong three times: an unknown field, a repeated one, and a selector that does not fit.
const bad = `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: bad}
spec:
  minReadySeconds: 1
  minReadySeconds: 2
  selector: {matchLabels: {app: other}}
  template:
    metadata: {labels: {app: bad}}
    spec:
      hostNetwrok: true
      containers: [{name: agent, image: "agent:1"}]
`

// warned is accepted with a warning.
const warned = `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: warned}
spec:
  selector: {matchLabels: {app: warned}}
  template:
    metadata: {labels: {app: warned}}
    spec:
      containers: [{name: agent, image: "agent:1", env: [{name: A, value: "1"}, {name: A, value: "2"}]}]
`

func prove(judge *accept.Judge, r *report.Report) error {
	docs, err := manifest.Parse("bad", []byte(bad+"---"+warned))
	if err != nil {
		return err
	}
	if len(docs) != 2 {
		return errors.New("the proofs cannot be read")
	}
	said := fmt.Sprint(judge.Check(docs[0]).Problems)
	for what, text := range map[string]string{
		"an unknown field":             `unknown field "spec.template.spec.hostNetwrok"`,
		"a repeated field":             `already set in map`,
		"a selector that does not fit": "`selector` does not match template `labels`",
	} {
		if err := r.Prove(what, strings.Contains(said, text)); err != nil {
			return err
		}
	}
	return r.Prove("a warning", len(judge.Check(docs[1]).Warnings) > 0)
}

// minor makes 1.36 of v1.36.3.
func minor(version string) string {
	parts := strings.SplitN(strings.TrimPrefix(version, "v"), ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}
