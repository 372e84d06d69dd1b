import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

/** What applies to Calico where a user says nothing, in addition to the defaults of all agents of the network. */
export const CALICO_DEFAULTS = {
  version: defaultRow({
    about: 'release of Calico',
    value: '3.32.1',
    shown: version => version,
    reason: 'its manifest was compared with what is written here',
    source: '[releases](https://github.com/projectcalico/calico/releases)',
    change: '`version` of `Cni.calico(...)`',
  }),
  repository: defaultRow({
    about: 'images of Calico',
    value: 'quay.io/calico',
    shown: repository => `\`${repository}\``,
    reason: 'they are those of the project itself',
    source: '[manifest](https://github.com/projectcalico/calico/blob/master/manifests/calico.yaml)',
    change: '`repository` of `Cni.calico(...)`',
  }),
  resources: defaultRow({
    about: 'resources of calico-node',
    value: { cpu: '250m', memory: '128Mi' },
    shown: resourcesText,
    reason: 'the processor is that of the manifest, which reserves no memory; with eBPF or many policies it takes more',
    source: '[manifest](https://github.com/projectcalico/calico/blob/master/manifests/calico.yaml)',
    change: '`resources` of CniPlugin',
  }),
  controllerResources: defaultRow({
    about: 'resources of calico-kube-controllers',
    value: { cpu: '50m', memory: '64Mi' },
    shown: resourcesText,
    reason: 'it holds nodes, pods and policies in memory; the manifest reserves nothing',
    source: '[manifest](https://github.com/projectcalico/calico/blob/master/manifests/calico.yaml)',
    change: 'a JSON patch on its Deployment',
  }),
  typhaResources: defaultRow({
    about: 'resources of Typha',
    value: { cpu: '100m', memory: '128Mi' },
    shown: resourcesText,
    reason: 'it holds what all nodes watch; the manifest reserves nothing',
    source: '[Typha](https://docs.tigera.io/calico/latest/reference/typha/overview)',
    change: 'a JSON patch on its Deployment',
  }),
} as const satisfies DefaultTable;
