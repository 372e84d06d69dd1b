package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;

public class Fleet {
    /** What differs from cluster to cluster. The registry is the mirror of a cluster that reaches no other one, else null. */
    record Cluster(String name, KubernetesVersion version, String loki, String logMemory, String registry) {}

    private static final List<Cluster> CLUSTERS = List.of(
        new Cluster("eu-1", KubernetesVersion.V1_31, "https://loki.eu.example.com", "256Mi", null),
        new Cluster("us-1", KubernetesVersion.V1_33, "https://loki.us.example.com", "512Mi", null),
        new Cluster("edge-1", KubernetesVersion.V1_28, "https://loki.eu.example.com", "128Mi", "mirror.example.com/edge"));

    public static void main(String[] args) {
        FleetApp app = new FleetApp();
        for (Cluster cluster : CLUSTERS) {
            if (!app.isInShard(cluster.name())) {
                continue;
            }
            Chart chart = new Chart(app, cluster.name(), ChartProps.builder().namespace("node-agents").build());
            TargetCluster.configure(chart, TargetClusterOptions.builder()
                .kubernetesVersion(cluster.version())
                .imageRegistry(cluster.registry())
                .build());

            new AgentNamespace(chart, "namespace");
            LogAgent.Builder.create(chart, "logs")
                .destinations(List.of(LogDestination.loki(LokiDestinationOptions.builder().url(cluster.loki()).build())))
                .fields(Map.of("cluster", LogValue.text(cluster.name())))
                .resources(Resources.of(ResourcesOptions.builder().cpu("50m").memory("64Mi").memoryLimit(cluster.logMemory()).build()))
                .build();
            new MetricsExporter(chart, "metrics");
        }
        app.synth();
    }
}
