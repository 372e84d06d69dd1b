import { ApiObject, App, Chart } from 'cdk8s';
import { AgentNamespace, KubeVip, MetalLb, MetricsScraping, TargetCluster, KubernetesVersion } from 'cdk8s-node-agents';

const app = new App();

/** The address of the API servers, for nodes of the control plane that have no load balancer in front of them. */
const controlPlane = new Chart(app, 'control-plane');
TargetCluster.configure(controlPlane, { kubernetesVersion: KubernetesVersion.V1_33 });
new KubeVip(controlPlane, 'kube-vip', { address: '192.0.2.10', interfaceName: 'eth0' });

/** Addresses of Services. The custom resource definitions of MetalLB come first. */
const services = new Chart(app, 'services', { namespace: 'metallb-system' });
TargetCluster.configure(services, { kubernetesVersion: KubernetesVersion.V1_33 });
new AgentNamespace(services, 'namespace');
new MetalLb(services, 'metallb', { scraping: MetricsScraping.serviceMonitor({ labels: { release: 'kube-prometheus-stack' } }) });

/**
 * Which addresses there are, and how they are announced. MetalLB checks these when they are written, so they come after its controller is
 * ready.
 */
const addresses = new Chart(app, 'addresses', { namespace: 'metallb-system' });
new ApiObject(addresses, 'pool', {
  apiVersion: 'metallb.io/v1beta1', kind: 'IPAddressPool', metadata: { name: 'office' }, spec: { addresses: ['192.0.2.64/27'] },
});
new ApiObject(addresses, 'announcement', {
  apiVersion: 'metallb.io/v1beta1', kind: 'L2Advertisement', metadata: { name: 'office' },
  spec: { ipAddressPools: ['office'], interfaces: ['eth0'] },
});

app.synth();
