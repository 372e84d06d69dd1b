package com.example;

import io.github.cdk8snodeagents.*;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Duration;

public class Storage {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "storage", ChartProps.builder().namespace("storage").build());
        TargetCluster.configure(chart, TargetClusterOptions.builder()
            .kubernetesVersion(KubernetesVersion.V1_35)
            .platform(NodePlatform.eks())
            .build());

        CsiDriver ebs = CsiDriver.awsEbs(AwsEbsCsiDriverOptions.builder()
            .region("eu-west-1")
            .extraTags(Map.of("team", "platform"))
            .modifiesVolumes(true)
            .nodeAllocatableUpdatePeriod(Duration.minutes(1))
            .build());
        CsiNodePlugin.Builder.create(chart, "ebs").driver(ebs).build();
        CsiWindowsNodePlugin.Builder.create(chart, "ebs-windows").driver(ebs).build();
        CsiController.Builder.create(chart, "ebs-controller")
            .driver(ebs)
            .cloudIdentity(CloudIdentity.awsRole("arn:aws:iam::111122223333:role/ebs-csi"))
            .resizer(CsiSidecar.of(CsiSidecarOptions.builder().extraArgs(List.of("--workers=50")).build()))
            .build();
        CsiStorageClass.Builder.create(chart, "databases")
            .driver(ebs)
            .parameters(CsiVolumeParameters.awsEbs(AwsEbsVolumeParameters.builder()
                .type(AwsEbsVolumeType.IO2)
                .iopsPerGb(50)
                .encrypted(true)
                .build()))
            .reclaimPolicy(ReclaimPolicy.RETAIN)
            .isDefault(true)
            .build();
        CsiSnapshotClass.Builder.create(chart, "snapshots").driver(ebs).isDefault(true).build();
        app.synth();
    }
}
