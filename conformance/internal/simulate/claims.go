package simulate

import (
	"fmt"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/claims"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/report"
)

// Claims runs the manifests whose symptom takes a running cluster to see. The nodes are there, agents of a scenario are not.
func (s *Simulation) Claims(list []claims.Claim, r *report.Report) error {
	for _, claim := range list {
		run := map[string]func([]*manifest.Document, claims.Claim) (string, error){"pods stay pending": s.pending, "rollout stalls": s.stalls}[claim.Symptom]
		if run == nil {
			continue
		}
		docs, err := manifest.LoadFile(claim.File)
		if err != nil {
			return err
		}
		if err := s.apply.Prepare(docs); err != nil {
			return err
		}
		complaint, err := run(docs, claim)
		if err != nil {
			return fmt.Errorf("%s: %w", claim.ID, err)
		}
		if complaint != "" {
			r.Add(report.Finding{Judge: "refused", Input: claim.ID,
				Message: fmt.Sprintf("%s claims that this never works, but: %s", claim.Code, complaint)})
		}
		r.Count("symptoms", 1)
		if err := s.Remove(docs); err != nil {
			return err
		}
	}
	return nil
}

// Remove deletes what was applied and its pods: nobody collects garbage here.
func (s *Simulation) Remove(docs []*manifest.Document) error {
	if err := s.apply.Delete(docs); err != nil {
		return err
	}
	now := int64(0)
	for _, doc := range docs {
		namespace := doc.Object.GetNamespace()
		if namespace == "" {
			continue
		}
		err := s.cluster.Client.CoreV1().Pods(namespace).DeleteCollection(s.cluster.Context, metav1.DeleteOptions{GracePeriodSeconds: &now}, metav1.ListOptions{})
		if err != nil {
			return err
		}
	}
	return nil
}

// pending applies the documents; on every node that wants several of the agents, one pod must wait for ever.
func (s *Simulation) pending(docs []*manifest.Document, claim claims.Claim) (string, error) {
	if err := s.applyWithImages(docs, ""); err != nil {
		return "", err
	}
	agents, err := s.settled()
	if err != nil {
		return "", err
	}
	running, waiting := 0, 0
	for _, agent := range agents {
		for _, pod := range agent.pods {
			if pod.running {
				running++
			} else if s.kubelet.isAlive(pod.node) {
				waiting++
			}
		}
	}
	if waiting == 0 || waiting != running {
		return fmt.Sprintf("%d pods run and %d wait on nodes that are alive", running, waiting), nil
	}
	return s.hear(claim)
}

// stalls applies the documents and then another image: no pod with the new image may ever run.
func (s *Simulation) stalls(docs []*manifest.Document, claim claims.Claim) (string, error) {
	if err := s.applyWithImages(docs, ""); err != nil {
		return "", err
	}
	agents, err := s.settled()
	if err != nil {
		return "", err
	}
	for name, agent := range agents {
		if agent.status.NumberReady == 0 {
			return name + " does not even start", nil
		}
	}
	if err := s.applyWithImages(docs, upgrades); err != nil {
		return "", err
	}
	if agents, err = s.settled(); err != nil {
		return "", err
	}
	for name, agent := range agents {
		for _, pod := range agent.pods {
			if pod.running && hasImage(pod.image, upgrades) {
				return fmt.Sprintf("%s goes on: %s", name, pod), nil
			}
		}
	}
	return s.hear(claim)
}

// hear looks for the words of the scheduler.
func (s *Simulation) hear(claim claims.Claim) (string, error) {
	list, err := s.cluster.Client.CoreV1().Events("").List(s.cluster.Context, metav1.ListOptions{})
	if err != nil {
		return "", err
	}
	var heard []string
	for _, event := range list.Items {
		if event.Reason != "FailedScheduling" {
			continue
		}
		if claim.Heard(event.Message) {
			return "", nil
		}
		heard = append(heard, event.Message)
	}
	return fmt.Sprintf("the scheduler does not say %q but %q", claim.Says, heard), nil
}
