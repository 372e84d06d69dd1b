import { App, Chart } from 'cdk8s';
import { CalicoEncapsulation, Cni, CniPlugin, KubernetesVersion, KubeProxy, NodePlatform, TargetCluster } from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'network');
TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33, platform: NodePlatform.kubeadm() });

const apiServer = { host: 'api.example.com', port: 6443 };

// the custom resource definitions of the release come first: docs/guides/network.md
new CniPlugin(chart, 'calico', {
  network: Cni.calico({ podCidr: '10.244.0.0/16', encapsulation: CalicoEncapsulation.vxlanAcrossSubnets(), typhaReplicas: 3 }), apiServer,
});
new KubeProxy(chart, 'kube-proxy', { apiServer, clusterCidrs: ['10.244.0.0/16'] });

app.synth();
