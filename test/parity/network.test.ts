import { Chart } from 'cdk8s';
import { expectParity, Parity } from './parity';
import { Cni, CniPlugin, KubeProxy, KubeVip, MetalLb, Multus, NodeLocalDns } from '../../src';
import { testChart } from '../support/golden';

function objectsOf(make: (chart: Chart) => unknown): any[] {
  const chart = testChart();
  make(chart);
  return chart.toJson();
}

/** Why every agent of the network differs from its own manifest; AWS runs the network of Auto Mode and of Hybrid Nodes itself. */
const OURS: Parity['because'] = {
  'Fargate and virtual-kubelet run no pod of a DaemonSet': [
    'node term eks.amazonaws.com/compute-type NotIn auto|fargate|hybrid and type NotIn virtual-kubelet',
  ],
};

/** The same of load balancers, which every machine of EKS can run. */
const OF_BALANCERS: Parity['because'] = {
  'Fargate and virtual-kubelet run no pod of a DaemonSet': [
    'node term eks.amazonaws.com/compute-type NotIn fargate and type NotIn virtual-kubelet',
  ],
};

/** Most of them differ in these. */
const common = (container: string) => ({
  node: { 'the DNS of the cluster needs the network': ['dnsPolicy'] },
  token: {
    'the token is mounted into the containers that use it, and nowhere else': [
      'token', `${container} mount /var/run/secrets/kubernetes.io/serviceaccount`,
    ],
  },
  noToken: { 'it never calls the API server': ['token'] },
  config: { 'a change of the configuration replaces the pods': ['pod annotation checksum/config'] },
  taints: { 'one toleration says as much': ['toleration any:any effect', 'toleration any:NoSchedule', 'toleration any:NoExecute'] },
  requests: { 'a pod without requests is evicted first': [`${container} requests *`] },
  seccomp: { 'the seccomp profile is named': [`${container} seccomp`] },
  scrape: { 'monitors say what is scraped, and annotations to nobody who asks for them': ['pod annotation prometheus.io/*'] },
  rollout: { 'one node at a time takes hours on a large fleet': ['strategy'] },
});

/** Init containers that copy files: root without a capability instead of what the image says. */
function copies(name: string): string[] {
  return [
    'SELinux', 'capability ALL dropped', 'privilege escalation', 'root file system', 'seccomp', 'user', 'requests *',
  ].map(thing => 'init '
    + `container ${name}, ${thing}`);
}

test('flannel of its manifest', () => {
  const container = 'container kube-flannel,';
  const { node, token, config, seccomp } = common(container);
  const [write, install] = ['init container install-cni,', 'init container install-cni-plugin,'];
  expectParity({
    facts: 'flannel',
    objects: objectsOf(chart => new CniPlugin(chart, 'flannel', { network: Cni.flannel() })),
    because: {
      ...OURS, ...node, ...token, ...config, ...seccomp,
      'nodes with taints of any effect have pods too': ['toleration any:any effect', 'toleration any:NoSchedule'],
      'Linux is asked for by the selector': ['node selector kubernetes.io/os', 'node term kubernetes.io/os In linux'],
      'what copies files needs no right but that of their owner': [...copies('install-cni'), ...copies('install-cni-plugin')],
      'files are renamed to their place, so that no runtime reads half of one': [
        `${write} flag *`, `${write} words`, `${install} flag *`, `${install} words`,
      ],
      'configurations are read-only, each where it is used': [
        `${container} mount /etc/kube-flannel*`, `${write} mount /etc/cni-configuration`, `${write} mount /etc/kube-flannel/`,
      ],
      'directories of a fresh node are made': [
        `${container} mount /run/flannel`, `${write} mount /etc/cni/net.d`, `${install} mount /opt/cni/bin`,
      ],
      'nothing of the network waits for it': ['terminationGracePeriodSeconds'],
    },
  });
});

test('Multus of the manifest of its thick plugin', () => {
  const container = 'container kube-multus,';
  const { node, token, config, seccomp, taints, rollout } = common(container);
  expectParity({
    facts: 'multus-thick',
    objects: objectsOf(chart => new Multus(chart, 'multus')),
    because: {
      ...OURS, ...node, ...token, ...config, ...seccomp, ...taints, ...rollout,
      'a daemon that ends at once must not cross all nodes': ['minReadySeconds'],
      'its programs are for Linux': ['node selector kubernetes.io/os'],
      'no pod starts on a node without it': ['priorityClassName'],
      'the limit killed daemons on nodes with many pods': [`${container} limits *`],
      'what copies a program needs neither privileges nor mounts that travel': [
        ...copies('install-multus-binary').filter(thing => !thing.endsWith('requests *')),
        'init container install-multus-binary, requests memory',
        'init container install-multus-binary, privileged', 'init container install-multus-binary, mount /host/opt/cni/bin',
      ],
      'paths have types: what is missing is made, or reported': [`${container} mount /*`],
      'it reads definitions, and reads pods but writes their status': [
        'may * * of k8s.cni.cncf.io', 'may get network-attachment-definitions *', 'may list network-attachment-definitions *',
        'may watch network-attachment-definitions *',
        'may list pods/status of core', 'may update pods of core', 'may watch pods/status of core',
      ],
    },
  });
});

test('kube-proxy of kubeadm', () => {
  const container = 'container kube-proxy,';
  const { node, token, config, seccomp, requests, rollout } = common(container);
  expectParity({
    facts: 'kube-proxy-kubeadm',
    objects: objectsOf(chart => new KubeProxy(chart, 'kube-proxy')),
    because: {
      ...OURS, ...node, ...token, ...config, ...seccomp, ...requests, ...rollout,
      'the configuration is of the chart, and the kubeconfig of kubeadm': [`${container} mount /var/lib/kube-proxy`],
      'ports of the node are declared, so that two agents do not fight over them': [`${container} port *`],
      'a rollout waits until Services work': [`${container} readiness probe`],
    },
  });
});

test('node-local-dns of the add-on', () => {
  const container = 'container node-cache,';
  const { noToken, config, seccomp, scrape } = common(container);
  expectParity({
    facts: 'node-local-dns',
    objects: objectsOf(chart => new NodeLocalDns(chart, 'node-local-dns', { clusterDnsAddress: '10.96.0.10' })),
    because: {
      ...OURS, ...noToken, ...config, ...seccomp, ...scrape,
      'one toleration says as much': ['toleration *'],
      'its rules are for Linux': ['node selector kubernetes.io/os'],
      'no Service is written where no monitor needs one': ['Service port 9253'],
      'the Service is named after the agent': [`${container} flag -upstreamsvc`],
      'a restart takes twice as long a silence as readiness': [`${container} liveness probe`, `${container} readiness probe`],
      'stub domains are part of the configuration': [`${container} mount /etc/kube-dns`],
      'the configuration is read-only': [`${container} mount /etc/coredns`],
      'one number in two protocols is what a client-side apply mixes up, and the other ports are named': [`${container} port *`],
      'no program of it gains privileges': [`${container} privilege escalation`],
      'ten thousand names take 30 MB': [`${container} requests memory`],
    },
  });
});

/** Both programs of MetalLB differ in these. */
const METAL_LB: Parity['because'] = {
  'the port of the Service is named': ['Service port 443'],
  'the wildcard says these rights, and those of verbs to come': [
    'may * *', ...['configurationstates', 'servicebgpstatuses', 'servicel2statuses'].flatMap(resource =>
      ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'].map(verb => `may ${verb} ${resource}*`)),
  ],
  'Kubernetes has no PodSecurityPolicy': ['may use podsecuritypolicies *'],
};

test('the speaker of metallb-native.yaml', () => {
  const container = 'container speaker,';
  const { node, token, config, seccomp, requests, scrape, rollout } = common(container);
  const { 'the wildcard says these rights, and those of verbs to come': wildcards, ...both } = METAL_LB;
  expectParity({
    facts: 'metallb-speaker-native',
    objects: objectsOf(chart => new MetalLb(chart, 'metallb')),
    workload: 'metallb',
    because: {
      ...OF_BALANCERS, ...both, ...node, ...token, ...config, ...seccomp, ...requests, ...scrape, ...rollout,
      'the wildcard says these rights, and those of verbs to come': wildcards,
      'the startup probe of the chart waits': [`${container} startup probe`, `${container} liveness probe`, `${container} readiness probe`],
      'a tainted node whose speaker is missing announces nothing for the pods on it': ['toleration *'],
      'addresses of Services are gone with it': ['priorityClassName'],
      'ports are named by scheme and content, and one number in two protocols is what a client-side apply mixes up': [
        `${container} port *`,
      ],
      'what the image says is written out': [`${container} user`],
      'no release since 0.16 reads it': [`${container} variable METALLB_HOST`],
      'the port of the gossip is written out, as the chart does': [`${container} variable METALLB_ML_BIND_PORT`],
      'the labels are those of these pods': [`${container} variable METALLB_ML_LABELS`],
      'files of a user have their own mounts': [`${container} mount /etc/metallb/memberlist`],
    },
  });
});

test('the controller of metallb-native.yaml', () => {
  const container = 'container controller,';
  const { token, config, seccomp, requests, scrape } = common(container);
  const { 'the wildcard says these rights, and those of verbs to come': _, ...both } = METAL_LB;
  expectParity({
    facts: 'metallb-controller-native',
    objects: objectsOf(chart => new MetalLb(chart, 'metallb')),
    workload: 'metallb-controller',
    because: {
      ...OF_BALANCERS, ...both, ...token, ...seccomp, ...requests, ...scrape, ...config,
      'the startup probe of the chart waits': [`${container} startup probe`, `${container} liveness probe`, `${container} readiness probe`],
      'two controllers would both give out addresses: there is no election': ['strategy'],
      'ports are named by scheme and content': [`${container} port 9120/TCP`],
      'only capitals mean all capabilities to every runtime': [`${container} capability *`],
      'an agent that may restart has a limit of memory': [`${container} limits memory`],
      'the names are those of this agent': [
        `${container} variable METALLB_DEPLOYMENT`, `${container} variable METALLB_ML_SECRET_NAME`, 'may get deployments of apps named *',
      ],
      'it stops in its own time, since no other takes its place before': ['terminationGracePeriodSeconds'],
      'without it no Service gets an address': ['priorityClassName'],
      'it is for nodes that are set aside for such programs too': ['toleration *'],
      'only the speaker writes what it announces': ['may * servicebgpstatuses*'],
      'it updates the certificate of the webhook and of one definition, and creates, patches and deletes neither': [
        ...['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'].map(verb => `may ${verb} customresourcedefinitions of `
          + 'apiextensions.k8s.io named *'),
        ...['create', 'delete', 'list', 'patch', 'watch'].map(verb => `may ${verb} validatingwebhookconfigurations of `
          + 'admissionregistration.k8s.io named *'),
      ],
      'of Secrets it creates the key of the gossip and updates the certificate': [
        'may delete secrets of core', 'may patch secrets of core', 'may update secrets of core*',
        'may list secrets of core named memberlist',
      ],
    },
  });
});

/** With and without Services. */
function kubeVipReasons(): Parity['because'] {
  const container = 'container kube-vip,';
  const { node, token, seccomp, requests } = common(container);
  return {
    ...OURS, ...node, ...token, ...seccomp, ...requests,
    'ports of the node are declared, so that two agents do not fight over them': [`${container} port *`],
    'it needs its two capabilities and nothing else': [
      `${container} privilege escalation`, `${container} root file system`, `${container} user`,
    ],
    'metrics are served to everyone who reaches the port': [`${container} variable prometheus_server`],
    'an address needs no look-up': [`${container} variable dns_mode`],
    'kube-vip finds the length of the prefix by the family': [`${container} variable vip_subnet`],
    'a release that does not work must leave other nodes': ['minReadySeconds'],
    'the API server is reached by its address': ['priorityClassName'],
    'its programs are for Linux': ['node selector kubernetes.io/os'],
    'one toleration says as much': ['toleration *'],
    'no cluster that is supported has the label master': ['node term node-role.kubernetes.io/*'],
    'the Lease is in its own namespace, and is not watched': [
      'may create leases *', 'may get leases *', 'may update leases *', 'may list leases *', 'may watch leases *',
    ],
    'it asks for nodes where it labels them, balances between them or reads their annotations': [
      'may get nodes of core', 'may list nodes of core', 'may watch nodes of core', 'may update nodes of core', 'may patch nodes of core',
    ],
    'it reads Endpoints where `enable_endpoints` asks for them': [
      'may get endpoints of core', 'may list endpoints of core', 'may watch endpoints of core', 'may update endpoints of core',
    ],
    'it writes no slice of endpoints': ['may update endpointslices *'],
    'it looks for the range of pods in kube-system alone': ['may list pods of core'],
  };
}

test('kube-vip for the control plane, as it generates a DaemonSet itself', () => {
  const { 'Fargate and virtual-kubelet run no pod of a DaemonSet': _, ...reasons } = kubeVipReasons();
  expectParity({
    facts: 'kube-vip-control-plane',
    objects: objectsOf(chart => new KubeVip(chart, 'kube-vip', { address: '192.0.2.10' })),
    because: {
      ...reasons,
      'Fargate and virtual-kubelet run no pod of a DaemonSet': ['node term eks.amazonaws.com/compute-type *'],
      'without Services it looks at none': [
        ...['get', 'list', 'watch', 'update'].map(verb => `may ${verb} services of core`), 'may update services/status of core',
        ...['get', 'list', 'watch'].map(verb => `may ${verb} endpointslices *`),
      ],
    },
  });
});

test('kube-vip for the control plane and for Services, as it generates a DaemonSet itself', () => {
  const { 'Fargate and virtual-kubelet run no pod of a DaemonSet': _, ...reasons } = kubeVipReasons();
  expectParity({
    facts: 'kube-vip-both',
    objects: objectsOf(chart => new KubeVip(chart, 'kube-vip', { address: '192.0.2.10', announceServices: true })),
    because: { ...reasons, 'Fargate and virtual-kubelet run no pod of a DaemonSet': ['node term eks.amazonaws.com/compute-type *'] },
  });
});
