package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;

public class RefusedAtSynth {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "monitoring", ChartProps.builder().namespace("monitoring").build());
        new MetricsExporter(chart, "metrics");
        NodeAgent.Builder.create(chart, "my-exporter")
            .image("ghcr.io/your-org/exporter:1.0.0")
            .ports(List.of(Port.host("metrics", 9100)))
            .features(List.of(new NeedsLabel("team")))
            .build();
        app.synth();
    }
}
