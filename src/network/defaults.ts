import { SCRAPING } from '../presets/default-rows';
import { defaultRow, DefaultTable } from '../private/default-row';
import { leftOutText, resourcesText } from '../private/standard-values';

const KUBERNETES = 'https://kubernetes.io/docs';
const NODE_CACHE = 'https://github.com/kubernetes/kubernetes/blob/master/cluster/addons/dns/nodelocaldns/nodelocaldns.yaml';
const KUBE_PROXY = 'https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/phases/addons/proxy/manifests.go';

const rollout = (program: string, why: string, source: string) => defaultRow({
  about: `rollout of ${program}`,
  value: 10,
  shown: percent => `${percent} % of the nodes at a time`,
  reason: why,
  source,
  change: '`rollout: Rollout...`',
});

/** What applies to agents of the network where a user says nothing, in addition to the defaults of every agent. */
export const NETWORK_DEFAULTS = {
  namespace: defaultRow({
    about: 'namespace',
    value: 'kube-system',
    shown: namespace => `\`${namespace}\`, whatever the namespace of the chart is`,
    reason: 'the DNS of the cluster and the configuration of kubeadm are there, and clusters that meter critical priority classes admit '
      + 'them there',
    source: '[limit priority class '
      + `consumption](${KUBERNETES}/concepts/policy/resource-quotas/#limit-priority-class-consumption-by-default)`,
    change: '`namespace`',
  }),
  virtualNodes: defaultRow({
    about: 'nodes that bring a network of their own',
    value: { eksAutoMode: true, eksHybridNodes: true },
    shown: leftOutText,
    reason: 'AWS runs the network of nodes of EKS Auto Mode; EKS Hybrid Nodes take a CNI plugin of their own, for which an agent of its '
      + 'own names them',
    source: '[amazon-vpc-cni-k8s](https://github.com/aws/amazon-vpc-cni-k8s/blob/master/config/master/aws-k8s-cni.yaml)',
    change: '`nodes`',
  }),
  priority: defaultRow({
    about: 'priority',
    value: 'systemNodeCritical' as 'systemNodeCritical' | 'systemClusterCritical' | 'none',
    shown: which => `\`Priority.${which}()\``,
    reason: 'a node without it loses the network of all its pods',
    source: '[guaranteed scheduling for critical add-on '
      + `pods](${KUBERNETES}/tasks/administer-cluster/guaranteed-scheduling-critical-addon-pods/)`,
    change: '`priority: Priority...`',
  }),
  dns: defaultRow({
    about: 'names',
    value: 'node' as const,
    shown: which => `\`Dns.${which}()\`: as the node resolves them`,
    reason: 'the DNS of the cluster does not answer before the network of the node works',
    source: `[DNS policy of pods](${KUBERNETES}/concepts/services-networking/dns-pod-service/#pod-s-dns-policy)`,
    change: '`dns: Dns.custom(...)`',
  }),
  scraping: SCRAPING,
  apiServerPort: defaultRow({
    about: 'port of the API server, where a host is given',
    value: 6443,
    shown: String,
    reason: 'it is the port of kubeadm, k3s and RKE2; managed clusters use 443',
    source: `[ports and protocols](${KUBERNETES}/reference/networking/ports-and-protocols/)`,
    change: '`apiServer: { host, port }`',
  }),
  dnsCacheImage: defaultRow({
    about: 'image of node-local-dns',
    value: 'registry.k8s.io/dns/k8s-dns-node-cache:1.26.4',
    shown: image => `\`${image}\``,
    reason: 'it is the one of the add-on in Kubernetes',
    source: `[nodelocaldns.yaml](${NODE_CACHE})`,
    change: '`image` of NodeLocalDns',
  }),
  dnsCacheAddress: defaultRow({
    about: 'address of node-local-dns on each node',
    value: '169.254.20.10',
    shown: address => `\`${address}\``,
    reason: 'link-local addresses are used by no network, and this one is that of the documentation',
    source: `[NodeLocal DNSCache](${KUBERNETES}/tasks/administer-cluster/nodelocaldns/)`,
    change: '`localAddress`',
  }),
  dnsCacheMetricsPort: defaultRow({
    about: 'port of the metrics of node-local-dns',
    value: 9253,
    shown: String,
    reason: 'it is that of the add-on; 9153, the port of CoreDNS, may be in use on the host network',
    source: `[nodelocaldns.yaml](${NODE_CACHE})`,
    change: '`metricsPort`',
  }),
  dnsCacheResources: defaultRow({
    about: 'resources of node-local-dns',
    value: { cpu: '25m', memory: '32Mi' },
    shown: resourcesText,
    reason: 'a cache that is killed leaves its node without DNS until it runs again; the documentation says that 10,000 entries take about '
      + '30 MB',
    source: `[setting memory limits](${KUBERNETES}/tasks/administer-cluster/nodelocaldns/#setting-memory-limits)`,
    change: '`resources` of NodeLocalDns',
  }),
  dnsCacheProbe: defaultRow({
    about: 'liveness probe of node-local-dns',
    value: { initialDelaySeconds: 60, timeoutSeconds: 5, failureThreshold: 6 },
    shown: ({ initialDelaySeconds, timeoutSeconds, failureThreshold }) =>
      `restart when \`/health\` does not answer within ${timeoutSeconds} seconds, ${failureThreshold} times in a row, asked first after `
        + `${initialDelaySeconds} seconds`,
    reason: 'these are the times of the add-on, but that a restart takes twice as long a silence as readiness: the node has no DNS while '
      + 'it restarts',
    source: `[nodelocaldns.yaml](${NODE_CACHE})`,
    change: '`overrides` of NodeLocalDns',
  }),
  dnsCacheRollout: rollout(
    'node-local-dns', 'while it restarts, the pods of its node resolve no names for some seconds', `[nodelocaldns.yaml](${NODE_CACHE})`,
  ),
  clusterDomain: defaultRow({
    about: 'domain of the cluster',
    value: 'cluster.local',
    shown: domain => `\`${domain}\``,
    reason: 'it is the default of kubelet and kubeadm',
    source: `[customizing DNS](${KUBERNETES}/tasks/administer-cluster/dns-custom-nameservers/)`,
    change: '`clusterDomain`',
  }),
  clusterDnsLabels: defaultRow({
    about: 'pods of the DNS of the cluster',
    value: { 'k8s-app': 'kube-dns' } as { readonly [key: string]: string },
    shown: labels => Object.entries(labels).map(([key, value]) => `\`${key}: ${value}\``).join(', '),
    reason: 'CoreDNS and kube-dns carry it as kubeadm, EKS, GKE and AKS install them',
    source: `[nodelocaldns.yaml](${NODE_CACHE})`,
    change: '`clusterDnsLabels`',
  }),
  multusImage: defaultRow({
    about: 'image of Multus',
    value: 'ghcr.io/k8snetworkplumbingwg/multus-cni:v4.3.0-thick',
    shown: image => `\`${image}\``,
    reason: 'the manifest names `snapshot-thick`, which is another image tomorrow',
    source: '[thick plugin](https://github.com/k8snetworkplumbingwg/multus-cni/blob/master/docs/thick-plugin.md)',
    change: '`image` of Multus',
  }),
  multusResources: defaultRow({
    about: 'resources of Multus',
    value: { cpu: '100m', memory: '50Mi' },
    shown: resourcesText,
    reason: 'many pods that start at once exceed any limit, and nothing starts on a node whose daemon is killed',
    source: '[reports](https://github.com/k8snetworkplumbingwg/multus-cni/issues/1346)',
    change: '`resources` of Multus',
  }),
  multusGracePeriodSeconds: defaultRow({
    about: 'time to stop of Multus',
    value: 10,
    shown: seconds => `${seconds} seconds`,
    reason: 'it is that of the manifest',
    source: '[thick plugin](https://github.com/k8snetworkplumbingwg/multus-cni/blob/master/docs/thick-plugin.md)',
    change: '`terminationGracePeriod`',
  }),
  multusMinReadySeconds: defaultRow({
    about: 'time for which Multus must run before the next nodes get it',
    value: 30,
    shown: seconds => `${seconds} seconds`,
    reason: 'it has no probe, so that nothing else stops a rollout of a daemon that ends at once',
    source: '[minReadySeconds](https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/#performing-a-rolling-update)',
    change: '`rollout: Rollout...`',
  }),
  multusRollout: rollout(
    'Multus', 'while its daemon restarts, no pod of the node starts or ends',
    '[thick plugin](https://github.com/k8snetworkplumbingwg/multus-cni/blob/master/docs/thick-plugin.md)',
  ),
  proxyRepository: defaultRow({
    about: 'image of kube-proxy',
    value: 'registry.k8s.io/kube-proxy',
    shown: repository => `\`${repository}\`, with the last patch release of the oldest Kubernetes version of the target cluster`,
    reason: 'kube-proxy may be older than the API server by three minors, and never newer',
    source: '[version skew policy](https://kubernetes.io/releases/version-skew-policy/#kube-proxy)',
    change: '`image` of KubeProxy',
  }),
  proxyMode: defaultRow({
    about: 'mode of kube-proxy',
    value: 'iptables' as 'iptables' | 'ipvs' | 'nftables',
    shown: mode => `\`${mode}\``,
    reason: 'it is the default of kube-proxy on Linux',
    source: `[virtual IPs and Service proxies](${KUBERNETES}/reference/networking/virtual-ips/)`,
    change: '`mode: KubeProxyMode...`',
  }),
  proxyPorts: defaultRow({
    about: 'ports of kube-proxy',
    value: { metrics: 10249, health: 10256 },
    shown: ({ metrics, health }) => `${metrics} for metrics, ${health} for health checks of load balancers`,
    reason: 'they are those of kube-proxy, and cloud load balancers ask the second one',
    source: `[kube-proxy](${KUBERNETES}/reference/command-line-tools-reference/kube-proxy/)`,
    change: '`metricsPort`, `healthPort`',
  }),
  proxyMetricsOnEveryAddress: defaultRow({
    about: 'address of the metrics of kube-proxy',
    value: false,
    shown: everywhere => (everywhere ? 'every address of the node' : 'the loopback address of the node'),
    reason: 'whoever reaches the port can also read the configuration and profiles of the process',
    source: `[kube-proxy configuration](${KUBERNETES}/reference/config-api/kube-proxy-config.v1alpha1/)`,
    change: '`metricsOnEveryAddress: true`',
  }),
  proxyResources: defaultRow({
    about: 'resources of kube-proxy',
    value: { cpu: '100m', memory: '64Mi' },
    shown: resourcesText,
    reason: 'its memory grows with the Services of the cluster, and a proxy that is killed leaves rules of the past behind',
    source: `[kube-proxy in kubeadm, which sets none](${KUBE_PROXY})`,
    change: '`resources` of KubeProxy',
  }),
  proxyRollout: rollout(
    'kube-proxy', 'the rules of a node stay while kube-proxy restarts, but do not follow changes',
    `[virtual IPs](${KUBERNETES}/reference/networking/virtual-ips/)`,
  ),
  cniRollout: defaultRow({
    about: 'rollout of a CNI plugin',
    value: 1,
    shown: count => `${count} node at a time`,
    reason: 'a release that breaks the network breaks it on one node, where the rollout then stops',
    source: '[reports of outages](https://github.com/cilium/cilium/issues/12308)',
    change: '`rollout: Rollout...`',
  }),
  cniGracePeriodSeconds: defaultRow({
    about: 'time to stop of a CNI plugin',
    value: 5,
    shown: seconds => `${seconds} seconds`,
    reason: 'nothing of the network waits for it, and each second is one in which no pod can start on the node',
    source: '[the operator of Calico](https://github.com/tigera/operator/blob/master/pkg/render/node.go)',
    change: '`terminationGracePeriod`',
  }),
  installResources: defaultRow({
    about: 'resources of the steps that install a CNI plugin',
    value: { cpu: '10m', memory: '32Mi' },
    shown: resourcesText,
    reason: 'they copy files and end, and must fit wherever the plugin does',
    source: `[resources of init containers](${KUBERNETES}/concepts/workloads/pods/init-containers/#resource-sharing-within-containers)`,
    change: '`CniInstallStep.run(...)` with a container of your own',
  }),
} as const satisfies DefaultTable;
