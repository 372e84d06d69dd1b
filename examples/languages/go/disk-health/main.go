package main

import (
	"strings"

	"github.com/aws/jsii-runtime-go"
	agents "github.com/cdk8s-node-agents/cdk8s-node-agents-go/cdk8snodeagents"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

// Owner is a feature of our own: the pods say who owns them.
type Owner struct{ team string }

func (o *Owner) Contribute(plan agents.AgentPlan) {
	plan.AddPodLabel(jsii.String("team"), &o.team)
	plan.Container().AddEnv(jsii.String("OWNER"), agents.EnvValue_PodLabel(jsii.String("team")))
}

// Disks is a feature with a file that grows until the app is written.
type Disks struct {
	names []string
	plan  agents.AgentPlan
}

func (d *Disks) Contribute(plan agents.AgentPlan) {
	d.plan = plan
	plan.Container().AddFiles(agents.AgentFile_Produced(jsii.String("/etc/disk-health/disks"), d, &agents.AgentFileOptions{
		Mode: jsii.Number(0o444),
	}))
}

func (d *Disks) Add(name string) {
	d.names = append(d.names, name)
	d.plan.ContentChanged()
}

func (d *Disks) Text() *string { return jsii.String(strings.Join(d.names, "\n")) }

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("storage"), &cdk8s.ChartProps{Namespace: jsii.String("storage")})
	agents.TargetCluster_Configure(chart, &agents.TargetClusterOptions{KubernetesVersion: agents.KubernetesVersion_V1_31()})

	disks := &Disks{}
	metrics := agents.Port_Container(jsii.String("metrics"), jsii.Number(9633), nil)
	agents.NewNodeAgent(chart, jsii.String("disk-health"), &agents.NodeAgentProps{
		Image: jsii.String("ghcr.io/your-org/disk-health:2.3.0"),
		Args:  jsii.Strings("--disks=/etc/disk-health/disks", "--node=$(NODE_NAME)"),
		Env: &map[string]agents.EnvValue{
			"NODE_NAME": agents.EnvValue_Field(agents.PodField_NODE_NAME),
			"API_KEY": agents.EnvValue_Secret(jsii.String("disk-health"), jsii.String("api-key"), &agents.EnvReferenceOptions{
				Optional: jsii.Bool(true),
			}),
		},
		Nodes: agents.NodeCoverage_Matching(&[]agents.NodeExpression{
			agents.NodeExpression_OneOf(jsii.String("disk"), jsii.Strings("nvme", "ssd")),
		}, &agents.LabelledNodeCoverageOptions{
			Tolerations: &[]agents.Toleration{
				agents.Toleration_Exists(jsii.String("dedicated"), &agents.TolerationOptions{Effect: agents.TaintEffect_NO_SCHEDULE}),
			},
		}),
		HostPaths: &[]agents.HostPath{
			agents.HostPath_ReadOnly(jsii.String("/dev"), &agents.HostPathOptions{MountPath: jsii.String("/host/dev")}),
			agents.HostPath_State(jsii.String("/var/lib/disk-health"), nil),
		},
		SecurityContext: agents.ContainerSecurity_Root(jsii.String("opens the disks of the node"), &agents.RootSecurityOptions{
			Capabilities: &[]agents.Capability{
				agents.Capability_Add(jsii.String("SYS_RAWIO"), jsii.String("sends SMART commands to disks")),
			},
		}),
		PodSecurityContext: agents.PodSecurityContext_None(),
		Resources: agents.Resources_Of(&agents.ResourcesOptions{
			Cpu:         jsii.String("20m"),
			Memory:      jsii.String("50Mi"),
			MemoryLimit: jsii.String("128Mi"),
		}),
		Ports: &[]agents.Port{metrics},
		LivenessProbe: agents.Probe_Http(jsii.String("/healthz"), metrics, &agents.HttpProbeOptions{
			Period:  cdk8s.Duration_Seconds(jsii.Number(30)),
			Headers: &map[string]*string{"Accept": jsii.String("text/plain")},
		}),
		Services:         &[]agents.AgentService{agents.AgentService_Headless(&[]agents.Port{metrics}, nil)},
		Rollout:          agents.Rollout_Count(jsii.Number(5), &agents.RolloutOptions{MinReady: cdk8s.Duration_Seconds(jsii.Number(30))}),
		Pools: &[]agents.NodePool{
			agents.NodePool_Canary(jsii.String("canary"), &agents.NodePoolOptions{
				Nodes: agents.NodeCoverage_Labelled(&map[string]*string{"canary": jsii.String("true")}, nil),
				Image: jsii.String("ghcr.io/your-org/disk-health:2.4.0"),
			}),
			agents.NodePool_Of(jsii.String("nvme"), &agents.NodePoolOptions{
				Nodes:     agents.NodeCoverage_Labelled(&map[string]*string{"disk": jsii.String("nvme")}, nil),
				Resources: agents.Resources_Of(&agents.ResourcesOptions{Memory: jsii.String("100Mi"), MemoryLimit: jsii.String("256Mi")}),
				Env:       &map[string]agents.EnvValue{"QUEUE_DEPTH": agents.EnvValue_Of(jsii.String("32"))},
			}),
			agents.NodePool_Rest(),
		},
		RollOnFileChange: jsii.Bool(false),
		Features:         &[]agents.IAgentFeature{&Owner{"storage"}, disks},
		Overrides:        &map[string]any{"terminationMessagePolicy": "FallbackToLogsOnError"},
	})
	disks.Add("nvme0n1")
	disks.Add("sda")
	app.Synth()
}
