package simulate

import (
	"time"

	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/metadata/metadatainformer"
	"k8s.io/client-go/restmapper"
	"k8s.io/controller-manager/pkg/informerfactory"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/garbagecollector"
)

// collected are the kinds of which garbage is collected: DaemonSets, and what they own.
var collected = map[schema.GroupResource]bool{
	{Group: "apps", Resource: "daemonsets"}: true, {Group: "apps", Resource: "controllerrevisions"}: true, {Resource: "pods"}: true,
}

// collectGarbage runs the garbage collector: it deletes the pods of a DaemonSet that is gone, or makes orphans of them.
func (s *Simulation) collectGarbage() error {
	ctx, discovery := s.cluster.Context, s.cluster.Client.Discovery()
	resources, err := garbagecollector.GetDeletableResources(klog.Background(), discovery)
	if err != nil {
		return err
	}
	ignored := map[schema.GroupResource]struct{}{}
	for resource := range resources {
		if !collected[resource.GroupResource()] {
			ignored[resource.GroupResource()] = struct{}{}
		}
	}
	objects, err := metadata.NewForConfig(s.cluster.Config)
	if err != nil {
		return err
	}
	started := make(chan struct{})
	close(started)
	collector, err := garbagecollector.NewGarbageCollector(ctx, client(s.cluster.Config, "generic-garbage-collector"), objects,
		restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(discovery)), ignored,
		informerfactory.NewInformerFactory(s.informers, metadatainformer.NewSharedInformerFactory(objects, 0)), started)
	if err != nil {
		return err
	}
	go collector.Run(ctx, 4, time.Minute)
	go collector.Sync(ctx, discovery, time.Minute)
	return nil
}
