import { App, Chart } from 'cdk8s';
import { Cni, CniPlugin, CiliumOptions, KubernetesVersion, TargetCluster } from '../../../src';
import type { CiliumMinor } from '../../../src/network/cilium/cilium-minors';
import { CILIUM_OPTIONS } from '../../../test/network/cilium-options';

/** The release of each minor whose chart was compared. */
export const RELEASES: { readonly [minor in CiliumMinor]: string } = { '1.19': '1.19.6', '1.20': '1.20.0' };

/** Every option once, and none. */
export const VARIANTS: { readonly [name: string]: CiliumOptions } = {
  'no option': {},
  ...Object.fromEntries(Object.entries(CILIUM_OPTIONS).map(([name, { with: needed, set }]) => [name, { ...needed, ...set }])),
};

/** The ConfigMap that is written. */
export function configurationOf(minor: CiliumMinor, options: CiliumOptions): { readonly [key: string]: string } {
  const chart = new Chart(new App(), 'chart');
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_32 });
  new CniPlugin(chart, 'cilium', { network: Cni.cilium({ version: RELEASES[minor], ...options }), apiServer: { host: 'api.example.com' } });
  return chart.toJson().find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'cilium-config').data;
}
