import { defaultRow, DefaultTable } from '../private/default-row';
import { OLDEST_MINOR } from '../private/oldest-minor';
import { KUBELET_DIRECTORY } from '../private/standard-values';

const DOCS = 'https://kubernetes.io/docs';

/** What applies to the cluster of an agent where a TargetCluster says nothing. */
export const CLUSTER_DEFAULTS = {
  kubernetesVersion: defaultRow({
    about: 'oldest Kubernetes that gets the YAML',
    value: `1.${OLDEST_MINOR}`,
    shown: version => version,
    reason: 'it is the oldest that the library writes for: fields that are newer are an error, never dropped',
    source: '[decision 9](decisions/0009-version-gates.md)',
    change: '`TargetCluster.configure(app, { kubernetesVersion })`',
  }),
  kubeletDirectory: defaultRow({
    about: 'directory of the kubelet',
    value: KUBELET_DIRECTORY,
    shown: path => `\`${path}\``,
    reason: 'kubelets use it unless `--root-dir` says otherwise, as on k0s and microk8s',
    source: `[kubelet](${DOCS}/reference/command-line-tools-reference/kubelet/)`,
    change: '`TargetCluster.configure(app, { kubeletDirectory })`',
  }),
} as const satisfies DefaultTable;
