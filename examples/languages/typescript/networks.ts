import { App, Chart } from 'cdk8s';
import {
  CalicoAddressDetection, CalicoEncapsulation, CiliumEncryption, CiliumIpam, CiliumRouting, Cni, CniPlugin, KubeProxy, KubernetesVersion,
  NodePlatform, Rollout, TargetCluster,
} from 'cdk8s-node-agents';

const app = new App();
const apiServer = { host: 'api.example.com', port: 6443 };

const east = new Chart(app, 'east');
TargetCluster.configure(east, { kubernetesVersion: KubernetesVersion.V1_33, platform: NodePlatform.kubeadm() });
new CniPlugin(east, 'calico', {
  network: Cni.calico({
    podCidr: '10.244.0.0/16',
    encapsulation: CalicoEncapsulation.vxlanAcrossSubnets(),
    addressDetection: CalicoAddressDetection.kubernetesInternalIp(),
    typhaReplicas: 3,
    felix: { logSeverityScreen: 'Warning' },
  }),
  apiServer,
});
new KubeProxy(east, 'kube-proxy', { apiServer, clusterCidrs: ['10.244.0.0/16'] });

const west = new Chart(app, 'west');
TargetCluster.configure(west, { kubernetesVersion: KubernetesVersion.V1_33, platform: NodePlatform.kubeadm() });
new CniPlugin(west, 'cilium', {
  network: Cni.cilium({
    kubeProxyReplacement: true,
    ipam: CiliumIpam.clusterPool({ ranges: ['10.64.0.0/10'] }),
    routing: CiliumRouting.native({ ranges: ['10.64.0.0/10'], autoDirectNodeRoutes: true }),
    encryption: CiliumEncryption.wireguard({ nodeEncryption: true }),
    clusterName: 'west',
    clusterId: 7,
    extraConfig: { 'bpf-map-dynamic-size-ratio': '0.005' },
  }),
  apiServer,
  rollout: Rollout.count(1),
});
app.synth();
