import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

/** What applies to Cilium where a user says nothing, in addition to the defaults of all agents of the network. */
export const CILIUM_DEFAULTS = {
  version: defaultRow({
    about: 'release of Cilium',
    value: '1.20.0',
    shown: version => version,
    reason: 'its chart was compared with what is written here',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: '`version` of `Cni.cilium(...)`',
  }),
  repository: defaultRow({
    about: 'images of Cilium',
    value: 'quay.io/cilium',
    shown: repository => `\`${repository}\``,
    reason: 'they are those of the project itself',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: '`repository` of `Cni.cilium(...)`',
  }),
  rollout: defaultRow({
    about: 'rollout of Cilium',
    value: 2,
    shown: count => `${count} nodes at a time`,
    reason: 'it is that of the chart; many set 1 after an outage',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: '`rollout: Rollout...`',
  }),
  gracePeriodSeconds: defaultRow({
    about: 'time to stop of Cilium',
    value: 1,
    shown: seconds => `${seconds} second`,
    reason: 'eBPF programs stay in the kernel while no agent runs',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: '`terminationGracePeriod`',
  }),
  resources: defaultRow({
    about: 'resources of cilium-agent',
    value: { cpu: '100m', memory: '512Mi' },
    shown: resourcesText,
    reason: 'the agent maps its eBPF maps into memory; the chart reserves nothing, so that it would be evicted first',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: '`resources` of CniPlugin',
  }),
  operatorResources: defaultRow({
    about: 'resources of cilium-operator',
    value: { cpu: '50m', memory: '128Mi' },
    shown: resourcesText,
    reason: 'the chart reserves nothing',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: 'a JSON patch on its Deployment',
  }),
  envoyTags: defaultRow({
    about: 'image of Envoy as a DaemonSet of Cilium',
    value: {
      '1.19.6': 'v1.36.9-1782267392-edeb3f2af56c37c407efa1f63f0b32f595399bbc',
      '1.20.0': 'v1.37.5-1782911245-7cffc778c923f68a77954a53b1a98d6b5353f004',
    } as { readonly [release: string]: string },
    shown: tags => Object.entries(tags).map(([release, tag]) => `\`cilium-envoy:${tag}\` with ${release}`).join(', '),
    reason: 'each release of Cilium was tested with one Envoy; another release needs the image that its chart names',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: '`image` of `CiliumEnvoy.daemonSet(...)`',
  }),
  envoyResources: defaultRow({
    about: 'resources of Envoy as a DaemonSet of Cilium',
    value: { cpu: '100m', memory: '128Mi' },
    shown: resourcesText,
    reason: 'the chart reserves nothing, so that it would be evicted first',
    source: '[chart of Cilium](https://github.com/cilium/charts)',
    change: '`resources` of `CiliumEnvoy.daemonSet(...)`',
  }),
} as const satisfies DefaultTable;
