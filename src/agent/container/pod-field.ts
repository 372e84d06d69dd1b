/**
 * A field of the pod or its node that a variable can take its value from.
 */
export enum PodField {
  /** The name of the node. */
  NODE_NAME = 'spec.nodeName',
  /** The first address of the node. */
  HOST_IP = 'status.hostIP',
  /** The addresses of the node, one of each family, separated by commas. Needs Kubernetes 1.29. */
  HOST_IPS = 'status.hostIPs',
  /** The name of the pod. */
  POD_NAME = 'metadata.name',
  /** The namespace of the pod. */
  POD_NAMESPACE = 'metadata.namespace',
  /** The unique id of the pod. */
  POD_UID = 'metadata.uid',
  /** The first address of the pod. */
  POD_IP = 'status.podIP',
  /** The addresses of the pod, one of each family, separated by commas. */
  POD_IPS = 'status.podIPs',
  /** The service account of the pod. */
  SERVICE_ACCOUNT_NAME = 'spec.serviceAccountName',
}
