import { SCRAPING } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const METALLB = 'https://github.com/metallb/metallb';
const MANIFEST = `[metallb-native.yaml](${METALLB}/blob/v0.16.1/config/manifests/metallb-native.yaml)`;
const CHART = `[values of the chart](${METALLB}/blob/v0.16.1/charts/metallb/values.yaml)`;

/** What applies to MetalLB where a user says nothing, in addition to the defaults of all agents of the network. */
export const METAL_LB_DEFAULTS = {
  version: defaultRow({
    about: 'release of MetalLB',
    value: '0.16.1',
    shown: version => version,
    reason: 'it is the one whose manifest was compared with what is written here',
    source: `[releases](${METALLB}/releases)`,
    change: '`version` of MetalLb',
  }),
  repository: defaultRow({
    about: 'images of MetalLB',
    value: 'quay.io/metallb',
    shown: repository => `\`${repository}/speaker\` and \`${repository}/controller\``,
    reason: 'they are those of the project itself',
    source: MANIFEST,
    change: '`repository` of MetalLb',
  }),
  namespace: defaultRow({
    about: 'namespace of MetalLB',
    value: 'metallb-system',
    shown: namespace => `\`${namespace}\`, whatever the namespace of the chart is`,
    reason: 'the definition of BGPPeer names the Service that converts old objects with this namespace',
    source: MANIFEST,
    change: '`namespace` of MetalLb',
  }),
  ports: defaultRow({
    about: 'ports of MetalLB',
    value: { metrics: 9120, health: 17472, memberlist: 7946 },
    shown: ({ metrics, health, memberlist }) => `${metrics} for metrics, ${health} on the loopback address for health checks, `
      + `${memberlist} (TCP and UDP) for the gossip of speakers`,
    reason: 'they are those of the manifest',
    source: MANIFEST,
    change: '`metricsPort`, `healthPort`, `memberlistPort` of MetalLb',
  }),
  excludedInterfaces: defaultRow({
    about: 'interfaces on which MetalLB announces nothing by ARP or NDP',
    value: [
      '^docker.*', '^cbr.*', '^dummy.*', '^virbr.*', '^lxcbr.*', '^veth.*', '^lo$', '^cali.*', '^tunl.*', '^flannel.*', '^kube-ipvs.*',
      '^cni.*', '^nodelocaldns.*', '^lxc.*',
    ] as readonly string[],
    shown: patterns => patterns.map(pattern => `\`${pattern}\``).join(', '),
    reason: 'they lead to pods or virtual machines of the node itself',
    source: MANIFEST,
    change: '`excludedInterfaces` of MetalLb; an empty list excludes none',
  }),
  memberlist: defaultRow({
    about: 'gossip of speakers of MetalLB',
    value: true,
    shown: isOn => (isOn ? 'speakers watch each other (memberlist)' : 'none'),
    reason: 'an address of a node that is gone moves within seconds; Kubernetes notices after 40 seconds and more',
    source: CHART,
    change: '`memberlist: false` of MetalLb',
  }),
  speakerResources: defaultRow({
    about: 'resources of speakers of MetalLB',
    value: { cpu: '50m', memory: '100Mi' },
    shown: resourcesText,
    reason: 'a speaker that is killed takes the addresses of Services with it; the chart sets none, and names this amount of memory in its '
      + 'example',
    source: CHART,
    change: '`resources` of MetalLb',
  }),
  controllerResources: defaultRow({
    about: 'resources of the controller of MetalLB',
    value: { cpu: '50m', memory: '100Mi', memoryLimit: '512Mi' },
    shown: resourcesText,
    reason: 'it holds the Services and namespaces of the cluster in memory, and addresses stay while it restarts',
    source: CHART,
    change: '`controller: { resources }` of MetalLb',
  }),
  startupProbe: defaultRow({
    about: 'startup probe of MetalLB',
    value: { periodSeconds: 5, failureThreshold: 30 },
    shown: ({ periodSeconds, failureThreshold }) => `\`/healthz\` every ${periodSeconds} seconds, ${failureThreshold} times`,
    reason: 'it waits for the API server before it answers',
    source: CHART,
    change: '`overrides` of MetalLb',
  }),
  gracePeriodSeconds: defaultRow({
    about: 'time to stop of speakers of MetalLB',
    value: 2,
    shown: seconds => `${seconds} seconds`,
    reason: 'it is enough to leave the gossip and to end sessions of BGP, and addresses move no sooner than that',
    source: MANIFEST,
    change: '`terminationGracePeriod` of MetalLb',
  }),
  rollout: defaultRow({
    about: 'rollout of speakers of MetalLB',
    value: 10,
    shown: percent => `${percent} % of the nodes at a time`,
    reason: 'addresses of a node move to others while its speaker restarts, and others must be left to take them',
    source: '[layer 2 mode](https://metallb.io/concepts/layer2/)',
    change: '`rollout: Rollout...`',
  }),
  scraping: SCRAPING,
} as const satisfies DefaultTable;
