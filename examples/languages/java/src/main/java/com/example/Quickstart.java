package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;

public class Quickstart {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "node-agents", ChartProps.builder().namespace("node-agents").build());
        LogAgent.Builder.create(chart, "logs")
            .destinations(List.of(LogDestination.loki(LokiDestinationOptions.builder().url("https://loki.example.com").build())))
            .build();
        new MetricsExporter(chart, "metrics");
        CsiNodePlugin.Builder.create(chart, "nfs").driver(CsiDriver.nfs()).build();
        NodeAgent.Builder.create(chart, "node-agent")
            .image("ghcr.io/your-org/agent:1.0.0")
            .nodes(NodeCoverage.labelled(Map.of("nodepool", "workers")))
            .hostPaths(List.of(HostPath.readOnly("/var/log")))
            .build();
        app.synth();
    }
}
