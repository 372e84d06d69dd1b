import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const FLANNEL = 'https://github.com/flannel-io/flannel';

/** What applies to flannel where a user says nothing, in addition to the defaults of all agents of the network. */
export const FLANNEL_DEFAULTS = {
  version: defaultRow({
    about: 'release of flannel',
    value: '0.28.9',
    shown: version => version,
    reason: 'it is the newest whose manifest was compared with what is written here',
    source: `[releases](${FLANNEL}/releases)`,
    change: '`version` of `Cni.flannel(...)`',
  }),
  images: defaultRow({
    about: 'images of flannel',
    value: { daemon: 'ghcr.io/flannel-io/flannel', plugin: 'ghcr.io/flannel-io/flannel-cni-plugin:v1.9.1-flannel3' },
    shown: ({ daemon, plugin }) => `\`${daemon}\` and \`${plugin}\``,
    reason: 'they are those of the project itself',
    source: `[kube-flannel.yml](${FLANNEL}/blob/master/Documentation/kube-flannel.yml)`,
    change: '`image` and `pluginImage` of `Cni.flannel(...)`',
  }),
  podCidr: defaultRow({
    about: 'addresses of pods with flannel',
    value: '10.244.0.0/16',
    shown: cidr => `\`${cidr}\``,
    reason: 'it is that of the manifest of flannel, and must be what the controller manager allocates from (`--cluster-cidr`)',
    source: `[kube-flannel.yml](${FLANNEL}/blob/master/Documentation/kube-flannel.yml)`,
    change: '`podCidr` of `Cni.flannel(...)`',
  }),
  healthPort: defaultRow({
    about: 'port of the health checks of flannel',
    value: 8081,
    shown: String,
    reason: 'it is that of the manifest of flannel',
    source: `[kube-flannel.yml](${FLANNEL}/blob/master/Documentation/kube-flannel.yml)`,
    change: '`healthPort` of `Cni.flannel(...)`',
  }),
  resources: defaultRow({
    about: 'resources of flannel',
    value: { cpu: '100m', memory: '50Mi' },
    shown: resourcesText,
    reason: 'they are those of the manifest of flannel, which sets no limit',
    source: `[kube-flannel.yml](${FLANNEL}/blob/master/Documentation/kube-flannel.yml)`,
    change: '`resources` of CniPlugin',
  }),
} as const satisfies DefaultTable;
