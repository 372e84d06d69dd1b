import { App, Chart } from 'cdk8s';
import { Cni, CniPlugin, KubernetesVersion, KubeProxy, NodeLocalDns, NodePlatform, TargetCluster } from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'network');
TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33, platform: NodePlatform.kubeadm() });

// a load balancer in front of the control plane, which nodes reach before any Service works
const apiServer = { host: 'api.example.com', port: 6443 };

new CniPlugin(chart, 'flannel', { network: Cni.flannel({ podCidr: '10.244.0.0/16' }), apiServer });
new KubeProxy(chart, 'kube-proxy', { apiServer, clusterCidrs: ['10.244.0.0/16'] });
// pods ask it by the address of the Service kube-dns, which it answers on every node
new NodeLocalDns(chart, 'node-local-dns', { clusterDnsAddress: '10.96.0.10' });

app.synth();
