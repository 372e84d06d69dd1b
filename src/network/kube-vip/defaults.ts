import { SCRAPING } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const KUBE_VIP = 'https://github.com/kube-vip/kube-vip';
const FLAGS = `[flags of kube-vip](${KUBE_VIP}/blob/v1.2.3/cmd/kube-vip.go)`;
const MANIFEST = `[manifests that kube-vip generates](${KUBE_VIP}/blob/v1.2.3/pkg/kubevip/config_generator.go)`;

/** What applies to kube-vip where a user says nothing, in addition to the defaults of all agents of the network. */
export const KUBE_VIP_DEFAULTS = {
  version: defaultRow({
    about: 'release of kube-vip',
    value: '1.2.3',
    shown: version => version,
    reason: 'it is the one whose manifest was compared with what is written here',
    source: `[releases](${KUBE_VIP}/releases)`,
    change: '`version` of KubeVip',
  }),
  repository: defaultRow({
    about: 'image of kube-vip',
    value: 'ghcr.io/kube-vip/kube-vip',
    shown: repository => `\`${repository}\``,
    reason: 'it is the one of the project itself',
    source: MANIFEST,
    change: '`repository` of KubeVip',
  }),
  port: defaultRow({
    about: 'port of the API servers behind kube-vip',
    value: 6443,
    shown: String,
    reason: 'it is that of kubeadm, k3s and RKE2',
    source: FLAGS,
    change: '`port` of KubeVip',
  }),
  election: defaultRow({
    about: 'election of the node that has the address of kube-vip',
    value: { lease: 'plndr-cp-lock', servicesLease: 'plndr-svcs-lock', leaseDuration: 15, renewDeadline: 10, retryPeriod: 2 },
    shown: ({ lease, servicesLease, leaseDuration, renewDeadline, retryPeriod }) =>
      `the Leases \`${lease}\` and \`${servicesLease}\`; a duration of ${leaseDuration} seconds, renewed within ${renewDeadline}, tried `
        + `every ${retryPeriod}`,
    reason: 'these are the names and times of kube-vip, so that nodes with its own manifest take part in the same election',
    source: FLAGS,
    change: '`leaderElection`, `servicesLeaseName` of KubeVip',
  }),
  metricsPort: defaultRow({
    about: 'port of the metrics of kube-vip',
    value: 2112,
    shown: String,
    reason: 'it is that of kube-vip',
    source: FLAGS,
    change: '`metricsPort` of KubeVip',
  }),
  metricsOnEveryAddress: defaultRow({
    about: 'address of the metrics of kube-vip',
    value: false,
    shown: everywhere => (everywhere ? 'every address of the node' : 'the loopback address of the node'),
    reason: 'they are served to everyone who reaches the port, and a node of the control plane may have public addresses',
    source: FLAGS,
    change: '`metricsOnEveryAddress: true` of KubeVip',
  }),
  resources: defaultRow({
    about: 'resources of kube-vip',
    value: { cpu: '25m', memory: '64Mi' },
    shown: resourcesText,
    reason: 'a pod without requests is evicted first, and takes the address of the API server with it',
    source: MANIFEST,
    change: '`resources` of KubeVip',
  }),
  rollout: defaultRow({
    about: 'rollout of kube-vip',
    value: 1,
    shown: count => `${count} node at a time`,
    reason: 'the address moves when its node gets a new pod, and a release that does not work must leave other nodes to take it',
    source: `[releases](${KUBE_VIP}/releases)`,
    change: '`rollout: Rollout...`',
  }),
  minReadySeconds: defaultRow({
    about: 'time until a new pod of kube-vip counts',
    value: 15,
    shown: seconds => `${seconds} seconds`,
    reason: 'it has no probe, so a program that ends at once must not cross all nodes',
    source: MANIFEST,
    change: '`rollout: Rollout...`',
  }),
  scraping: SCRAPING,
} as const satisfies DefaultTable;
