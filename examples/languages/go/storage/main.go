package main

import (
	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("storage"), &cdk8s.ChartProps{Namespace: jsii.String("storage")})
	agents.TargetCluster_Configure(chart, &agents.TargetClusterOptions{
		KubernetesVersion: agents.KubernetesVersion_V1_35(),
		Platform:          agents.NodePlatform_Eks(),
	})

	ebs := agents.CsiDriver_AwsEbs(&agents.AwsEbsCsiDriverOptions{
		Region:                      jsii.String("eu-west-1"),
		ExtraTags:                   &map[string]*string{"team": jsii.String("platform")},
		ModifiesVolumes:             jsii.Bool(true),
		NodeAllocatableUpdatePeriod: cdk8s.Duration_Minutes(jsii.Number(1)),
	})
	agents.NewCsiNodePlugin(chart, jsii.String("ebs"), &agents.CsiNodePluginProps{Driver: ebs})
	agents.NewCsiWindowsNodePlugin(chart, jsii.String("ebs-windows"), &agents.CsiWindowsNodePluginProps{Driver: ebs})
	agents.NewCsiController(chart, jsii.String("ebs-controller"), &agents.CsiControllerProps{
		Driver:        ebs,
		CloudIdentity: agents.CloudIdentity_AwsRole(jsii.String("arn:aws:iam::111122223333:role/ebs-csi")),
		Resizer:       agents.CsiSidecar_Of(&agents.CsiSidecarOptions{ExtraArgs: jsii.Strings("--workers=50")}),
	})
	agents.NewCsiStorageClass(chart, jsii.String("databases"), &agents.CsiStorageClassProps{
		Driver: ebs,
		Parameters: agents.CsiVolumeParameters_AwsEbs(&agents.AwsEbsVolumeParameters{
			Type:      agents.AwsEbsVolumeType_IO2,
			IopsPerGb: jsii.Number(50),
			Encrypted: jsii.Bool(true),
		}),
		ReclaimPolicy: agents.ReclaimPolicy_RETAIN,
		IsDefault:     jsii.Bool(true),
	})
	agents.NewCsiSnapshotClass(chart, jsii.String("snapshots"), &agents.CsiSnapshotClassProps{Driver: ebs, IsDefault: jsii.Bool(true)})
	app.Synth()
}
