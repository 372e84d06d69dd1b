// Command kubelet takes registrations of device plugins as a kubelet does, and says what they offer: a line for each list of devices. It is built with
// devices.mod, and needs nothing of Kubernetes but the API of device plugins.
//
// For each line of its input it restarts, as a kubelet does: its server stops, every socket in the directory is removed, and a new server listens at
// a new socket of the same name.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	pluginapi "k8s.io/kubelet/pkg/apis/deviceplugin/v1beta1"
)

// offer is what a plugin registered, and the devices that it then listed.
type offer struct {
	Resource string   `json:"resource"`
	Devices  []string `json:"devices"`
	Error    string   `json:"error,omitempty"`
}

type registry struct {
	pluginapi.UnimplementedRegistrationServer
	folder string
	output sync.Mutex
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: kubelet FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "kubelet:", err)
		os.Exit(2)
	}
}

func run(folder string) error {
	restarts := bufio.NewScanner(os.Stdin)
	for {
		server, err := serve(folder)
		if err != nil {
			return err
		}
		if !restarts.Scan() {
			server.Stop()
			return restarts.Err()
		}
		server.Stop()
	}
}

func serve(folder string) (*grpc.Server, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		if err := os.Remove(filepath.Join(folder, entry.Name())); err != nil {
			return nil, err
		}
	}
	listener, err := net.Listen("unix", filepath.Join(folder, "kubelet.sock"))
	if err != nil {
		return nil, err
	}
	server := grpc.NewServer()
	pluginapi.RegisterRegistrationServer(server, &registry{folder: folder})
	go func() {
		if err := server.Serve(listener); err != nil && !errors.Is(err, grpc.ErrServerStopped) {
			fmt.Fprintln(os.Stderr, "kubelet:", err)
		}
	}()
	return server, nil
}

// Register is called by a plugin whose own server listens already.
func (r *registry) Register(_ context.Context, request *pluginapi.RegisterRequest) (*pluginapi.Empty, error) {
	go func() {
		if err := r.follow(request.ResourceName, filepath.Join(r.folder, request.Endpoint)); err != nil {
			r.say(offer{Resource: request.ResourceName, Error: err.Error()})
		}
	}()
	return &pluginapi.Empty{}, nil
}

// follow says what a plugin lists, each time that it lists something else.
func (r *registry) follow(resource, socket string) error {
	connection, err := grpc.NewClient("unix://"+socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer connection.Close()
	list, err := pluginapi.NewDevicePluginClient(connection).ListAndWatch(context.Background(), &pluginapi.Empty{})
	if err != nil {
		return err
	}
	for {
		answer, err := list.Recv()
		if err != nil {
			// the plugin has stopped, or starts again
			return nil
		}
		said := offer{Resource: resource, Devices: []string{}}
		for _, device := range answer.Devices {
			said.Devices = append(said.Devices, device.ID)
		}
		r.say(said)
	}
}

func (r *registry) say(said offer) {
	line, _ := json.Marshal(said)
	r.output.Lock()
	defer r.output.Unlock()
	fmt.Println(string(line))
}
