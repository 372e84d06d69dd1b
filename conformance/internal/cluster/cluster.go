// Package cluster runs a control plane inside of this process: etcd and the whole kube-apiserver with its default admission plugins.
package cluster

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/embed"
	"google.golang.org/grpc/grpclog"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/util/keyutil"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/cmd/kube-apiserver/app/options"
	"k8s.io/kubernetes/pkg/controller/serviceaccount"
)

func init() { // before any goroutine uses gRPC
	grpclog.SetLoggerV2(grpclog.NewLoggerV2(io.Discard, io.Discard, io.Discard))
}

// Cluster is a running control plane. A process can have one of them.
type Cluster struct {
	// Context ends with the cluster.
	Context context.Context
	// Config reaches the API server as its administrator.
	Config *rest.Config
	Client kubernetes.Interface

	cancel context.CancelFunc
	folder string
	etcd   *embed.Etcd
	done   chan error
}

// Start runs a control plane that listens on a free port of the loopback address. More flags of kube-apiserver may be given.
func Start(ctx context.Context, flags ...string) (_ *Cluster, err error) {
	silence()
	c := &Cluster{done: make(chan error, 1)}
	if c.folder, err = os.MkdirTemp("", "conformance-cluster-"); err != nil {
		return nil, err
	}
	c.Context, c.cancel = context.WithCancel(ctx)
	defer func() {
		if err != nil {
			c.Stop()
		}
	}()
	socket, err := c.startEtcd()
	if err != nil {
		return nil, fmt.Errorf("etcd: %w", err)
	}
	if err = c.startAPIServer(socket, flags); err != nil {
		return nil, fmt.Errorf("API server: %w", err)
	}
	if err = c.waitUntilReady(); err != nil {
		return nil, fmt.Errorf("API server: %w", err)
	}
	return c, c.startServiceAccounts()
}

// Stop ends the control plane and removes what it wrote.
func (c *Cluster) Stop() {
	c.cancel()
	if c.Config != nil {
		select {
		case <-c.done:
		case <-time.After(3 * time.Second): // the process ends anyway
		}
	}
	if c.etcd != nil {
		c.etcd.Server.HardStop()
	}
	_ = os.RemoveAll(c.folder)
}

// silence keeps the components from writing logs.
func silence() {
	flags := flag.NewFlagSet("klog", flag.ContinueOnError)
	klog.InitFlags(flags)
	for name, value := range map[string]string{"logtostderr": "false", "alsologtostderr": "false", "stderrthreshold": "FATAL"} {
		_ = flags.Set(name, value)
	}
	klog.SetOutput(io.Discard)
}

func (c *Cluster) startEtcd() (socket string, err error) {
	address := func(text string) []url.URL {
		parsed, _ := url.Parse(text)
		return []url.URL{*parsed}
	}
	socket = "unix://" + filepath.Join(c.folder, "etcd.sock")
	config := embed.NewConfig()
	config.Dir = filepath.Join(c.folder, "etcd")
	config.ListenClientUrls = address(socket)
	config.AdvertiseClientUrls = address("http://127.0.0.1:0") // not used, but it must be a host and a port
	config.ListenPeerUrls = address("http://127.0.0.1:0")
	config.AdvertisePeerUrls = address("http://127.0.0.1:0")
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	config.LogLevel = "fatal"
	config.UnsafeNoFsync = true
	if c.etcd, err = embed.StartEtcd(config); err != nil {
		return "", err
	}
	select {
	case <-c.etcd.Server.ReadyNotify():
		return socket, nil
	case <-time.After(time.Minute):
		return "", fmt.Errorf("not ready after a minute")
	}
}

func (c *Cluster) startAPIServer(etcd string, flags []string) error {
	key, err := c.writeKey()
	if err != nil {
		return err
	}
	settings := options.NewServerRunOptions()
	parser := pflag.NewFlagSet("kube-apiserver", pflag.ContinueOnError)
	sets := settings.Flags()
	for _, set := range sets.FlagSets {
		parser.AddFlagSet(set)
	}
	err = parser.Parse(append([]string{
		"--etcd-servers=" + etcd,
		"--cert-dir=" + c.folder,
		"--service-cluster-ip-range=10.0.0.0/16",
		"--service-account-issuer=https://conformance.invalid",
		"--service-account-signing-key-file=" + key,
		"--service-account-key-file=" + key,
		"--authorization-mode=Node,RBAC",
		"--allow-privileged=true", // as in every distribution; the default is false
		"--endpoint-reconciler-type=none",
		"--enable-priority-and-fairness=false",
		"--profiling=false",
	}, flags...))
	if err != nil {
		return err
	}
	if err := settings.GenericServerRunOptions.ComponentGlobalsRegistry.Set(); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	loopback := net.IPv4(127, 0, 0, 1)
	settings.SecureServing.Listener, settings.SecureServing.BindPort = listener, listener.Addr().(*net.TCPAddr).Port
	settings.SecureServing.BindAddress, settings.SecureServing.ExternalAddress = loopback, loopback

	completed, err := settings.Complete(c.Context)
	if err != nil {
		return err
	}
	if errs := completed.Validate(); len(errs) > 0 {
		return utilerrors.NewAggregate(errs)
	}
	config, err := app.NewConfig(completed)
	if err != nil {
		return err
	}
	complete, err := config.Complete()
	if err != nil {
		return err
	}
	chain, err := app.CreateServerChain(complete)
	if err != nil {
		return err
	}
	prepared, err := chain.PrepareRun()
	if err != nil {
		return err
	}
	go func() { c.done <- prepared.Run(c.Context) }()

	c.Config = rest.CopyConfig(chain.GenericAPIServer.LoopbackClientConfig)
	c.Config.QPS, c.Config.Burst = 2000, 4000
	c.Client, err = kubernetes.NewForConfig(c.Config)
	return err
}

func (c *Cluster) writeKey() (file string, err error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return "", err
	}
	text, err := keyutil.MarshalPrivateKeyToPEM(key)
	if err != nil {
		return "", err
	}
	file = filepath.Join(c.folder, "service-account.key")
	return file, os.WriteFile(file, text, 0o600)
}

func (c *Cluster) waitUntilReady() error {
	return wait.PollUntilContextTimeout(c.Context, 50*time.Millisecond, 2*time.Minute, true, func(ctx context.Context) (bool, error) {
		select {
		case err := <-c.done:
			return false, fmt.Errorf("stopped: %w", err)
		default:
		}
		code := 0
		c.Client.Discovery().RESTClient().Get().AbsPath("/readyz").Do(ctx).StatusCode(&code)
		if code != http.StatusOK {
			return false, nil
		}
		_, err := c.Client.SchedulingV1().PriorityClasses().Get(ctx, "system-node-critical", metav1.GetOptions{})
		return err == nil, nil
	})
}

// startServiceAccounts runs the controller that gives each namespace its default service account: without it no pod is admitted.
func (c *Cluster) startServiceAccounts() error {
	factory := informers.NewSharedInformerFactory(c.Client, 0)
	controller, err := serviceaccount.NewServiceAccountsController(klog.Background(), factory.Core().V1().ServiceAccounts(),
		factory.Core().V1().Namespaces(), c.Client, serviceaccount.DefaultServiceAccountsControllerOptions())
	if err != nil {
		return err
	}
	factory.Start(c.Context.Done())
	go controller.Run(c.Context, 1)
	return nil
}
