import { ProgramVersion } from '../../presets/program-version';

/** What is known of a kind of objects that kube-state-metrics turns into metrics. */
export interface ResourceRow {
  /** Its API group; empty for the core group. */
  readonly group: string;
  /** Whether its objects are in namespaces. */
  readonly isNamespaced: boolean;
  /** Whether kube-state-metrics collects it where nobody asks. */
  readonly isUpstreamDefault: boolean;
  /** Whether it holds values that few readers of metrics should make an agent read. */
  readonly isSensitive?: boolean;
  /** The first release that knows it, where that is not the oldest supported one. */
  readonly since?: ProgramVersion;
  /** The first minor version of Kubernetes that serves it in the API version that kube-state-metrics asks for. */
  readonly kubernetes?: number;
}

const rowWith = (isNamespaced: boolean) => (group: string, more: Partial<ResourceRow> = {}): ResourceRow =>
  ({ group, isNamespaced, isUpstreamDefault: true, ...more });
const inNamespaces = rowWith(true);
const ofCluster = rowWith(false);

const ADMISSION = 'admissionregistration.k8s.io';
const NETWORKING = 'networking.k8s.io';
const RBAC = 'rbac.authorization.k8s.io';
const STORAGE = 'storage.k8s.io';
const ON_REQUEST = { isUpstreamDefault: false };
const MUTATING_POLICY: Partial<ResourceRow> = { since: [2, 20], kubernetes: 36 };
const VALIDATING_POLICY: Partial<ResourceRow> = { since: [2, 20], kubernetes: 30 };

/** Every kind of objects that kube-state-metrics 2.13 to 2.20 knows (internal/store/builder.go and pkg/options/resource.go at each tag). */
export const RESOURCES = {
  certificatesigningrequests: ofCluster('certificates.k8s.io'),
  clusterrolebindings: ofCluster(RBAC, ON_REQUEST),
  clusterroles: ofCluster(RBAC, ON_REQUEST),
  configmaps: inNamespaces('', { isSensitive: true }),
  cronjobs: inNamespaces('batch'),
  daemonsets: inNamespaces('apps'),
  deployments: inNamespaces('apps'),
  endpoints: inNamespaces('', ON_REQUEST),
  endpointslices: inNamespaces('discovery.k8s.io'),
  horizontalpodautoscalers: inNamespaces('autoscaling'),
  ingressclasses: ofCluster(NETWORKING, ON_REQUEST),
  ingresses: inNamespaces(NETWORKING),
  jobs: inNamespaces('batch'),
  leases: inNamespaces('coordination.k8s.io'),
  limitranges: inNamespaces(''),
  mutatingadmissionpolicies: ofCluster(ADMISSION, MUTATING_POLICY),
  mutatingadmissionpolicybindings: ofCluster(ADMISSION, MUTATING_POLICY),
  mutatingwebhookconfigurations: ofCluster(ADMISSION),
  namespaces: ofCluster(''),
  networkpolicies: inNamespaces(NETWORKING),
  nodes: ofCluster(''),
  persistentvolumeclaims: inNamespaces(''),
  persistentvolumes: ofCluster(''),
  poddisruptionbudgets: inNamespaces('policy'),
  pods: inNamespaces(''),
  replicasets: inNamespaces('apps'),
  replicationcontrollers: inNamespaces(''),
  resourcequotas: inNamespaces(''),
  rolebindings: inNamespaces(RBAC, ON_REQUEST),
  roles: inNamespaces(RBAC, ON_REQUEST),
  secrets: inNamespaces('', { isSensitive: true }),
  serviceaccounts: inNamespaces('', ON_REQUEST),
  services: inNamespaces(''),
  statefulsets: inNamespaces('apps'),
  storageclasses: ofCluster(STORAGE),
  validatingadmissionpolicies: ofCluster(ADMISSION, VALIDATING_POLICY),
  validatingadmissionpolicybindings: ofCluster(ADMISSION, VALIDATING_POLICY),
  validatingwebhookconfigurations: ofCluster(ADMISSION),
  volumeattachments: ofCluster(STORAGE),
} as const satisfies { readonly [resource: string]: ResourceRow };

export type ResourceName = keyof typeof RESOURCES;

/** Every name, in order. */
export const RESOURCE_NAMES = Object.keys(RESOURCES) as ResourceName[];

export function rowOf(resource: ResourceName): ResourceRow {
  return RESOURCES[resource];
}
