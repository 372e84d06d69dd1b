package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;

/** A fleet of our own: its charts are made when it is written, and only those of this job. */
public class OwnFleetApp extends FleetApp {
    private final List<String> clusters;

    OwnFleetApp(List<String> clusters) {
        this.clusters = clusters;
    }

    @Override
    public void synth() {
        for (String cluster : clusters.stream().filter(this::isInShard).toList()) {
            Chart chart = new Chart(this, cluster, ChartProps.builder().namespace("monitoring").build());
            TargetCluster.configure(chart, TargetClusterOptions.builder().kubernetesVersion(KubernetesVersion.V1_30).build());
            new MetricsExporter(chart, "metrics");
        }
        super.synth();
    }

    public static void main(String[] args) {
        new OwnFleetApp(List.of("eu-1", "us-1", "edge-1")).synth();
    }
}
