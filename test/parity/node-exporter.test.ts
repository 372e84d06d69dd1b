import { expectParity } from './parity';
import { MetricsExporter, MetricsProtection } from '../../src';
import { testChart } from '../support/golden';

const EXPORTER = 'container node-exporter,';
const PROXY = 'container kube-rbac-proxy,';

test('node_exporter of kube-prometheus', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'node-exporter', { protection: MetricsProtection.kubeRbacProxy() });
  expectParity({
    facts: 'node-exporter-kube-prometheus',
    objects: chart.toJson(),
    because: {
      'ports are named by scheme and content, as monitors expect them here': ['Service port 9100', `${PROXY} port 9100/TCP`],
      'the host root shows /proc of the node without its process ids': ['hostPID'],
      'the kernel shows the clock without a capability': [`${EXPORTER} capability SYS_TIME added`],
      'only the proxy calls the API server, so only its container has the token': [
        'token', `${PROXY} mount /var/run/secrets/kubernetes.io/serviceaccount`,
      ],
      'links of Calico, Cilium, EKS, AKS and GKE are pods too, and mounts of containerd and of other kubelet directories are noise': [
        `${EXPORTER} flag --collector.arp.device-exclude`, `${EXPORTER} flag --collector.netclass.ignored-devices`,
        `${EXPORTER} flag --collector.netdev.device-exclude`,
        `${EXPORTER} flag --collector.filesystem.mount-points-exclude`,
      ],
      'sensors matter on bare metal, wifi is off by itself, and energy counters are only for root': [
        `${EXPORTER} flag --no-collector.hwmon`, `${EXPORTER} flag --no-collector.wifi`, `${EXPORTER} flag --no-collector.rapl`,
      ],
      'a throttled exporter takes minutes for a scrape; requests follow what was measured': [
        `${EXPORTER} limits *`, `${EXPORTER} requests *`, `${PROXY} limits *`, `${PROXY} requests memory`,
      ],
      'a rollout waits for a probe, and a silent exporter is restarted': [
        `${EXPORTER} liveness probe`, `${EXPORTER} readiness probe`, `${PROXY} readiness probe`, `${PROXY} flag --ignore-paths`,
      ],
      'a path that is no directory is refused by the kubelet': [`${EXPORTER} mount /host/root`, `${EXPORTER} mount /host/sys`],
      'the seccomp profile is named for all containers': [`${EXPORTER} seccomp`],
      'the list is that of Go today, and grows old': [`${PROXY} flag --tls-cipher-suites`],
      'the variable is named after its content': [
        `${PROXY} variable IP`, `${PROXY} variable POD_IP`, `${PROXY} flag --secure-listen-address`,
      ],
      'names of Services resolve on the network of the node too': ['dnsPolicy'],
      'Fargate and virtual-kubelet run no pod of a DaemonSet': [
        'node term eks.amazonaws.com/compute-type NotIn fargate and type NotIn virtual-kubelet',
      ],
      'an exporter of a node that runs short must not be evicted first': ['priorityClassName'],
      'the exporter is the first container, which is the default of kubectl': ['pod annotation kubectl.kubernetes.io/default-container'],
    },
  });
});
