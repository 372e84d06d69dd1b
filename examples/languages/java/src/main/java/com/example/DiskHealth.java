package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Duration;

public class DiskHealth {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "storage", ChartProps.builder().namespace("storage").build());
        TargetCluster.configure(chart, TargetClusterOptions.builder().kubernetesVersion(KubernetesVersion.V1_31).build());

        Disks disks = new Disks();
        Port metrics = Port.container("metrics", 9633);
        NodeAgent.Builder.create(chart, "disk-health")
            .image("ghcr.io/your-org/disk-health:2.3.0")
            .args(List.of("--disks=/etc/disk-health/disks", "--node=$(NODE_NAME)"))
            .env(Map.of(
                "NODE_NAME", EnvValue.field(PodField.NODE_NAME),
                "API_KEY", EnvValue.secret("disk-health", "api-key", EnvReferenceOptions.builder().optional(true).build())))
            .nodes(NodeCoverage.matching(
                List.of(NodeExpression.oneOf("disk", List.of("nvme", "ssd"))),
                LabelledNodeCoverageOptions.builder()
                    .tolerations(List.of(Toleration.exists("dedicated", TolerationOptions.builder().effect(TaintEffect.NO_SCHEDULE).build())))
                    .build()))
            .hostPaths(List.of(
                HostPath.readOnly("/dev", HostPathOptions.builder().mountPath("/host/dev").build()),
                HostPath.state("/var/lib/disk-health")))
            .securityContext(ContainerSecurity.root("opens the disks of the node", RootSecurityOptions.builder()
                .capabilities(List.of(Capability.add("SYS_RAWIO", "sends SMART commands to disks")))
                .build()))
            .podSecurityContext(PodSecurityContext.none())
            .resources(Resources.of(ResourcesOptions.builder().cpu("20m").memory("50Mi").memoryLimit("128Mi").build()))
            .ports(List.of(metrics))
            .livenessProbe(Probe.http("/healthz", metrics, HttpProbeOptions.builder()
                .period(Duration.seconds(30))
                .headers(Map.of("Accept", "text/plain"))
                .build()))
            .services(List.of(AgentService.headless(List.of(metrics))))
            .rollout(Rollout.count(5, RolloutOptions.builder().minReady(Duration.seconds(30)).build()))
            .pools(List.of(
                NodePool.canary("canary", NodePoolOptions.builder()
                    .nodes(NodeCoverage.labelled(Map.of("canary", "true")))
                    .image("ghcr.io/your-org/disk-health:2.4.0")
                    .build()),
                NodePool.of("nvme", NodePoolOptions.builder()
                    .nodes(NodeCoverage.labelled(Map.of("disk", "nvme")))
                    .resources(Resources.of(ResourcesOptions.builder().memory("100Mi").memoryLimit("256Mi").build()))
                    .env(Map.of("QUEUE_DEPTH", EnvValue.of("32")))
                    .build()),
                NodePool.rest()))
            .rollOnFileChange(false)
            .features(List.of(new Owner("storage"), disks))
            .overrides(Map.of("terminationMessagePolicy", "FallbackToLogsOnError"))
            .build();
        disks.add("nvme0n1");
        disks.add("sda");
        app.synth();
    }
}
