// Command serve runs a control plane with the objects of files for as long as its standard input is open, so that a real program can be tried
// against it as each of their service accounts. It writes one line, which says where to find what, and then nothing.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	authenticationv1 "k8s.io/api/authentication/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/tools/clientcmd"
	clientcmdapi "k8s.io/client-go/tools/clientcmd/api"

	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/apply"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/cluster"
	"github.com/cdk8s-node-agents/cdk8s-node-agents/conformance/internal/manifest"
)

// answer is the line that is written when everything is there.
type answer struct {
	// Kubeconfigs are files by service account, as namespace/name.
	Kubeconfigs map[string]string `json:"kubeconfigs"`
	// Audit is a file with an event for each request that was answered, a line each.
	Audit string `json:"audit"`
}

// The metadata of every request, once it is answered.
const policy = `
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived, ResponseStarted]
rules: [{level: Metadata}]
`

func main() {
	folder := flag.String("folder", "", "where files are written")
	flag.Parse()
	if err := serve(*folder, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(2)
	}
}

func serve(folder string, files []string) error {
	docs, err := manifest.Load(files...)
	if err != nil {
		return err
	}
	policyFile, auditFile := filepath.Join(folder, "audit-policy.yaml"), filepath.Join(folder, "audit.jsonl")
	if err := os.WriteFile(policyFile, []byte(policy), 0o600); err != nil {
		return err
	}
	c, err := cluster.Start(context.Background(), "--audit-policy-file="+policyFile, "--audit-log-path="+auditFile, "--audit-log-mode=blocking-strict")
	if err != nil {
		return err
	}
	defer c.Stop()
	client, err := apply.NewClient(c)
	if err != nil {
		return err
	}
	if err := client.Prepare(docs); err != nil {
		return err
	}
	said := answer{Kubeconfigs: map[string]string{}, Audit: auditFile}
	for _, doc := range docs {
		if _, _, err := client.Apply(doc); err != nil {
			return fmt.Errorf("%s of %s: %w", doc.ID(), doc.File, err)
		}
		if doc.Object.GetKind() != "ServiceAccount" {
			continue
		}
		account := doc.Object.GetNamespace() + "/" + doc.Object.GetName()
		file := filepath.Join(folder, fmt.Sprintf("kubeconfig-%d.yaml", len(said.Kubeconfigs)))
		if err := writeKubeconfig(c, doc.Object.GetNamespace(), doc.Object.GetName(), file); err != nil {
			return fmt.Errorf("%s: %w", account, err)
		}
		said.Kubeconfigs[account] = file
	}
	if len(said.Kubeconfigs) == 0 {
		return errors.New("there is no ServiceAccount in the files")
	}
	line, err := json.Marshal(said)
	if err != nil {
		return err
	}
	fmt.Println(string(line))
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// writeKubeconfig leads a client to the cluster with a token of the service account, as a pod has one.
func writeKubeconfig(c *cluster.Cluster, namespace, name, file string) error {
	tokens := c.Client.CoreV1().ServiceAccounts(namespace)
	token, err := tokens.CreateToken(c.Context, name, &authenticationv1.TokenRequest{}, metav1.CreateOptions{})
	if err != nil {
		return err
	}
	config := clientcmdapi.NewConfig()
	config.Clusters["c"] = &clientcmdapi.Cluster{
		Server: c.Config.Host, CertificateAuthorityData: c.Config.CAData, TLSServerName: c.Config.ServerName,
	}
	config.AuthInfos["u"] = &clientcmdapi.AuthInfo{Token: token.Status.Token}
	config.Contexts["x"] = &clientcmdapi.Context{Cluster: "c", AuthInfo: "u"}
	config.CurrentContext = "x"
	return clientcmd.WriteToFile(*config, file)
}
