import { App, Chart } from 'cdk8s';
import { CiliumIpam, CiliumRouting, Cni, CniPlugin, KubernetesVersion, NodePlatform, Rollout, TargetCluster } from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'network');
TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33, platform: NodePlatform.kubeadm() });

new CniPlugin(chart, 'cilium', {
  network: Cni.cilium({
    kubeProxyReplacement: true,
    ipam: CiliumIpam.clusterPool({ ranges: ['10.64.0.0/10'] }),
    routing: CiliumRouting.native({ ranges: ['10.64.0.0/10'], autoDirectNodeRoutes: true }),
  }),
  // no kube-proxy runs, so that the Service `kubernetes` works only when Cilium does
  apiServer: { host: 'api.example.com', port: 6443 },
  // one node at a time, where the chart takes two
  rollout: Rollout.count(1),
});

app.synth();
