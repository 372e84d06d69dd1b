import { containersIn } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';

export type Cloud = 'alibaba' | 'amazon' | 'google' | 'microsoft' | 'other';

/** Registries, labels and programs that one cloud alone has. */
const MARKS: ReadonlyArray<readonly [mark: RegExp, cloud: Cloud]> = [
  [/amazonaws\.com|public\.ecr\.aws|karpenter\.sh/i, 'amazon'],
  [/mcr\.microsoft\.com|\.azure\.com/i, 'microsoft'],
  [/gke\.gcr\.io|gke-release|cloud\.google\.com|gcp-compute-persistent-disk/i, 'google'],
  [/aliyuncs\.com|alibabacloud/i, 'alibaba'],
  [/digitalocean|equinix|hetzner|linode|openstack|oraclecloud|cloud-provider-oci|\/provider-os\/|scaleway|vsphere|vultr/i, 'other'],
];

/** The cloud that a workload is written for, as far as its images and the labels of nodes that it asks for tell. */
export function cloudOf(workload: Workload): Cloud | undefined {
  const { nodeSelector, affinity } = workload.pod;
  const text = [
    ...containersIn(workload).map(({ container: { image } }) => image), JSON.stringify(nodeSelector ?? {}),
    JSON.stringify(affinity?.nodeAffinity ?? {}),
  ].join('\n');
  return MARKS.find(([mark]) => mark.test(text))?.[1];
}
