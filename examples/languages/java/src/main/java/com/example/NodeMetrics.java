package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;

public class NodeMetrics {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "metrics", ChartProps.builder().namespace("metrics").build());
        TargetCluster.configure(chart, TargetClusterOptions.builder()
            .kubernetesVersion(KubernetesVersion.V1_34)
            .platform(NodePlatform.gke())
            .build());

        KubeStateMetrics.Builder.create(chart, "kube-state-metrics")
            .sharding(KubeStateSharding.perNode())
            .collected(KubeStateResources.only(List.of(KubeStateResource.PODS, KubeStateResource.NODES, KubeStateResource.DEPLOYMENTS)))
            .build();
        MetricsExporter.Builder.create(chart, "windows").exporter(Exporter.windows()).build();
        MetricsExporter.Builder.create(chart, "gpu-metrics")
            .exporter(Exporter.dcgm(DcgmExporterOptions.builder().profiling(true).build()))
            .build();
        DevicePlugin.Builder.create(chart, "gpu")
            .plugin(DevicePluginDriver.nvidia(NvidiaDevicePluginOptions.builder().migStrategy(MigStrategy.MIXED).build()))
            .build();
        new NodeProblemDetector(chart, "node-problem-detector");
        app.synth();
    }
}
