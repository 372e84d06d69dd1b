/** Kinds of Kubernetes itself whose objects have no namespace, as far as they stand beside agents. */
export const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'Namespace', 'ClusterRole', 'ClusterRoleBinding', 'PriorityClass', 'CSIDriver', 'StorageClass', 'RuntimeClass', 'PersistentVolume', 'CustomResourceDefinition',
]);
